//! A private, short-lived place for a message on its way to the mail client.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::private;

/// How long a mail client gets to read the file: a cold start with a password prompt takes its time.
const KEPT_FOR: Duration = Duration::from_mins(1);
/// Folders are named so that a later start recognises what an earlier one left.
const PREFIX: &str = "mailwijs-handoff-";
/// Says nothing about what is in it.
const NAME: &str = "concept.eml";

/// Where messages are dropped off for the mail client: one folder each, readable by this user only.
#[derive(Debug, Clone)]
pub struct DropOff {
    base: PathBuf,
    kept_for: Duration,
}

impl DropOff {
    /// In the session's own folder, which is memory and gone at logout; else in the user's temporary folder.
    pub fn new() -> Self {
        Self::at(private::session_folder(), KEPT_FOR)
    }

    /// In this folder; files go after this while.
    pub fn at(base: PathBuf, kept_for: Duration) -> Self {
        Self { base, kept_for }
    }

    /// Writes the message to a new private file, which goes by itself after a while.
    ///
    /// # Errors
    /// When it cannot be written; nothing is left behind then.
    pub fn put(&self, message: &[u8]) -> io::Result<PathBuf> {
        let dir = private::new_folder(&self.base, PREFIX)?;
        let file = dir.path().join(NAME);
        private::write_file(&file, message)?;
        let kept_for = self.kept_for;
        thread::Builder::new().name("handoff".into()).spawn(move || {
            thread::sleep(kept_for);
            // The folder and its file go when it is dropped.
            drop(dir);
        })?;
        Ok(file)
    }

    /// Removes what an earlier run left: the app was stopped before the while was over.
    pub fn wipe(&self) {
        for folder in private::old_folders(&self.base, PREFIX) {
            remove(&folder);
        }
    }
}

impl Default for DropOff {
    fn default() -> Self {
        Self::new()
    }
}

/// Only the file this app writes, and the folder when that empties it.
fn remove(dir: &Path) {
    // What cannot be removed belongs to another user, or goes with the session.
    let _ = fs::remove_file(dir.join(NAME));
    let _ = fs::remove_dir(dir);
}
