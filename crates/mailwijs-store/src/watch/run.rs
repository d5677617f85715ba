//! The watching thread.

mod arrivals;
mod rescan;
mod seen_before;
mod stood_empty;
mod stores;
mod touched;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use crossbeam_channel::{Receiver, RecvError, Sender, TryRecvError, after, never, select};
use mailwijs_mail::{Direction, FolderHint, Mail, guess_direction};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::caught::Caught;
use super::folder::{Messages, WatchedFolder};
use super::mounts::Mounts;
use super::paths::Paths;
use super::settle::{Settling, Stamp};
use crate::draft_tracker::DraftTracker;
use crate::sketch::Sketch;
use crate::{Folder, FolderRole, MailStore, RawMessage, StoreChange, StoreFormat, header};

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

/// A file whose last change is this long ago is not being written.
const AT_REST: Duration = Duration::from_millis(50);

/// A folder that turns up later brings old mail along; only what is younger than this was saved just now.
const FRESH: Duration = Duration::from_mins(1);

/// What was written longer ago than this was not saved just now, however young its folder; clocks may differ this much.
const JUST_NOW: Duration = Duration::from_mins(10);

/// Mail that was sent longer ago than this did not come in now but was moved.
const RECENT: Duration = Duration::from_hours(24);

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
    tracker: DraftTracker,
    begun: Instant,
    next_poll: Duration,
    next_rescan: Duration,
}

/// What a folder is taken for; when that changes it is opened anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Standing {
    role: FolderRole,
    /// See [`WatchedFolder::alone`]; it matters for folders without a role only.
    alone: bool,
}

impl Standing {
    fn of(folder: &Folder, alone: bool) -> Self {
        Self {
            role: folder.role,
            alone: alone && folder.role == FolderRole::Other,
        }
    }
}

/// The receiver of changes is gone, or nobody wants them any more.
struct Hung;

impl Run {
    pub(super) fn new(
        stores: Vec<MailStore>,
        changes: Sender<StoreChange>,
        watcher: Option<RecommendedWatcher>,
        mounts: fn() -> Mounts,
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
            tracker: DraftTracker::default(),
            begun: Instant::now(),
            next_poll: POLL,
            next_rescan: RESCAN,
        }
    }

    /// Watches until `orders` is disconnected or nobody listens any more; each order names the stores from then on.
    pub(super) fn run(mut self, events: &Receiver<Caught>, orders: &Receiver<Vec<MailStore>>) {
        // Nobody listening any more is a reason to end, not an error.
        let _ = self.watch(events, orders);
    }

    fn watch(&mut self, events: &Receiver<Caught>, orders: &Receiver<Vec<MailStore>>) -> Result<(), Hung> {
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
                    Err(_) => {
                        crossbeam_channel::select! {
                            recv(orders) -> stores => self.ordered(stores)?,
                            recv(wait) -> _ => {}
                        }
                    }
                },
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

    /// Watches first and notes what is there second, so that nothing falls in between.
    fn begin(&mut self) -> Result<(), Hung> {
        self.empty = stood_empty::stood_empty(&self.stores);
        for store in self.stores.clone() {
            self.watch_store(&store)?;
        }
        for store in self.stores.clone() {
            let alone = store.folders.len() <= 1;
            for folder in store.folders {
                self.add_folder(folder, &store.root, alone, false)?;
            }
        }
        self.know_recent(&self.stores.clone());
        let stores = self.stores.iter().map(|store| store.root.clone()).collect();
        self.send(StoreChange::Ready { stores })
    }

    fn watch_store(&mut self, store: &MailStore) -> Result<(), Hung> {
        let (directory, mode) = watched_directory(&store.root);
        self.paths.add(directory);
        let watched = match &mut self.watcher {
            Some(watcher) => watcher.watch(directory, mode).map_err(|error| error.to_string()),
            None => Err("no events from the operating system".to_owned()),
        };
        if let Err(reason) = watched {
            self.polled.insert(store.root.clone());
            let message = format!(
                "{}: cannot be watched ({reason}); it is looked through every {} seconds instead",
                store.root.display(),
                POLL.as_secs()
            );
            return self.fail(&store.root, &store.root, message);
        }
        if (self.mounts)().is_remote(directory) {
            self.polled.insert(store.root.clone());
        }
        Ok(())
    }

    /// Starts to follow a folder. What is in it is noted silently, unless the folder is `new` and the message too.
    fn add_folder(&mut self, folder: Folder, store: &Path, alone: bool, new: bool) -> Result<(), Hung> {
        if !self.knows_not_yet(&folder, alone) {
            return Ok(());
        }
        let path = folder.path.clone();
        let now = self.now();
        let Some(mut watched) = WatchedFolder::new(folder, store, alone, new.then_some(now)) else {
            return Ok(());
        };
        let mut saved = Vec::new();
        let mut errors = Vec::new();
        let holds_drafts = !matches!(watched.folder.role, FolderRole::Inbox | FolderRole::Sent);
        // Of any other folder the client's settings, which may come a moment later, tell what it is.
        let stood_empty = self.empty.remove(&path) && new;
        let made_now = new && !holds_drafts && (stood_empty || is_newborn(&path));
        let mut found = |message: RawMessage| {
            if stood_empty || (new && is_fresh(&message.key.path) && !is_old(&message)) {
                saved.push(message);
            } else if holds_drafts {
                note(&mut self.tracker, alone, message, now);
            }
        };
        match &mut watched.messages {
            Messages::Mbox(tail) => {
                if let Err(error) = tail.begin(now, made_now, found) {
                    errors.push((
                        path.clone(),
                        format!("{}: cannot be read ({error})", path.display()),
                    ));
                }
            }
            Messages::Files(files) => files.begin(made_now, |file| match file {
                Ok(message) => found(message),
                Err(error) => errors.push((error.path.clone(), error.to_string())),
            }),
        }
        let at = self.folders.len();
        if made_now && watched.folder.format == StoreFormat::Mbox {
            // Its last message may have been half-written.
            self.settling.changed(path.clone(), now);
        }
        self.folders.push(watched);
        self.by_path.entry(path).or_default().push(at);
        for (about, error) in errors {
            self.fail(store, &about, error)?;
        }
        saved
            .into_iter()
            .try_for_each(|message| self.deliver(at, message))
    }

    fn knows_not_yet(&mut self, folder: &Folder, alone: bool) -> bool {
        match self.known.entry((folder.path.clone(), folder.format)) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(Standing::of(folder, alone));
                true
            }
        }
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
        ]
        .into_iter()
        .flatten()
        .min()
    }
}

