//! Evolution's own files: the copies it keeps of mail on a server, and what it saves of an open compose window.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::{evolution_index, is_visible};
use crate::{ReadError, file, header};

/// Whether a file holds an open compose window: `.evolution-composer.autosave-XW6NZ3`.
///
/// Half a minute after something is typed, Evolution writes the draft there and not in the folder of drafts. It is
/// checked: a teacher who never saves would otherwise hear of a mail only when it was sent, and an automatic save of
/// Thunderbird or Claws Mail, which does go to the drafts, is checked too. It is a draft in the making, so it is
/// spoken to as softly as those. When the window closes the file goes; after a crash it stays, and Evolution offers to
/// open it again.
pub(crate) fn is_autosave(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        name.as_encoded_bytes()
            .starts_with(b".evolution-composer.autosave-")
    })
}

/// Whether a file stands where Evolution keeps copies of a server's folder: `cur/1f/214`.
pub(crate) fn is_cached(path: &Path) -> bool {
    let directory = path.parent();
    is_visible(path)
        && directory.is_some_and(is_hash)
        && directory
            .and_then(Path::parent)
            .and_then(Path::file_name)
            .is_some_and(|name| name == "cur")
}

/// `1f`: files are spread over such directories by a hash of their names.
fn is_hash(directory: &Path) -> bool {
    let name = directory.file_name().unwrap_or_default().as_encoded_bytes();
    matches!(name, [a, b] if is_hex(*a) && is_hex(*b))
}

const fn is_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// Whether a `cur` is one of those: nothing but hashes in it.
pub(crate) fn is_cache(cur: &Path) -> bool {
    let Ok(entries) = fs::read_dir(cur) else {
        return false;
    };
    let mut hashes = false;
    for entry in entries.filter_map(Result::ok) {
        if !is_hash(&entry.path()) {
            return false;
        }
        hashes = true;
    }
    hashes
}

/// The folder of copies that a file or directory inside it belongs to: what has the `cur`.
pub(crate) fn cache_around(path: &Path) -> Option<&Path> {
    let spread = if is_hash(path) { path } else { path.parent()? };
    let within = spread.parent().filter(|_| is_hash(spread))?;
    let folder = within.parent()?;
    let known = match within.file_name()?.to_str()? {
        "cur" => is_cache(within),
        // What comes in is written here first, and for the first message there is nothing else yet.
        "tmp" => folder.ancestors().any(|above| above.ends_with("folders")),
        _ => false,
    };
    known.then_some(folder)
}

/// The files of a folder of copies.
pub(super) fn collect(cur: &Path, files: &mut Vec<Result<PathBuf, ReadError>>) {
    let hashes = match fs::read_dir(cur) {
        Ok(entries) => entries,
        Err(error) => return files.push(Err(ReadError::io(cur, &error))),
    };
    for hash in hashes.filter_map(Result::ok).map(|entry| entry.path()) {
        if is_hash(&hash) && hash.is_dir() {
            super::collect(&hash, files, is_cached);
        }
    }
}

/// Leaves out ghosts. What is deleted on the server stays here until the folder is expunged: the index tells, and so does a
/// file that names another as the draft it replaces.
pub(super) fn leave_out(cur: &Path, files: &mut Vec<Result<PathBuf, ReadError>>) {
    if files.is_empty() {
        return;
    }
    let replaced: HashSet<String> = files
        .iter()
        .flatten()
        .filter_map(|path| predecessor(path))
        .collect();
    let deleted = evolution_index::deleted(cur);
    files.retain(|file| {
        let name = file.as_ref().ok().and_then(|path| path.file_name());
        let name = name.map(|name| name.to_string_lossy());
        name.is_none_or(|name| !replaced.contains(name.as_ref()) && !deleted.contains(name.as_ref()))
    });
}

/// The file's name of the draft that this one replaces, when it stood in the same folder.
fn predecessor(path: &Path) -> Option<String> {
    let start = file::start(path).ok()?;
    let text = |name| {
        let value = header::first(&start, name)?;
        Some(String::from_utf8_lossy(value).trim().to_owned())
    };
    let replaces = text("X-Evolution-Draft-Message")?;
    let folder = text("X-Evolution-Draft-Folder")?;
    let folder = percent_encoding::percent_decode_str(&folder).decode_utf8().ok()?;
    let own = path
        .ancestors()
        .nth(3)?
        .file_name()?
        .to_string_lossy()
        .into_owned();
    let stood_in = folder.rsplit('/').next()?;
    (stood_in == own && path.file_name() != Some(OsStr::new(&replaces))).then_some(replaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_copies() {
        assert!(is_cached(Path::new("folders/Drafts/cur/1f/214")));
        for other in [
            "Drafts/cur/214",
            "Drafts/tmp/1f/214",
            "Drafts/cur/1f/.214",
            "Drafts/cur/xy/214",
        ] {
            assert!(!is_cached(Path::new(other)), "{other}");
        }
        assert!(is_autosave(Path::new(
            "evolution/.evolution-composer.autosave-XW6NZ3"
        )));
        assert!(!is_autosave(Path::new("evolution/.goutputstream-JZNOZ3")));
    }
}
