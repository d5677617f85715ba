//! Files and directories that held nothing when watching began. Which of them are folders shows with their first message,
//! and that message was put there since, whatever its date.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{MailStore, StoreFormat};

/// Directories are looked at so far down; folders with mail in them end the way.
const LEVELS: usize = 4;

/// The empty files where mboxes stand, or could, and the directories without a file that is not hidden.
pub(super) fn stood_empty(stores: &[MailStore]) -> HashSet<PathBuf> {
    let directories: HashSet<&Path> = stores.iter().flat_map(directories).collect();
    let files = directories
        .into_iter()
        .filter_map(|directory| fs::read_dir(directory).ok())
        .flat_map(Iterator::flatten)
        .filter(|file| {
            file.metadata()
                .is_ok_and(|found| found.is_file() && found.len() == 0)
        })
        .map(|file| file.path());
    let mut empty: HashSet<PathBuf> = files.collect();
    for store in stores {
        let folders = store.folders.iter().map(|folder| folder.path.as_path()).collect();
        empty_directories(&store.root, &folders, LEVELS, &mut empty);
    }
    empty
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

fn empty_directories(
    directory: &Path,
    folders: &HashSet<&Path>,
    levels: usize,
    empty: &mut HashSet<PathBuf>,
) {
    if folders.contains(directory) {
        return;
    }
    let Ok(entries) = fs::read_dir(directory) else {
        return;
    };
    let mut is_empty = true;
    for entry in entries.flatten() {
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && levels > 0 => {
                empty_directories(&entry.path(), folders, levels - 1, empty);
            }
            Ok(kind) if kind.is_dir() => {}
            // What mail clients keep beside the mail is hidden.
            _ => is_empty &= is_hidden,
        }
    }
    if is_empty {
        empty.insert(directory.to_owned());
    }
}
