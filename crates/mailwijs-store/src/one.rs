//! One message, read anew where it was seen.

use std::io::{Seek as _, SeekFrom};

use crate::mbox::MboxReader;
use crate::messages::Place;
use crate::{Folder, MailStore, MessageKey, RawMessage, ReadError, StoreFormat, file};

impl MailStore {
    /// What stands at this place now, deleted messages of an mbox included; `None` when nothing does any more. In an mbox
    /// that was compacted another message may stand there: compare it with what is sought.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn message_at(&self, key: &MessageKey) -> Result<Option<RawMessage>, ReadError> {
        if !key.path.exists() {
            return Ok(None);
        }
        let above = |folder: &&Folder| key.path.starts_with(&folder.path);
        let own = self
            .folders
            .iter()
            .filter(above)
            .max_by_key(|folder| folder.path.as_os_str().len());
        // A folder that is newer than the list of folders is known by its file alone.
        let opened = match own {
            Some(folder) => vec![folder.clone()],
            None => crate::open(&key.path).map_or_else(
                |_| Vec::new(),
                |stores| stores.into_iter().flat_map(|store| store.folders).collect(),
            ),
        };
        let Some(folder) = opened.first() else {
            return Ok(None);
        };
        let place = Place::new(folder, &self.root);
        match (folder.format, key.offset) {
            (StoreFormat::Mbox, Some(offset)) => in_mbox(&place, key, offset),
            (StoreFormat::Mbox, None) => Ok(None),
            _ => place.read_file(&key.path),
        }
    }
}

fn in_mbox(place: &Place, key: &MessageKey, offset: u64) -> Result<Option<RawMessage>, ReadError> {
    let mut mbox = file::open(&key.path)?;
    mbox.seek(SeekFrom::Start(offset))
        .map_err(|error| ReadError::io(&key.path, &error))?;
    let mut reader = MboxReader::new(mbox, offset);
    let entry = reader
        .next_entry()
        .map_err(|error| ReadError::io(&key.path, &error))?;
    Ok(entry
        .filter(|entry| entry.offset == offset)
        .map(|entry| place.entry(&entry)))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Every message that is listed is read again where it was seen.
    fn all_again(root: &Path) -> usize {
        let mut count = 0;
        for store in crate::open(root).unwrap() {
            for message in store.messages() {
                let message = message.unwrap();
                assert_eq!(store.message_at(&message.key).unwrap(), Some(message));
                count += 1;
            }
        }
        count
    }

    #[test]
    fn what_was_listed_is_found_again() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("Box/cur")).unwrap();
        fs::create_dir_all(dir.path().join("Box/new")).unwrap();
        fs::create_dir_all(dir.path().join("Box/tmp")).unwrap();
        fs::write(dir.path().join("Box/cur/1.x:2,S"), "Subject: a\n\nDag\n").unwrap();
        fs::write(
            dir.path().join("Inbox"),
            "From - Sun Nov 22 01:10:31 2026\nSubject: b\n\nDag\n\nFrom - Sun Nov 22 01:10:32 2026\nSubject: c\n\n>From hier\n\n",
        )
        .unwrap();
        assert_eq!(all_again(dir.path()), 3);
    }

    #[test]
    fn what_is_gone_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Inbox");
        fs::write(&path, "From - Sun Nov 22 01:10:31 2026\nSubject: b\n\nDag\n\n").unwrap();
        let store = crate::open(&path).unwrap().remove(0);
        let at = |offset| MessageKey {
            path: path.clone(),
            offset: Some(offset),
        };
        assert!(store.message_at(&at(0)).unwrap().is_some());
        assert_eq!(store.message_at(&at(400)).unwrap(), None);
        fs::remove_file(&path).unwrap();
        assert_eq!(store.message_at(&at(0)).unwrap(), None);
    }
}
