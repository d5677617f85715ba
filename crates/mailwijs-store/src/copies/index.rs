//! What stands in every folder of every store, in marks; brought up to date by reading what has changed.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::beside;
use super::files_known::{FilesKnown, Hit};
use super::marks::{Mark, Reader};
use super::mbox_known::MboxKnown;
use crate::{Folder, MailStore, ReadCause, ReadError, StoreFormat, search};

/// Mail that is moved while folders are looked at one after another may be seen nowhere, so they are looked at until nothing
/// changes any more, but not for ever.
const PASSES: usize = 5;

type Place = (PathBuf, StoreFormat);

/// Every folder that was met.
#[derive(Default)]
pub(super) struct Index {
    folders: HashMap<Place, Known>,
    /// Those that stand in the stores now, in order.
    present: Vec<Place>,
    /// What could not be read.
    pub unread: Vec<ReadError>,
}

/// A folder, or what was left beside one.
pub(super) struct Known {
    pub folder: Folder,
    pub store: PathBuf,
    /// Nothing in it is shown by a mail client.
    pub is_left: bool,
    pub messages: Messages,
}

pub(super) enum Messages {
    Files(FilesKnown),
    Mbox(MboxKnown),
}

impl Index {
    /// Reads what has changed in these stores.
    pub(super) fn refresh(&mut self, stores: &[MailStore], reader: &mut Reader) {
        let mut changing = Vec::new();
        for _ in 0..PASSES {
            changing = self.pass(stores, reader);
            if changing.is_empty() {
                break;
            }
        }
        // Where mail is still being moved about, nothing can be said.
        let moving = changing
            .into_iter()
            .map(|path| ReadError::new(&path, None, ReadCause::Unfinished));
        self.unread.extend(moving);
        self.unread
            .sort_by(|a, b| (&a.path, a.offset).cmp(&(&b.path, b.offset)));
        self.unread.dedup();
    }

    /// Looks at every folder once; gives those in which something has changed.
    fn pass(&mut self, stores: &[MailStore], reader: &mut Reader) -> Vec<PathBuf> {
        let mut changed = Vec::new();
        let mut seen = HashSet::new();
        let mut lost = Vec::new();
        self.unread.clear();
        self.present.clear();
        for store in stores {
            if let Err(error) = fs::metadata(&store.root) {
                self.unread.push(ReadError::io(&store.root, &error));
                lost.push(&store.root);
                continue;
            }
            let (folders, left) = self.folders_of(store);
            let folders = folders.into_iter().map(|folder| (folder, false));
            for (folder, is_left) in folders.chain(left.into_iter().map(|left| (left, true))) {
                let place = (folder.path.clone(), folder.format);
                // Two clients may name one folder; the first decides.
                if !seen.insert(place.clone()) {
                    continue;
                }
                let known = self
                    .folders
                    .entry(place.clone())
                    .or_insert_with(|| Known::new(&folder));
                if known.refresh(folder, &store.root, is_left, reader) {
                    changed.push(place.0.clone());
                }
                self.unread.extend(known.unread().cloned());
                self.present.push(place);
            }
        }
        // Of a store that is not there now, what is known helps when it is back.
        self.folders.retain(|place, known| {
            seen.contains(place) || lost.iter().any(|lost| known.store.starts_with(lost))
        });
        changed
    }

    /// The folders of a store: those that stand there, those it was opened with and those that stood there before; and what
    /// was left beside them.
    fn folders_of(&mut self, store: &MailStore) -> (Vec<Folder>, Vec<Folder>) {
        let mut folders = Vec::new();
        if store.root.is_dir() {
            let found = search::search(&store.root, &store.hints);
            folders = found.folders;
            self.unread.extend(found.unreadable);
        }
        let found: HashSet<Place> = folders.iter().map(place).collect();
        let before = self
            .folders
            .values()
            .filter(|known| known.store == store.root && !known.is_left && !known.is_gone());
        let before = before.map(|known| &known.folder);
        let more: Vec<Folder> = store
            .folders
            .iter()
            .chain(before)
            .filter(|folder| !found.contains(&place(folder)))
            .cloned()
            .collect();
        folders.extend(more);
        let above = folders.iter().filter(|folder| folder.format == StoreFormat::Mbox);
        let mut directories: Vec<PathBuf> = above
            .flat_map(|folder| {
                [
                    folder.path.parent().map(Path::to_owned),
                    Some(subfolders(&folder.path)),
                ]
            })
            .flatten()
            .filter(|directory| directory.starts_with(&store.root))
            .chain([store.root.clone()])
            .collect();
        directories.sort();
        directories.dedup();
        let (left, unread) = beside::left_in(directories, &store.root, &folders, &store.hints);
        self.unread.extend(unread);
        (folders, left)
    }

    /// The folders that stand in the stores.
    pub(super) fn each_present(&mut self, mut each: impl FnMut(&mut Known)) {
        for place in &self.present {
            if let Some(known) = self.folders.get_mut(place) {
                each(known);
            }
        }
    }
}

impl Known {
    fn new(folder: &Folder) -> Self {
        Self {
            folder: folder.clone(),
            store: PathBuf::new(),
            is_left: false,
            messages: match folder.format {
                StoreFormat::Mbox => Messages::Mbox(MboxKnown::default()),
                _ => Messages::Files(FilesKnown::default()),
            },
        }
    }

    fn refresh(&mut self, folder: Folder, store: &Path, is_left: bool, reader: &mut Reader) -> bool {
        (self.folder, self.is_left) = (folder, is_left);
        store.clone_into(&mut self.store);
        match &mut self.messages {
            Messages::Files(files) => files.refresh(&self.folder, reader),
            Messages::Mbox(mbox) => mbox.refresh(&self.folder, reader),
        }
    }

    fn unread(&self) -> Box<dyn Iterator<Item = &ReadError> + '_> {
        match &self.messages {
            Messages::Files(files) => Box::new(files.unread.iter()),
            Messages::Mbox(mbox) => Box::new(mbox.unread()),
        }
    }

    fn is_gone(&self) -> bool {
        match &self.messages {
            Messages::Files(_) => !self.folder.path.exists(),
            Messages::Mbox(mbox) => mbox.is_gone(),
        }
    }

    /// The messages that bear a mark that is wanted; once for each mark.
    pub(super) fn hits(&self, is_wanted: impl Fn(Mark) -> bool) -> Vec<Hit> {
        let mut hits = match &self.messages {
            Messages::Files(files) => files.hits(is_wanted),
            Messages::Mbox(mbox) => mbox.hits(is_wanted),
        };
        if self.is_left {
            for hit in &mut hits {
                hit.ghost = true;
            }
        }
        hits
    }
}

fn place(folder: &Folder) -> Place {
    (folder.path.clone(), folder.format)
}

/// Where Thunderbird keeps the folders below a folder.
fn subfolders(folder: &Path) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(".sbd");
    PathBuf::from(name)
}
