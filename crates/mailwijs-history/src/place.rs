//! The files of the history.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::{HistoryError, KEY_NAME, SecretStore};

/// The database whose key is in the keyring.
pub(crate) const KEYRING_FILE: &str = "history.db";
/// The database whose key is drawn from a passphrase. Its name tells how to open it, since nothing in it can.
pub(crate) const PASSPHRASE_FILE: &str = "history-passphrase.db";
const LOCK_FILE: &str = "history.lock";
/// The size of SQLCipher's pages in bytes: the least a database can be.
const PAGE: u64 = 4096;
/// What SQLite puts beside a database.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// What erasing left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// The keyring could not be asked to forget the key. There is nothing left that it opens.
    pub key_left: bool,
}

/// Removes every history in this folder, opened or not, also those that were set aside, and its key in the keyring.
/// Close the [`crate::History`] first.
///
/// # Errors
/// When a file cannot be removed; whatever could be removed is.
pub fn erase(dir: &Path, secrets: &dyn SecretStore) -> Result<Erased, HistoryError> {
    let key_left = secrets.forget(KEY_NAME).is_err();
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Erased { key_left }),
        entries => entries?,
    };
    let ours = |path: &PathBuf| {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        [KEYRING_FILE, PASSPHRASE_FILE, LOCK_FILE]
            .iter()
            .any(|ours| name.starts_with(ours))
    };
    let mut failed = None;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())).filter(ours) {
        if let Err(error) = fs::remove_file(&path) {
            failed = Some(error);
        }
    }
    failed.map_or(Ok(Erased { key_left }), |error| Err(error.into()))
}

/// Puts the history that cannot be opened aside under another name, so that a new one can be begun; nothing in it
/// changes. Only ever on the teacher's own word. Gives back where it is now; `None` when there was none.
///
/// # Errors
/// When a file cannot be renamed.
pub fn set_aside(dir: &Path, kept: crate::Kept) -> Result<Option<PathBuf>, HistoryError> {
    let Some(file) = kept.file(dir).filter(|file| file.exists()) else {
        return Ok(None);
    };
    let free = |aside: &PathBuf| !aside.exists();
    let Some(aside) = (1_u32..10_000)
        .map(|n| beside(&file, &format!(".aside-{n}")))
        .find(free)
    else {
        return Ok(None);
    };
    for companion in COMPANIONS {
        let from = beside(&file, companion);
        if from.exists() {
            fs::rename(from, beside(&aside, companion))?;
        }
    }
    fs::rename(&file, &aside)?;
    Ok(Some(aside))
}

/// A file that holds nothing: never written, or the leftover of a crash before the first write.
pub(crate) fn is_new(file: &Path) -> bool {
    fs::metadata(file).map_or(true, |metadata| metadata.len() == 0)
}

/// Too short to be a database: SQLite would take it for a new one and write over it.
pub(crate) fn is_fragment(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|metadata| (1..PAGE).contains(&metadata.len()))
}

/// Makes the folder and the empty file, readable by this user only.
pub(crate) fn prepare(file: &Path) -> io::Result<()> {
    if let Some(dir) = file.parent() {
        make_private_dir(dir)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

/// Keeps two processes from making a key or a database at the same time, for as long as the lock is held.
pub(crate) fn lock(dir: &Path, patience: Duration) -> Result<File, HistoryError> {
    make_private_dir(dir)?;
    let file = File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(dir.join(LOCK_FILE))?;
    let end = Instant::now() + patience;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if Instant::now() < end => thread::sleep(Duration::from_millis(20)),
            Err(TryLockError::WouldBlock) => return Err(HistoryError::Busy),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}

fn make_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
