//! What happened in a folder between two looks at it. Pure: it compares what was listed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use async_imap::imap_proto::{AttributeValue, MailboxDatum, Response, ResponseCode};

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
                for value in values {
                    match value {
                        AttributeValue::Uid(value) => uid = Some(*value),
                        AttributeValue::Rfc822Size(size) => mark.size = *size as usize,
                        AttributeValue::InternalDate(date) => mark.date = date.to_string(),
                        AttributeValue::ModSeq(modseq) => self.modseq = self.modseq.max(Some(*modseq)),
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
    /// The messages from this UID on were not told after all, nor that others vanished: the next look, at all of them,
    /// tells.
    pub fn forget(&mut self, from: u32, vanished: &[u32]) {
        self.live.split_off(&from);
        self.live.extend(vanished);
        self.next = self.next.min(from);
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
mod tests {
    use super::*;

    fn listing(lines: &[&str]) -> Listing {
        let mut listing = Listing::default();
        for line in lines {
            let line = format!("* {line}\r\n");
            listing.learn(&Response::parse(line.as_bytes()).unwrap().1);
        }
        listing
    }

    fn uids(difference: &Difference) -> (Vec<u32>, &[u32]) {
        let appeared = difference.appeared.iter().map(|(uid, _)| *uid);
        (appeared.collect(), &difference.vanished)
    }

    const FIRST: &[&str] = &[
        r#"1 FETCH (UID 4 FLAGS (\Draft) RFC822.SIZE 120 INTERNALDATE "22-Nov-2026 10:15:00 +0100")"#,
        r"2 FETCH (UID 7 FLAGS (\Deleted) RFC822.SIZE 99)",
    ];

    #[test]
    fn a_first_look() {
        let mut known = Known::default();
        let difference = known.compare(&listing(FIRST), false);
        let mark = Mark {
            size: 120,
            date: "22-Nov-2026 10:15:00 +0100".to_owned(),
            deleted: false,
            draft: true,
        };
        assert_eq!(
            difference.appeared,
            [(4, mark)],
            "what waits to be removed is not there"
        );
        assert_eq!(known.next, 8);
    }

    #[test]
    fn a_draft_saved_again_takes_the_place_of_the_one_before() {
        let mut known = Known::default();
        known.compare(&listing(FIRST), false);
        let saved = known.compare(
            &listing(&[
                r"1 FETCH (UID 4 FLAGS (\Deleted) RFC822.SIZE 120)",
                r"3 FETCH (UID 8 FLAGS () RFC822.SIZE 130)",
            ]),
            false,
        );
        assert_eq!(uids(&saved), (vec![8], &[4][..]));
        let expunged = known.compare(&listing(&[r"1 FETCH (UID 8 FLAGS () RFC822.SIZE 130)"]), false);
        assert_eq!(uids(&expunged), (vec![], &[][..]));
    }

    #[test]
    fn only_changes_are_taken_in_where_the_server_tells_them() {
        let mut known = Known::default();
        known.compare(&listing(FIRST), false);
        let difference = known.compare(
            &listing(&[
                "VANISHED (EARLIER) 4294967295:1",
                r"1 FETCH (UID 9 MODSEQ (33) FLAGS () RFC822.SIZE 1)",
            ]),
            true,
        );
        assert_eq!(uids(&difference), (vec![9], &[4][..]));
        assert_eq!(known.modseq, Some(33));
        assert_eq!(uids(&known.compare(&listing(&[]), true)), (vec![], &[][..]));
    }

    #[test]
    fn what_could_not_be_told_is_told_at_the_next_look() {
        let mut known = Known::default();
        known.compare(&listing(FIRST), false);
        let now = &[r"3 FETCH (UID 8 FLAGS ())", r"4 FETCH (UID 9 FLAGS ())"];
        let difference = known.compare(&listing(now), false);
        assert_eq!(uids(&difference), (vec![8, 9], &[4][..]));
        known.forget(9, &difference.vanished);
        assert_eq!(known.next, 9);
        assert_eq!(uids(&known.compare(&listing(now), false)), (vec![9], &[4][..]));
    }

    #[test]
    fn a_mark_that_comes_off_makes_a_message_appear_again() {
        let mut known = Known::default();
        known.compare(&listing(FIRST), false);
        let difference = known.compare(&listing(&[r"2 FETCH (UID 7 FLAGS () RFC822.SIZE 99)"]), true);
        assert_eq!(uids(&difference), (vec![7], &[][..]));
    }

    #[test]
    fn a_change_that_tells_no_size_keeps_the_one_known() {
        let found = listing(&[FIRST[0], r"1 FETCH (UID 4 FLAGS (\Seen))"]);
        assert_eq!(found.marks[&4].size, 120);
        assert_eq!(found.marks[&4].date, "22-Nov-2026 10:15:00 +0100");
    }
}
