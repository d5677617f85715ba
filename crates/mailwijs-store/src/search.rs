//! Finds the mail folders below a directory, at every depth.

mod parts;

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::files::emlx::{ATTACHMENTS, is_attached};
use crate::files::evolution::{is_autosave, is_cache};
use crate::files::leftovers::{holds_leftovers, is_leftover};
use crate::files::outlook::is_outlook;
use crate::files::{has_extension, is_number, is_other_kind};
use crate::mbox::{Separator, separator};
use crate::role::role_of;
use crate::{Folder, FolderRole, ReadError, StoreFormat, file, header, name};

pub(crate) use parts::maildir_around;

/// What a mail client's settings say about its folders; names decide where they say nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Hints {
    /// Roles by path.
    pub roles: HashMap<PathBuf, FolderRole>,
    /// Real names by path, for folders whose file name is cut short and hashed.
    pub names: HashMap<PathBuf, String>,
}

impl Hints {
    /// What they say about folders of the store at `root`.
    pub(crate) fn below(&self, root: &Path) -> Self {
        let mut own = self.clone();
        own.roles.retain(|path, _| path.starts_with(root));
        own.names.retain(|path, _| path.starts_with(root));
        own
    }
}

/// What a search found.
#[derive(Debug, Default)]
pub(crate) struct Search {
    /// Sorted by path.
    pub folders: Vec<Folder>,
    /// Directories that could not be listed.
    pub unreadable: Vec<ReadError>,
    /// Profiles of Thunderbird; not searched, because their settings say more than the names of their files.
    pub profiles: Vec<PathBuf>,
}

/// No mail is kept deeper than this below where the search starts.
const DEEPEST: usize = 40;

/// Looks through everything below `root`. Links are followed once, so loops end.
pub(crate) fn search(root: &Path, hints: &Hints) -> Search {
    search_below(root, root, hints, DEEPEST)
}

/// Looks through `start`, which lies below `root`, and what lies at most `levels` below it.
pub(crate) fn search_below(root: &Path, start: &Path, hints: &Hints, levels: usize) -> Search {
    let mut search = Search::default();
    let above = start.strip_prefix(root).unwrap_or(Path::new(""));
    let leftover = above.components().any(|part| holds_leftovers(part.as_os_str()));
    if leftover || (!above.as_os_str().is_empty() && is_attached(start)) {
        return search;
    }
    let mut seen = HashSet::new();
    let mut waiting = vec![(
        start.to_owned(),
        start.canonicalize().unwrap_or_else(|_| start.to_owned()),
        0,
    )];
    while let Some((path, real, depth)) = waiting.pop() {
        if !seen.insert(real.clone()) {
            continue;
        }
        let listing = match Listing::of(&path) {
            Ok(listing) => listing,
            Err(error) => {
                search.unreadable.push(error);
                continue;
            }
        };
        if listing.is_profile() {
            search.profiles.push(path);
            continue;
        }
        // What was asked for by name is taken as it is.
        if path != root && parts::is_part(&path, &listing) {
            let above = path.parent().unwrap_or(root);
            // It was no part of a folder yet when the directory above was listed.
            if let Ok(listing) = Listing::of(above) {
                listing.folders(above, &mut search.folders);
            }
            continue;
        }
        listing.folders(&path, &mut search.folders);
        for (name, is_link) in &listing.directories {
            if depth == levels || listing.keeps_out(name) {
                continue;
            }
            let below = path.join(name);
            let real = if *is_link {
                below.canonicalize().unwrap_or_else(|_| below.clone())
            } else {
                real.join(name)
            };
            waiting.push((below, real, depth + 1));
        }
    }
    search
        .folders
        .sort_by(|a, b| (&a.path, a.format).cmp(&(&b.path, b.format)));
    search
        .folders
        .dedup_by(|a, b| a.path == b.path && a.format == b.format);
    search.profiles.sort();
    describe(root, &mut search.folders, hints);
    search
}

/// Gives folders their names and roles.
fn describe(root: &Path, folders: &mut [Folder], hints: &Hints) {
    let with_subfolders: HashSet<PathBuf> = folders
        .iter()
        .filter(|folder| folder.format == StoreFormat::Maildir)
        .filter(|folder| {
            folder
                .path
                .file_name()
                .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
        })
        .filter_map(|folder| folder.path.parent().map(Path::to_owned))
        .collect();
    for folder in folders {
        folder.name = hints
            .names
            .get(&folder.path)
            .cloned()
            .unwrap_or_else(|| name::of(root, folder));
        folder.role = hints
            .roles
            .get(&folder.path)
            .copied()
            .unwrap_or_else(|| role_of(&folder.name));
        // The top of a Maildir++ tree is the inbox whatever it is called.
        if folder.role == FolderRole::Other
            && folder.format == StoreFormat::Maildir
            && with_subfolders.contains(&folder.path)
        {
            folder.role = FolderRole::Inbox;
        }
    }
}

/// What stands in one directory.
struct Listing {
    files: Vec<PathBuf>,
    /// With whether it is a link.
    directories: Vec<(OsString, bool)>,
    maildir: bool,
    /// Evolution's copies of a server's folder.
    evolution_cache: bool,
}

