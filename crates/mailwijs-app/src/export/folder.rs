//! One mail in a folder of its own, until it is wiped.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use crossbeam_channel::{RecvTimeoutError, Sender, bounded};

/// A laptop that slept past the end finds out within this while.
const LOOKS: Duration = Duration::from_secs(20);

/// A folder with one mail: readable by this user only, wiped by [`Self::wipe`], when it is dropped, and after its time.
///
/// Wiping removes the files; it does not overwrite what a disk keeps of them. In the session's own folder they are in
/// memory and never reached a disk.
#[derive(Debug)]
pub struct PrivateFolder {
    path: PathBuf,
    files: Vec<PathBuf>,
    held: Arc<Held>,
    /// Ends the waiting when it is dropped.
    _waiting: Sender<()>,
}

/// What is to be removed, with the lock that tells other instances that somebody still needs it.
#[derive(Debug)]
struct Held(Mutex<Option<(PathBuf, File)>>);

impl PrivateFolder {
    /// Takes `outer` with everything in it, `path` in it being what the teacher sees.
    pub(super) fn hold(
        outer: PathBuf,
        lock: File,
        path: PathBuf,
        files: Vec<PathBuf>,
        kept_for: Duration,
    ) -> io::Result<Self> {
        let held = Arc::new(Held(Mutex::new(Some((outer, lock)))));
        let (waiting, ended) = bounded(0);
        let folder = Self {
            path,
            files,
            held: Arc::clone(&held),
            _waiting: waiting,
        };
        let until = SystemTime::now() + kept_for;
        thread::Builder::new().name("export".into()).spawn(move || {
            // The clock on the wall: that of a thread's sleep stands still while the laptop sleeps.
            while let Ok(left) = until.duration_since(SystemTime::now()) {
                match ended.recv_timeout(left.min(kept_for).min(LOOKS)) {
                    Err(RecvTimeoutError::Timeout) => {}
                    _ => return,
                }
            }
            // What is open in another program on Windows goes at the next start.
            let _ = held.wipe();
        })?;
        Ok(folder)
    }

    /// The folder, to open it for the teacher.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is in it: the PDF, the mail, its files; in this order.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// It is still there.
    pub fn is_there(&self) -> bool {
        self.path.is_dir()
    }

    /// Removes it with everything in it, what the teacher put there too. Again is nothing.
    ///
    /// # Errors
    /// When something in it cannot be removed, as a file that is open in another program on Windows; try again, or leave it to
    /// the next start.
    pub fn wipe(&self) -> io::Result<()> {
        self.held.wipe()
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        // Nobody is left to tell; the next start tries again.
        let _ = self.held.wipe();
    }
}

impl Held {
    fn wipe(&self) -> io::Result<()> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((outer, _)) = held.as_ref() {
            remove(outer)?;
        }
        *held = None;
        Ok(())
    }
}

/// Removes a folder; that it is gone already is no error.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
