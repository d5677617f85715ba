//! Follows an mbox: reads only what was appended, notices marks written in place, and rereads it when it was replaced.

use std::collections::HashSet;
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;

use super::whole::needed_quiet;
use crate::mbox::{EXPUNGED, Entry, Liveness, MboxReader, is_imap_copy};
use crate::messages::Place;
use crate::{Folder, MessageKey, RawMessage, header};

/// Thunderbird lists a message in its index some seconds after appending it; what is not listed by now was deleted.
const LISTED_BY: Duration = Duration::from_secs(30);

/// What following an mbox brought to light.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// A message was appended.
    Appended(RawMessage),
    /// A message was marked as deleted.
    Vanished(MessageKey),
    /// The file was replaced or cut off; these are the live messages in it now.
    Replaced(Vec<RawMessage>),
}

/// Where the last look left off.
#[derive(Debug)]
pub(super) struct MboxTail {
    place: Place,
    folder: Folder,
    /// Every message is followed; otherwise only new ones are looked at.
    full: bool,
    imap: bool,
    file: Option<FileId>,
    /// Everything before this byte has been read.
    end: u64,
    /// The last message that was read; it may turn out to go on.
    last: Option<u64>,
    live: Vec<Live>,
    /// Where messages stand that the index of an IMAP copy does not list; it may list them again.
    unlisted: HashSet<u64>,
    missing: bool,
}

/// A live message of a folder that is followed in full.
#[derive(Debug)]
struct Live {
    offset: u64,
    /// Where the digits of its `X-Mozilla-Status` stand in the file.
    status_at: Option<u64>,
    appended: Duration,
    /// The index has listed it.
    listed: bool,
}

type FileId = (u64, u64);

impl MboxTail {
    pub(super) fn new(folder: &Folder, store: &Path, full: bool) -> Self {
        Self {
            place: Place::new(folder, store),
            folder: folder.clone(),
            full,
            imap: is_imap_copy(&folder.path),
            file: None,
            end: 0,
            last: None,
            live: Vec::new(),
            unlisted: HashSet::new(),
            missing: false,
        }
    }

    /// Notes what stands in the file at the start; each live message is handed to `found` when the folder is followed in
    /// full, or was `made_now`: by its first mail, perhaps. Of a `newborn` file the index may know nothing yet.
    pub(super) fn begin(
        &mut self,
        now: Duration,
        made_now: bool,
        newborn: bool,
        found: impl FnMut(RawMessage),
    ) -> io::Result<()> {
        let Some((file, metadata)) = self.open()? else {
            return Ok(());
        };
        self.file = Some(file_id(&metadata));
        if self.full {
            let mut liveness = Liveness::of(&self.folder.path, self.folder.role);
            if newborn && matches!(&liveness, Liveness::Tokens(tokens) if tokens.is_empty()) {
                liveness = Liveness::newest(&self.folder.path, self.folder.role);
            }
            return self.read_all(file, &liveness, now, Duration::MAX, found);
        }
        if made_now {
            // What is half-written is read once it is whole.
            self.read_all(file, &Liveness::Status, now, Duration::ZERO, found)?;
            self.live.clear();
            return Ok(());
        }
        self.end = metadata.len();
        Ok(())
    }

    /// Looks at the file, which has been quiet for as long as `quiet`. A last message that may be half-written is left
    /// for later, and `false` says so.
    pub(super) fn look(&mut self, now: Duration, quiet: Duration) -> io::Result<(Vec<Seen>, bool)> {
        let Some((mut file, found)) = self.open()? else {
            // While Thunderbird compacts a folder it is absent for a moment.
            if !self.missing && quiet.is_zero() {
                self.missing = true;
                return Ok((Vec::new(), false));
            }
            let was_there = self.file.take().is_some();
            self.end = 0;
            self.live.clear();
            return Ok((
                if was_there {
                    vec![Seen::Replaced(Vec::new())]
                } else {
                    Vec::new()
                },
                true,
            ));
        };
        self.missing = false;
        let id = file_id(&found);
        let was_replaced = self.file.is_some_and(|known| known != id) || found.len() < self.end;
        if was_replaced {
            return self.replaced(file, id, found.len(), now, quiet);
        }
        self.file = Some(id);
        let (mut seen, mut whole) = (Vec::new(), true);
        if found.len() > self.end {
            let (appended, complete) = self.appended(&mut file, now, quiet)?;
            seen.extend(appended.into_iter().map(Seen::Appended));
            whole = complete;
        }
        // After the saves: the mark on a copy follows the save that supersedes it.
        seen.extend(self.marks(&mut file)?);
        Ok((seen, whole))
    }

