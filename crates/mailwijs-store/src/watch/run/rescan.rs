//! What is done when its time has come: quiet files, new directories, looking through folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::age::{is_at_rest, stamp};
use super::{Hung, POLL, RESCAN, Run};
use crate::files::emlx;
use crate::mbox::msf_of;
use crate::watch::folder::Messages;
use crate::watch::whole;
use crate::{StoreFormat, file};

/// Looking through stores is followed by a rest this many times as long.
const BREATH: u32 = 20;

impl Run {
    pub(super) fn due(&mut self) -> Result<(), Hung> {
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
            for root in self.polled.clone() {
                self.rescan(&root)?;
                self.stirs.stir(&root);
            }
            // A slow drive is given time to breathe.
            let took = self.now().saturating_sub(now);
            self.next_poll = self.now() + POLL.max(took * BREATH).min(RESCAN);
        }
        if now >= self.next_rescan {
            self.next_rescan = now + RESCAN;
            self.rescan_all()?;
            self.stirred_all();
        }
        let now = self.now();
        self.stirs.due(now);
        let changes = self.tracker.tick(now);
        self.send_all(changes)
    }

    /// A file has been quiet for a moment: it is read if it is whole.
    pub(super) fn settled(&mut self, path: &Path) -> Result<(), Hung> {
        let now = self.now();
        let Some(stamp) = stamp(path) else {
            self.settling.forget(path);
            let folders = self.folders_of(path);
            if folders.is_empty() {
                return self.unknown(path);
            }
            return folders
                .into_iter()
                .try_for_each(|at| self.look(at, path, Duration::MAX));
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
    pub(super) fn new_directory(&mut self, directory: &Path) -> Result<(), Hung> {
        if !directory.is_dir() {
            return Ok(());
        }
        if emlx::is_attached(directory) {
            return self.attached_in(directory);
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

    /// Looks again at the messages of Apple Mail that files were attached to.
    fn attached_in(&mut self, directory: &Path) -> Result<(), Hung> {
        let places = if directory.ends_with(emlx::ATTACHMENTS) {
            let entries = fs::read_dir(directory).into_iter().flatten();
            entries.flatten().map(|entry| entry.path()).collect()
        } else {
            vec![directory.to_owned()]
        };
        let messages: Vec<PathBuf> = places
            .iter()
            .filter_map(|place| emlx::message_of(place))
            .collect();
        messages.iter().try_for_each(|message| self.written(message))
    }

    pub(super) fn rescan_all(&mut self) -> Result<(), Hung> {
        let roots: Vec<PathBuf> = self.stores.iter().map(|store| store.root.clone()).collect();
        roots.iter().try_for_each(|root| self.rescan(root))
    }

    /// Looks through a whole store.
    pub(super) fn rescan(&mut self, root: &Path) -> Result<(), Hung> {
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

    pub(super) fn rescan_folder(&mut self, at: usize) -> Result<(), Hung> {
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
