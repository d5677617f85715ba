//! Where mails are put for the student tracking system, and how what was left there goes.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use mailwijs_mail::{from_outlook, is_compound, parse};

use super::folder::{PrivateFolder, remove};
use super::safe_name::SafeNames;
use crate::private;

/// Time enough to drag files into a browser, also after a telephone call.
pub const KEPT_FOR: Duration = Duration::from_hours(1);
/// Folders are named so that a later start recognises what an earlier one left.
const PREFIX: &str = "mailwijs-export-";
/// Locked as long as somebody needs the folder it is in.
const LOCK: &str = "lock";
/// What the teacher sees.
const INNER: &str = "mail";
/// A folder without a lock is being made, or its maker was stopped in that moment.
const MAKING: Duration = Duration::from_mins(1);
/// More files of one mail stay in the mail.
const MOST_FILES: usize = 500;

/// Where mails are put for the student tracking system: a folder each, readable by this user only.
#[derive(Debug, Clone)]
pub struct PrivateFolders {
    base: PathBuf,
    kept_for: Duration,
}

impl PrivateFolders {
    /// In the session's own folder, which is memory and gone at logout, for an hour each; else in the user's temporary folder.
    pub fn new() -> Self {
        Self::at(private::session_folder(), KEPT_FOR)
    }

    /// In this folder; each goes after this while.
    pub fn at(base: PathBuf, kept_for: Duration) -> Self {
        Self { base, kept_for }
    }

    /// Puts a mail in a folder of its own: `mail.pdf`, `mail.eml` and its files, under names that are harmless. `unnamed` is
    /// the name of files that have none ("bijlage"). A message of Outlook is written as EML.
    ///
    /// # Errors
    /// When it cannot be written; nothing is left behind then.
    pub fn create(&self, message: &[u8], pdf: &[u8], unnamed: &str) -> io::Result<PrivateFolder> {
        let outer = private::new_folder(&self.base, PREFIX)?;
        let lock = private::write_file(&outer.path().join(LOCK), b"")?;
        // Who clears up at this very moment has it; the folder goes, and the teacher tries again.
        lock.try_lock().map_err(io::Error::from)?;
        let inner = outer.path().join(INNER);
        make(&inner)?;
        let files = fill(&inner, message, pdf, unnamed)?;
        PrivateFolder::hold(outer.keep(), lock, inner, files, self.kept_for)
    }

    /// Removes what earlier runs left, also those that were killed; not what another running instance holds. How many folders
    /// went. Call it at every start.
    pub fn sweep(&self) -> usize {
        let left = private::old_folders(&self.base, PREFIX);
        left.iter()
            .filter(|folder| is_left(folder) && remove(folder).is_ok())
            .count()
    }
}

impl Default for PrivateFolders {
    fn default() -> Self {
        Self::new()
    }
}

fn fill(inner: &Path, message: &[u8], pdf: &[u8], unnamed: &str) -> io::Result<Vec<PathBuf>> {
    let mut names = SafeNames::default();
    let mut files = Vec::new();
    let mut put = |name: &str, bytes: &[u8]| {
        let path = inner.join(names.give(name, unnamed));
        private::write_file(&path, bytes)?;
        files.push(path);
        io::Result::Ok(())
    };
    put("mail.pdf", pdf)?;
    let written = is_compound(message).then(|| from_outlook(message)).flatten();
    put("mail.eml", written.as_deref().unwrap_or(message))?;
    let mail = parse(message);
    for file in mail
        .attachments
        .iter()
        .filter(|file| !file.inline)
        .take(MOST_FILES)
    {
        put(&file.name, &file.bytes)?;
    }
    Ok(files)
}

/// A folder that this user alone can open.
fn make(folder: &Path) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "the mode is of Unix"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Nobody holds it any more.
fn is_left(folder: &Path) -> bool {
    let lock: io::Result<File> = OpenOptions::new().write(true).open(folder.join(LOCK));
    match lock {
        Ok(lock) => !matches!(lock.try_lock(), Err(TryLockError::WouldBlock)),
        Err(_) => is_old(folder),
    }
}

fn is_old(folder: &Path) -> bool {
    let made = fs::metadata(folder).and_then(|about| about.modified());
    let age = |made| SystemTime::now().duration_since(made).ok();
    made.ok().and_then(age).is_some_and(|age| age > MAKING)
}
