//! What the teacher's answers do to a draft.

use std::time::Duration;

use mailwijs_checks::Fix;
use mailwijs_policy::RuleId;

use super::NudgeState;
use super::undo::Step;
use crate::record::learns;
use crate::visible::Visible;
use crate::{Dismissal, DraftId, Keep, Moment, NoteKind};

/// When "later" is.
const ASK_AGAIN_AFTER: Duration = Duration::from_mins(15);

impl NudgeState {
    pub(super) fn fix(&mut self, draft: DraftId, rule: RuleId, fix: Fix, now: Moment) {
        self.memory.dismissed_in_a_row.remove(&rule);
        let Some(memory) = self.drafts.get_mut(&draft) else {
            return;
        };
        if matches!(
            fix,
            Fix::MoveToBcc
                | Fix::GroupToBcc
                | Fix::UseSchoolAccount
                | Fix::RemoveRecipient
                | Fix::ReplaceSentence
        ) {
            memory.handed.insert(rule);
            if let Some(visible) = self
                .visible
                .as_mut()
                .filter(|visible| visible.card.draft == draft)
            {
                visible.since = now;
                visible.pinned = false;
            }
        }
    }

    pub(super) fn keep(&mut self, draft: DraftId, rule: RuleId, reason: Keep, now: Moment) {
        let Some(memory) = self.drafts.get_mut(&draft) else {
            return;
        };
        let Some((finding, triggers)) = memory.find(rule) else {
            return;
        };
        let (finding, triggers) = (finding.clone(), triggers.to_vec());
        let mut step = Step {
            finding: finding.clone(),
            reason,
            before: memory.answered(rule),
            silenced: Vec::new(),
            in_a_row: self.memory.dismissed_in_a_row.get(&rule).copied(),
            learned: false,
        };
        let mut said = reason;
        let kind = match reason {
            Keep::Later => {
                memory.put_off(rule, now + ASK_AGAIN_AFTER);
                NoteKind::Later
            }
            Keep::Fine => {
                memory.dismiss(Dismissal::of(&finding));
                NoteKind::Dismissed
            }
            Keep::NotRight => {
                memory.dismiss(Dismissal::of(&finding));
                let learned = if learns(rule) { triggers } else { Vec::new() };
                if learned.is_empty() {
                    said = Keep::Fine;
                }
                step.learned = !learned.is_empty();
                step.silenced.clone_from(&learned);
                step.silenced
                    .retain(|trigger| self.memory.silenced.insert(*trigger));
                NoteKind::NotRight(learned)
            }
        };
        if reason != Keep::Later {
            let times = self.memory.dismissed_in_a_row.entry(rule).or_default();
            *times = times.saturating_add(1);
            let record = self.memory.records.entry(rule).or_default();
            record.refused = record.refused.saturating_add(1);
        }
        self.note(draft, &finding, kind);
        self.offer_undo(draft, said, step, now);
    }

    /// Keeps whatever stands on the draft's card.
    pub(super) fn keep_all(&mut self, draft: DraftId, reason: Keep, now: Moment) {
        let Some(memory) = self.drafts.get(&draft) else {
            return;
        };
        let on_card = memory.on_card(&self.memory.silenced, now);
        let rules: Vec<RuleId> = on_card.map(|finding| finding.rule).collect();
        for rule in rules {
            self.keep(draft, rule, reason, now);
        }
    }

    /// The visible card goes to the end of the line, when there is a line.
    pub(super) fn next(&mut self, now: Moment) {
        if self.waiting(now) == 0 {
            return;
        }
        let last = self.drafts.values().map(|draft| draft.turn).max().unwrap_or(0);
        if let Some(visible) = self.visible.take()
            && let Some(memory) = self.drafts.get_mut(&visible.card.draft)
        {
            memory.turn = last.saturating_add(1);
        }
    }

    pub(super) fn close(&mut self, draft: DraftId, now: Moment) {
        if let Some(memory) = self.drafts.get_mut(&draft) {
            memory.fold(&self.memory.silenced, now);
            memory.closed = true;
            if memory.sent.is_some() {
                self.drafts.remove(&draft);
            }
        }
        if self
            .visible
            .as_ref()
            .is_some_and(|visible| visible.card.draft == draft)
        {
            self.visible = None;
        }
    }

    pub(super) fn show(&mut self, draft: DraftId, now: Moment) {
        let Some(memory) = self.drafts.get_mut(&draft) else {
            return;
        };
        memory.ask_now();
        if memory.open(&self.memory.silenced).next().is_none() {
            return;
        }
        memory.unfold();
        if let Some(other) = self.visible.take().filter(|visible| visible.card.draft != draft)
            && let Some(memory) = self.drafts.get_mut(&other.card.draft)
        {
            memory.fold(&self.memory.silenced, now);
        }
        self.visible = Some(Visible {
            card: self.card(draft, now),
            since: now,
            pinned: true,
        });
    }
}
