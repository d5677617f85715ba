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
mod tests {
    use proptest::prelude::*;

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
        known.forget(&difference.appeared[1..], &difference.vanished);
        assert_eq!(known.next, 9);
        assert_eq!(uids(&known.compare(&listing(now), false)), (vec![9], &[4][..]));
    }

    #[test]
    fn what_was_told_is_not_told_again_because_something_older_was_not() {
        let mut known = Known::default();
        known.compare(&listing(FIRST), false);
        let now = &[FIRST[0], r"2 FETCH (UID 7 FLAGS ())", r"3 FETCH (UID 3 FLAGS ())"];
        let difference = known.compare(&listing(now), false);
        assert_eq!(uids(&difference), (vec![3, 7], &[][..]));
        known.forget(&difference.appeared, &difference.vanished);
        assert_eq!(uids(&known.compare(&listing(now), false)), (vec![3, 7], &[][..]));
    }

    #[test]
    fn a_change_that_names_no_message_is_not_taken_for_seen() {
        let found = listing(&[
            r"1 FETCH (FLAGS (\Deleted) MODSEQ (50))",
            r"2 FETCH (UID 9 FLAGS () MODSEQ (33))",
        ]);
        assert_eq!(found.modseq, Some(33));
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

    /// A folder on a server: what happens to it, and the looks at it.
    #[derive(Debug, Clone)]
    enum Step {
        Append,
        Delete(usize),
        Mark(usize),
        Unmark(usize),
        /// A look at all of it, of which only so many are told.
        Whole(usize),
        /// A look at what changed, of which only so many are told.
        Changes(usize),
    }

    fn step() -> impl Strategy<Value = Step> {
        let told = prop_oneof![4 => Just(usize::MAX), 1 => 0_usize..3];
        prop_oneof![
            3 => Just(Step::Append),
            1 => (0_usize..9).prop_map(Step::Delete),
            1 => (0_usize..9).prop_map(Step::Mark),
            1 => (0_usize..9).prop_map(Step::Unmark),
            1 => told.clone().prop_map(Step::Whole),
            3 => told.prop_map(Step::Changes),
        ]
    }

    /// The folder as its server has it.
    #[derive(Default)]
    struct Folder {
        /// UID, MODSEQ, deleted.
        messages: BTreeMap<u32, (u64, bool)>,
        gone: Vec<(u32, u64)>,
        last: u32,
        modseq: u64,
    }

    impl Folder {
        fn change(&mut self, step: &Step) {
            self.modseq += 1;
            let nth = |at: usize| self.messages.keys().copied().nth(at);
            match *step {
                Step::Append => {
                    self.last += 1;
                    self.messages.insert(self.last, (self.modseq, false));
                }
                Step::Delete(at) => {
                    if let Some(uid) = nth(at) {
                        self.messages.remove(&uid);
                        self.gone.push((uid, self.modseq));
                    }
                }
                Step::Mark(at) | Step::Unmark(at) => {
                    if let Some(uid) = nth(at) {
                        self.messages
                            .insert(uid, (self.modseq, matches!(step, Step::Mark(_))));
                    }
                }
                Step::Whole(_) | Step::Changes(_) => {}
            }
        }

        fn listing(&self, since: Option<u64>) -> Listing {
            let since_then = since.unwrap_or_default();
            let changed = self.messages.iter().filter(|(_, (at, _))| *at > since_then);
            let gone = self
                .gone
                .iter()
                .filter(|(_, at)| since.is_some() && *at > since_then);
            let mut lines: Vec<String> = gone.map(|(uid, _)| format!("VANISHED (EARLIER) {uid}")).collect();
            lines.extend(changed.map(|(uid, (at, deleted))| {
                let flags = if *deleted { "\\Deleted" } else { "" };
                format!("1 FETCH (UID {uid} FLAGS ({flags}) MODSEQ ({at}))")
            }));
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            listing(&lines)
        }

        fn live(&self) -> BTreeSet<u32> {
            let live = self.messages.iter().filter(|(_, (_, deleted))| !deleted);
            live.map(|(uid, _)| *uid).collect()
        }
    }

    proptest! {
        #[test]
        fn whatever_happens_to_a_folder_it_is_known_in_the_end(steps in proptest::collection::vec(step(), 0..60)) {
            let mut folder = Folder::default();
            let mut known = Known::default();
            let mut told = BTreeSet::new();
            for step in steps.iter().chain([&Step::Changes(usize::MAX)]) {
                folder.change(step);
                let (partial, most) = match *step {
                    Step::Whole(most) => (false, most),
                    Step::Changes(most) => (known.modseq.is_some(), most),
                    _ => continue,
                };
                let listing = folder.listing(known.modseq.filter(|_| partial));
                let difference = known.compare(&listing, partial);
                let (now, untold) = difference.appeared.split_at(most.min(difference.appeared.len()));
                for (uid, _) in now {
                    prop_assert!(told.insert(*uid), "{uid} is told twice");
                }
                if untold.is_empty() {
                    for uid in &difference.vanished {
                        prop_assert!(told.remove(uid), "{uid} was never there");
                    }
                } else {
                    known.forget(untold, &difference.vanished);
                }
            }
            prop_assert_eq!(&known.live, &folder.live());
            prop_assert_eq!(told, folder.live());
        }
    }
}
