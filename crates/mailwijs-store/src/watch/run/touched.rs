//! A path that an event names: the folders it belongs to, or a folder that is new.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::age::is_at_rest;
use super::{Hung, NEW_DIRECTORY, Run};
use crate::files::{emlx, evolution_index, has_extension, is_other_kind};
use crate::search;
use crate::watch::caught::Caught;
use crate::watch::folder::{Messages, WatchedFolder};
use crate::watch::touch::{Touch, touches};
use crate::{FolderRole, StoreFormat};

impl Run {
    pub(super) fn batch(&mut self, events: Vec<Caught>) -> Result<(), Hung> {
        let mut seen = HashSet::new();
        for Caught { event, message } in events {
            if let Some((path, bytes)) = message {
                self.caught.insert(self.paths.own(path), bytes);
            }
            let touches = match event {
                Ok(event) => touches(event),
                Err(_) => vec![Touch::Lost],
            };
            for touch in touches {
                self.stirred(&touch);
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
        self.caught.clear();
        Ok(())
    }

    /// The folders that a path belongs to.
    pub(super) fn folders_of(&self, path: &Path) -> Vec<usize> {
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
                    StoreFormat::Emlx | StoreFormat::EvolutionCache => files.holds(path),
                    _ => files.holds(path) && path.parent().is_some_and(|above| above == watched.folder.path),
                },
            }
        });
        found
    }

    /// A path may be read now: what it was, is or became is looked up.
    pub(super) fn written(&mut self, path: &Path) -> Result<(), Hung> {
        self.settling.forget(path);
        if has_extension(path, &["msf"]) {
            return self.index_changed(path);
        }
        if let Some(copies) = evolution_index::folders_of(path) {
            return self.copies_marked(&copies);
        }
        // What is attached to a message of Apple Mail may come after it; the message tells itself when it goes.
        let message = (emlx::is_attached(path) && path.is_file()).then(|| emlx::message_of(path));
        let message = message.flatten();
        let path = message.as_deref().unwrap_or(path);
        let folders = self.folders_of(path);
        if folders.is_empty() {
            return self.unknown(path);
        }
        for at in folders {
            self.look(at, path, Duration::ZERO)?;
        }
        Ok(())
    }

    /// Evolution has written to the index of its copies. Only of drafts it matters at once what is deleted; an inbox may
    /// hold very many.
    fn copies_marked(&mut self, copies: &Path) -> Result<(), Hung> {
        let is_meant = |watched: &WatchedFolder| {
            matches!(watched.folder.role, FolderRole::Drafts | FolderRole::Outbox)
                && watched.folder.format == StoreFormat::EvolutionCache
                && watched.folder.path.starts_with(copies)
        };
        let meant: Vec<usize> = self
            .by_path
            .values()
            .flatten()
            .copied()
            .filter(|at| self.folders.get(*at).is_some_and(is_meant))
            .collect();
        meant.into_iter().try_for_each(|at| self.rescan_folder(at))
    }

    /// A path that belongs to no folder yet: a new directory, a new mbox, the first message of a new folder.
    pub(super) fn unknown(&mut self, path: &Path) -> Result<(), Hung> {
        let Ok(found) = fs::metadata(path) else {
            return match path.parent() {
                Some(directory) if has_extension(path, &["eml"]) && path.is_symlink() => {
                    self.find_folders(directory, 0)
                }
                _ => Ok(()),
            };
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
    pub(super) fn find_folders(&mut self, directory: &Path, levels: usize) -> Result<(), Hung> {
        let stores = self
            .stores
            .iter()
            .filter(|store| store.root.is_dir() && directory.starts_with(&store.root));
        let Some((store, hints)) = stores
            .max_by_key(|store| store.root.components().count())
            .map(|store| (store.root.clone(), store.hints.clone()))
        else {
            return Ok(());
        };
        // Inside a Maildir the folder is the directory above.
        let start = search::maildir_around(directory).unwrap_or(directory);
        let found = search::search_below(&store, start, &hints, levels);
        for folder in found.folders {
            let alone = self
                .stores
                .iter()
                .any(|known| known.root == store && known.folders.is_empty());
            self.add_folder(folder, &store, alone, true)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
