//! Which saves are versions of one draft, and what became of it: superseded, sent, moved or discarded.
//!
//! Pure: it is told what appeared in and vanished from the folders, and when; see `draft_tracker/scenarios` for what
//! mail clients do and what follows from it.

mod draft;
mod kinship;
mod reread;

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use crate::sketch::Sketch;
use crate::{DraftKey, FolderRole, MessageKey, RawMessage, StoreChange};
use draft::{Copy, Draft, State};

/// Clients delete a draft and write it again, or compact the folder; only what stays away this long is gone.
pub(crate) const GRACE: Duration = Duration::from_millis(1500);

/// A draft that is gone is remembered this long: it may turn up in Sent after a slow upload, or be taken up again.
const MEMORY: Duration = Duration::from_hours(1);

/// Drafts that are gone and still remembered.
const REMEMBERED: usize = 500;

/// Keeps track of all drafts of all stores.
#[derive(Debug, Default)]
pub(crate) struct DraftTracker {
    drafts: Vec<Draft>,
    last_key: u64,
    sent: HashSet<u64>,
    received: HashSet<u64>,
}

impl DraftTracker {
    /// A draft that was there before watching began; nothing is reported.
    pub(crate) fn index(&mut self, key: MessageKey, store: &Path, sketch: Sketch, now: Duration) {
        let copy = Copy::new(key, store, &sketch);
        match self.find(&copy, &sketch, now) {
            Some(draft) if draft.has_already(&copy) => draft.put(copy),
            Some(draft) => draft.add(copy, sketch),
            None => {
                self.add(copy, sketch, now);
            }
        }
    }

    /// A version of a draft was saved, in a drafts folder or the outbox.
    pub(crate) fn saved(
        &mut self,
        message: RawMessage,
        sketch: Sketch,
        now: Duration,
    ) -> Option<StoreChange> {
        // A mail that hardly stands in the outbox may be met in Sent first.
        let has_left = sketch.id.is_some_and(|id| self.sent.contains(&id));
        if has_left && message.role == FolderRole::Outbox {
            return None;
        }
        let copy = Copy::new(message.key.clone(), &message.store, &sketch);
        let key = match self.find(&copy, &sketch, now) {
            Some(draft) if draft.has_already(&copy) => {
                draft.put(copy);
                return None;
            }
            Some(draft) => {
                draft.add(copy, sketch);
                draft.key
            }
            None => self.add(copy, sketch, now),
        };
        Some(StoreChange::Saved { draft: key, message })
    }

    /// A message stands in Sent. Nothing is reported when it was there already (an IMAP copy that comes in again).
    pub(crate) fn sent(
        &mut self,
        message: RawMessage,
        sketch: &Sketch,
        now: Duration,
    ) -> Option<StoreChange> {
        if !self.sent.insert(sketch.identity()) {
            return None;
        }
        let draft = self
            .drafts
            .iter_mut()
            .filter(|draft| !matches!(draft.state, State::Sent(_)))
            .max_by(|a, b| {
                let [a, b] = [a, b].map(|draft| (draft.likeness(sketch), draft.born));
                a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
            });
        let draft = draft.filter(|draft| draft.likeness(sketch) > 0.0);
        let key = draft.map(|draft| {
            draft.state = State::Sent(now);
            draft.key
        });
        Some(StoreChange::Sent { draft: key, message })
    }

    /// A message came in; `None` when it only moved from one folder to another.
    pub(crate) fn received(&mut self, message: RawMessage, sketch: &Sketch) -> Option<StoreChange> {
        let identity = sketch.identity();
        // An own mail that comes back is news in the inbox; elsewhere it was put there.
        let is_own = message.role == FolderRole::Other && self.sent.contains(&identity);
        (self.received.insert(identity) && !is_own).then_some(StoreChange::Received { message })
    }

