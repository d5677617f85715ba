//! The watching thread.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use crossbeam_channel::{Receiver, Sender, TryRecvError, after, never, select};
use mailwijs_mail::{Direction, FolderHint, Mail, guess_direction};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::files_seen::File;
use super::folder::{Messages, WatchedFolder};
use super::mbox_tail::Seen;
use super::paths::Paths;
use super::settle::{Settling, Stamp};
use super::touch::{Touch, touches};
use super::whole;
use crate::draft_tracker::DraftTracker;
use crate::files::{has_extension, is_other_kind};
use crate::mbox::{index_beside, msf_of};
use crate::search::{self, Hints};
use crate::sketch::Sketch;
use crate::{Folder, FolderRole, MailStore, RawMessage, StoreChange, StoreFormat, file, header};

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

/// Mail that was sent longer ago than this did not come in now but was moved.
const RECENT: Duration = Duration::from_hours(24);

pub(super) struct Run {
    stores: Vec<MailStore>,
    changes: Sender<StoreChange>,
    watcher: Option<RecommendedWatcher>,
    folders: Vec<WatchedFolder>,
    /// Folders by path; one directory may hold an MH folder and loose messages.
    by_path: HashMap<PathBuf, Vec<usize>>,
    known: HashSet<(PathBuf, StoreFormat)>,
    /// Stores that are looked through instead of watched.
    polled: HashSet<PathBuf>,
    paths: Paths,
    settling: Settling,
    directories: Vec<(Duration, PathBuf)>,
    failed: HashSet<PathBuf>,
    tracker: DraftTracker,
    begun: Instant,
    next_poll: Duration,
    next_rescan: Duration,
}

/// The receiver of changes is gone.
struct Hung;

impl Run {
    pub(super) fn new(
        stores: Vec<MailStore>,
        changes: Sender<StoreChange>,
        watcher: Option<RecommendedWatcher>,
    ) -> Self {
        Self {
            stores,
            changes,
            watcher,
            folders: Vec::new(),
            by_path: HashMap::new(),
            known: HashSet::new(),
            polled: HashSet::new(),
            paths: Paths::default(),
            settling: Settling::default(),
            directories: Vec::new(),
            failed: HashSet::new(),
            tracker: DraftTracker::default(),
            begun: Instant::now(),
            next_poll: POLL,
            next_rescan: RESCAN,
        }
    }

    /// Watches until `stopped` is disconnected or nobody listens any more.
    pub(super) fn run(mut self, events: &Receiver<notify::Result<notify::Event>>, stopped: &Receiver<()>) {
        // Nobody listening any more is a reason to end, not an error.
        let _ = self.watch(events, stopped);
    }

