//! Watches stores and tells what happens in them, within milliseconds, without ever writing to them.

mod caught;
mod files_seen;
mod folder;
pub(crate) mod mbox_tail;
mod mounts;
mod paths;
mod run;
mod settle;
mod stirs;
mod touch;
pub(crate) mod whole;

use std::path::PathBuf;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use notify::RecommendedWatcher;

use crate::{MailStore, RemoteChange, StoreChange, StoreError};
use caught::Caught;
use mounts::Mounts;
use run::{Incoming, Run};
use stirs::Listeners;

/// Mails of servers that wait to be looked at; each may be as large as a mail can be.
const REMOTE: usize = 16;

/// Watches stores until it is dropped.
#[derive(Debug)]
pub struct Watch {
    /// The stores to watch from now on. Dropped first, which ends the thread's wait.
    orders: Option<Sender<Vec<MailStore>>>,
    remote: Sender<RemoteChange>,
    listeners: Listeners,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches `stores` on a thread of its own, which sends what happens to `changes`: first
    /// [`StoreChange::Ready`], once nothing that is saved can be missed any more, then every change as it comes.
    ///
    /// Messages that are there already are noted silently. Where the operating system cannot watch (too many folders), the
    /// folders are looked through every two seconds; so are those on a network drive, where it does not tell what other
    /// machines change. Looking through takes a twentieth of the time at most.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn start(stores: Vec<MailStore>, changes: Sender<StoreChange>) -> Result<Self, StoreError> {
        let (events, incoming) = unbounded();
        let watcher = notify::recommended_watcher(move |event| {
            // After the thread has ended nobody waits for events.
            let _ = events.send(Caught::of(event));
        });
        Self::spawn(stores, changes, watcher.ok(), incoming, Mounts::now)
    }

    /// From now on exactly these stores are watched, in place of those before.
    ///
    /// Only what differs is opened: a new store or folder, or a folder that now plays another role. What is in it is noted
    /// silently, but for what was saved this very minute. A draft keeps its key wherever it stands; drafts of which every
    /// copy stood in a store that is left are told as discarded. When the roots differ, [`StoreChange::Ready`] follows.
    pub fn set_stores(&self, stores: Vec<MailStore>) {
        if let Some(orders) = &self.orders {
            // The thread has ended only when nobody listens to changes any more.
            let _ = orders.send(stores);
        }
    }

    /// Takes what a mailbox on a server tells, in its order; see [`RemoteChange`]. One watch may follow several.
    ///
    /// A draft that stands on the server and in a mail client's files is one draft with one key, told once whichever comes
    /// first, and is discarded once no copy is left. Sending waits while earlier mail is looked at, and fails when the watch
    /// has ended.
    #[must_use]
    pub fn remote(&self) -> Sender<RemoteChange> {
        self.remote.clone()
    }

    /// The root of a store each time that anything has changed in it: mail of any folder, the trash and archives included, a
    /// mark, an index. For those who look for themselves, such as [`CopyFinder`](crate::CopyFinder).
    ///
    /// Told five times a second at most for each store, and always once more after the last change. Where the operating system
    /// cannot watch, it is told whenever the folders have been looked through. A mailbox on a server is told of by its root too.
    pub fn stirs(&self) -> Receiver<PathBuf> {
        self.listeners.add()
    }

    /// Without a watcher everything is looked through every two seconds.
    fn spawn(
        stores: Vec<MailStore>,
        changes: Sender<StoreChange>,
        watcher: Option<RecommendedWatcher>,
        events: Receiver<Caught>,
        mounts: fn() -> Mounts,
    ) -> Result<Self, StoreError> {
        let (orders, ordered) = unbounded();
        let (remote, incoming_remote) = bounded(REMOTE);
        let incoming = Incoming {
            events,
            orders: ordered,
            remote: incoming_remote,
        };
        let listeners = Listeners::default();
        let told = listeners.clone();
        let thread = thread::Builder::new()
            .name("mail-watch".to_owned())
            .spawn(move || Run::new(stores, changes, watcher, mounts, told).run(incoming))
            .map_err(|error| StoreError::Watch(error.to_string()))?;
        Ok(Self {
            orders: Some(orders),
            remote,
            listeners,
            thread: Some(thread),
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // The thread ends at its next wait; a panic in it was reported when it happened.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::Duration;

    use super::*;

    #[test]
    fn folders_that_cannot_be_watched_are_looked_through() {
        let home = tempfile::tempdir().unwrap();
        let drafts = home.path().join("Drafts");
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(drafts.join(directory)).unwrap();
        }
        let (sender, changes) = unbounded();
        let (_, no_events) = unbounded();
        let stores = crate::open(home.path()).unwrap();
        let watch = Watch::spawn(stores, sender, None, no_events, Mounts::default).unwrap();
        let stirs = watch.stirs();
        let next = || changes.recv_timeout(Duration::from_secs(30)).unwrap();
        assert!(matches!(next(), StoreChange::Failed { message, .. } if message.contains("every 2 seconds")));
        assert!(matches!(next(), StoreChange::Ready { .. }));
        let file = drafts.join("cur/1.x");
        fs::write(&file, "To: a@x.example\nSubject: Uitstap\n\nDag\n").unwrap();
        let StoreChange::Saved { draft, .. } = next() else {
            panic!("not saved")
        };
        fs::remove_file(file).unwrap();
        assert_eq!(next(), StoreChange::Discarded { draft });
        assert_eq!(stirs.recv().unwrap(), home.path());
        drop(watch);
        assert!(changes.recv().is_err(), "the thread has ended");
    }

    #[cfg(unix)]
    #[test]
    fn what_another_machine_does_on_a_network_drive_is_found_without_an_event() {
        let home = tempfile::tempdir().unwrap();
        let drafts = home.path().join("Drafts");
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(drafts.join(directory)).unwrap();
        }
        // The system watches, but no event ever comes.
        let deaf = || notify::recommended_watcher(|_| ()).ok();
        let mounted: fn() -> Mounts = || Mounts::parse(b"1 0 0:1 / / rw - nfs4 server:/home rw\n");
        for (mounts, patience, is_found) in [(mounted, 30, true), (Mounts::default, 4, false)] {
            let (sender, changes) = unbounded();
            let (_events, no_events) = unbounded();
            let stores = crate::open(home.path()).unwrap();
            let watch = Watch::spawn(stores, sender, deaf(), no_events, mounts).unwrap();
            let next = || changes.recv_timeout(Duration::from_secs(patience));
            assert!(
                matches!(next(), Ok(StoreChange::Ready { .. })),
                "a network drive is no failure"
            );
            fs::write(drafts.join("cur/1.x"), format!("Subject: {patience}\n\nDag\n")).unwrap();
            let saved = matches!(next(), Ok(StoreChange::Saved { .. }));
            assert_eq!(saved, is_found);
            drop(watch);
        }
    }
}
