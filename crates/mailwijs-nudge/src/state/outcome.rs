//! What is said of a change: the praise, the notes for the history, the reason for silence.

use mailwijs_checks::Finding;
use mailwijs_policy::{RuleId, Severity};

use super::NudgeState;
use crate::visible::Visible;
use crate::{Card, DraftId, HoldReason, Moment, Note, NoteKind, NudgeDecision};

impl NudgeState {
    /// Says of a report that changed nothing why, for this draft.
    pub(super) fn explain(&self, decision: NudgeDecision, draft: DraftId, now: Moment) -> NudgeDecision {
        let (NudgeDecision::HoldBack(_), Some(memory)) = (&decision, self.drafts.get(&draft)) else {
            return decision;
        };
        let visible = self
            .visible
            .as_ref()
            .is_some_and(|visible| visible.card.draft == draft);
        NudgeDecision::HoldBack(if visible {
            HoldReason::Unchanged
        } else if memory.is_doubted() && !memory.is_loud(&self.memory.silenced, now) {
            HoldReason::Reading
        } else if memory.open(&self.memory.silenced).next().is_none() {
            if memory.is_empty() {
                HoldReason::Clean
            } else {
                HoldReason::Dismissed
            }
        } else if !memory.is_loud(&self.memory.silenced, now) {
            HoldReason::InTray
        } else if self.is_paused(now) {
            HoldReason::Paused
        } else {
            HoldReason::Waiting
        })
    }

    pub(super) fn note_shown(&mut self, draft: DraftId, findings: &[Finding]) {
        for finding in findings {
            let first = self
                .drafts
                .get_mut(&draft)
                .is_some_and(|memory| memory.shown.insert(finding.rule));
            if first {
                self.note(draft, finding, NoteKind::Shown);
            }
        }
    }

    /// Something that was shown is no longer in the draft: says so on the card, in green when nothing is left.
    pub(super) fn praise(&mut self, draft: DraftId, put_right: &[Finding], now: Moment) {
        if put_right.is_empty() {
            return;
        }
        for finding in put_right {
            self.note(draft, finding, NoteKind::PutRight);
            self.memory.dismissed_in_a_row.remove(&finding.rule);
            let record = self.memory.records.entry(finding.rule).or_default();
            record.acted = record.acted.saturating_add(1);
        }
        let memory = self.drafts.get(&draft);
        let left = memory.is_some_and(|memory| {
            let mut open = memory.open(&self.memory.silenced);
            memory.is_doubted() || open.any(|finding| memory.loudness(finding) >= Severity::Warn)
        });
        let closed = memory.is_some_and(|memory| memory.closed);
        let unseen = self.visible.is_none() && !closed && !self.is_paused(now);
        let mine = self
            .visible
            .as_mut()
            .filter(|visible| visible.card.draft == draft);
        let earlier = mine
            .as_ref()
            .map(|visible| visible.card.put_right.clone())
            .unwrap_or_default();
        let mut rules: Vec<RuleId> = earlier
            .into_iter()
            .chain(put_right.iter().map(|finding| finding.rule))
            .collect();
        rules.sort_unstable();
        rules.dedup();
        match mine {
            Some(visible) if left => visible.card.put_right = rules,
            None if left || !unseen => {}
            _ => {
                self.visible = Some(Visible {
                    card: Card::green(draft, rules),
                    since: now,
                    pinned: false,
                });
            }
        }
    }

    pub(super) fn note_all(&mut self, draft: DraftId, findings: &[Finding], kind: &NoteKind) {
        for finding in findings {
            self.note(draft, finding, kind.clone());
        }
    }

    pub(super) fn note(&mut self, draft: DraftId, finding: &Finding, kind: NoteKind) {
        self.notes.push(Note {
            draft,
            rule: finding.rule,
            severity: finding.severity,
            categories: finding.categories.clone(),
            kind,
        });
    }
}
