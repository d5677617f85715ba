//! Notices while the program runs that a mail client, a profile, an account or an identity is new, changed or gone.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, select, unbounded};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::trace::Print;
use super::{Roots, discover, traces};
use crate::{MailClient, StoreError};

/// Settings are read once nothing has changed for this long: a client that makes an account writes several files.
const QUIET: Duration = Duration::from_millis(400);

/// What keeps changing is read after this time all the same.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often it is looked at in case an event was missed or never comes (a network drive).
const SLOW: Duration = Duration::from_mins(1);

/// Watches the settings of mail clients until it is dropped.
#[derive(Debug)]
pub struct ClientWatch {
    /// Dropped first, which ends the thread's wait.
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl ClientWatch {
    /// Watches the places where [`discover()`] looks. Once any of it has changed and is at rest, `changed` is told, on a
    /// thread of its own, all mail clients as they are then; it answers whether to go on. They may be the same as before.
    ///
    /// Nothing that changes after this returns is missed, so discover after starting.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn start(
        roots: Roots,
        changed: impl FnMut(Vec<MailClient>) -> bool + Send + 'static,
    ) -> Result<Self, StoreError> {
        let (events, incoming) = unbounded();
        // Without a watcher, everything is noticed a minute later.
        let watcher = notify::recommended_watcher(move |event| {
            // After the thread has ended nobody waits for events.
            let _ = events.send(event);
        });
        let mut settings = Settings {
            watcher: watcher.ok(),
            watched: BTreeSet::new(),
            names: HashSet::new(),
            print: Print::of(Vec::new()),
            roots,
        };
        settings.look();
        let (stop, stopped) = bounded(0);
        let thread = thread::Builder::new()
            .name("client-watch".to_owned())
            .spawn(move || settings.run(&incoming, &stopped, changed))
            .map_err(|error| StoreError::Watch(error.to_string()))?;
        Ok(Self {
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for ClientWatch {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // The thread ends at its next wait; a panic in it was reported when it happened.
            let _ = thread.join();
        }
    }
}

/// The settings as they were when last looked at.
struct Settings {
    roots: Roots,
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<PathBuf>,
    names: HashSet<OsString>,
    print: Print,
}

impl Settings {
    fn run(
        mut self,
        events: &Receiver<notify::Result<Event>>,
        stopped: &Receiver<()>,
        mut changed: impl FnMut(Vec<MailClient>) -> bool,
    ) {
        let mut next_look = Instant::now() + SLOW;
        loop {
            select! {
                recv(stopped) -> _ => return,
                recv(events) -> event => match event {
                    Ok(event) if self.matters(&event) => self.wait_for_rest(events, stopped),
                    Ok(_) if Instant::now() < next_look => continue,
                    Ok(_) => {}
                    // No watcher, no events.
                    Err(_) => match stopped.recv_timeout(SLOW) {
                        Err(RecvTimeoutError::Timeout) => {}
                        _ => return,
                    },
                },
                default(next_look.saturating_duration_since(Instant::now())) => {}
            }
            next_look = Instant::now() + SLOW;
            if self.look() && !changed(discover(&self.roots)) {
                return;
            }
        }
    }

    /// Whether anything has changed since the last look. From before the look on, events tell of what changes next.
    fn look(&mut self) -> bool {
        let first = Print::of(traces(&self.roots));
        self.watch(&first, first != self.print);
        let print = Print::of(traces(&self.roots));
        let changed = print != self.print;
        self.print = print;
        changed
    }

    /// A directory that was replaced by another of its name is watched by its old self only, so after a change all are
    /// watched `anew`.
    fn watch(&mut self, print: &Print, anew: bool) {
        let directories = print.directories();
        self.names = print.names();
        let Some(watcher) = &mut self.watcher else { return };
        for gone in self.watched.difference(&directories) {
            // It is gone, and what watched it too.
            let _ = watcher.unwatch(gone);
        }
        let wanted = directories
            .iter()
            .filter(|directory| anew || !self.watched.contains(*directory));
        for directory in wanted {
            // What cannot be watched is looked at every minute.
            let _ = watcher.watch(directory, RecursiveMode::NonRecursive);
        }
        self.watched = directories;
    }

    /// Whether an event is about settings; programs write to the same directories all the time.
    fn matters(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let is_named = |path: &Path| {
            let above = path.parent().and_then(Path::file_name);
            [path.file_name(), above]
                .into_iter()
                .flatten()
                .any(|name| self.names.contains(name))
        };
        event.need_rescan()
            || (!matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_named(path)))
    }

    fn wait_for_rest(&self, events: &Receiver<notify::Result<Event>>, stopped: &Receiver<()>) {
        let latest = Instant::now() + PATIENCE;
        let mut rest = Instant::now() + QUIET;
        loop {
            select! {
                recv(stopped) -> _ => return,
                recv(events) -> event => match event {
                    Ok(event) if self.matters(&event) => rest = Instant::now() + QUIET,
                    Ok(_) => {}
                    Err(_) => return,
                },
                default(rest.min(latest).saturating_duration_since(Instant::now())) => return,
            }
        }
    }
}
