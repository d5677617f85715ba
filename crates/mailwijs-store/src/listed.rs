//! Messages that were found and not looked at yet.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::files::maildir;
use crate::mbox::{Entry, Liveness};
use crate::messages::Place;
use crate::{RawMessage, ReadCause, ReadError, StoreFormat, header};

/// A message that was found in its folder and not looked at yet. It may turn out to be a ghost.
#[derive(Debug)]
pub struct Listed(Found);

#[derive(Debug)]
enum Found {
    File(Arc<Place>, PathBuf),
    Entry(Arc<Place>, Arc<Liveness>, Entry),
    Unreadable(ReadError),
}

/// How a message stands in its store now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Bytes that it takes up there.
    pub size: u64,
    /// What tells it from every other message and from what stood there before, to be hashed: it holds a path, or a header
    /// block. Flags that a Maildir keeps in its names make no difference.
    pub traits: Vec<u8>,
}

impl Listed {
    pub(crate) fn file(place: &Arc<Place>, path: Result<PathBuf, ReadError>) -> Self {
        match path {
            Ok(path) => Self(Found::File(Arc::clone(place), path)),
            Err(error) => Self::unreadable(error),
        }
    }

    pub(crate) fn entry(place: &Arc<Place>, liveness: &Arc<Liveness>, entry: Entry) -> Self {
        Self(Found::Entry(Arc::clone(place), Arc::clone(liveness), entry))
    }

    pub(crate) const fn unreadable(error: ReadError) -> Self {
        Self(Found::Unreadable(error))
    }

    /// Reads the message; `None` for a ghost.
    pub fn read(self) -> Option<Result<RawMessage, ReadError>> {
        match self.0 {
            Found::File(place, path) => place.read_file(&path).transpose(),
            Found::Entry(place, _, entry) if entry.too_large => Some(Err(ReadError::new(
                &place.folder,
                Some(entry.offset),
                ReadCause::TooLarge,
            ))),
            Found::Entry(place, liveness, entry) => liveness
                .is_live(&entry, place.role)
                .then(|| Ok(place.entry(&entry))),
            Found::Unreadable(error) => Some(Err(error)),
        }
    }

    /// How it stands in its store now, without reading it. What cannot be read has no size.
    pub fn version(&self) -> Version {
        match &self.0 {
            Found::File(place, path) => file_version(place, path),
            Found::Entry(place, _, entry) => {
                let folder = place.folder.as_os_str().as_encoded_bytes();
                Version {
                    size: entry.length,
                    // Compaction moves a message, so that its place is none of its traits.
                    traits: join(&[folder, header::block(entry.stored()), &entry.length.to_le_bytes()]),
                }
            }
            Found::Unreadable(error) => Version {
                size: 0,
                traits: join(&[error.to_string().as_bytes()]),
            },
        }
    }
}

fn file_version(place: &Place, path: &Path) -> Version {
    let found = fs::metadata(path).ok();
    let changed = found.as_ref().and_then(|found| found.modified().ok());
    let changed = changed.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    let size = found.map_or(0, |found| found.len());
    let (folder, name) = if place.format == StoreFormat::Maildir {
        (place.folder.as_path(), maildir::unique(path))
    } else {
        (path, &[] as &[u8])
    };
    Version {
        size,
        traits: join(&[
            folder.as_os_str().as_encoded_bytes(),
            name,
            &size.to_le_bytes(),
            &changed.unwrap_or_default().as_nanos().to_le_bytes(),
        ]),
    }
}

/// The pieces one after another, so that no other pieces make the same bytes.
fn join(pieces: &[&[u8]]) -> Vec<u8> {
    let mut joined = Vec::new();
    for piece in pieces {
        joined.extend_from_slice(&piece.len().to_le_bytes());
        joined.extend_from_slice(piece);
    }
    joined
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::Duration;

    use super::*;
    use crate::{Folder, FolderRole};

    fn traits(path: &Path, format: StoreFormat) -> Vec<Vec<u8>> {
        let folder = Folder {
            path: path.to_owned(),
            name: "Inbox".to_owned(),
            role: FolderRole::Inbox,
            format,
        };
        let listed = folder.listed(path);
        listed.map(|listed| listed.version().traits).collect()
    }

    #[test]
    fn a_file_is_another_when_it_was_written_anew_and_not_when_it_was_read() {
        let dir = tempfile::tempdir().unwrap();
        for part in ["cur", "new"] {
            fs::create_dir(dir.path().join(part)).unwrap();
        }
        let (new, read) = (
            dir.path().join("new/7.laptop"),
            dir.path().join("cur/7.laptop:2,S"),
        );
        fs::write(&new, "Subject: a\n\nDag").unwrap();
        let of = || traits(dir.path(), StoreFormat::Maildir);
        let first = of();
        fs::rename(&new, &read).unwrap();
        assert_eq!(of(), first);
        let later = SystemTime::now() + Duration::from_secs(1);
        File::options()
            .write(true)
            .open(&read)
            .unwrap()
            .set_modified(later)
            .unwrap();
        assert_ne!(of(), first);
    }

    #[test]
    fn a_message_of_an_mbox_stays_itself_when_it_moves_and_not_when_it_is_saved_anew() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Inbox");
        let of = |text: &str| {
            fs::write(&path, text).unwrap();
            traits(&path, StoreFormat::Mbox)
        };
        let two = "From - \nSubject: a\n\nDag\n\nFrom - \nSubject: b\n\nDag\n\n";
        let both = of(two);
        assert_ne!(both[0], both[1]);
        assert_eq!(of("From - \nSubject: b\n\nDag\n\n"), both[1..]);
        assert_ne!(of("From - \nSubject: b\n\nDag!\n\n"), both[1..]);
    }
}
