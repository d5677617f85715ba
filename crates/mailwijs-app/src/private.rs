//! Folders and files that only this user can open, for what must not last.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The session's own folder, which is memory and gone at logout; else the user's temporary folder.
pub(crate) fn session_folder() -> PathBuf {
    let session = std::env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(|dir| dir.is_dir());
    session.unwrap_or_else(std::env::temp_dir)
}

/// A new folder in `base`, readable by this user only; its name begins with `prefix`.
pub(crate) fn new_folder(base: &Path, prefix: &str) -> io::Result<TempDir> {
    let mut folder = tempfile::Builder::new();
    folder.prefix(prefix);
    #[cfg(unix)]
    folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    folder.tempdir_in(base)
}

/// A new file with these bytes, readable by this user only.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// The folders in `base` that an earlier run may have made: their names begin with `prefix`, and they are this user's.
pub(crate) fn old_folders(base: &Path, prefix: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(base) else {
        return Vec::new();
    };
    let ours = entries.flatten().filter(|entry| {
        let named = entry.file_name().to_string_lossy().starts_with(prefix);
        // A link under our name is somebody else's: only real folders are looked into.
        named
            && entry
                .metadata()
                .is_ok_and(|about| about.is_dir() && is_mine(&about))
    });
    ours.map(|entry| entry.path()).collect()
}

#[cfg(unix)]
fn is_mine(about: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(about) == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
fn is_mine(_about: &fs::Metadata) -> bool {
    true
}
