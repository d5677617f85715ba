//! The live messages of a folder or store, one at a time.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::mbox::{Entry, Liveness, MboxBackwards, MboxReader};
use crate::{
    Folder, FolderRole, Listed, MailStore, MessageKey, RawMessage, ReadError, StoreFormat, file, files,
};

/// Messages read one at a time; what cannot be read is an error, and reading goes on behind it.
pub type Messages = Box<dyn Iterator<Item = Result<RawMessage, ReadError>> + Send>;

/// Messages listed one at a time, for others to read.
pub type Listing = Box<dyn Iterator<Item = Listed> + Send>;

impl MailStore {
    /// Exactly the live messages of every folder: no ghosts of deleted messages or of earlier saves of a draft.
    ///
    /// One message is in memory at a time.
    pub fn messages(&self) -> impl Iterator<Item = Result<RawMessage, ReadError>> + Send {
        self.listed().filter_map(Listed::read)
    }

    /// The same messages, ghosts among them, each to be read by whoever has the time.
    pub fn listed(&self) -> impl Iterator<Item = Listed> + Send {
        let folders = self.folders.iter().flat_map(|folder| folder.listed(&self.root));
        self.no_folders().chain(folders)
    }

    /// What could not be opened as a folder: errors, once they are read.
    pub fn no_folders(&self) -> impl Iterator<Item = Listed> + Send {
        self.unreadable.iter().cloned().map(Listed::unreadable)
    }
}

impl Folder {
    /// Exactly the live messages of this folder of the store at `store`.
    pub fn messages(&self, store: &Path) -> Messages {
        Box::new(self.listed(store).filter_map(Listed::read))
    }

    /// The same messages, ghosts among them, each to be read by whoever has the time. Of an mbox one message is in memory at a
    /// time, of other formats none.
    pub fn listed(&self, store: &Path) -> Listing {
        self.list(store, files::list)
    }

    /// The same, the newest first where names tell their order: in a Maildir, an MH folder and in Apple Mail.
    pub fn listed_newest_first(&self, store: &Path) -> Listing {
        self.list(store, |folder| {
            let mut files = files::list(folder);
            files::newest_first(folder.format, &mut files);
            files
        })
    }

    /// The same, the newest first in an mbox too: messages are added at its end, so that it is read from there, once it was read
    /// through to learn where each begins.
    pub fn listed_backwards(&self, store: &Path) -> Listing {
        if self.format != StoreFormat::Mbox {
            return self.listed_newest_first(store);
        }
        let place = Arc::new(Place::new(self, store));
        match MboxBackwards::open(self, &place) {
            Ok(messages) => Box::new(messages),
            Err(error) => Box::new(std::iter::once(Listed::unreadable(error))),
        }
    }

    fn list(&self, store: &Path, files: fn(&Self) -> Vec<Result<PathBuf, ReadError>>) -> Listing {
        let place = Arc::new(Place::new(self, store));
        if self.format == StoreFormat::Mbox {
            return match file::open(&self.path) {
                Ok(file) => Box::new(MboxMessages {
                    reader: MboxReader::new(file, 0),
                    liveness: Arc::new(Liveness::of(&self.path, self.role)),
                    place,
                    ended: false,
                }),
                Err(error) => Box::new(std::iter::once(Listed::unreadable(error))),
            };
        }
        Box::new(
            files(self)
                .into_iter()
                .map(move |path| Listed::file(&place, path)),
        )
    }
}

/// What every message of a folder has in common.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    store: PathBuf,
    pub(crate) folder: PathBuf,
    name: String,
    pub(crate) role: FolderRole,
    pub(crate) format: StoreFormat,
}

impl Place {
    pub(crate) fn new(folder: &Folder, store: &Path) -> Self {
        Self {
            store: store.to_owned(),
            folder: folder.path.clone(),
            name: folder.name.clone(),
            role: folder.role,
            format: folder.format,
        }
    }

    /// The message in a file of this folder; `None` for a ghost.
    pub(crate) fn read_file(&self, path: &Path) -> Result<Option<RawMessage>, ReadError> {
        let read = files::read(self.format, path)?;
        Ok(read.map(|(bytes, draft_flag)| self.message(path, None, draft_flag, bytes)))
    }

    /// The message that stood in a file of this folder; `None` for a ghost.
    pub(crate) fn caught_file(&self, path: &Path, bytes: Vec<u8>) -> Result<Option<RawMessage>, ReadError> {
        let read = files::interpret(self.format, path, bytes)?;
        Ok(read.map(|(bytes, draft_flag)| self.message(path, None, draft_flag, bytes)))
    }

    /// A message of this folder's mbox.
    pub(crate) fn entry(&self, entry: &Entry) -> RawMessage {
        self.message(&self.folder, Some(entry.offset), false, entry.message())
    }

    fn message(&self, path: &Path, offset: Option<u64>, draft_flag: bool, bytes: Vec<u8>) -> RawMessage {
        RawMessage {
            key: MessageKey {
                path: path.to_owned(),
                offset,
            },
            store: self.store.clone(),
            folder: self.name.clone(),
            role: self.role,
            draft_flag,
            loose: matches!(self.format, StoreFormat::SingleFile | StoreFormat::EmlFolder)
                && self.role == FolderRole::Other,
            bytes,
        }
    }
}

struct MboxMessages {
    reader: MboxReader<File>,
    liveness: Arc<Liveness>,
    place: Arc<Place>,
    ended: bool,
}

impl Iterator for MboxMessages {
    type Item = Listed;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.reader.next_entry() {
            Ok(Some(entry)) => Some(Listed::entry(&self.place, &self.liveness, entry)),
            Ok(None) => {
                self.ended = true;
                None
            }
            Err(error) => {
                self.ended = true;
                let error = ReadError::io(&self.place.folder, &error);
                Some(Listed::unreadable(error))
            }
        }
    }
}