    fn watch(
        &mut self,
        events: &Receiver<notify::Result<notify::Event>>,
        stopped: &Receiver<()>,
    ) -> Result<(), Hung> {
        self.begin()?;
        loop {
            let wait = self
                .next_due()
                .map_or_else(never, |due| after(due.saturating_sub(self.now())));
            select! {
                recv(stopped) -> _ => return Ok(()),
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
                            recv(stopped) -> _ => return Ok(()),
                            recv(wait) -> _ => {}
                        }
                    }
                },
                recv(wait) -> _ => {}
            }
            if stopped.try_recv() == Err(TryRecvError::Disconnected) {
                return Ok(());
            }
            self.due()?;
        }
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
        for store in self.stores.clone() {
            self.watch_store(&store)?;
        }
        for store in self.stores.clone() {
            let alone = store.folders.len() <= 1;
            for folder in store.folders {
                self.add_folder(folder, &store.root, alone, false)?;
            }
        }
        let stores = self.stores.iter().map(|store| store.root.clone()).collect();
        self.send(StoreChange::Ready { stores })
    }

    fn watch_store(&mut self, store: &MailStore) -> Result<(), Hung> {
        let is_file = !store.root.is_dir();
        // A file that is replaced is another file, so its directory is watched.
        let directory = if is_file {
            store.root.parent().unwrap_or(&store.root)
        } else {
            &store.root
        };
        let directory = if directory.as_os_str().is_empty() {
            Path::new(".")
        } else {
            directory
        };
        let mode = if is_file {
            RecursiveMode::NonRecursive
        } else {
            RecursiveMode::Recursive
        };
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
        Ok(())
    }

    /// Starts to follow a folder. What is in it is noted silently, unless the folder is `new` and the message too.
    fn add_folder(&mut self, folder: Folder, store: &Path, alone: bool, new: bool) -> Result<(), Hung> {
        if !self.known.insert((folder.path.clone(), folder.format)) {
            return Ok(());
        }
        let path = folder.path.clone();
        let Some(mut watched) = WatchedFolder::new(folder, store, alone) else {
            return Ok(());
        };
        let now = self.now();
        let mut saved = Vec::new();
        let mut errors = Vec::new();
        let mut found = |message: RawMessage| {
            if new && is_fresh(&message.key.path) {
                saved.push(message);
            } else {
                note(&mut self.tracker, alone, message, now);
            }
        };
        match &mut watched.messages {
            Messages::Mbox(tail) => {
                if let Err(error) = tail.begin(now, found) {
                    errors.push((
                        path.clone(),
                        format!("{}: cannot be read ({error})", path.display()),
                    ));
                }
            }
            Messages::Files(files) => files.begin(|file| match file {
                Ok(message) => found(message),
                Err(error) => errors.push((error.path.clone(), error.to_string())),
            }),
        }
        let at = self.folders.len();
        self.folders.push(watched);
        self.by_path.entry(path).or_default().push(at);
        for (about, error) in errors {
            self.fail(store, &about, error)?;
        }
        saved
            .into_iter()
            .try_for_each(|message| self.deliver(at, message))
    }

    fn is_alone(&self, at: usize) -> bool {
        self.folders.get(at).is_some_and(|folder| folder.alone)
    }

    /// A message that is new or has changed.
    fn deliver(&mut self, at: usize, message: RawMessage) -> Result<(), Hung> {
        let mail = mailwijs_mail::parse(&message.bytes);
        let sketch = Sketch::of(&mail);
        let now = self.now();
        let change = if message.role == FolderRole::Sent {
            self.tracker.sent(message, &sketch, now)
        } else if is_draft(self.is_alone(at), &message, &mail) {
            self.tracker.saved(message, sketch, now)
        } else if message.role == FolderRole::Other
            && !self.folders.get(at).is_some_and(|folder| folder.alone)
            && !is_recent(&mail)
        {
            self.tracker.know_received(&sketch);
            None
        } else {
            self.tracker.received(message, &sketch)
        };
        self.send_all(change)
    }

    fn batch(&mut self, events: Vec<notify::Result<notify::Event>>) -> Result<(), Hung> {
        let mut seen = HashSet::new();
        for event in events {
            let touches = match event {
                Ok(event) => touches(event),
                Err(_) => vec![Touch::Lost],
            };
            for touch in touches {
                match touch {
                    Touch::Lost => {
                        if seen.insert((PathBuf::new(), false)) {
                            self.rescan_all()?;
                        }
                    }
                    Touch::Renamed(_, to) => {
                        let to = self.paths.own(to);
                        self.written(&to)?;
                    }
                    Touch::Written(path) => {
                        let path = self.paths.own(path);
                        // A file that was closed several times since is read once, as it is now.
                        if seen.insert((path.clone(), true)) {
                            self.written(&path)?;
                        }
                    }
                    Touch::Changed(path) => {
                        let path = self.paths.own(path);
                        if seen.contains(&(path.clone(), true)) {
                            continue;
                        }
                        if is_at_rest(&path) {
                            self.written(&path)?;
                        } else {
                            let now = self.now();
                            self.settling.changed(path, now);
                        }
                    }
                    Touch::Gone(path) => {
                        let path = self.paths.own(path);
                        self.written(&path)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The folders that a path belongs to.
    fn folders_of(&self, path: &Path) -> Vec<usize> {
        let above = path.ancestors().take(3);
        let mut found: Vec<usize> = above
            .filter_map(|path| self.by_path.get(path))
            .flatten()
            .copied()
            .collect();
        if has_extension(path, &["emlx"]) {
            found.extend(
                path.ancestors()
                    .skip(3)
                    .filter_map(|path| self.by_path.get(path))
                    .flatten(),
            );
        }
        found.retain(|at| {
            let Some(watched) = self.folders.get(*at) else {
                return false;
            };
            match &watched.messages {
                Messages::Mbox(_) => watched.folder.path == path,
                Messages::Files(files) => match watched.folder.format {
                    StoreFormat::SingleFile => watched.folder.path == path,
                    StoreFormat::Maildir => {
                        files.holds(path)
                            && path
                                .parent()
                                .and_then(Path::parent)
                                .is_some_and(|above| above == watched.folder.path)
                    }
                    StoreFormat::Emlx => files.holds(path),
                    _ => files.holds(path) && path.parent().is_some_and(|above| above == watched.folder.path),
                },
            }
        });
        found
    }

    /// A path may be read now: what it was, is or became is looked up.
    fn written(&mut self, path: &Path) -> Result<(), Hung> {
        self.settling.forget(path);
        if has_extension(path, &["msf"]) {
            return self.index_changed(path);
        }
        let folders = self.folders_of(path);
        if folders.is_empty() {
            return self.unknown(path);
        }
        for at in folders {
            self.look(at, path, Duration::ZERO)?;
        }
        Ok(())
    }

    /// Looks at one path of a folder, unchanged for as long as `quiet`.
    fn look(&mut self, at: usize, path: &Path, quiet: Duration) -> Result<(), Hung> {
        let now = self.now();
        let Some(watched) = self.folders.get_mut(at) else {
            return Ok(());
        };
        let store = self
            .stores
            .iter()
            .find(|store| path.starts_with(&store.root))
            .map(|store| store.root.clone());
        let store = store.unwrap_or_default();
        match &mut watched.messages {
            Messages::Mbox(tail) => match tail.look(now, quiet) {
                Ok((seen, whole)) => {
                    if whole {
                        self.settling.forget(path);
                    } else {
                        self.settling.changed(path.to_owned(), now);
                    }
                    self.seen(at, path, seen)
                }
                Err(error) => self.fail(
                    &store,
                    path,
                    format!("{}: cannot be read ({error})", path.display()),
                ),
            },
            Messages::Files(files) => match files.look(path) {
                Ok(File::New(message)) => self.deliver(at, message),
                Ok(File::Renamed { from, to }) => {
                    self.tracker.moved(&from, &to);
                    Ok(())
                }
                Ok(File::Gone(key)) => {
                    let change = self.tracker.vanished(&key, now);
                    self.send_all(change)
                }
                Ok(File::Nothing) => Ok(()),
                Err(error) => self.fail(&store, path, error.to_string()),
            },
        }
    }

    fn seen(&mut self, at: usize, mbox: &Path, seen: Vec<Seen>) -> Result<(), Hung> {
        let (appended, others): (Vec<Seen>, Vec<Seen>) = seen
            .into_iter()
            .partition(|seen| matches!(seen, Seen::Appended(_)));
        // A save is appended first and the older copy marked after it; both may be seen at once.
        for seen in appended.into_iter().chain(others) {
            match seen {
                Seen::Appended(message) => self.deliver(at, message)?,
                Seen::Vanished(key) => {
                    let now = self.now();
                    let change = self.tracker.vanished(&key, now);
                    self.send_all(change)?;
                }
                Seen::Replaced(messages) => self.replaced(at, mbox, messages)?,
            }
        }
        Ok(())
    }

    fn replaced(&mut self, at: usize, mbox: &Path, messages: Vec<RawMessage>) -> Result<(), Hung> {
        let mut drafts = Vec::new();
        let mut others = Vec::new();
        for message in messages {
            let mail = mailwijs_mail::parse(&message.bytes);
            if is_draft(self.is_alone(at), &message, &mail) {
                drafts.push((message, Sketch::of(&mail)));
            } else {
                others.push(message);
            }
        }
        let now = self.now();
        let changes = self.tracker.reread(mbox, drafts, now);
        self.send_all(changes)?;
        others
            .into_iter()
            .try_for_each(|message| self.deliver(at, message))
    }

    /// Thunderbird rewrites an index several times per save, through states that cannot be read.
    fn index_changed(&mut self, msf: &Path) -> Result<(), Hung> {
        let mbox = msf.with_extension("");
        let now = self.now();
        for at in self.folders_of(&mbox) {
            let Some(Messages::Mbox(tail)) = self.folders.get_mut(at).map(|folder| &mut folder.messages)
            else {
                continue;
            };
            if let Some(tokens) = index_beside(&mbox) {
                let seen = tail.listed(&tokens, now);
                self.seen(at, &mbox, seen)?;
            }
        }
        Ok(())
    }

    /// A path that belongs to no folder yet: a new directory, a new mbox, the first message of a new folder.
    fn unknown(&mut self, path: &Path) -> Result<(), Hung> {
        let Ok(found) = fs::metadata(path) else {
            return Ok(());
        };
        if found.is_dir() {
            let now = self.now();
            self.directories
                .extend(NEW_DIRECTORY.iter().map(|wait| (now + *wait, path.to_owned())));
            return Ok(());
        }
        let hidden = path
            .file_name()
            .is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
        if !found.is_file() || hidden || (is_other_kind(path) && !has_extension(path, &["emlx"])) {
            return Ok(());
        }
        let is_mail = has_extension(path, &["eml", "emlx"]) || search::kind_of(path).is_some();
        let Some(directory) = path.parent().filter(|_| is_mail) else {
            return Ok(());
        };
        if directory.file_name().is_some_and(|name| name == "tmp") {
            return Ok(());
        }
        let directory = search::maildir_around(directory).unwrap_or(directory);
        self.find_folders(directory, 0)
    }

    /// Takes up the folders in a directory that are not followed yet.
    fn find_folders(&mut self, directory: &Path, levels: usize) -> Result<(), Hung> {
        let stores = self
            .stores
            .iter()
            .filter(|store| store.root.is_dir() && directory.starts_with(&store.root));
        let Some(store) = stores
            .max_by_key(|store| store.root.components().count())
            .map(|store| store.root.clone())
        else {
            return Ok(());
        };
        // Inside a Maildir the folder is the directory above.
        let start = search::maildir_around(directory).unwrap_or(directory);
        let found = search::search_below(&store, start, &Hints::default(), levels);
        for folder in found.folders {
            let alone = self
                .stores
                .iter()
                .any(|known| known.root == store && known.folders.is_empty());
            self.add_folder(folder, &store, alone, true)?;
        }
        Ok(())
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

    fn due(&mut self) -> Result<(), Hung> {
        let now = self.now();
        for path in self.settling.due(now) {
            self.settled(&path)?;
        }
        let (due, later) = std::mem::take(&mut self.directories)
            .into_iter()
            .partition(|(due, _)| *due <= now);
        self.directories = later;
        for (_, directory) in Vec::into_iter(due) {
            self.new_directory(&directory)?;
        }
        if !self.polled.is_empty() && now >= self.next_poll {
            self.next_poll = now + POLL;
            for root in self.polled.clone() {
                self.rescan(&root)?;
            }
        }
        if now >= self.next_rescan {
            self.next_rescan = now + RESCAN;
            self.rescan_all()?;
        }
        let now = self.now();
        let changes = self.tracker.tick(now);
        self.send_all(changes)
    }

    /// A file has been quiet for a moment: it is read if it is whole.
    fn settled(&mut self, path: &Path) -> Result<(), Hung> {
        let now = self.now();
        let Some(stamp) = stamp(path) else {
            self.settling.forget(path);
            for at in self.folders_of(path) {
                self.look(at, path, Duration::MAX)?;
            }
            return Ok(());
        };
        let folders = self.folders_of(path);
        let quiet = self.settling.quiet(path, stamp, now);
        let is_mbox = folders.iter().any(|at| {
            self.folders
                .get(*at)
                .is_some_and(|folder| folder.folder.format == StoreFormat::Mbox)
        });
        let needed = if is_mbox || folders.is_empty() {
            // An mbox judges its last message itself; an index can be read or comes again.
            Duration::from_millis(1)
        } else {
            file::read(path).map_or(Duration::from_millis(1), |bytes| whole::needed_quiet(&bytes))
        };
        if quiet < needed {
            return Ok(());
        }
        if folders.is_empty() {
            return self.written(path);
        }
        if !is_mbox {
            self.settling.forget(path);
        }
        folders.into_iter().try_for_each(|at| self.look(at, path, quiet))
    }

    /// Lists a new directory again: its first files may have come before it was watched.
    fn new_directory(&mut self, directory: &Path) -> Result<(), Hung> {
        if !directory.is_dir() {
            return Ok(());
        }
        self.find_folders(directory, 40)?;
        let below: Vec<usize> = self
            .by_path
            .iter()
            .filter(|(path, _)| path.starts_with(directory) || directory.parent() == Some(path))
            .flat_map(|(_, folders)| folders.iter().copied())
            .collect();
        below.into_iter().try_for_each(|at| self.rescan_folder(at))
    }

    fn rescan_all(&mut self) -> Result<(), Hung> {
        let roots: Vec<PathBuf> = self.stores.iter().map(|store| store.root.clone()).collect();
        roots.iter().try_for_each(|root| self.rescan(root))
    }

    /// Looks through a whole store.
    fn rescan(&mut self, root: &Path) -> Result<(), Hung> {
        if root.is_dir() {
            self.find_folders(root, 40)?;
        }
        let folders: Vec<usize> = self
            .by_path
            .iter()
            .filter(|(path, _)| path.starts_with(root))
            .flat_map(|(_, folders)| folders.iter().copied())
            .collect();
        folders.into_iter().try_for_each(|at| self.rescan_folder(at))
    }

    fn rescan_folder(&mut self, at: usize) -> Result<(), Hung> {
        let Some(watched) = self.folders.get_mut(at) else {
            return Ok(());
        };
        let path = watched.folder.path.clone();
        match &mut watched.messages {
            Messages::Mbox(_) => {
                self.look(at, &path, Duration::ZERO)?;
                self.index_changed(&msf_of(&path))
            }
            Messages::Files(files) => {
                for path in files.rescan() {
                    // What is written at this moment has its own events, or is found by the next rescan.
                    if is_at_rest(&path) || !path.exists() {
                        self.look(at, &path, Duration::ZERO)?;
                    } else {
                        let now = self.now();
                        self.settling.changed(path, now);
                    }
                }
                Ok(())
            }
        }
    }
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

fn is_fresh(path: &Path) -> bool {
    age(path).is_none_or(|age| age < FRESH)
}

fn is_recent(mail: &Mail) -> bool {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    mail.date
        .is_none_or(|date| now.as_secs().saturating_sub(date.unsigned_abs()) < RECENT.as_secs())
}
