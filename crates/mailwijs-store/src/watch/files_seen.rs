//! Follows a folder of message files: which were there, so that a new or changed one stands out.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::files::ghosts::{is_listed, made};
use crate::files::{self, evolution_index, maildir};
use crate::messages::Place;
use crate::sketch::hash;
use crate::{Folder, MessageKey, RawMessage, ReadError, StoreFormat};

/// What became of a file that was looked at.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum File {
    /// A new or changed message.
    New(RawMessage),
    /// A known message under another name.
    Renamed { from: MessageKey, to: MessageKey },
    /// Known, or no message.
    Nothing,
    /// Deleted, or marked as deleted.
    Gone(MessageKey),
}

/// A folder of message files.
#[derive(Debug)]
pub(super) struct FilesSeen {
    place: Place,
    folder: Folder,
    known: Known,
}

#[derive(Debug)]
enum Known {
    /// Followed in full: each file and a hash of what it holds.
    Contents(HashMap<PathBuf, u64>),
    /// Only new files are looked at: hashes of the names without their flags.
    Names(HashSet<u64>),
}

impl FilesSeen {
    pub(super) fn new(folder: &Folder, store: &Path, full: bool) -> Self {
        let known = if full {
            Known::Contents(HashMap::new())
        } else {
            Known::Names(HashSet::new())
        };
        Self {
            place: Place::new(folder, store),
            folder: folder.clone(),
            known,
        }
    }

    /// Notes what is there; each live message is handed to `found` when the folder is followed in full, or was `made_now`:
    /// by its first mail, perhaps.
    pub(super) fn begin(&mut self, made_now: bool, mut found: impl FnMut(Result<RawMessage, ReadError>)) {
        for file in files::list(&self.folder) {
            match (file, &mut self.known) {
                (Err(error), _) => found(Err(error)),
                (Ok(path), Known::Names(names)) if !made_now => {
                    names.insert(name(&path));
                }
                (Ok(path), _) => match self.look(&path, None) {
                    Ok(File::New(message)) => found(Ok(message)),
                    Ok(_) => {}
                    Err(error) => found(Err(error)),
                },
            }
        }
    }

    /// Whether a path is one that this folder keeps a message at.
    pub(super) fn holds(&self, path: &Path) -> bool {
        files::is_message_name(self.folder.format, path)
            && match self.folder.format {
                StoreFormat::Maildir => maildir::is_inside(path),
                _ => true,
            }
    }

    /// Looks at one file; `caught` is what stood in it when its event came, for a file that is gone again by now.
    pub(super) fn look(&mut self, path: &Path, caught: Option<Vec<u8>>) -> Result<File, ReadError> {
        if let Known::Names(names) = &self.known
            && names.contains(&name(path))
        {
            return Ok(File::Nothing);
        }
        if self.folder.format == StoreFormat::EmlFolder && !files::is_loose_message(path) {
            return Ok(File::Nothing);
        }
        let is_copy = self.folder.format == StoreFormat::EvolutionCache;
        if is_copy && matches!(self.known, Known::Contents(_)) && evolution_index::is_deleted(path) {
            return Ok(self.gone(path));
        }
        match self.place.read_file(path) {
            Ok(Some(message)) if message.bytes.is_empty() => Ok(File::Nothing),
            Ok(Some(message)) => Ok(self.there(path, message)),
            Ok(None) => Ok(self.gone(path)),
            Err(error) if path.is_symlink() && !self.holds_contents_of(path) => Err(error),
            Err(_) if !path.exists() => match caught.map(|bytes| self.place.caught_file(path, bytes)) {
                Some(Ok(Some(message))) => Ok(self.there(path, message)),
                _ => Ok(self.gone(path)),
            },
            Err(error) => Err(error),
        }
    }

    fn holds_contents_of(&self, path: &Path) -> bool {
        matches!(&self.known, Known::Contents(contents) if contents.contains_key(path))
    }

    fn there(&mut self, path: &Path, message: RawMessage) -> File {
        let contents = match &mut self.known {
            Known::Names(names) => {
                names.insert(name(path));
                return File::New(message);
            }
            Known::Contents(contents) => contents,
        };
        let content = hash(&message.bytes);
        if contents.insert(path.to_owned(), content) == Some(content) {
            return File::Nothing;
        }
        let renamed = contents.iter().find(|(old, old_content)| {
            **old_content == content
                && old.as_path() != path
                && maildir::unique(old) == maildir::unique(path)
                && !old.exists()
        });
        if let Some(from) = renamed.map(|(old, _)| old.clone()) {
            contents.remove(&from);
            return File::Renamed {
                from: MessageKey {
                    path: from,
                    offset: None,
                },
                to: message.key,
            };
        }
        File::New(message)
    }

    /// The file is deleted, or marked as deleted.
    pub(super) fn gone(&mut self, path: &Path) -> File {
        if let Known::Contents(contents) = &mut self.known {
            // A mark changes the name, so the message is known under the name without it.
            let known = contents.keys().find(|known| {
                known.as_path() == path
                    || (maildir::unique(known) == maildir::unique(path) && !known.exists())
            });
            if let Some(known) = known.cloned() {
                contents.remove(&known);
                return File::Gone(MessageKey {
                    path: known,
                    offset: None,
                });
            }
        }
        File::Gone(MessageKey {
            path: path.to_owned(),
            offset: None,
        })
    }

    /// Compares with the files that Thunderbird's index of a copy on this computer lists: what to look at, and what is but a
    /// forgotten copy, older than one that is listed.
    pub(super) fn listed(&mut self, names: &HashSet<Vec<u8>>) -> (Vec<PathBuf>, Vec<MessageKey>) {
        let Known::Contents(contents) = &mut self.known else {
            return (Vec::new(), Vec::new());
        };
        let listed = contents.keys().filter(|path| is_listed(path, names));
        let newest = listed.filter_map(|path| made(path)).max();
        let is_ghost =
            |path: &Path| !is_listed(path, names) && made(path).is_some_and(|at| Some(at) < newest);
        let ghosts: Vec<PathBuf> = contents.keys().filter(|path| is_ghost(path)).cloned().collect();
        contents.retain(|path, _| !is_ghost(path));
        let there = files::list(&self.folder).into_iter().flatten();
        let new = there.filter(|path| is_listed(path, names) && !contents.contains_key(path));
        let key = |path| MessageKey { path, offset: None };
        (new.collect(), ghosts.into_iter().map(key).collect())
    }

    /// Compares with what is there now; for when events were lost or never came.
    pub(super) fn rescan(&mut self) -> Vec<PathBuf> {
        let mut changed: Vec<PathBuf> = files::list(&self.folder)
            .into_iter()
            .filter_map(|file| match file {
                Ok(path) => Some(path),
                // Looked at like any other, so that it is told.
                Err(error) => error.path.is_symlink().then_some(error.path),
            })
            .collect();
        match &self.known {
            Known::Names(names) => changed.retain(|path| !names.contains(&name(path))),
            Known::Contents(contents) => {
                // A copy that is deleted on the server is not listed, and still there.
                let listed: HashSet<PathBuf> = changed.iter().cloned().collect();
                let missing = contents.keys().filter(|path| !listed.contains(*path));
                changed.extend(missing.cloned());
            }
        }
        changed
    }
}

fn name(path: &Path) -> u64 {
    hash(maildir::unique(path))
}
