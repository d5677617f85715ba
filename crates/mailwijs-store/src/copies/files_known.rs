//! What is known of a folder of message files.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::marks::{Mark, Reader};
use super::stamp::Stamp;
use crate::files::{leftovers, maildir};
use crate::mbox::{is_imap_copy, msf_of};
use crate::sketch::hash;
use crate::{Folder, ReadError, StoreFormat, files};

/// A folder of message files, as it was when it was last looked at.
#[derive(Default)]
pub(super) struct FilesKnown {
    /// Directories and index; while they stay the same, so does the list of files. Empty where only a list can tell.
    watched: Vec<Option<Stamp>>,
    /// Sorted by name.
    files: Vec<Known>,
    /// By the name's hash, sorted.
    marks: Vec<(u64, Mark)>,
    /// Files that are read again: they were written just before.
    young: HashSet<u64>,
    pub unread: Vec<ReadError>,
    /// Where files stand that were asked for.
    paths: HashMap<u64, PathBuf>,
    shape: u64,
}

#[derive(Clone, Copy)]
struct Known {
    /// Of the name, which stays when flags change.
    name: u64,
    /// Where a name may come to hold another message.
    stamp: u64,
    ghost: bool,
}

/// A message that bears a wanted mark.
pub(super) struct Hit {
    /// Of its file, or its offset in an mbox.
    pub name: u64,
    /// Changes with what stands there.
    pub version: u64,
    pub ghost: bool,
    pub mark: Mark,
}

impl FilesKnown {
    /// Looks what has changed, and reads it; whether anything has.
    pub(super) fn refresh(&mut self, folder: &Folder, reader: &mut Reader) -> bool {
        let watched = watched(folder);
        let told = !watched.is_empty() && watched.iter().flatten().all(Stamp::is_steady);
        if told && watched == self.watched && self.young.is_empty() && self.unread.is_empty() {
            return false;
        }
        let mut next = Self {
            watched: if told { watched } else { Vec::new() },
            ..Self::default()
        };
        let files = everything(folder);
        let live = live(folder, &files);
        let mut names = HashSet::new();
        for file in files {
            match file {
                Ok(path) => {
                    let mut name = name(folder.format, &path);
                    if !names.insert(name) {
                        name = hash(&path);
                    }
                    let ghost =
                        live.as_ref().is_some_and(|live| !live.contains(&path)) || is_deleted(folder, &path);
                    self.take(&mut next, folder, reader, path, (name, ghost));
                }
                Err(error) => next.unread.extend(unread(error)),
            }
        }
        next.files.sort_unstable_by_key(|known| known.name);
        next.marks.sort_unstable();
        next.marks.shrink_to_fit();
        let changed = next.shape != self.shape;
        *self = next;
        changed
    }

    fn take(
        &self,
        next: &mut Self,
        folder: &Folder,
        reader: &mut Reader,
        path: PathBuf,
        (name, ghost): (u64, bool),
    ) {
        let stamp = if is_named_once(folder.format) {
            0
        } else {
            hash(Stamp::at(&path))
        };
        let known = self
            .known(name)
            .filter(|known| known.stamp == stamp && !self.young.contains(&name));
        let (marks, own_ghost) = if let Some(known) = known {
            (
                self.marks_of(name).collect(),
                known.ghost && folder.format == StoreFormat::Emlx,
            )
        } else {
            match reader.file(folder.format, folder.role, &path) {
                Ok(marked) => {
                    if marked.young {
                        next.young.insert(name);
                    }
                    (marked.marks, marked.ghost)
                }
                Err(error) => return next.unread.extend(unread(error)),
            }
        };
        let known = Known {
            name,
            stamp,
            ghost: ghost || own_ghost,
        };
        next.shape = next.shape.wrapping_add(hash((&path, stamp, known.ghost, &marks)));
        next.files.push(known);
        next.marks.extend(marks.into_iter().map(|mark| (name, mark)));
        if self.paths.contains_key(&name) {
            next.paths.insert(name, path);
        }
    }

