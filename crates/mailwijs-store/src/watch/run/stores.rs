//! Stores that are found or left while others are being watched.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use notify::{RecursiveMode, Watcher};

use super::opening::{Standing, watched_directory};
use super::{Hung, Run};
use crate::files::evolution_index;
use crate::{Folder, FolderRole, MailStore};

impl Run {
    /// From now on these are the stores. What is new is opened before what is old is left, so that a draft that moved with
    /// its account stays the same draft.
    pub(super) fn change_stores(&mut self, stores: Vec<MailStore>) -> Result<(), Hung> {
        let before: HashSet<PathBuf> = self.stores.iter().map(|store| store.root.clone()).collect();
        let now: HashSet<PathBuf> = stores.iter().map(|store| store.root.clone()).collect();
        self.stores.clone_from(&stores);
        for store in stores.iter().filter(|store| !before.contains(&store.root)) {
            // What went wrong when it was watched before may be right now.
            self.failed.remove(&store.root);
            self.watch_store(store)?;
            self.stirs.stir(&store.root);
        }
        let mut new = stores.clone();
        new.retain(|store| !before.contains(&store.root));
        self.know_recent(&new);
        // Two clients may name one folder; the first decides, as at the start.
        let mut seen = HashSet::new();
        for store in stores {
            let alone = store.folders.len() <= 1;
            for folder in store.folders {
                if seen.insert((folder.path.clone(), folder.format)) {
                    self.open_folder(folder, &store.root, alone)?;
                }
            }
        }
        for root in before.difference(&now) {
            self.leave_store(root);
        }
        if before == now {
            return Ok(());
        }
        self.ready()
    }

    /// Opens a folder that is new, or that is taken for something else than before.
    fn open_folder(&mut self, folder: Folder, store: &Path, alone: bool) -> Result<(), Hung> {
        let key = (folder.path.clone(), folder.format);
        let (path, role) = (folder.path.clone(), folder.role);
        let standing = Standing::of(&folder, alone);
        let changed = self.known.get(&key).is_some_and(|known| *known != standing);
        if changed {
            self.known.remove(&key);
            self.close(|known| known.path == key.0 && known.format == key.1);
        }
        self.add_folder(folder, store, alone, true)?;
        // Nobody tells any more what becomes of the drafts in it.
        let is_followed = standing.alone || matches!(role, FolderRole::Drafts | FolderRole::Outbox);
        if changed && !is_followed {
            let now = self.now();
            self.tracker
                .leave(|draft| draft.ancestors().take(3).any(|above| above == path), now);
        }
        Ok(())
    }

    fn leave_store(&mut self, root: &Path) {
        self.polled.remove(root);
        let kept: Vec<PathBuf> = self.stores.iter().map(|store| store.root.clone()).collect();
        let is_kept = |path: &Path| kept.iter().any(|kept| path.starts_with(kept));
        let (directory, _) = watched_directory(root);
        if !is_kept(directory)
            && let Some(watcher) = &mut self.watcher
        {
            // A directory that is gone is not watched any more either.
            let _ = watcher.unwatch(directory);
            if let Some(place) = evolution_index::beside(root).as_deref().and_then(Path::parent)
                && !is_kept(place)
            {
                let _ = watcher.unwatch(place);
            }
            // The same directory may be watched for another store, and so may those below it.
            for other in &kept {
                let (other, mode) = watched_directory(other);
                if other.starts_with(directory) || mode == RecursiveMode::NonRecursive {
                    // What cannot be watched now is looked through every few minutes.
                    let _ = watcher.watch(other, mode);
                }
            }
        }
        self.known
            .retain(|(path, _), _| !path.starts_with(root) || is_kept(path));
        self.close(|folder| folder.path.starts_with(root) && !is_kept(&folder.path));
        let now = self.now();
        self.tracker
            .leave(|draft| draft.starts_with(root) && !is_kept(draft), now);
    }

    /// Events and rescans reach folders by their path only: one that has none is at rest for good.
    fn close(&mut self, closes: impl Fn(&Folder) -> bool) {
        let folders = &self.folders;
        self.by_path.retain(|_, at| {
            at.retain(|at| !folders.get(*at).is_some_and(|watched| closes(&watched.folder)));
            !at.is_empty()
        });
    }
}
