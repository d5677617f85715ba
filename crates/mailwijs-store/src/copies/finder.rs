//! Looks for copies of mails.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::judge::kin;
use super::{Keyed, Looked, Sighting, Sought};
use crate::search;
use crate::{Folder, MailStore, ReadError};

/// Finds every copy of given mails. What it has learned of the stores makes the next look cheap.
pub struct CopyFinder {
    keyed: Arc<dyn Keyed>,
}

impl CopyFinder {
    /// Knows nothing yet. `keyed` is what the sought mails were hashed with.
    pub fn new(keyed: Arc<dyn Keyed>) -> Self {
        Self { keyed }
    }

    /// Looks for the mails in every folder of these stores, also in folders that are new; one folder at a time, so this
    /// takes as long as reading what changed since the last look.
    pub fn look(&mut self, stores: &[MailStore], sought: &[Sought]) -> Looked {
        let mut looked = Looked::default();
        for store in stores {
            looked.unread.extend(store.unreadable.iter().cloned());
            match folders(store, &mut looked.unread) {
                Ok(folders) => {
                    for folder in folders {
                        self.look_into(&folder, store, sought, &mut looked);
                    }
                }
                Err(error) => looked.unread.push(error),
            }
        }
        looked.sightings.sort();
        looked.sightings.dedup();
        looked
    }

    fn look_into(&self, folder: &Folder, store: &MailStore, sought: &[Sought], looked: &mut Looked) {
        for message in folder.messages(&store.root) {
            let message = match message {
                Ok(message) => message,
                Err(error) => {
                    looked.unread.push(error);
                    continue;
                }
            };
            let mail = mailwijs_mail::parse(&message.bytes);
            let found = Sought::with_every_passage(0, &mail, &*self.keyed);
            for sought in sought {
                looked.sightings.extend(kin(sought, &found).map(|kin| Sighting {
                    of: sought.id,
                    key: message.key.clone(),
                    store: store.root.clone(),
                    folder: message.folder.clone(),
                    role: message.role,
                    kin,
                    live: true,
                    message_id: mail.message_id.clone(),
                    subject: mail.subject.clone(),
                    date: mail.date,
                }));
            }
        }
    }
}

/// The folders of a store as they are now, and those it had; an error when the store itself is not there.
fn folders(store: &MailStore, unread: &mut Vec<ReadError>) -> Result<Vec<Folder>, ReadError> {
    let root: PathBuf = store.root.clone();
    let found = fs::metadata(&root).map_err(|error| ReadError::io(&root, &error))?;
    let mut folders = Vec::new();
    if found.is_dir() {
        let search = search::search(&root, &store.hints);
        folders = search.folders;
        unread.extend(search.unreadable);
    }
    for folder in &store.folders {
        let is_new = |known: &Folder| known.path != folder.path || known.format != folder.format;
        if folders.iter().all(is_new) && folder.path.exists() {
            folders.push(folder.clone());
        }
    }
    Ok(folders)
}
