//! How time and the drafts move the one visible card.

use std::cmp::Reverse;

use mailwijs_policy::Severity;

use super::{FADE_AFTER, FOLD_AFTER, NudgeState};
use crate::draft::Draft;
use crate::visible::Visible;
use crate::{Card, DraftId, Moment};

impl NudgeState {
    /// Lets time and the drafts' state act on the visible card.
    pub(super) fn settle(&mut self, now: Moment) {
        if self.paused_until.is_some_and(|until| until <= now) {
            self.paused_until = None;
        }
        for draft in self.drafts.values_mut() {
            draft.tell_doubted(&self.memory.silenced, now);
        }
        if let Some(mut visible) = self.visible.take() {
            visible.since = visible.since.min(now);
            self.visible = if visible.card.resolved {
                self.keep_green(visible, now)
            } else {
                self.keep_open(&visible, now)
            };
        }
        if self.visible.is_none() && self.paused_until.is_none() {
            self.visible = self.next_in_line(now).map(|draft| {
                self.unfold(draft);
                Visible {
                    card: self.card(draft, now),
                    since: now,
                    pinned: false,
                }
            });
        }
        self.forget_undo();
        let waiting = self.waiting(now);
        let Some(visible) = &mut self.visible else { return };
        visible.card.waiting = waiting;
        let (draft, findings) = (visible.card.draft, visible.card.findings.clone());
        self.note_shown(draft, &findings);
    }

    pub(super) fn keep_green(&mut self, visible: Visible, now: Moment) -> Option<Visible> {
        let draft = visible.card.draft;
        if self.paused_until.is_none()
            && self
                .drafts
                .get(&draft)
                .is_some_and(|d| d.is_loud(&self.memory.silenced, now))
        {
            self.unfold(draft);
            return Some(Visible {
                card: self.card(draft, now),
                since: now,
                pinned: false,
            });
        }
        (now < visible.since + FADE_AFTER).then_some(visible)
    }

    pub(super) fn keep_open(&mut self, visible: &Visible, now: Moment) -> Option<Visible> {
        let draft = visible.card.draft;
        let mut card = self.card(draft, now);
        if card.findings.is_empty() {
            return self.keep_offering(visible, now);
        }
        card.put_right.clone_from(&visible.card.put_right);
        let asked_again = visible.card.kept.is_some();
        let since = if asked_again || is_graver(&card, &visible.card) {
            now
        } else {
            visible.since
        };
        let kept = Visible {
            card,
            since,
            pinned: visible.pinned,
        };
        if kept.pinned {
            return Some(kept);
        }
        let memory = self.drafts.get_mut(&draft)?;
        let loud = memory.is_loud(&self.memory.silenced, now);
        let time_is_up = kept.card.severity < Severity::Stop && kept.since + FOLD_AFTER <= now;
        if loud && time_is_up {
            memory.fold(&self.memory.silenced, now);
        }
        (loud && !time_is_up).then_some(kept)
    }

    /// The draft whose turn it is: not yet passed over, then the gravest, then the oldest.
    pub(super) fn next_in_line(&self, now: Moment) -> Option<DraftId> {
        let loud = self
            .drafts
            .iter()
            .filter(|(_, draft)| draft.is_loud(&self.memory.silenced, now));
        loud.min_by_key(|(id, draft)| {
            (
                draft.turn,
                Reverse(draft.card_severity(&self.memory.silenced, now)),
                draft.since,
                **id,
            )
        })
        .map(|(id, _)| *id)
    }

    pub(super) fn waiting(&self, now: Moment) -> u32 {
        let shown = self.visible.as_ref().map(|visible| visible.card.draft);
        let waits = |(id, draft): &(&DraftId, &Draft)| {
            Some(**id) != shown && draft.is_loud(&self.memory.silenced, now)
        };
        u32::try_from(self.drafts.iter().filter(waits).count()).unwrap_or(u32::MAX)
    }

    pub(super) fn card(&self, id: DraftId, now: Moment) -> Card {
        let silenced = &self.memory.silenced;
        let draft = self.drafts.get(&id);
        Card {
            draft: id,
            severity: draft.map_or(Severity::Info, |draft| draft.card_severity(silenced, now)),
            findings: draft
                .into_iter()
                .flat_map(|draft| draft.on_card(silenced, now))
                .cloned()
                .collect(),
            put_right: Vec::new(),
            resolved: false,
            kept: None,
            sent: draft.is_some_and(|draft| draft.sent.is_some()),
            waiting: 0,
        }
    }

    pub(super) fn unfold(&mut self, draft: DraftId) {
        if let Some(memory) = self.drafts.get_mut(&draft) {
            memory.unfold();
        }
    }
}

/// The card says something that the earlier one did not: its time starts anew.
fn is_graver(card: &Card, earlier: &Card) -> bool {
    card.findings.iter().any(|finding| {
        !earlier
            .findings
            .iter()
            .any(|old| old.rule == finding.rule && old.severity >= finding.severity)
    })
}