impl Listing {
    fn of(path: &Path) -> Result<Self, ReadError> {
        let mut listing = Self {
            files: Vec::new(),
            directories: Vec::new(),
            maildir: false,
            evolution_cache: false,
        };
        for entry in fs::read_dir(path)
            .map_err(|error| ReadError::io(path, &error))?
            .filter_map(Result::ok)
        {
            let Ok(kind) = entry.file_type() else { continue };
            let is_link = kind.is_symlink();
            let kind = if is_link {
                fs::metadata(entry.path()).map(|target| target.file_type()).ok()
            } else {
                Some(kind)
            };
            match kind {
                Some(kind) if kind.is_dir() => listing.directories.push((entry.file_name(), is_link)),
                Some(kind) if kind.is_file() => listing.files.push(entry.path()),
                // A link that leads nowhere but bears a message's name is told of when its folder is read.
                None if has_extension(&entry.path(), &["eml"]) => listing.files.push(entry.path()),
                // Other broken links, pipes, sockets and devices hold no mail.
                _ => {}
            }
        }
        listing.files.sort();
        listing.directories.sort();
        listing.evolution_cache =
            listing.has_directory("cur") && !listing.has_directory("new") && is_cache(&path.join("cur"));
        listing.maildir = !listing.evolution_cache && listing.is_maildir(path);
        Ok(listing)
    }

    fn has_directory(&self, wanted: &str) -> bool {
        self.directories.iter().any(|(name, _)| name == wanted)
    }

    fn has_file(&self, wanted: &str) -> bool {
        self.files
            .iter()
            .any(|path| path.file_name().is_some_and(|name| name == wanted))
    }

    fn is_profile(&self) -> bool {
        self.has_file("prefs.js") && (self.has_directory("Mail") || self.has_directory("ImapMail"))
    }

    /// `cur`, `new` and `tmp`; a copied or synchronised Maildir may have lost the empty ones.
    fn is_maildir(&self, path: &Path) -> bool {
        let present = ["cur", "new", "tmp"].map(|name| self.has_directory(name));
        match present {
            // Evolution is about to put its first copy of a server's folder there.
            [_, false, true] if is_cache(&path.join("tmp")) => false,
            [true, true, _] | [true, _, true] | [_, true, true] => true,
            [false, false, _] => false,
            _ => parts::holds_a_message(&path.join(if self.has_directory("cur") { "cur" } else { "new" })),
        }
    }

    fn keeps_out(&self, directory: &OsString) -> bool {
        ((self.maildir || self.evolution_cache) && ["cur", "new", "tmp"].iter().any(|name| directory == name))
            || (directory == ATTACHMENTS && self.has_directory("Messages"))
            || holds_leftovers(directory)
    }

    /// The folders that this directory is or holds.
    fn folders(&self, path: &Path, found: &mut Vec<Folder>) {
        let mut add = |path: &Path, format| {
            found.push(Folder {
                path: path.to_owned(),
                name: String::new(),
                role: FolderRole::Other,
                format,
            });
        };
        if self.maildir {
            add(path, StoreFormat::Maildir);
        }
        if self.evolution_cache {
            add(&path.join("cur"), StoreFormat::EvolutionCache);
        }
        if self.files.iter().any(|path| is_autosave(path)) {
            add(path, StoreFormat::EvolutionAutosave);
        }
        if self.has_file(".mh_sequences")
            || self
                .files
                .iter()
                .find(|path| is_number(path))
                .is_some_and(|path| is_message(path))
        {
            add(path, StoreFormat::Mh);
        }
        if self.files.iter().any(|path| has_extension(path, &["emlx"])) {
            add(emlx_mailbox(path), StoreFormat::Emlx);
        }
        let mut loose = false;
        let not_numbered = self.files.iter().filter(|path| !is_number(path));
        for path in not_numbered.filter(|path| !is_leftover(path)) {
            if has_extension(path, &["eml"]) {
                loose = true;
            } else if !is_other_kind(path) && !is_hidden(path) {
                match kind_of(path) {
                    Some(StoreFormat::Mbox) => add(path, StoreFormat::Mbox),
                    Some(_) => loose = true,
                    None => {}
                }
            }
        }
        if loose {
            add(path, StoreFormat::EmlFolder);
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

fn is_message(path: &Path) -> bool {
    file::start(path).is_ok_and(|start| header::looks_like_message(&start))
}

/// What a file without a telling extension holds. An empty file is an mbox when its client says so with an index beside it.
pub(crate) fn kind_of(path: &Path) -> Option<StoreFormat> {
    let start = file::start(path).ok()?;
    if start.is_empty() {
        return crate::mbox::msf_of(path).is_file().then_some(StoreFormat::Mbox);
    }
    if matches!(separator(start.trim_ascii_start()), Separator::Yes(_)) {
        return Some(StoreFormat::Mbox);
    }
    let is_message = is_outlook(path, &start) || header::looks_like_message(&start);
    is_message.then_some(StoreFormat::SingleFile)
}

/// Apple Mail spreads a mailbox over `X.mbox/<UUID>/Data/1/Messages`.
fn emlx_mailbox(directory: &Path) -> &Path {
    directory
        .ancestors()
        .find(|path| has_extension(path, &["mbox"]))
        .unwrap_or(directory)
}