/// The directory whose events tell of a store.
fn watched_directory(root: &Path) -> (&Path, RecursiveMode) {
    if root.is_dir() {
        return (root, RecursiveMode::Recursive);
    }
    // A file that is replaced is another file, so its directory is watched.
    let above = root.parent().unwrap_or(root);
    let here = above.as_os_str().is_empty();
    (
        if here { Path::new(".") } else { above },
        RecursiveMode::NonRecursive,
    )
}

/// Notes a message that was there before.
fn note(tracker: &mut DraftTracker, alone: bool, message: RawMessage, now: Duration) {
    // Most of a mailbox has travelled: that much the header tells, without reading the rest.
    let has_travelled = ["Received", "Return-Path", "Delivered-To"]
        .iter()
        .any(|name| header::first(&message.bytes, name).is_some());
    if message.role == FolderRole::Other && !message.draft_flag && has_travelled {
        return;
    }
    let mail = mailwijs_mail::parse(&message.bytes);
    let sketch = Sketch::of(&mail);
    if is_draft(alone, &message, &mail) {
        tracker.index(message.key, &message.store, sketch, now);
    } else {
        tracker.know_received(&sketch);
    }
}

fn is_draft(alone: bool, message: &RawMessage, mail: &Mail) -> bool {
    let hint = match message.role {
        FolderRole::Drafts => Some(FolderHint::Drafts),
        FolderRole::Outbox => Some(FolderHint::Outbox),
        _ if message.draft_flag => Some(FolderHint::Drafts),
        FolderRole::Other if alone || message.loose => None,
        _ => Some(FolderHint::Other),
    };
    guess_direction(mail, hint) == Direction::Draft
}

fn stamp(path: &Path) -> Option<Stamp> {
    let found = fs::metadata(path).ok()?;
    Some((found.len(), found.modified().ok()))
}

fn age(path: &Path) -> Option<Duration> {
    SystemTime::now()
        .duration_since(fs::metadata(path).ok()?.modified().ok()?)
        .ok()
}

/// Whether nobody has written to the file for a while, so that it was linked, moved or only its flags changed.
fn is_at_rest(path: &Path) -> bool {
    age(path).is_some_and(|age| age >= AT_REST)
}

/// Whether the file itself was made a moment ago, as far as the file system tells.
fn is_newborn(path: &Path) -> bool {
    let made = fs::metadata(path).and_then(|found| found.created().or_else(|_| found.modified()));
    let age = made
        .ok()
        .and_then(|made| SystemTime::now().duration_since(made).ok());
    age.is_none_or(|age| age < FRESH)
}

fn is_fresh(path: &Path) -> bool {
    age(path).is_none_or(|age| age < FRESH)
}

/// Whether the message was written long before its folder turned up. Clients date a draft when they save it; of an mbox
/// the file's age says nothing of each message.
fn is_old(message: &RawMessage) -> bool {
    let mail = mailwijs_mail::parse(&message.bytes);
    mail.date.is_some_and(|date| !is_within(date, JUST_NOW))
}

fn is_recent(mail: &Mail) -> bool {
    mail.date.is_none_or(|date| is_within(date, RECENT))
}

/// Whether a time, in seconds since 1970, is no longer ago than this.
fn is_within(date: i64, span: Duration) -> bool {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    now.as_secs().saturating_sub(date.unsigned_abs()) < span.as_secs()
}
