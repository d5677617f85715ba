//! Reads an mbox from back to front: what came last is read first.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::sync::Arc;

use super::{Entry, Liveness, MboxReader};
use crate::messages::Place;
use crate::{Folder, Listed, ReadError, file};

/// Enough of what follows a message to know that it ends there.
const BEYOND: u64 = 4096;

/// The messages of an mbox, the last one first; one is in memory at a time.
pub(crate) struct MboxBackwards {
    /// The file as it was opened: one that a client puts in its place meanwhile is another.
    file: File,
    place: Arc<Place>,
    liveness: Arc<Liveness>,
    /// Where each message that was not read yet begins, and where it ends.
    spans: Vec<(u64, u64)>,
    /// Reading through it broke off.
    failed: Option<ReadError>,
}

impl MboxBackwards {
    /// Reads through it once.
    pub(crate) fn open(folder: &Folder, place: &Arc<Place>) -> Result<Self, ReadError> {
        let file = file::open(&folder.path)?;
        let mut reader = MboxReader::new(&file, 0);
        let (mut spans, mut failed) = (Vec::new(), None);
        loop {
            match reader.next_entry() {
                Ok(Some(entry)) => spans.push((entry.offset, entry.offset + entry.length)),
                Ok(None) => break,
                Err(error) => {
                    failed = Some(ReadError::io(&folder.path, &error));
                    break;
                }
            }
        }
        Ok(Self {
            liveness: Arc::new(Liveness::of(&folder.path, folder.role)),
            place: Arc::clone(place),
            file,
            spans,
            failed,
        })
    }

    fn read(&self, (start, end): (u64, u64)) -> io::Result<Option<Entry>> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(start))?;
        let mut reader = MboxReader::new(file.take(end - start + BEYOND), start);
        reader.next_entry()
    }
}

impl Iterator for MboxBackwards {
    type Item = Listed;

    fn next(&mut self) -> Option<Listed> {
        if let Some(error) = self.failed.take() {
            return Some(Listed::unreadable(error));
        }
        while let Some(span) = self.spans.pop() {
            match self.read(span) {
                Ok(Some(entry)) if entry.offset == span.0 => {
                    return Some(Listed::entry(&self.place, &self.liveness, entry));
                }
                // A client wrote in it meanwhile; what stands there now is told when it comes to rest.
                Ok(_) => {}
                Err(error) => {
                    let error = ReadError::io(&self.place.folder, &error);
                    return Some(Listed::unreadable(error));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::*;
    use crate::{FolderRole, RawMessage, StoreFormat};

    fn folder(path: &std::path::Path) -> Folder {
        Folder {
            path: path.to_owned(),
            name: "Inbox".to_owned(),
            role: FolderRole::Inbox,
            format: StoreFormat::Mbox,
        }
    }

    fn both_ways(bytes: &[u8]) -> [Vec<RawMessage>; 2] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Inbox");
        fs::write(&path, bytes).unwrap();
        let folder = folder(&path);
        let read = |listed: crate::messages::Listing| {
            let messages = listed.filter_map(Listed::read).filter_map(Result::ok);
            messages.collect::<Vec<_>>()
        };
        let mut backwards = read(folder.listed_backwards(dir.path()));
        backwards.reverse();
        [read(folder.listed(dir.path())), backwards]
    }

    #[test]
    fn the_last_message_comes_first() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Inbox");
        let message =
            |subject: &str| format!("From - Mon Nov 23 09:00:00 2026\nSubject: {subject}\n\nDag\n\n");
        fs::write(&path, ["oud", "nieuwer", "nieuwst"].map(message).concat()).unwrap();
        let messages = folder(&path)
            .listed_backwards(dir.path())
            .filter_map(Listed::read)
            .map(|message| mailwijs_mail::parse(&message.unwrap().bytes).subject);
        assert_eq!(messages.collect::<Vec<_>>(), ["nieuwst", "nieuwer", "oud"]);
    }

    #[test]
    fn a_folder_that_cannot_be_opened_is_said() {
        let dir = tempfile::tempdir().unwrap();
        let mut listed = folder(&dir.path().join("weg")).listed_backwards(dir.path());
        assert!(listed.next().unwrap().read().unwrap().is_err());
        assert!(listed.next().is_none());
    }

    proptest! {
        #[test]
        fn it_reads_what_is_read_from_front_to_back(
            messages in prop::collection::vec("(From - Mon Nov 23 09:00:00 2026\n|From x\n|)(Subject: [a-c]{0,3}\n|X-Mozilla-Status: 0008\n|Content-Length: 7\n){0,3}\n[ab>From\n ]{0,40}(\n\n|\n|)", 0..8)
        ) {
            let [forwards, backwards] = both_ways(messages.concat().as_bytes());
            prop_assert_eq!(forwards, backwards);
        }
    }
}
