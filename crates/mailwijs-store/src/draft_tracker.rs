//! Which saves are versions of one draft, and what became of it: superseded, sent, moved or discarded.
//!
//! Pure: it is told what appeared in and vanished from the folders, and when; see `draft_tracker/scenarios` for what
//! mail clients do and what follows from it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::sketch::{Sketch, hash};
use crate::{DraftKey, MessageKey, RawMessage, StoreChange};

/// Clients delete a draft and write it again, or compact the folder; only what stays away this long is gone.
pub(crate) const GRACE: Duration = Duration::from_millis(1500);

/// A copy that vanishes this soon before or after another one appears made place for it.
const SLOT: Duration = Duration::from_secs(2);

/// The same for a copy that says something else: clients need less than 100 ms, a teacher who discards one draft and
/// saves another needs more.
const SLOT_OF_OTHER: Duration = Duration::from_millis(500);

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

#[derive(Debug)]
struct Draft {
    key: DraftKey,
    /// Where it stands, oldest copy first; ghosts that nobody marked yet are among them.
    copies: Vec<Copy>,
    latest: Sketch,
    /// Message-IDs of all its saves.
    ids: HashSet<u64>,
    born: Duration,
    state: State,
}

#[derive(Debug)]
struct Copy {
    key: MessageKey,
    store: PathBuf,
    id: Option<u64>,
    content: u64,
}

impl Copy {
    fn new(key: MessageKey, store: &Path, sketch: &Sketch) -> Self {
        Self {
            key,
            store: store.to_owned(),
            id: sketch.id,
            content: sketch.content,
        }
    }

    /// The same save, wherever it stands.
    fn is_same_save(&self, other: &Self) -> bool {
        self.id == other.id && self.content == other.content
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Saved,
    /// No copy is left since then.
    Gone(Duration),
    Discarded(Duration),
    Sent(Duration),
}

impl DraftTracker {
    /// A draft that was there before watching began; nothing is reported.
    pub(crate) fn index(&mut self, key: MessageKey, store: &Path, sketch: Sketch, now: Duration) {
        let copy = Copy::new(key, store, &sketch);
        match self.find(&copy, &sketch, now) {
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
        if !self.sent.insert(sketch.id.unwrap_or(sketch.content)) {
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
        self.received
            .insert(sketch.id.unwrap_or(sketch.content))
            .then_some(StoreChange::Received { message })
    }

    /// A message that was received before watching began, or went to the trash.
    pub(crate) fn know_received(&mut self, sketch: &Sketch) {
        self.received.insert(sketch.id.unwrap_or(sketch.content));
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
        if !draft.copies.is_empty() || draft.state != State::Saved {
            return None;
        }
        draft.state = State::Gone(now);
        self.merge_into_successor(at, &store, now)
    }

    /// An mbox was compacted, truncated or replaced: `messages` are all that live in it now.
    pub(crate) fn reread(
        &mut self,
        mbox: &Path,
        messages: Vec<(RawMessage, Sketch)>,
        now: Duration,
    ) -> Vec<StoreChange> {
        let mut old = Vec::new();
        for draft in &mut self.drafts {
            let (here, elsewhere) = std::mem::take(&mut draft.copies)
                .into_iter()
                .partition(|copy| copy.key.path == mbox);
            draft.copies = elsewhere;
            old.extend(Vec::into_iter(here).map(|copy| (draft.key, copy)));
        }
        let mut new = Vec::new();
        for (message, sketch) in messages {
            let copy = Copy::new(message.key.clone(), &message.store, &sketch);
            match old.iter().position(|(_, old)| old.is_same_save(&copy)) {
                Some(at) => {
                    let (key, _) = old.remove(at);
                    if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.key == key) {
                        draft.copies.push(copy);
                    }
                }
                None => new.push((message, sketch)),
            }
        }
        let mut changes: Vec<StoreChange> = new
            .into_iter()
            .filter_map(|(message, sketch)| self.saved(message, sketch, now))
            .collect();
        for (key, copy) in old {
            // An offset that no file has, for a copy that stands nowhere any more.
            let nowhere = MessageKey {
                path: mbox.to_owned(),
                offset: Some(u64::MAX),
            };
            if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.key == key) {
                draft.copies.push(Copy {
                    key: nowhere.clone(),
                    ..copy
                });
                changes.extend(self.vanished(&nowhere, now));
            }
        }
        changes
    }

