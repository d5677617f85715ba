//! How a file stands on disk, by what it costs nothing to ask.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

use super::marks::{TICK, since};

/// When this is the same, so is what the file holds, if it is [steady](Self::is_steady).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Stamp {
    /// Tells a file from the one that replaces it.
    pub id: (u64, u64),
    pub length: u64,
    pub changed: Option<SystemTime>,
}

impl Stamp {
    pub(super) fn of(found: &Metadata) -> Self {
        Self {
            id: file_id(found),
            length: found.len(),
            changed: found.modified().ok(),
        }
    }

    /// `None` when there is nothing.
    pub(super) fn at(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().as_ref().map(Self::of)
    }

    /// Whether whatever is written from now on gives another time.
    pub(super) fn is_steady(&self) -> bool {
        self.changed.is_some_and(|changed| since(changed) >= TICK)
    }
}

#[cfg(unix)]
fn file_id(found: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino())
}

/// By when it was made.
#[cfg(not(unix))]
fn file_id(found: &Metadata) -> (u64, u64) {
    let created = found.created().ok();
    let created = created.and_then(|created| created.duration_since(std::time::UNIX_EPOCH).ok());
    created.map_or((0, 0), |created| {
        (created.as_secs(), u64::from(created.subsec_nanos()))
    })
}
