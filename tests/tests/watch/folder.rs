//! A real folder that is watched, and what clients do in one.

use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};
use mailwijs_store::{DraftKey, MailStore, RemoteChange, StoreChange, Watch, open};

/// Long enough for a busy machine; a test that passes never waits for it.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// Longer than the watcher waits before it believes that a draft is gone.
pub const QUIET: Duration = Duration::from_millis(2500);

pub struct Watched {
    pub changes: Receiver<StoreChange>,
    watch: Watch,
}

impl Watched {
    pub fn start(path: &Path) -> Self {
        Self::of(open(path).unwrap())
    }

    pub fn of(stores: Vec<MailStore>) -> Self {
        let (sender, changes) = unbounded();
        let watch = Watch::start(stores, sender).unwrap();
        let watched = Self { changes, watch };
        assert!(!watched.ready().is_empty());
        watched
    }

    /// Watches other stores from now on.
    pub fn set_stores(&self, stores: Vec<MailStore>) {
        self.watch.set_stores(stores);
    }

    /// Where a mailbox on a server tells what happens in it.
    pub fn remote(&self) -> Sender<RemoteChange> {
        self.watch.remote()
    }

    pub fn ready(&self) -> Vec<PathBuf> {
        match self.next() {
            StoreChange::Ready { stores } => stores,
            other => panic!("not ready: {other:?}"),
        }
    }

    pub fn next(&self) -> StoreChange {
        self.changes
            .recv_timeout(DEADLINE)
            .expect("something was to happen")
    }

    pub fn saved(&self) -> (DraftKey, String) {
        match self.next() {
            StoreChange::Saved { draft, message } => (draft, subject(&message.bytes)),
            other => panic!("not saved: {other:?}"),
        }
    }

    pub fn discarded(&self) -> DraftKey {
        match self.next() {
            StoreChange::Discarded { draft } => draft,
            other => panic!("not discarded: {other:?}"),
        }
    }

    /// The key that is not used any more, and the one that is.
    pub fn merged(&self) -> (DraftKey, DraftKey) {
        match self.next() {
            StoreChange::Merged { old, into } => (old, into),
            other => panic!("not merged: {other:?}"),
        }
    }

    #[track_caller]
    pub fn nothing(&self) {
        match self.changes.recv_timeout(QUIET) {
            Err(RecvTimeoutError::Timeout) => {}
            other => panic!("nothing was to happen: {other:?}"),
        }
    }
}

pub fn subject(bytes: &[u8]) -> String {
    mailwijs_mail::parse(bytes).subject
}

pub fn maildir(root: &Path, name: &str) -> PathBuf {
    let maildir = root.join(name);
    for directory in ["cur", "new", "tmp"] {
        fs::create_dir_all(maildir.join(directory)).unwrap();
    }
    maildir
}

pub fn draft(id: &str, subject: &str, text: &str) -> String {
    format!(
        "Message-ID: <{id}@x.example>\r\nFrom: an@x.example\r\nTo: ouder@x.example\r\nSubject: {subject}\r\n\r\n{text}\r\n"
    )
}

/// Writes into `tmp` and moves to `cur`, as Maildir asks.
pub fn deliver(maildir: &Path, name: &str, message: &str) -> PathBuf {
    let (temporary, place) = (maildir.join("tmp").join(name), maildir.join("cur").join(name));
    fs::write(&temporary, message).unwrap();
    fs::rename(temporary, &place).unwrap();
    place
}

/// Appends as Thunderbird does; the offset of the message is returned.
pub fn append(mbox: &Path, message: &str) -> u64 {
    let mut file = OpenOptions::new().append(true).create(true).open(mbox).unwrap();
    let offset = file.metadata().unwrap().len();
    let head = "From - Sun Nov 22 01:10:31 2026\r\nX-Mozilla-Status: 0000\r\nX-Mozilla-Status2: 00000000\r\n";
    file.write_all(format!("{head}{message}\r\n").as_bytes()).unwrap();
    offset
}

/// Marks the message as expunged, in place.
pub fn expunge(mbox: &Path, offset: u64) {
    let mut file = OpenOptions::new().write(true).open(mbox).unwrap();
    file.seek(SeekFrom::Start(offset + 33 + 18)).unwrap();
    file.write_all(b"0008").unwrap();
}
