//! What is known of an mbox.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::time::Duration;

use super::beside;
use super::files_known::Hit;
use super::marks::{Mark, Reader, since};
use super::mbox_head::Head;
use super::mbox_index::Indexed;
use super::stamp::Stamp;
use crate::mbox::{EXPUNGED, Entry, MboxReader, identity, mozilla_status};
use crate::sketch::hash;
use crate::watch::mbox_tail::needed;
use crate::{Folder, ReadCause, ReadError, file};

/// An mbox as it was when it was last looked at.
#[derive(Default)]
pub(super) struct MboxKnown {
    stamp: Option<Stamp>,
    /// Nothing can have been written since under the same stamp.
    steady: bool,
    entries: Vec<Known>,
    /// By offset, sorted.
    marks: Vec<(u64, Mark)>,
    index: Indexed,
    unread: Vec<ReadError>,
}

#[derive(Debug, Clone, Copy, Hash)]
struct Known {
    offset: u64,
    length: u64,
    head: Head,
    /// What copies of one message have in common in an IMAP copy.
    identity: u64,
    expunged: bool,
}

impl MboxKnown {
    /// Looks what has changed, and reads it; whether anything has.
    pub(super) fn refresh(&mut self, folder: &Folder, reader: &mut Reader) -> bool {
        let before = (self.stamp.is_some(), self.shape());
        let index_changed = self.index.refresh(&folder.path);
        match file::open(&folder.path) {
            Ok(file) => {
                if let Err(error) = self.read(file, folder, reader) {
                    *self = Self::failed(ReadError::io(&folder.path, &error));
                }
            }
            Err(_) if !folder.path.is_symlink() && !folder.path.exists() => {
                if beside::is_being_compacted(&folder.path) {
                    // For a moment it stands nowhere; it will be back.
                    let error = ReadError::new(&folder.path, None, ReadCause::Unfinished);
                    let news = self.unread.first() != Some(&error);
                    self.unread = vec![error];
                    return news;
                }
                // What an index lists of nothing is no news.
                *self = Self::default();
                return before != (false, self.shape());
            }
            Err(error) => *self = Self::failed(error),
        }
        index_changed || before != (self.stamp.is_some(), self.shape())
    }

    fn failed(error: ReadError) -> Self {
        Self {
            unread: vec![error],
            ..Self::default()
        }
    }

    /// What could not be read.
    pub(super) fn unread(&self) -> impl Iterator<Item = &ReadError> {
        self.unread.iter().chain(&self.index.unread)
    }

    /// Whether nothing stands there any more.
    pub(super) fn is_gone(&self) -> bool {
        self.stamp.is_none() && self.unread.is_empty()
    }

    fn shape(&self) -> u64 {
        hash((&self.entries, &self.marks))
    }

    fn read(&mut self, mut file: File, folder: &Folder, reader: &mut Reader) -> io::Result<()> {
        let stamp = Stamp::of(&file.metadata()?);
        let steady = stamp.is_steady();
        if self.stamp == Some(stamp) && self.steady && self.unread.is_empty() {
            return Ok(());
        }
        let from = self.changed_from(&mut file, &stamp)?;
        let had_unread = !std::mem::take(&mut self.unread).is_empty();
        if let Some(from) = from.or_else(|| had_unread.then(|| self.last())) {
            self.read_from(file, from, &stamp, folder, reader)?;
        }
        self.stamp = Some(stamp);
        self.steady = steady;
        Ok(())
    }

    /// Where the last message starts: it may go on.
    fn last(&self) -> u64 {
        self.entries.last().map_or(0, |last| last.offset)
    }

    /// From which message on the file has to be read again, if at all. Marks that were written in place are taken over.
    fn changed_from(&mut self, file: &mut File, stamp: &Stamp) -> io::Result<Option<u64>> {
        let Some(before) = self
            .stamp
            .filter(|before| before.id == stamp.id && before.length <= stamp.length)
        else {
            return Ok(Some(0));
        };
        let mut explained = false;
        for known in &mut self.entries {
            let bytes = head_of(file, known)?;
            let head = Head::of(&bytes);
            if head.fixed != known.head.fixed {
                return Ok(Some(known.offset));
            }
            if head.written_in_place != known.head.written_in_place {
                explained = true;
                known.head = head;
                known.expunged = is_expunged(from_line_off(&bytes));
            }
        }
        if before.length < stamp.length {
            return Ok(Some(self.last()));
        }
        // Something else than marks was written over.
        Ok((before.changed != stamp.changed && !explained).then_some(0))
    }

