//! Which draft a save is a version of: known when it appears, or once the older copy vanishes.

use std::path::Path;
use std::time::Duration;

use super::DraftTracker;
use super::draft::{Copy, Draft, State};
use crate::StoreChange;
use crate::sketch::Sketch;

/// A copy this much like another one may make place for it as late as this: Evolution needs three seconds, and a folder
/// that is looked through instead of watched shows it two seconds later.
const SLOT_OF_ALIKE: Duration = Duration::from_secs(5);

/// A copy that vanishes this soon before or after another one appears made place for it.
const SLOT: Duration = Duration::from_secs(2);

/// The same for a copy that says something else: clients need less than 100 ms, a teacher who discards one draft and
/// saves another needs more.
const SLOT_OF_OTHER: Duration = Duration::from_millis(500);

impl DraftTracker {
    /// The draft that a save is a version of: by its place, by what the client says, by Message-ID, by likeness, by the
    /// place that a vanished copy left.
    pub(super) fn find(&mut self, copy: &Copy, sketch: &Sketch, now: Duration) -> Option<&mut Draft> {
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

    /// A draft whose copy vanished right after another draft appeared in the same account was saved anew as that one,
    /// however much the teacher changed; in another account only when they are alike.
    pub(super) fn merge_into_successor(
        &mut self,
        gone: usize,
        store: &Path,
        now: Duration,
    ) -> Option<StoreChange> {
        let old = self.drafts.get(gone)?;
        let successor = self.drafts.iter().enumerate().filter(|(at, draft)| {
            *at != gone
                && draft.state == State::Saved
                && draft.born > old.born
                && now.saturating_sub(draft.born) <= slot(&draft.latest, &old.latest)
                && draft.ids.len() <= 1
                && draft.latest.could_be(&old.latest)
                && (draft.stands_in(store) || draft.latest.likeness(&old.latest).is_some())
        });
        let (at, _) = successor.max_by(|(_, a), (_, b)| {
            let [a, b] = [a, b].map(|draft| (draft.latest.likeness(&old.latest).unwrap_or(0.0), draft.born));
            a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
        })?;
        let key = old.key;
        let new = self.drafts.remove(at);
        let old = self.drafts.iter_mut().find(|draft| draft.key == key)?;
        let change = StoreChange::Merged {
            old: new.key,
            into: old.key,
        };
        old.copies.extend(new.copies);
        old.latest = new.latest;
        old.ids.extend(new.ids);
        old.saves.extend(new.saves);
        old.state = State::Saved;
        Some(change)
    }
}

/// The unsent draft that is most like this one, the youngest of several.
///
/// One that still stands under another subject does not count: it may well be a second mail to the same people. When
/// its copy vanishes, the two are merged. One that was given up counts only for a draft that says the same.
fn most_alike(drafts: &[Draft], sketch: &Sketch) -> Option<usize> {
    let unsent = drafts.iter().enumerate().filter(|(_, draft)| match draft.state {
        State::Saved | State::Gone(_) => true,
        State::Discarded(_) => draft.latest.says_the_same(sketch),
        State::Sent(_) => false,
    });
    let alike = unsent.filter_map(|(at, draft)| Some((at, draft.latest.likeness(sketch)?)));
    let (at, _) = alike.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let is_second = |draft: &Draft| !draft.copies.is_empty() && draft.latest.has_other_subject(sketch);
    (!drafts.get(at).is_some_and(is_second)).then_some(at)
}

/// How far apart one copy may vanish and the other appear.
fn slot(one: &Sketch, other: &Sketch) -> Duration {
    if one.likeness(other).is_some() {
        SLOT_OF_ALIKE
    } else if one.says_the_same(other) {
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
