//! The watching thread.

mod age;
mod arrivals;
mod opening;
mod remote;
mod rescan;
mod seen_before;
mod stirred;
mod stood_empty;
mod stores;
mod touched;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvError, Sender, TryRecvError, after, never, select};
use notify::RecommendedWatcher;

use super::caught::Caught;
use super::folder::WatchedFolder;
use super::mounts::Mounts;
use super::paths::Paths;
use super::settle::Settling;
use super::stirs::{Listeners, Stirs};
use crate::draft_tracker::DraftTracker;
use crate::{MailStore, RemoteChange, StoreChange, StoreFormat};
use opening::Standing;

/// How often folders that cannot be watched are looked through.
const POLL: Duration = Duration::from_secs(2);

/// How often everything is looked through, in case an event was missed.
const RESCAN: Duration = Duration::from_mins(3);

/// A new directory is listed again after these times: files may come before it is watched.
const NEW_DIRECTORY: [Duration; 4] = [
    Duration::ZERO,
    Duration::from_millis(30),
    Duration::from_millis(200),
    Duration::from_secs(1),
];

/// What the thread waits for.
pub(super) struct Incoming {
    /// From the operating system; ends at once where that cannot watch.
    pub events: Receiver<Caught>,
    /// Each names the stores from then on; ends with the watching.
    pub orders: Receiver<Vec<MailStore>>,
    /// From mailboxes on servers.
    pub remote: Receiver<RemoteChange>,
}

pub(super) struct Run {
    stores: Vec<MailStore>,
    changes: Sender<StoreChange>,
    watcher: Option<RecommendedWatcher>,
    mounts: fn() -> Mounts,
    folders: Vec<WatchedFolder>,
    /// Folders by path; one directory may hold an MH folder and loose messages.
    by_path: HashMap<PathBuf, Vec<usize>>,
    /// Every folder that was met, with what it is taken for.
    known: HashMap<(PathBuf, StoreFormat), Standing>,
    /// Files that held nothing when watching began, and are no folder yet.
    empty: HashSet<PathBuf>,
    /// Stores that are looked through, instead of being watched or as well.
    polled: HashSet<PathBuf>,
    paths: Paths,
    settling: Settling,
    /// Messages read along with their event, until they are looked at.
    caught: HashMap<PathBuf, Vec<u8>>,
    directories: Vec<(Duration, PathBuf)>,
    failed: HashSet<PathBuf>,
    /// Mailboxes on servers of which every folder is followed.
    remote: BTreeSet<PathBuf>,
    tracker: DraftTracker,
    stirs: Stirs,
    begun: Instant,
    next_poll: Duration,
    next_rescan: Duration,
}

/// The receiver of changes is gone, or nobody wants them any more.
struct Hung;

impl Run {
    pub(super) fn new(
        stores: Vec<MailStore>,
        changes: Sender<StoreChange>,
        watcher: Option<RecommendedWatcher>,
        mounts: fn() -> Mounts,
        listeners: Listeners,
    ) -> Self {
        Self {
            stores,
            changes,
            watcher,
            mounts,
            folders: Vec::new(),
            by_path: HashMap::new(),
            known: HashMap::new(),
            empty: HashSet::new(),
            polled: HashSet::new(),
            paths: Paths::default(),
            settling: Settling::default(),
            caught: HashMap::new(),
            directories: Vec::new(),
            failed: HashSet::new(),
            remote: BTreeSet::new(),
            tracker: DraftTracker::default(),
            stirs: Stirs::new(listeners),
            begun: Instant::now(),
            next_poll: POLL,
            next_rescan: RESCAN,
        }
    }

    /// Watches until orders are disconnected or nobody listens any more.
    pub(super) fn run(mut self, incoming: Incoming) {
        // Nobody listening any more is a reason to end, not an error.
        let _ = self.watch(incoming);
    }

    fn watch(&mut self, incoming: Incoming) -> Result<(), Hung> {
        let Incoming {
            mut events,
            orders,
            remote,
        } = incoming;
        self.begin()?;
        loop {
            let wait = self
                .next_due()
                .map_or_else(never, |due| after(due.saturating_sub(self.now())));
            select! {
                recv(orders) -> stores => self.ordered(stores)?,
                recv(events) -> event => match event {
                    Ok(event) => {
                        let mut batch = vec![event];
                        // What belongs together (append, mark, rename) comes together.
                        while batch.len() < 10_000 && let Ok(event) = events.try_recv() {
                            batch.push(event);
                        }
                        self.batch(batch)?;
                    }
                    // Without a watcher there are no events; everything is polled.
                    Err(_) => events = never(),
                },
                recv(remote) -> told => self.told(told.map_err(|RecvError| Hung)?)?,
                recv(wait) -> _ => {}
            }
            match orders.try_recv() {
                Ok(stores) => self.ordered(Ok(stores))?,
                Err(TryRecvError::Disconnected) => return Ok(()),
                Err(TryRecvError::Empty) => {}
            }
            self.due()?;
        }
    }

    fn ordered(&mut self, stores: Result<Vec<MailStore>, RecvError>) -> Result<(), Hung> {
        self.change_stores(stores.map_err(|RecvError| Hung)?)
    }

    fn now(&self) -> Duration {
        self.begun.elapsed()
    }

    fn send(&self, change: StoreChange) -> Result<(), Hung> {
        self.changes.send(change).map_err(|_| Hung)
    }

    fn send_all(&self, changes: impl IntoIterator<Item = StoreChange>) -> Result<(), Hung> {
        changes.into_iter().try_for_each(|change| self.send(change))
    }

    /// Tells what is watched, now that this has changed.
    fn ready(&self) -> Result<(), Hung> {
        let files = self.stores.iter().map(|store| &store.root);
        let stores = files.chain(&self.remote).cloned().collect();
        self.send(StoreChange::Ready { stores })
    }

    fn fail(&mut self, store: &Path, about: &Path, message: String) -> Result<(), Hung> {
        // Once is enough: what cannot be read now can seldom be read a moment later.
        if self.failed.insert(about.to_owned()) {
            return self.send(StoreChange::Failed {
                store: store.to_owned(),
                message,
            });
        }
        Ok(())
    }

    fn is_alone(&self, at: usize) -> bool {
        self.folders.get(at).is_some_and(|folder| folder.alone)
    }

    fn next_due(&self) -> Option<Duration> {
        let poll = (!self.polled.is_empty()).then_some(self.next_poll);
        let directories = self.directories.iter().map(|(due, _)| *due).min();
        [
            Some(self.next_rescan),
            poll,
            directories,
            self.settling.next_due(),
            self.tracker.next_tick(),
            self.stirs.next_due(),
        ]
        .into_iter()
        .flatten()
        .min()
    }
}