    fn read_from(
        &mut self,
        mut file: File,
        from: u64,
        stamp: &Stamp,
        folder: &Folder,
        reader: &mut Reader,
    ) -> io::Result<()> {
        self.entries.retain(|known| known.offset < from);
        self.marks.retain(|(offset, _)| *offset < from);
        file.seek(SeekFrom::Start(from))?;
        let mut mbox = MboxReader::new(file, from);
        let quiet = stamp.changed.map_or(Duration::ZERO, since);
        while let Some(entry) = mbox.next_entry()? {
            let error = |cause| ReadError::new(&folder.path, Some(entry.offset), cause);
            if mbox.is_at_end() && quiet < needed(&entry) {
                self.unread.push(error(ReadCause::Unfinished));
                break;
            }
            if entry.too_large {
                self.unread.push(error(ReadCause::TooLarge));
                continue;
            }
            let marks = reader.message(folder.role, || entry.message(), entry.stored());
            self.marks
                .extend(marks.into_iter().map(|mark| (entry.offset, mark)));
            self.entries.push(Known {
                offset: entry.offset,
                length: entry.length,
                head: Head::of(&entry.bytes),
                identity: identity(entry.stored(), folder.role, entry.offset),
                expunged: is_expunged(entry.stored()),
            });
        }
        self.entries.shrink_to_fit();
        self.marks.shrink_to_fit();
        Ok(())
    }

    /// The messages that bear a mark that is wanted; once for each mark.
    pub(super) fn hits(&self, is_wanted: impl Fn(Mark) -> bool) -> Vec<Hit> {
        let quiet = self
            .stamp
            .and_then(|stamp| stamp.changed)
            .map_or(Duration::ZERO, since);
        let marks = self.marks.iter().filter(|(_, mark)| is_wanted(*mark));
        let newest = self.newest();
        let hit = |(offset, mark): &(u64, Mark)| {
            let at = self
                .entries
                .binary_search_by_key(offset, |known| known.offset)
                .ok()?;
            let known = self.entries.get(at)?;
            let is_newest = newest
                .as_ref()
                .is_none_or(|newest| newest.get(&known.identity) == Some(offset));
            Some(Hit {
                name: *offset,
                version: hash((known.head.fixed, known.length)),
                ghost: !self
                    .index
                    .lists(*offset, quiet)
                    .unwrap_or(is_newest && !known.expunged),
                mark: *mark,
            })
        };
        marks.filter_map(hit).collect()
    }

    /// Where the newest copy of each message stands, when nothing else tells which is live.
    fn newest(&self) -> Option<HashMap<u64, u64>> {
        let is_told = !self.index.is_imap || self.index.is_read();
        (!is_told).then(|| {
            self.entries
                .iter()
                .map(|known| (known.identity, known.offset))
                .collect()
        })
    }

    /// The RFC 5322 bytes of the message at an offset.
    pub(super) fn message(path: &Path, offset: u64) -> Result<Option<Vec<u8>>, ReadError> {
        let io = |error: io::Error| ReadError::io(path, &error);
        let mut file = file::open(path)?;
        file.seek(SeekFrom::Start(offset)).map_err(io)?;
        let entry = MboxReader::new(file, offset).next_entry().map_err(io)?;
        let entry = entry.filter(|entry| entry.offset == offset && !entry.too_large);
        Ok(entry.map(|entry: Entry| entry.message()))
    }
}

fn head_of(file: &mut File, known: &Known) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(known.offset))?;
    let most = known.length.min(Head::LENGTH);
    file.by_ref().take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_expunged(stored: &[u8]) -> bool {
    mozilla_status(stored).is_some_and(|status| status & EXPUNGED != 0)
}

/// Without the `From ` line.
fn from_line_off(bytes: &[u8]) -> &[u8] {
    let end = memchr::memchr(b'\n', bytes).map_or(0, |end| end + 1);
    bytes.get(end..).unwrap_or_default()
}
