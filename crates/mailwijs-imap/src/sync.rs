//! What happened in a folder between two looks at it. Pure: it compares what was listed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use async_imap::imap_proto::{AttributeValue, MailboxDatum, Response, ResponseCode, StatusAttribute};

/// A folder as the server opened it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Opened {
    /// Changes when the folder was numbered anew (RFC 9051, section 2.3.1.1).
    pub uid_validity: u32,
    /// No message has this UID yet, nor a higher one.
    pub uid_next: u32,
    /// How many messages there are.
    pub exists: u32,
    /// The last change, where the server counts them (RFC 7162).
    pub modseq: Option<u64>,
}

impl Opened {
    /// Takes in an answer to EXAMINE.
    pub fn learn(&mut self, answer: &Response<'_>) {
        match answer {
            Response::MailboxData(MailboxDatum::Exists(count)) => self.exists = *count,
            Response::Data { outcome, .. } => match &outcome.code {
                Some(ResponseCode::UidValidity(value)) => self.uid_validity = *value,
                Some(ResponseCode::UidNext(value)) => self.uid_next = *value,
                Some(ResponseCode::HighestModSeq(value)) => self.modseq = Some(*value),
                _ => {}
            },
            _ => {}
        }
    }
}

/// How a folder stands, without opening it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// As in [`Opened`].
    pub uid_validity: u32,
    /// As in [`Opened`].
    pub uid_next: u32,
    /// How many messages there are.
    pub messages: u32,
    /// The last change, where the server counts them and was asked (RFC 7162).
    pub modseq: Option<u64>,
}

impl Tally {
    /// Takes in an answer to STATUS.
    pub fn learn(&mut self, answer: &Response<'_>) {
        let Response::MailboxData(MailboxDatum::Status { status, .. }) = answer else {
            return;
        };
        for value in status {
            match value {
                StatusAttribute::UidValidity(value) => self.uid_validity = *value,
                StatusAttribute::UidNext(value) => self.uid_next = *value,
                StatusAttribute::Messages(value) => self.messages = *value,
                StatusAttribute::HighestModSeq(value) => self.modseq = Some(*value),
                _ => {}
            }
        }
    }
}

/// One message, without its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// In bytes.
    pub size: usize,
    /// When it came to stand there, as the server writes it.
    pub date: String,
    /// It only waits to be removed.
    pub deleted: bool,
    /// The server marks it as a draft.
    pub draft: bool,
}

/// The messages of a folder, as far as they were asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Listing {
    /// By UID.
    pub marks: BTreeMap<u32, Mark>,
    /// Those that the server says have gone.
    pub vanished: Vec<RangeInclusive<u32>>,
    /// The last change among them.
    pub modseq: Option<u64>,
}

impl Listing {
    /// Takes in an answer to UID FETCH.
    pub fn learn(&mut self, answer: &Response<'_>) {
        match answer {
            Response::Vanished { uids, .. } => self.vanished.extend(uids.iter().cloned()),
            Response::Fetch(_, values) => {
                let mut uid = None;
                let mut mark = Mark::default();
                let mut has_flags = false;
                let mut modseq = None;
                for value in values {
                    match value {
                        AttributeValue::Uid(value) => uid = Some(*value),
                        AttributeValue::Rfc822Size(size) => mark.size = *size as usize,
                        AttributeValue::InternalDate(date) => mark.date = date.to_string(),
                        AttributeValue::ModSeq(value) => modseq = Some(*value),
                        AttributeValue::Flags(flags) => {
                            has_flags = true;
                            let has = |name: &str| flags.iter().any(|flag| flag.eq_ignore_ascii_case(name));
                            mark.deleted = has("\\Deleted");
                            mark.draft = has("\\Draft");
                        }
                        _ => {}
                    }
                }
                // The server tells of other changes as well, with less of each.
                if let Some(uid) = uid
                    && has_flags
                    && uid > 0
                {
                    let known = self.marks.entry(uid).or_default();
                    if mark.size == 0 {
                        mark.size = known.size;
                        mark.date = std::mem::take(&mut known.date);
                    }
                    *known = mark;
                    // A change that could not be taken in is asked for again.
                    self.modseq = self.modseq.max(modseq);
                }
            }
            _ => {}
        }
    }
}

/// What is known of a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// The numbers it has.
    pub uid_validity: u32,
    /// The first UID that was not looked at.
    pub next: u32,
    /// Messages that stand there and are not marked as deleted.
    pub live: BTreeSet<u32>,
    /// Changes up to this one were taken in.
    pub modseq: Option<u64>,
}

/// The difference between two looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// New messages, oldest first.
    pub appeared: Vec<(u32, Mark)>,
    /// Messages that have gone.
    pub vanished: Vec<u32>,
}

impl Known {
    /// These messages were not told after all, nor that others vanished: the next look, at all of them, tells.
    pub fn forget(&mut self, untold: &[(u32, Mark)], vanished: &[u32]) {
        for (uid, _) in untold {
            self.live.remove(uid);
            self.next = self.next.min(*uid);
        }
        self.live.extend(vanished);
        self.modseq = None;
    }

    /// Takes in all messages of the folder, or with `partial` only those that changed or vanished since the last look.
    pub fn compare(&mut self, listing: &Listing, partial: bool) -> Difference {
        let mut vanished = BTreeSet::new();
        for uids in &listing.vanished {
            // A range may name four thousand million messages that never were.
            let [low, high] = [uids.start().min(uids.end()), uids.start().max(uids.end())];
            vanished.extend(self.live.range(low..=high));
        }
        let mut appeared = Vec::new();
        for (uid, mark) in &listing.marks {
            self.next = self.next.max(uid.saturating_add(1));
            match (mark.deleted, self.live.contains(uid)) {
                (true, true) => {
                    vanished.insert(*uid);
                }
                (false, false) => appeared.push((*uid, mark.clone())),
                _ => {}
            }
        }
        if !partial {
            let gone = self.live.iter().filter(|uid| !listing.marks.contains_key(uid));
            vanished.extend(gone.copied());
        }
        self.live.retain(|uid| !vanished.contains(uid));
        self.live.extend(appeared.iter().map(|(uid, _)| *uid));
        self.modseq = self.modseq.max(listing.modseq);
        Difference {
            appeared,
            vanished: vanished.into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod model;
#[cfg(test)]
mod tests;