    /// A draft whose copy vanished right after another draft appeared in the same account was saved anew as that one,
    /// however much the teacher changed.
    fn merge_into_successor(&mut self, gone: usize, store: &Path, now: Duration) -> Option<StoreChange> {
        let old = self.drafts.get(gone)?;
        let successor = self.drafts.iter().enumerate().filter(|(at, draft)| {
            *at != gone
                && draft.state == State::Saved
                && draft.born > old.born
                && now.saturating_sub(draft.born) <= slot(&draft.latest, &old.latest)
                && draft.ids.len() <= 1
                && draft.latest.could_be(&old.latest)
                && draft.copies.iter().any(|copy| copy.store == store)
        });
        let (at, _) = successor.max_by_key(|(_, draft)| draft.born)?;
        let key = old.key;
        let new = self.drafts.remove(at);
        let old = self.drafts.iter_mut().find(|draft| draft.key == key)?;
        let change = StoreChange::Merged {
            old: new.key,
            into: old.key,
        };
        old.copies = new.copies;
        old.latest = new.latest;
        old.ids.extend(new.ids);
        old.state = State::Saved;
        Some(change)
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
            copies: vec![copy],
            ids: sketch.id.into_iter().collect(),
            latest: sketch,
            born: now,
            state: State::Saved,
        });
        key
    }

    /// The draft that a save is a version of: by its place, by what the client says, by Message-ID, by likeness, by the
    /// place that a vanished copy left.
    fn find(&mut self, copy: &Copy, sketch: &Sketch, now: Duration) -> Option<&mut Draft> {
        let drafts = &self.drafts;
        let position = drafts
            .iter()
            .position(|draft| {
                let may_change = !matches!(draft.state, State::Sent(_));
                draft
                    .copies
                    .iter()
                    .any(|old| old.key == copy.key && (may_change || old.is_same_save(copy)))
            })
            .or_else(|| {
                drafts
                    .iter()
                    .position(|draft| sketch.replaces.as_ref().is_some_and(|old| draft.is_called(old)))
            })
            .or_else(|| {
                drafts
                    .iter()
                    .rposition(|draft| sketch.id.is_some_and(|id| draft.ids.contains(&id)))
            })
            .or_else(|| most_alike(drafts, sketch))
            .or_else(|| made_place(drafts, sketch, now));
        self.drafts.get_mut(position?)
    }
}

/// The unsent draft that is most like this one, the youngest of several.
fn most_alike(drafts: &[Draft], sketch: &Sketch) -> Option<usize> {
    let unsent = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| !matches!(draft.state, State::Sent(_)));
    let alike = unsent.filter_map(|(at, draft)| Some((at, draft.latest.likeness(sketch)?)));
    alike.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
}

/// How far apart one copy may vanish and the other appear.
fn slot(one: &Sketch, other: &Sketch) -> Duration {
    if one.says_the_same(other) {
        SLOT
    } else {
        SLOT_OF_OTHER
    }
}

/// The draft that vanished a moment ago, if there is but one.
fn made_place(drafts: &[Draft], sketch: &Sketch, now: Duration) -> Option<usize> {
    let mut gone = drafts.iter().enumerate().filter(|(_, draft)| {
        matches!(draft.state, State::Gone(since) if now.saturating_sub(since) <= slot(&draft.latest, sketch))
            && draft.latest.could_be(sketch)
    });
    let (at, _) = gone.next()?;
    gone.next().is_none().then_some(at)
}

impl Draft {
    fn add(&mut self, copy: Copy, sketch: Sketch) {
        self.put(copy);
        self.ids.extend(sketch.id);
        self.latest = sketch;
        if !matches!(self.state, State::Sent(_)) {
            self.state = State::Saved;
        }
    }

    fn put(&mut self, copy: Copy) {
        self.copies.retain(|old| old.key != copy.key);
        self.copies.push(copy);
        if matches!(self.state, State::Gone(_)) {
            self.state = State::Saved;
        }
    }

    /// Whether this copy says nothing new: the same file read twice, a message that compaction moved, or one that
    /// comes in a second time from the server or in another client.
    fn has_already(&self, copy: &Copy) -> bool {
        let known_id = copy.id.is_some_and(|id| self.ids.contains(&id));
        match self.state {
            State::Sent(_) if known_id => return true,
            // A copy that a client writes again is a new save, unless it is back right after it went.
            State::Gone(_) | State::Sent(_)
                if self.latest.content == copy.content && self.latest.id == copy.id =>
            {
                return true;
            }
            _ => {}
        }
        self.copies
            .iter()
            .filter(|old| old.is_same_save(copy))
            .any(|old| {
                let other_directory = old.key.path.parent() != copy.key.path.parent();
                let in_one_file = old.key.offset.is_some() && copy.key.offset.is_some();
                old.key == copy.key || (copy.id.is_some() && (other_directory || in_one_file))
            })
    }

    fn is_called(&self, name: &str) -> bool {
        self.ids.contains(&hash(name))
            || self.copies.iter().any(|copy| {
                copy.key
                    .path
                    .file_name()
                    .is_some_and(|file| file.as_encoded_bytes().starts_with(name.as_bytes()))
            })
    }

    fn likeness(&self, sent: &Sketch) -> f32 {
        if sent.id.is_some_and(|id| self.ids.contains(&id)) {
            return f32::INFINITY;
        }
        self.latest.likeness(sent).unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests;