    fn replaced(
        &mut self,
        file: File,
        id: FileId,
        length: u64,
        now: Duration,
        quiet: Duration,
    ) -> io::Result<(Vec<Seen>, bool)> {
        if !self.full {
            self.file = Some(id);
            self.end = length;
            return Ok((Vec::new(), true));
        }
        let mut messages = Vec::new();
        let liveness = Liveness::of(&self.folder.path, self.folder.role);
        self.read_all(file, &liveness, now, quiet, |message| messages.push(message))?;
        let whole = self.end >= length;
        if whole {
            self.file = Some(id);
            return Ok((vec![Seen::Replaced(messages)], true));
        }
        // Half a file: as if nothing had been seen yet, so that the next look reads it all again.
        self.end = u64::MAX;
        Ok((Vec::new(), false))
    }

    fn open(&self) -> io::Result<Option<(File, Metadata)>> {
        match std::fs::metadata(&self.folder.path) {
            Ok(found) if found.is_file() => {}
            Ok(_) => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        }
        match File::open(&self.folder.path) {
            Ok(file) => {
                let found = file.metadata()?;
                Ok(Some((file, found)))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Reads the whole file anew, one message in memory at a time.
    fn read_all(
        &mut self,
        file: File,
        liveness: &Liveness,
        now: Duration,
        quiet: Duration,
        mut found: impl FnMut(RawMessage),
    ) -> io::Result<()> {
        self.live.clear();
        self.unlisted.clear();
        (self.end, self.last) = (0, None);
        let mut reader = MboxReader::new(file, 0);
        while let Some(entry) = reader.next_entry()? {
            if reader.is_at_end() && quiet < needed(&entry) {
                break;
            }
            self.end = entry.offset + entry.length;
            self.last = Some(entry.offset);
            if !entry.too_large && liveness.is_live(&entry, self.folder.role) {
                found(self.place.entry(&entry));
                let listed = matches!(liveness, Liveness::Tokens(_));
                self.live.push(Live {
                    listed,
                    ..live(&entry, now)
                });
            } else if self.imap && !entry.too_large {
                self.unlisted.insert(entry.offset);
            }
        }
        Ok(())
    }

    /// Reads what was appended since the last look. A save that was superseded meanwhile is still a save.
    fn appended(
        &mut self,
        file: &mut File,
        now: Duration,
        quiet: Duration,
    ) -> io::Result<(Vec<RawMessage>, bool)> {
        let start = self
            .last
            .filter(|_| !starts_message(file, self.end))
            .unwrap_or(self.end);
        file.seek(SeekFrom::Start(start))?;
        let mut reader = MboxReader::new(file, start);
        let mut messages = Vec::new();
        while let Some(entry) = reader.next_entry()? {
            if reader.is_at_end() && quiet < needed(&entry) {
                return Ok((messages, false));
            }
            self.end = entry.offset + entry.length;
            self.last = Some(entry.offset);
            let deleted =
                crate::mbox::mozilla_status(entry.stored()).is_some_and(|status| status & EXPUNGED != 0);
            if entry.too_large || (deleted && !self.imap && !self.full) {
                continue;
            }
            messages.push(self.place.entry(&entry));
            if self.full {
                self.live.retain(|known| known.offset != entry.offset);
                self.live.push(live(&entry, now));
            }
        }
        // Bytes that are no message (yet) are looked at again when more follow.
        Ok((messages, true))
    }

    /// Rereads the marks of the live messages; Thunderbird writes them in place, without changing the size.
    fn marks(&mut self, file: &mut File) -> io::Result<Vec<Seen>> {
        let mut vanished = Vec::new();
        if self.imap {
            return Ok(vanished);
        }
        let mut kept = Vec::with_capacity(self.live.len());
        for message in std::mem::take(&mut self.live) {
            if let Some(at) = message.status_at
                && is_expunged(file, at)?
            {
                vanished.push(self.gone(message.offset));
            } else {
                kept.push(message);
            }
        }
        self.live = kept;
        Ok(vanished)
    }

    /// Compares with the offsets that Thunderbird's index of an IMAP copy lists. Between a save and its number on the
    /// server the index leaves it out for a moment.
    pub(super) fn listed(&mut self, tokens: &HashSet<u64>, now: Duration) -> Vec<Seen> {
        if !self.imap {
            return Vec::new();
        }
        for message in &mut self.live {
            message.listed |= tokens.contains(&message.offset);
        }
        let newest_listed = self
            .live
            .iter()
            .filter(|message| message.listed)
            .map(|message| message.offset)
            .max();
        let is_gone = |message: &Live| {
            !tokens.contains(&message.offset)
                && (message.listed
                    || newest_listed.is_some_and(|newest| newest > message.offset)
                    || now.saturating_sub(message.appended) > LISTED_BY)
        };
        let (gone, live) = std::mem::take(&mut self.live).into_iter().partition(is_gone);
        self.live = live;
        let back = self.listed_again(tokens, now);
        let gone: Vec<u64> = Vec::into_iter(gone).map(|message: Live| message.offset).collect();
        self.unlisted.extend(&gone);
        let gone = gone.into_iter().map(|offset| self.gone(offset));
        back.into_iter().map(Seen::Appended).chain(gone).collect()
    }

    /// The messages that were not listed and are now.
    fn listed_again(&mut self, tokens: &HashSet<u64>, now: Duration) -> Vec<RawMessage> {
        let mut offsets: Vec<u64> = self.unlisted.intersection(tokens).copied().collect();
        offsets.sort_unstable();
        let mut messages = Vec::new();
        let Some((mut file, _)) = offsets.first().and_then(|_| self.open().ok()?) else {
            return messages;
        };
        for offset in offsets {
            self.unlisted.remove(&offset);
            if file.seek(SeekFrom::Start(offset)).is_ok()
                && let Ok(Some(entry)) = MboxReader::new(&mut file, offset).next_entry()
                && entry.offset == offset
            {
                messages.push(self.place.entry(&entry));
                self.live.push(Live {
                    listed: true,
                    ..live(&entry, now)
                });
            }
        }
        messages
    }

    fn gone(&self, offset: u64) -> Seen {
        Seen::Vanished(MessageKey {
            path: self.folder.path.clone(),
            offset: Some(offset),
        })
    }
}

fn live(entry: &Entry, now: Duration) -> Live {
    let status = header::first_at(entry.stored(), "X-Mozilla-Status");
    let at = status.and_then(|range| u64::try_from(entry.from_line + range.start).ok());
    Live {
        offset: entry.offset,
        status_at: at.map(|at| entry.offset + at),
        appended: now,
        listed: false,
    }
}

/// Whether a new message starts here, rather than more of the last one.
fn starts_message(file: &mut File, at: u64) -> bool {
    let mut start = [0; 5];
    file.seek(SeekFrom::Start(at)).is_ok() && file.read_exact(&mut start).is_ok() && start == *b"From "
}

/// How long the file must have been quiet before its last message is read: not at all once the empty line is there
/// with which clients end a message.
pub(crate) fn needed(entry: &Entry) -> Duration {
    let ends = entry.bytes.ends_with(b"\n\n") || entry.bytes.ends_with(b"\r\n\r\n") || entry.counted;
    let needed = needed_quiet(entry.stored());
    if entry.too_large || (ends && needed < Duration::from_secs(1)) {
        Duration::ZERO
    } else {
        needed
    }
}

fn is_expunged(file: &mut File, at: u64) -> io::Result<bool> {
    let mut digits = [0; 4];
    file.seek(SeekFrom::Start(at))?;
    match file.read_exact(&mut digits) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
        Err(error) => return Err(error),
    }
    let status = std::str::from_utf8(&digits)
        .ok()
        .and_then(|digits| u16::from_str_radix(digits, 16).ok());
    Ok(status.is_some_and(|status| status & EXPUNGED != 0))
}

/// Tells a file from the one that replaces it.
#[cfg(unix)]
fn file_id(found: &Metadata) -> FileId {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino())
}

/// Tells a file from the one that replaces it, by when it was made.
#[cfg(not(unix))]
fn file_id(found: &Metadata) -> FileId {
    let created = found
        .created()
        .ok()
        .and_then(|created| created.duration_since(std::time::UNIX_EPOCH).ok());
    created.map_or((0, 0), |created| {
        (created.as_secs(), u64::from(created.subsec_nanos()))
    })
}