    /// Messages that stood in a folder with this role before watching began, by [`Sketch::identity`].
    pub(crate) fn know(&mut self, role: FolderRole, messages: Vec<u64>) {
        let known = if role == FolderRole::Sent {
            &mut self.sent
        } else {
            &mut self.received
        };
        known.extend(messages);
    }

    /// A message that was received before watching began, or went to the trash.
    pub(crate) fn know_received(&mut self, sketch: &Sketch) {
        self.received.insert(sketch.identity());
    }

    /// The file was renamed and still holds the same.
    pub(crate) fn moved(&mut self, from: &MessageKey, to: &MessageKey) {
        for copy in self.drafts.iter_mut().flat_map(|draft| &mut draft.copies) {
            if copy.key == *from {
                copy.key = to.clone();
            }
        }
    }

    /// The copy at this place is deleted, marked as deleted, or moved to the trash.
    pub(crate) fn vanished(&mut self, place: &MessageKey, now: Duration) -> Option<StoreChange> {
        let (at, draft) = self.drafts.iter_mut().enumerate().find_map(|(at, draft)| {
            let copy = draft.copies.iter().position(|copy| copy.key == *place)?;
            let store = draft.copies.remove(copy).store;
            Some((at, (store, draft)))
        })?;
        let (store, draft) = draft;
        if draft.state != State::Saved || draft.stands_in(&store) {
            return None;
        }
        // A copy that another client keeps follows later; this client has none left.
        if draft.copies.is_empty() {
            draft.state = State::Gone(now);
        }
        self.merge_into_successor(at, &store, now)
    }

    /// Nothing is heard any more of the places that `left` names. A draft that stands nowhere else is gone; no other draft
    /// takes its place, as when a client replaces a copy.
    pub(crate) fn leave(&mut self, left: impl Fn(&Path) -> bool, now: Duration) {
        for draft in &mut self.drafts {
            let before = draft.copies.len();
            draft.copies.retain(|copy| !left(&copy.key.path));
            if draft.copies.is_empty() && before > 0 && draft.state == State::Saved {
                draft.state = State::Gone(now);
            }
        }
    }

    /// What the passing of time brings: drafts that stayed away are discarded.
    pub(crate) fn tick(&mut self, now: Duration) -> Vec<StoreChange> {
        let mut changes = Vec::new();
        for draft in &mut self.drafts {
            if let State::Gone(since) = draft.state
                && now >= since + GRACE
            {
                draft.state = State::Discarded(now);
                changes.push(StoreChange::Discarded { draft: draft.key });
            }
        }
        self.drafts.retain(|draft| match draft.state {
            State::Discarded(at) | State::Sent(at) => !draft.copies.is_empty() || now < at + MEMORY,
            State::Saved | State::Gone(_) => true,
        });
        let is_past = |draft: &Draft| {
            matches!(draft.state, State::Discarded(_) | State::Sent(_)) && draft.copies.is_empty()
        };
        let mut surplus = self
            .drafts
            .iter()
            .filter(|draft| is_past(draft))
            .count()
            .saturating_sub(REMEMBERED);
        self.drafts.retain(|draft| {
            let forget = surplus > 0 && is_past(draft);
            surplus -= usize::from(forget);
            !forget
        });
        changes
    }

    /// When [`Self::tick`] has something to do next.
    pub(crate) fn next_tick(&self) -> Option<Duration> {
        let gone = self.drafts.iter().filter_map(|draft| match draft.state {
            State::Gone(since) => Some(since + GRACE),
            _ => None,
        });
        gone.min()
    }

    fn add(&mut self, copy: Copy, sketch: Sketch, now: Duration) -> DraftKey {
        self.last_key += 1;
        let key = DraftKey(self.last_key);
        self.drafts.push(Draft {
            key,
            ids: sketch.id.into_iter().collect(),
            saves: HashSet::from([copy.save()]),
            copies: vec![copy],
            latest: sketch,
            born: now,
            state: State::Saved,
        });
        key
    }
}

#[cfg(test)]
mod tests;
