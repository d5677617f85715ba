//! The live messages of a folder or store, one at a time.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::mbox::{Entry, Liveness, MboxReader};
use crate::{
    Folder, FolderRole, MailStore, MessageKey, RawMessage, ReadCause, ReadError, StoreFormat, file, files,
};

/// Messages read one at a time; what cannot be read is an error, and reading goes on behind it.
pub type Messages = Box<dyn Iterator<Item = Result<RawMessage, ReadError>> + Send>;

impl MailStore {
    /// Exactly the live messages of every folder: no ghosts of deleted messages or of earlier saves of a draft.
    ///
    /// One message is in memory at a time.
    pub fn messages(&self) -> impl Iterator<Item = Result<RawMessage, ReadError>> + Send {
        let unreadable = self.unreadable.iter().cloned().map(Err);
        unreadable.chain(self.folders.iter().flat_map(|folder| folder.messages(&self.root)))
    }
}

impl Folder {
    /// Exactly the live messages of this folder of the store at `store`.
    pub fn messages(&self, store: &Path) -> Messages {
        let place = Place::new(self, store);
        if self.format == StoreFormat::Mbox {
            return match file::open(&self.path) {
                Ok(file) => Box::new(MboxMessages {
                    reader: MboxReader::new(file, 0),
                    liveness: Liveness::of(&self.path, self.role),
                    place,
                    ended: false,
                }),
                Err(error) => Box::new(std::iter::once(Err(error))),
            };
        }
        Box::new(
            files::list(self)
                .into_iter()
                .filter_map(move |path| place.file(path).transpose()),
        )
    }
}

/// What every message of a folder has in common.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    store: PathBuf,
    folder: PathBuf,
    name: String,
    role: FolderRole,
    format: StoreFormat,
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

    fn file(&self, path: Result<PathBuf, ReadError>) -> Result<Option<RawMessage>, ReadError> {
        self.read_file(&path?)
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
    liveness: Liveness,
    place: Place,
    ended: bool,
}

impl Iterator for MboxMessages {
    type Item = Result<RawMessage, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.reader.next_entry() {
                Ok(Some(entry)) if entry.too_large => {
                    let error = ReadError::new(&self.place.folder, Some(entry.offset), ReadCause::TooLarge);
                    return Some(Err(error));
                }
                Ok(Some(entry)) if self.liveness.is_live(&entry, self.place.role) => {
                    return Some(Ok(self.place.entry(&entry)));
                }
                Ok(Some(_ghost)) => {}
                Ok(None) => self.ended = true,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(ReadError::io(&self.place.folder, &error)));
                }
            }
        }
        None
    }
}
