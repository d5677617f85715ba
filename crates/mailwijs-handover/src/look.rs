//! Evidence: what was seen in the mail stores when all of them were looked at.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A store, by a keyed hash of its root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceId(pub u64);

/// A place in a store that does not open to this user, by a keyed hash of where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceId(pub u64);

/// A mail, by a keyed hash of its Message-ID or, without one, of its content. The same wherever a copy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MailId(pub u64);

/// A mail in a folder of a store, by a keyed hash of the three. Compaction moves a message within its file, and the client
/// renames a file when it is read: neither makes it another copy. Two copies in one folder are one, gone when both are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CopyId(pub u64);

/// How a copy belongs to the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kin {
    /// The mail itself.
    Same,
    /// It answers, forwards or quotes the mail.
    Conversation,
}

/// Where a copy stands on its way out, the farthest from gone first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stand {
    /// In a folder.
    Live,
    /// In the trash.
    Trash,
    /// Deleted, but its bytes are still there: in an mbox until it is compacted, on a server until it is expunged.
    Bytes,
    /// No trace of it.
    Gone,
}

/// A copy that was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Which.
    pub copy: CopyId,
    /// Of which mail.
    pub mail: MailId,
    /// In which store.
    pub source: SourceId,
    /// How it belongs to the case.
    pub kin: Kin,
    /// How it stands; never [`Stand::Gone`].
    pub stand: Stand,
    /// It stands in a trash folder, or stood there.
    pub in_trash: bool,
}

/// What one look at every store showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// When it began.
    pub at: Timestamp,
    /// Every copy there was.
    pub seen: Vec<Seen>,
    /// The stores that were looked at. Of one that is not watched any more nothing is known: what stood there may still be
    /// there.
    pub covered: BTreeSet<SourceId>,
    /// Stores of which something could not be read this time: what was not seen there may still be there.
    pub unread: BTreeSet<SourceId>,
    /// Places that do not open to this user, now or later, and the store each is in: whether a copy stands there only the
    /// teacher can say.
    pub closed: BTreeMap<PlaceId, SourceId>,
}

impl Look {
    /// Whether whatever opens to this user in this store was read.
    pub fn reads(&self, source: SourceId) -> bool {
        self.covered.contains(&source) && !self.unread.contains(&source)
    }
}
