//! Files that held nothing when watching began. Which of them are folders shows with their first message, and that message
//! was written since, whatever its date.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{MailStore, StoreFormat};

/// The empty files where mboxes stand, or could.
pub(super) fn stood_empty(stores: &[MailStore]) -> HashSet<PathBuf> {
    let directories: HashSet<&Path> = stores.iter().flat_map(directories).collect();
    directories
        .into_iter()
        .filter_map(|directory| fs::read_dir(directory).ok())
        .flat_map(Iterator::flatten)
        .filter(|file| {
            file.metadata()
                .is_ok_and(|found| found.is_file() && found.len() == 0)
        })
        .map(|file| file.path())
        .collect()
}

/// The directories of a store's mboxes, and its root unless that holds files of another kind, which may be many.
fn directories(store: &MailStore) -> impl Iterator<Item = &Path> {
    let is_folder = store.folders.iter().any(|folder| folder.path == store.root);
    let mboxes = store
        .folders
        .iter()
        .filter(|folder| folder.format == StoreFormat::Mbox);
    mboxes
        .filter_map(|folder| folder.path.parent())
        .filter(|above| above.starts_with(&store.root))
        .chain((!is_folder).then_some(store.root.as_path()))
}
