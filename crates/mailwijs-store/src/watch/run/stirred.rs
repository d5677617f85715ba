//! In which store something was touched, be it no message.

use std::path::{Path, PathBuf};

use super::Run;
use crate::MailStore;
use crate::files::evolution_index;
use crate::watch::touch::Touch;

impl Run {
    /// Notes that something was touched, for those who look for themselves.
    pub(super) fn stirred(&mut self, touch: &Touch) {
        if self.stirs.are_idle() {
            return;
        }
        let paths = match touch {
            Touch::Written(path) | Touch::Changed(path) | Touch::Gone(path) => vec![path],
            Touch::Renamed(from, to) => vec![from, to],
            Touch::Lost => return self.stirred_all(),
        };
        for path in paths {
            let path = self.paths.own(path.clone());
            for store in self.stores.iter().filter(|store| is_in(&path, store)) {
                self.stirs.stir(&store.root);
            }
        }
    }

    /// Something may have changed anywhere.
    pub(super) fn stirred_all(&mut self) {
        for store in &self.stores {
            self.stirs.stir(&store.root);
        }
    }
}

/// Whether a path is in a store, or beside one that is a file: its index, or what its client compacts it into.
fn is_in(path: &Path, store: &MailStore) -> bool {
    let index_of = evolution_index::folders_of(path);
    let path = index_of.as_deref().unwrap_or(path);
    path.starts_with(&store.root) || is_beside(path, &store.root)
}

fn is_beside(path: &Path, file: &Path) -> bool {
    let name = |path: &Path| path.file_name().map(|name| name.as_encoded_bytes().to_vec());
    let (Some(own), Some(other)) = (name(file), name(path)) else {
        return false;
    };
    let above = |path: &Path| path.parent().map(PathBuf::from);
    above(path) == above(file)
        && (other == *b".compact-temp" || other.starts_with(&[&own[..], b"."].concat()))
}
