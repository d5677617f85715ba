//! What mail clients are found by, and whether any of it has changed: looking costs a few dozen calls, not a search.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::sketch::hash;

/// A place that discovery decides by; it need not exist.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trace {
    /// A settings file.
    File(PathBuf),
    /// A directory of settings files.
    Files(PathBuf),
    /// A directory with a directory for each account.
    Directories(PathBuf),
    /// A store: only whether it is there matters here, what happens in it is for others.
    Present(PathBuf),
}

impl Trace {
    fn path(&self) -> &Path {
        let (Self::File(path) | Self::Files(path) | Self::Directories(path) | Self::Present(path)) = self;
        path
    }

    /// A number that differs once it has changed.
    fn look(&self) -> u64 {
        match self {
            Self::File(path) => hash(stamp(path)),
            Self::Present(path) => hash(path.exists()),
            Self::Files(path) => hash(
                entries(path)
                    .into_iter()
                    .map(|path| (stamp(&path), path))
                    .collect::<BTreeSet<_>>(),
            ),
            Self::Directories(path) => hash(
                entries(path)
                    .into_iter()
                    .filter(|path| path.is_dir())
                    .collect::<BTreeSet<_>>(),
            ),
        }
    }

    /// The directory whose own events tell of it; while that does not exist, the nearest one above it that does.
    fn directory(&self) -> Option<&Path> {
        let start = match self {
            Self::File(path) | Self::Present(path) => path.parent()?,
            Self::Files(path) | Self::Directories(path) => path,
        };
        start.ancestors().find(|path| path.is_dir())
    }
}

fn entries(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).into_iter().flatten();
    entries.filter_map(Result::ok).map(|entry| entry.path()).collect()
}

fn stamp(path: &Path) -> Option<(u64, Option<std::time::SystemTime>)> {
    let found = fs::metadata(path).ok()?;
    Some((found.len(), found.modified().ok()))
}

/// What all traces look like at one moment.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Print(Vec<(Trace, u64)>);

impl Print {
    pub(super) fn of(mut traces: Vec<Trace>) -> Self {
        traces.sort();
        traces.dedup();
        Self(
            traces
                .into_iter()
                .map(|trace| {
                    let look = trace.look();
                    (trace, look)
                })
                .collect(),
        )
    }

    /// The directories to watch, each for itself and not for what is below it.
    pub(super) fn directories(&self) -> BTreeSet<PathBuf> {
        self.0
            .iter()
            .filter_map(|(trace, _)| trace.directory().map(Path::to_owned))
            .collect()
    }

    /// The names that an event must bear, its own or that of the directory it is in, to matter. A profile in use is written
    /// to all the time. Names, because events may call directories by other paths.
    pub(super) fn names(&self) -> HashSet<OsString> {
        let names = self.0.iter().flat_map(|(trace, _)| {
            // What does not exist begins with the first directory on the way to it.
            let first_missing = trace.path().ancestors().take_while(|path| !path.exists()).last();
            [Some(trace.path()), first_missing]
        });
        names
            .flatten()
            .filter_map(|path| path.file_name().map(OsString::from))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_yet_is_waited_for_where_it_will_begin() {
        let home = tempfile::tempdir().unwrap();
        let prefs = home.path().join("snap/thunderbird/p/prefs.js");
        let print = || Print::of(vec![Trace::File(prefs.clone())]);
        let nothing = print();
        assert_eq!(nothing.directories(), BTreeSet::from([home.path().to_owned()]));
        assert!(nothing.names().contains(&OsString::from("snap")));
        fs::create_dir_all(home.path().join("snap/thunderbird")).unwrap();
        assert_eq!(print(), nothing, "directories on the way are no settings");
        assert_eq!(
            print().directories(),
            BTreeSet::from([home.path().join("snap/thunderbird")])
        );
        fs::create_dir(home.path().join("snap/thunderbird/p")).unwrap();
        fs::write(&prefs, "").unwrap();
        assert_ne!(print(), nothing);
    }

    #[test]
    fn only_what_decides_counts() {
        let home = tempfile::tempdir().unwrap();
        let place = |name: &str| home.path().join(name);
        let print = || {
            Print::of(vec![
                Trace::Directories(place("")),
                Trace::Present(place("store")),
                Trace::Files(place("sources")),
            ])
        };
        fs::create_dir(place("sources")).unwrap();
        fs::create_dir(place("store")).unwrap();
        let before = print();
        fs::write(place("INBOX.msf"), "x").unwrap();
        fs::write(place("store/Drafts"), "x").unwrap();
        assert_eq!(print(), before);
        fs::write(place("sources/a.source"), "x").unwrap();
        let with_source = print();
        assert_ne!(with_source, before);
        fs::create_dir(place("account")).unwrap();
        assert_ne!(print(), with_source);
    }
}
