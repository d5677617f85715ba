//! Hashes for those who look into stores.

use mailwijs_history::Hasher;
use mailwijs_store::{Keyed, KeyedHash};

/// The keyed hashes of the history.
pub(crate) struct ByHistory(pub Hasher);

impl Keyed for ByHistory {
    fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
        self.0.hash(kind, words).0
    }
}
