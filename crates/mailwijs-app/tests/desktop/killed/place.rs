//! The folder in which an engine is started again and again: a mailbox, a session folder, and what the engine keeps.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::Value;
use tempfile::TempDir;

use super::engine::places;
use super::process::Process;
use crate::desk::{POLICY, whole_mailbox, with_paragraphs};

/// Every path with its bytes and when they were written; a folder has none.
pub type Tree = BTreeMap<PathBuf, Option<(Vec<u8>, SystemTime)>>;

/// What outlives a killed engine.
pub struct Place(TempDir);

impl Place {
    pub fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        for folder in ["Mail", "home", "keys", "session", "config"] {
            fs::create_dir(place.path().join(folder)).unwrap();
        }
        whole_mailbox(&place.mail());
        fs::write(places(place.path()).policy(), with_paragraphs(POLICY)).unwrap();
        place
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The folder of the mailbox.
    pub fn mail(&self) -> PathBuf {
        self.path().join("Mail")
    }

    /// A mail comes into a folder, as mail clients do it.
    pub fn put(&self, folder: &str, name: &str, text: &str) -> PathBuf {
        let tmp = self.mail().join(folder).join("tmp/x");
        fs::write(&tmp, text).unwrap();
        let file = self.mail().join(folder).join("cur").join(name);
        fs::rename(tmp, &file).unwrap();
        file
    }

    /// The mailbox as it is on the disk.
    pub fn mailbox(&self) -> Tree {
        let mut tree = Tree::new();
        add(&self.mail(), &mut tree);
        tree
    }

    /// Files that were put out for the tracking system.
    pub fn exported(&self) -> Vec<PathBuf> {
        let mut tree = Tree::new();
        add(&self.path().join("session"), &mut tree);
        let files = tree.into_iter().filter(|(_, file)| file.is_some());
        files.map(|(path, _)| path).collect()
    }

    /// An engine that watches and has looked at every case: nothing of it complains, and nothing is left of the one before.
    pub fn start(&self) -> (Process, Value) {
        let mut process = Process::start(self.path());
        let first = process.answer();
        assert_eq!(first["history"], "keyring", "{first:#}");
        assert_eq!(first["problems"], Value::Array(Vec::new()));
        assert_eq!(
            self.exported(),
            Vec::<PathBuf>::new(),
            "left of the one that was killed"
        );
        let shown = process.once(|shown| shown["looked"] == true);
        (process, shown)
    }
}

fn add(folder: &Path, tree: &mut Tree) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            tree.insert(entry.path(), None);
            add(&entry.path(), tree);
        } else {
            let written = entry.metadata().unwrap().modified().unwrap();
            tree.insert(entry.path(), Some((fs::read(entry.path()).unwrap(), written)));
        }
    }
}
