//! What mail clients leave beside their folders: mail that nobody sees and that is still there.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::marks::age;
use crate::role::role_of;
use crate::search::Hints;
use crate::{Folder, ReadError, StoreFormat, files, name};

/// Where Thunderbird builds a compacted folder, and moves the old one to.
const COMPACTING: &str = ".compact-temp";

/// A compaction takes no longer than this between two steps; what stays was left by a crash.
const STEP: Duration = Duration::from_secs(30);

/// Whether an mbox that is not there is being put back by a compaction.
pub(super) fn is_being_compacted(mbox: &Path) -> bool {
    let Some((above, own)) = mbox.parent().zip(mbox.file_name()) else {
        return false;
    };
    let compacting = above.join(COMPACTING);
    let files = fs::read_dir(&compacting).into_iter().flatten().flatten();
    let mut paths = files.map(|file| file.path());
    paths.any(|path| original(&path).is_some_and(|name| name == own.as_encoded_bytes()))
        && age(&compacting) < STEP
}

/// The name of the folder that a file of a compaction was, or is to be: `Inbox.original`, `Inbox.compacted`.
fn original(path: &Path) -> Option<&[u8]> {
    if !files::has_extension(path, &["original", "compacted", "compacting"]) {
        return None;
    }
    path.file_stem().map(std::ffi::OsStr::as_encoded_bytes)
}

/// The files that were left in these directories, as folders; what they were of tells their names and roles.
pub(super) fn left_in(
    directories: impl IntoIterator<Item = PathBuf>,
    root: &Path,
    folders: &[Folder],
    hints: &Hints,
) -> (Vec<Folder>, Vec<ReadError>) {
    let (mut left, mut unread) = (Vec::new(), Vec::new());
    for directory in directories {
        let compacting = directory.join(COMPACTING);
        let mut paths = Vec::new();
        // Links are not followed: nothing of Thunderbird's is one.
        let is_there = fs::symlink_metadata(&compacting).is_ok_and(|found| found.is_dir());
        match fs::read_dir(&compacting) {
            Ok(files) => paths.extend(files.flatten().map(|file| file.path())),
            Err(error) if is_there => unread.push(ReadError::io(&compacting, &error)),
            Err(_) => {}
        }
        let old = ["nstmp", "nstmp-1", "nstmp-2", "nstmp-3"].map(|name| directory.join(name));
        paths.extend(old);
        for path in paths {
            let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
            if is_file && !files::has_extension(&path, &["msf"]) {
                left.push(folder_of(path, &directory, root, folders, hints));
            }
        }
    }
    (left, unread)
}

fn folder_of(path: PathBuf, directory: &Path, root: &Path, folders: &[Folder], hints: &Hints) -> Folder {
    let own = path.file_stem().filter(|_| original(&path).is_some());
    let of = own.map(|own| directory.join(own));
    if let Some(known) = folders.iter().find(|folder| Some(&folder.path) == of.as_ref()) {
        return Folder {
            path,
            ..known.clone()
        };
    }
    let of = of.unwrap_or_else(|| path.clone());
    let mut folder = Folder {
        path: of,
        name: String::new(),
        role: crate::FolderRole::Other,
        format: StoreFormat::Mbox,
    };
    folder.name = hints
        .names
        .get(&folder.path)
        .cloned()
        .unwrap_or_else(|| name::of(root, &folder));
    folder.role = hints
        .roles
        .get(&folder.path)
        .copied()
        .unwrap_or_else(|| role_of(&folder.name));
    folder.path = path;
    folder
}
