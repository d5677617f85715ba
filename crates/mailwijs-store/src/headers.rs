//! The header blocks of a folder's newest messages, without the texts and files behind them.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::mbox::{Liveness, MboxReader};
use crate::{Folder, ReadError, StoreFormat, file, files, header};

/// The end of an mbox that is read, in bytes: a drive reads so much in a second or so.
const MBOX_END: u64 = 256 << 20;
/// A header block is hardly ever longer, in bytes; of a longer one only the beginning counts.
const BLOCK: u64 = 256 << 10;
/// Most header blocks are shorter, in bytes.
const STEP: u64 = 8 << 10;

impl Folder {
    /// The header blocks of the newest messages, at most so many, in no particular order.
    ///
    /// Of an mbox only the last 256 MiB are read, of other formats only the beginning of each file. What cannot be read is
    /// left out: this is for learning habits, not for finding every message.
    pub fn newest_headers(&self, most: usize) -> Vec<Vec<u8>> {
        if self.format == StoreFormat::Mbox {
            return self.mbox_headers(most).map(Vec::from).unwrap_or_default();
        }
        let mut newest: Vec<(Reverse<SystemTime>, PathBuf)> = files::list(self)
            .into_iter()
            .flatten()
            .filter_map(|path| Some((Reverse(fs::metadata(&path).ok()?.modified().ok()?), path)))
            .collect();
        newest.sort();
        let paths = newest.into_iter().map(|(_, path)| path).take(most);
        paths.filter_map(|path| file_header(&path)).collect()
    }

    fn mbox_headers(&self, most: usize) -> Result<VecDeque<Vec<u8>>, ReadError> {
        let io = |error| ReadError::io(&self.path, &error);
        let mut file = file::open(&self.path)?;
        let start = file.metadata().map_err(io)?.len().saturating_sub(MBOX_END);
        file.seek(SeekFrom::Start(start)).map_err(io)?;
        let liveness = Liveness::at_hand(&self.path);
        let mut reader = MboxReader::new(file, start);
        let mut newest = VecDeque::new();
        while let Some(entry) = reader.next_entry().map_err(io)? {
            if entry.too_large || !liveness.is_live(&entry, self.role) {
                continue;
            }
            newest.push_back(header::block(entry.stored()).to_vec());
            if newest.len() > most {
                newest.pop_front();
            }
        }
        Ok(newest)
    }
}

/// The header block of the message in a file.
pub(crate) fn file_header(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = beginning(path).ok()?;
    if files::outlook::is_outlook(path, &bytes) {
        // Its headers may stand anywhere in the file.
        bytes = files::interpret(StoreFormat::SingleFile, path, file::read(path).ok()?)
            .ok()??
            .0;
    } else if files::has_extension(path, &["emlx"]) {
        // The first line counts the message's bytes.
        let line = memchr::memchr(b'\n', &bytes)?;
        bytes.drain(..=line);
    }
    bytes.truncate(header::block(&bytes).len());
    Some(bytes)
}

/// The file as far as its header block goes, or a little farther.
fn beginning(path: &Path) -> Result<Vec<u8>, ReadError> {
    let mut file = file::open(path)?.take(BLOCK);
    let mut bytes = Vec::new();
    loop {
        let step = file.by_ref().take(STEP).read_to_end(&mut bytes);
        let read = step.map_err(|error| ReadError::io(path, &error))?;
        if read == 0 || header::block(&bytes).len() < bytes.len() {
            return Ok(bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FolderRole;

    fn folder(path: &Path, format: StoreFormat) -> Folder {
        Folder {
            path: path.to_owned(),
            name: "Sent".to_owned(),
            role: FolderRole::Sent,
            format,
        }
    }

    #[test]
    fn the_newest_of_an_mbox_without_their_texts() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Sent");
        let deleted = "From - \nTo: weg@x.example\nX-Mozilla-Status: 0009\n\nWeg.\n\n";
        let two =
            "From - \nTo: an@x.example\n\nDag An.\n\nFrom - \nTo: tom@x.example,\n els@x.example\n\nDag.\n\n";
        fs::write(&path, [two, deleted].concat()).unwrap();
        let headers = |most| folder(&path, StoreFormat::Mbox).newest_headers(most);
        let newest = b"To: tom@x.example,\n els@x.example\n".to_vec();
        assert_eq!(headers(9), [b"To: an@x.example\n".to_vec(), newest.clone()]);
        assert_eq!(headers(1), [newest]);
    }

    #[test]
    fn the_newest_files_without_their_texts() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("cur")).unwrap();
        for (name, day) in [("1.x:2,S", 3), ("2.x:2,S", 9)] {
            let path = dir.path().join("cur").join(name);
            fs::write(&path, format!("To: dag{day}@x.example\n\nDag.\n")).unwrap();
            let at = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(day);
            let file = fs::File::options().write(true).open(&path).unwrap();
            file.set_modified(at).unwrap();
        }
        let newest = folder(dir.path(), StoreFormat::Maildir).newest_headers(1);
        assert_eq!(newest, [b"To: dag9@x.example\n".to_vec()]);
    }

    #[test]
    fn a_header_block_of_any_length_is_read_whole() {
        let dir = tempfile::tempdir().unwrap();
        for lines in [0, 100, 250, 1000] {
            let folded = " iemand@x.example,\n".repeat(lines);
            let block = format!("To: an@x.example,\n{folded} tom@x.example\n");
            fs::write(
                dir.path().join("1.eml"),
                format!("{block}\n{}", "Dag. ".repeat(5000)),
            )
            .unwrap();
            let headers = folder(dir.path(), StoreFormat::EmlFolder).newest_headers(9);
            assert_eq!(headers, [block.into_bytes()], "{lines}");
        }
    }

    #[test]
    fn an_apple_message_begins_behind_its_length() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(
            dir.path().join("1.emlx"),
            "24\nTo: an@x.example\n\nDag.\n\n<plist/>",
        )
        .unwrap();
        let headers = folder(dir.path(), StoreFormat::Emlx).newest_headers(9);
        assert_eq!(headers, [b"To: an@x.example\n".to_vec()]);
    }

    #[test]
    fn a_folder_that_is_gone_has_none() {
        let gone = Path::new("/nowhere/at/all");
        for format in [StoreFormat::Mbox, StoreFormat::Maildir] {
            assert_eq!(folder(gone, format).newest_headers(9), [b""; 0]);
        }
    }
}
