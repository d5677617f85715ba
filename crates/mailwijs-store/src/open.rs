//! A path that was named by hand becomes the stores it holds.

use std::fs;
use std::path::Path;

use crate::files::has_extension;
use crate::role::role_of;
use crate::search::{self, Hints};
use crate::{Folder, FolderRole, MailStore, StoreError, StoreFormat, file, name};

/// Opens what stands at `path`: a message, an mbox, or a folder, which is searched for mail at every depth.
///
/// Nothing is read but what is needed to recognise formats. A folder without mail yields a store without folders, so
/// that it can be watched.
///
/// # Errors
/// When there is nothing at the path, it may not be read, or it is a file that holds no mail.
pub fn open(path: &Path) -> Result<Vec<MailStore>, StoreError> {
    let found = fs::metadata(path).map_err(|error| StoreError::from_io(path, &error))?;
    if found.is_dir() {
        fs::read_dir(path).map_err(|error| StoreError::from_io(path, &error))?;
        return Ok(open_directory(search::maildir_around(path).unwrap_or(path)));
    }
    if !found.is_file() {
        return Err(StoreError::Special(path.to_owned()));
    }
    fs::File::open(path).map_err(|error| StoreError::from_io(path, &error))?;
    let format = format_of_file(path).ok_or_else(|| StoreError::NotMail(path.to_owned()))?;
    let mut folder = Folder {
        path: path.to_owned(),
        name: String::new(),
        role: FolderRole::Other,
        format,
    };
    folder.name = name::of(path, &folder);
    if format == StoreFormat::Mbox {
        folder.role = role_of(&folder.name);
    } else if let Some(maildir) = search::maildir_around(path) {
        folder.name = name::of(
            maildir,
            &Folder {
                path: maildir.to_owned(),
                format: StoreFormat::Maildir,
                ..folder.clone()
            },
        );
        folder.role = role_of(&folder.name);
    }
    Ok(vec![store(path, vec![folder])])
}

fn store(root: &Path, folders: Vec<Folder>) -> MailStore {
    MailStore {
        root: root.to_owned(),
        name: root.display().to_string(),
        folders,
        unreadable: Vec::new(),
        hints: Hints::default(),
    }
}

fn open_directory(root: &Path) -> Vec<MailStore> {
    let found = search::search(root, &Hints::default());
    let mut stores: Vec<MailStore> = found
        .profiles
        .iter()
        .flat_map(|profile| profile_stores(profile))
        .collect();
    if stores.is_empty() || !found.folders.is_empty() || !found.unreadable.is_empty() {
        stores.insert(
            0,
            MailStore {
                unreadable: found.unreadable,
                ..store(root, found.folders)
            },
        );
    }
    stores
}

fn profile_stores(profile: &Path) -> Vec<MailStore> {
    crate::discover::thunderbird::stores(profile)
}

/// What a file named by hand is. A name ending in `.eml` is believed, however broken the file.
fn format_of_file(path: &Path) -> Option<StoreFormat> {
    if has_extension(path, &["eml", "emlx"]) {
        return Some(StoreFormat::SingleFile);
    }
    let start = file::start(path).ok()?;
    match search::kind_of(path) {
        Some(format) => Some(format),
        // `mutt` truncates its mbox in place, so an empty file may well be a folder without messages.
        None if start.is_empty() => Some(StoreFormat::Mbox),
        None if start.starts_with(b"From ") || has_extension(path, &["mbox"]) => Some(StoreFormat::Mbox),
        None if start.contains(&0) => None,
        None => looks_like_broken_message(&start).then_some(StoreFormat::SingleFile),
    }
}

/// A header field somewhere in the first lines: a message whose top was damaged.
fn looks_like_broken_message(start: &[u8]) -> bool {
    start
        .split(|byte| *byte == b'\n')
        .take(40)
        .any(crate::header::is_known_field)
}
