//! Events name paths in the operating system's way; stores name them in the way they were given.

use std::path::{Path, PathBuf};

/// Translates paths of events.
#[derive(Debug, Default)]
pub(super) struct Paths {
    /// What events start with, and what it is called here.
    roots: Vec<(PathBuf, PathBuf)>,
}

impl Paths {
    /// Adds a watched root.
    pub(super) fn add(&mut self, root: &Path) {
        if let Ok(absolute) = std::path::absolute(root) {
            self.roots.push((absolute, root.to_owned()));
        }
        if let Ok(real) = root.canonicalize() {
            self.roots.push((real, root.to_owned()));
        }
        if let Ok(here) = std::env::current_dir() {
            self.roots.push((here.join(root), root.to_owned()));
        }
        // The deepest root decides, and the name that was given comes before others.
        self.roots
            .sort_by_key(|(event, _)| std::cmp::Reverse(event.components().count()));
        self.roots.dedup();
    }

    /// The path of an event as its store names it.
    pub(super) fn own(&self, event: PathBuf) -> PathBuf {
        for (prefix, root) in &self.roots {
            if let Ok(below) = event.strip_prefix(prefix) {
                return if below.as_os_str().is_empty() {
                    root.clone()
                } else {
                    root.join(below)
                };
            }
        }
        event
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_roots_stay_relative() {
        let mut paths = Paths::default();
        paths.add(Path::new("mail"));
        paths.add(Path::new("/other"));
        let here = std::env::current_dir().unwrap();
        assert_eq!(
            paths.own(here.join("mail/Drafts/cur/1")),
            Path::new("mail/Drafts/cur/1")
        );
        assert_eq!(paths.own("/other/x".into()), Path::new("/other/x"));
        assert_eq!(paths.own("/else/x".into()), Path::new("/else/x"));
    }
}
