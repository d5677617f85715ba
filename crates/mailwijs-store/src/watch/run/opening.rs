//! Stores and folders that come to be watched, and what stands in them.

use std::collections::hash_map::Entry;
use std::path::Path;
use std::time::Duration;

use notify::{RecursiveMode, Watcher};

use super::age::{is_fresh, is_newborn, is_old};
use super::arrivals::is_draft;
use super::{Hung, POLL, Run, stood_empty};
use crate::draft_tracker::DraftTracker;
use crate::files::evolution_index;
use crate::sketch::Sketch;
use crate::watch::folder::{Messages, WatchedFolder};
use crate::{Folder, FolderRole, MailStore, RawMessage, StoreFormat, header};

/// What a folder is taken for; when that changes it is opened anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    role: FolderRole,
    /// See [`WatchedFolder::alone`]; it matters for folders without a role only.
    pub(super) alone: bool,
}

impl Standing {
    pub(super) fn of(folder: &Folder, alone: bool) -> Self {
        Self {
            role: folder.role,
            alone: alone && folder.role == FolderRole::Other,
        }
    }
}

impl Run {
    /// Watches first and notes what is there second, so that nothing falls in between.
    pub(super) fn begin(&mut self) -> Result<(), Hung> {
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
        self.ready()
    }

    pub(super) fn watch_store(&mut self, store: &MailStore) -> Result<(), Hung> {
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
        self.watch_index(&store.root);
        if (self.mounts)().is_remote(directory) {
            self.polled.insert(store.root.clone());
        }
        Ok(())
    }

    /// Evolution keeps the index of its copies beside them. Where it cannot be watched, looking through everything finds
    /// what is deleted.
    fn watch_index(&mut self, root: &Path) {
        if let Some(place) = evolution_index::beside(root).as_deref().and_then(Path::parent)
            && let Some(watcher) = &mut self.watcher
            && watcher.watch(place, RecursiveMode::NonRecursive).is_ok()
        {
            self.paths.add(place);
        }
    }

    /// Starts to follow a folder. What is in it is noted silently, unless the folder is `new` and the message too.
    pub(super) fn add_folder(
        &mut self,
        folder: Folder,
        store: &Path,
        alone: bool,
        new: bool,
    ) -> Result<(), Hung> {
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
        let newborn = new && (stood_empty || is_newborn(&path));
        let made_now = newborn && !holds_drafts;
        let mut found = |message: RawMessage| {
            if stood_empty || (new && is_fresh(&message.key.path) && !is_old(&message)) {
                saved.push(message);
            } else if holds_drafts {
                note(&mut self.tracker, alone, message, now);
            }
        };
        match &mut watched.messages {
            Messages::Mbox(tail) => {
                if let Err(error) = tail.begin(now, made_now, newborn, found) {
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
}

/// The directory whose events tell of a store.
pub(super) fn watched_directory(root: &Path) -> (&Path, RecursiveMode) {
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
