//! Thunderbird's index of an mbox that is a copy of a folder on a server.

use std::path::Path;
use std::time::Duration;

use super::marks::since;
use super::stamp::Stamp;
use crate::mbox::{index_beside, is_imap_copy, msf_of};
use crate::{ReadCause, ReadError};

/// Thunderbird lists a message in its index some seconds after appending it; what is not listed by then was deleted.
const LISTED_BY: Duration = Duration::from_secs(30);

/// An index is rewritten in steps, through states that cannot be read; what stays so is broken.
const REWRITTEN: Duration = Duration::from_secs(5);

/// The index beside an mbox, as it was when it was last read.
#[derive(Default)]
pub(super) struct Indexed {
    /// Whether the mbox is such a copy: in others each message says itself whether it is deleted.
    pub is_imap: bool,
    stamp: Option<Stamp>,
    steady: bool,
    /// Sorted; `None` without an index that can be read.
    tokens: Option<Vec<u64>>,
    pub unread: Vec<ReadError>,
}

impl Indexed {
    /// Reads the index when it has changed; whether it has.
    pub(super) fn refresh(&mut self, mbox: &Path) -> bool {
        self.is_imap = is_imap_copy(mbox);
        if !self.is_imap {
            return false;
        }
        let path = msf_of(mbox);
        let stamp = Stamp::at(&path);
        if stamp == self.stamp && self.steady && self.unread.is_empty() {
            return false;
        }
        let tokens = index_beside(mbox).map(|tokens| {
            let mut tokens: Vec<u64> = tokens.into_iter().collect();
            tokens.sort_unstable();
            tokens
        });
        self.unread.clear();
        let is_young = |stamp: Stamp| stamp.changed.is_none_or(|changed| since(changed) < REWRITTEN);
        if tokens.is_none() && stamp.is_some_and(is_young) {
            self.unread
                .push(ReadError::new(&path, None, ReadCause::Unfinished));
        }
        let changed = tokens != self.tokens;
        self.steady = stamp.is_none_or(|stamp| stamp.is_steady());
        (self.stamp, self.tokens) = (stamp, tokens);
        changed
    }

    /// Whether there is an index that can be read.
    pub(super) const fn is_read(&self) -> bool {
        self.tokens.is_some()
    }

    /// Whether the index lists the message at an offset, in an mbox that was last written to so long ago; `None` when it does
    /// not tell.
    pub(super) fn lists(&self, offset: u64, quiet: Duration) -> Option<bool> {
        let tokens = self.tokens.as_ref()?;
        let is_newest = tokens.last().is_none_or(|last| *last < offset);
        Some(tokens.binary_search(&offset).is_ok() || (is_newest && quiet < LISTED_BY))
    }
}