    fn known(&self, name: u64) -> Option<Known> {
        let at = self.files.binary_search_by_key(&name, |known| known.name).ok()?;
        self.files.get(at).copied()
    }

    fn marks_of(&self, name: u64) -> impl Iterator<Item = Mark> {
        let from = self.marks.partition_point(|(known, _)| *known < name);
        let rest = self.marks.get(from..).unwrap_or_default();
        rest.iter()
            .take_while(move |(known, _)| *known == name)
            .map(|(_, mark)| *mark)
    }

    /// The messages that bear a mark that is wanted; once for each mark.
    pub(super) fn hits(&self, is_wanted: impl Fn(Mark) -> bool) -> Vec<Hit> {
        let marks = self.marks.iter().filter(|(_, mark)| is_wanted(*mark));
        marks
            .filter_map(|(name, mark)| {
                let known = self.known(*name)?;
                Some(Hit {
                    name: *name,
                    version: hash((known.stamp, self.marks_of(*name).collect::<Vec<_>>())),
                    ghost: known.ghost,
                    mark: *mark,
                })
            })
            .collect()
    }

    /// Where these messages stand.
    pub(super) fn find(&mut self, folder: &Folder, names: &HashSet<u64>) -> &HashMap<u64, PathBuf> {
        self.paths.retain(|name, _| names.contains(name));
        if names.iter().any(|name| !self.paths.contains_key(name)) {
            for path in everything(folder).into_iter().flatten() {
                // Of two files with one name the second is known by its path.
                for name in [hash(&path), name(folder.format, &path)] {
                    if names.contains(&name) {
                        self.paths.entry(name).or_insert_with(|| path.clone());
                    }
                }
            }
        }
        &self.paths
    }
}

/// Formats that never give a name twice; the message under it stays what it is.
fn is_named_once(format: StoreFormat) -> bool {
    matches!(format, StoreFormat::Maildir | StoreFormat::EvolutionCache)
}

/// The files that an index shows, where there is one.
fn live(folder: &Folder, files: &[Result<PathBuf, ReadError>]) -> Option<HashSet<PathBuf>> {
    if folder.format != StoreFormat::EvolutionCache && !is_imap_copy(&folder.path) {
        return None;
    }
    let mut live = files.to_vec();
    files::leave_out_ghosts(folder, &mut live);
    Some(live.into_iter().flatten().collect())
}

/// What a file is known by.
pub(super) fn name(format: StoreFormat, path: &Path) -> u64 {
    match format {
        StoreFormat::Maildir => hash(maildir::unique(path)),
        _ => hash(path),
    }
}

/// What vanished between listing and reading is gone.
fn unread(error: ReadError) -> Option<ReadError> {
    let is_gone = fs::symlink_metadata(&error.path).is_err_and(|why| why.kind() == io::ErrorKind::NotFound);
    (!is_gone).then_some(error)
}

/// Every message file, and those that MH programs keep of deleted messages.
fn everything(folder: &Folder) -> Vec<Result<PathBuf, ReadError>> {
    let mut files = files::list_all(folder);
    if folder.format == StoreFormat::Mh
        && let Ok(entries) = fs::read_dir(&folder.path)
    {
        let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
        files.extend(
            paths
                .filter(|path| leftovers::is_deleted(path) && path.is_file())
                .map(Ok),
        );
    }
    files
}

fn is_deleted(folder: &Folder, path: &Path) -> bool {
    match folder.format {
        StoreFormat::Maildir => maildir::flags(path).trashed,
        StoreFormat::Mh => leftovers::is_deleted(path),
        _ => false,
    }
}

fn watched(folder: &Folder) -> Vec<Option<Stamp>> {
    if folder.format != StoreFormat::Maildir {
        return Vec::new();
    }
    let directories = maildir::DIRECTORIES.map(|name| folder.path.join(name));
    let mut watched: Vec<Option<Stamp>> = directories.iter().map(|path| Stamp::at(path)).collect();
    if is_imap_copy(&folder.path) {
        watched.push(Stamp::at(&msf_of(&folder.path)));
    }
    watched
}
