//! Thunderbird's index of an mbox that is a copy of a folder on a server.

use std::fs;
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
    /// The last offset that was ever listed in this mbox: what stands there or before does not wait to be listed.
    last_listed: Option<u64>,
    pub unread: Vec<ReadError>,
}

impl Indexed {
    /// Reads the index when it has changed; whether it has.
    pub(super) fn refresh(&mut self, mbox: &Path) -> bool {
        self.is_imap = is_imap_copy(mbox);
        if !self.is_imap {
            return false;
        }
        // After compaction other messages stand at these offsets.
        let length = fs::metadata(mbox).map_or(0, |found| found.len());
        self.last_listed = self.last_listed.filter(|last| *last < length);
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
        let last = self.tokens.as_ref().and_then(|tokens| tokens.last().copied());
        self.last_listed = self.last_listed.max(last);
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
        let is_newest = self.last_listed.is_none_or(|last| last < offset);
        Some(tokens.binary_search(&offset).is_ok() || (is_newest && quiet < LISTED_BY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JUST_NOW: Duration = Duration::from_secs(1);

    /// An index that lists these offsets.
    fn index(offsets: &[u64]) -> String {
        let names = "(80=ns:msg:db:row:scope:msgs:all)(96=ns:msg:db:table:kind:msgs)(BE=storeToken)";
        let mut rows = Vec::new();
        for (at, offset) in offsets.iter().enumerate() {
            rows.push(format!("[{}(^BE={offset})]", at + 1));
        }
        let rows = rows.concat();
        format!("< <(a=c)> {names}>\n{{1:^80 {{(k^96:c)(s=9)}} {rows} }}\n")
    }

    #[test]
    fn the_newest_message_waits_to_be_listed_and_only_once() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("ImapMail/x");
        fs::create_dir_all(&folder).unwrap();
        let (mbox, msf) = (folder.join("INBOX"), folder.join("INBOX.msf"));
        let mut indexed = Indexed::default();
        let mut lists = |length: usize, offsets: &[u64], offset: u64| {
            fs::write(&mbox, vec![b'x'; length]).unwrap();
            fs::write(&msf, index(offsets)).unwrap();
            indexed.refresh(&mbox);
            indexed.lists(offset, JUST_NOW)
        };
        assert_eq!(lists(900, &[0], 400), Some(true), "appended just now");
        assert_eq!(lists(900, &[0, 400], 400), Some(true));
        assert_eq!(lists(900, &[0], 400), Some(false), "deleted just now");
        assert_eq!(lists(390, &[0], 0), Some(true), "compacted");
        assert_eq!(lists(900, &[0], 390), Some(true), "appended since");
        assert_eq!(indexed.lists(390, Duration::from_mins(1)), Some(false));
    }
}
