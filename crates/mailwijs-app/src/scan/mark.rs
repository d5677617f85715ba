//! Which messages were checked, as numbers from which nobody can tell which they are.

use std::collections::HashSet;

use hmac::{Hmac, KeyInit as _, Mac as _};
use mailwijs_store::Version;
use sha2::Sha256;

/// A message as it stands now, under a hash with a secret key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mark(pub(super) u64);

/// The key of a scan, and the messages that it checked already.
#[derive(Debug, Clone)]
pub struct Known {
    pub(super) key: [u8; 16],
    pub(super) marks: HashSet<Mark>,
}

impl Known {
    /// The mark of a message that stands so.
    pub fn mark(&self, version: &Version) -> Mark {
        let hash = keyed(&self.key, &version.traits);
        // Among a million messages, two share a mark once in thirty million scans.
        Mark(hash.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes)))
    }

    /// Whether the message was checked already.
    pub fn holds(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }
}

/// HMAC-SHA-256 (RFC 2104).
pub(super) fn keyed(key: &[u8; 16], bytes: &[u8]) -> [u8; 32] {
    // Any length of key fits.
    Hmac::<Sha256>::new_from_slice(key).map_or([0; 32], |mut hash| {
        hash.update(bytes);
        hash.finalize().into_bytes().into()
    })
}
