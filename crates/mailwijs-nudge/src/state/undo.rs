//! "Undo", for as long as the card that says what was kept stays on the screen.

use std::time::Duration;

use mailwijs_checks::Finding;

use super::NudgeState;
use crate::draft::{Answered, restore};
use crate::visible::Visible;
use crate::{Card, DraftId, Keep, Moment, NoteKind, Trigger};

/// How long a card offers to take an answer back: long enough to read it twice, as in mail programs.
const OFFERED_FOR: Duration = Duration::from_secs(8);

/// What was answered on the card that is visible, and can be taken back.
#[derive(Debug, Clone)]
pub(crate) struct Undo {
    pub draft: DraftId,
    /// What the card says of it.
    reason: Keep,
    until: Moment,
    /// In the order of the answers.
    steps: Vec<Step>,
}

/// One answer, with what it changed.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub finding: Finding,
    pub reason: Keep,
    pub before: Answered,
    /// Silenced by this answer, and not before.
    pub silenced: Vec<Trigger>,
    pub in_a_row: Option<u32>,
    /// It is silent from now on in such a case.
    pub learned: bool,
}

impl NudgeState {
    /// An answer was given on the visible card: it can be taken back for a while.
    pub(super) fn offer_undo(&mut self, draft: DraftId, said: Keep, step: Step, now: Moment) {
        let shown = self.visible.as_ref().map(|visible| visible.card.draft);
        if shown != Some(draft) {
            return;
        }
        let goes_on = |undo: &Undo| undo.draft == draft && now < undo.until;
        let earlier = self.undo.take().filter(goes_on);
        let mut steps = earlier.map(|undo| undo.steps).unwrap_or_default();
        steps.push(step);
        self.undo = Some(Undo {
            draft,
            reason: said,
            until: now + OFFERED_FOR,
            steps,
        });
    }

    /// The pointer is on the card that offers it: it is still being read.
    pub(super) fn attend_undo(&mut self, draft: DraftId, now: Moment) {
        if let Some(undo) = self.undo.as_mut().filter(|undo| undo.draft == draft) {
            undo.until = now + OFFERED_FOR;
        }
    }

    /// Takes back what was just answered on this draft's card, and shows the card again.
    pub(super) fn take_back(&mut self, draft: DraftId, now: Moment) {
        let Some(undo) = self.undo.take_if(|undo| undo.draft == draft) else {
            return;
        };
        for step in undo.steps.into_iter().rev() {
            let rule = step.finding.rule;
            for trigger in &step.silenced {
                self.memory.silenced.remove(trigger);
            }
            if step.reason != Keep::Later {
                restore(&mut self.memory.dismissed_in_a_row, rule, step.in_a_row);
                let record = self.memory.records.entry(rule).or_default();
                record.refused = record.refused.saturating_sub(1);
            }
            self.note(
                draft,
                &step.finding,
                NoteKind::TakenBack {
                    dismissed_before: step.before.dismissed.clone(),
                    learned: step.learned,
                },
            );
            if let Some(memory) = self.drafts.get_mut(&draft) {
                memory.answer_again(rule, step.before);
            }
        }
        self.show(draft, now);
    }

    /// The card that offers it, while it does: nothing is open on it, and the draft is still there.
    pub(super) fn keep_offering(&self, visible: &Visible, now: Moment) -> Option<Visible> {
        let undo = self.undo.as_ref()?;
        let draft = visible.card.draft;
        let offers = undo.draft == draft && now < undo.until && undo.until <= now + OFFERED_FOR;
        let there = self
            .drafts
            .get(&draft)
            .is_some_and(|memory| memory.sent.is_none());
        (offers && there).then(|| Visible {
            card: Card::kept(draft, undo.reason),
            since: visible.since,
            pinned: false,
        })
    }

    /// Nothing can be taken back that is not offered on the screen.
    pub(super) fn forget_undo(&mut self) {
        let shown = self.visible.as_ref().map(|visible| visible.card.draft);
        self.undo.take_if(|undo| Some(undo.draft) != shown);
    }

    /// When the offer ends.
    pub(super) fn undo_ends(&self) -> Option<Moment> {
        let kept = self
            .visible
            .as_ref()
            .is_some_and(|visible| visible.card.kept.is_some());
        self.undo.as_ref().filter(|_| kept).map(|undo| undo.until)
    }
}
