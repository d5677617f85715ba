//! Every draft, the queue of cards, and the one that is visible.

mod answers;
mod outcome;
mod screen;
mod undo;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use mailwijs_checks::Finding;
use mailwijs_policy::{RuleId, Severity};

use crate::draft::Draft;
use crate::record::{Record, learns};
use crate::visible::{Visible, decide, renamed};
use crate::{
    Act, Card, Checked, Dismissal, DraftId, HoldReason, Moment, Note, NoteKind, NudgeDecision, OpenDraft,
    Tray, TrayLevel, Trigger,
};

/// How long a `warn` stays on the screen.
const FOLD_AFTER: Duration = Duration::from_secs(20);
/// How long a green card stays on the screen.
const FADE_AFTER: Duration = Duration::from_secs(4);
/// How long the tray recalls a mail that was sent with something open.
const RECALL_SENT: Duration = Duration::from_hours(24);
/// So many dismissals of one rule in a row, and it offers to be quieter.
const DISMISSALS_IN_A_ROW: u32 = 3;

/// What earlier days left behind.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// Triggers silenced by "not right".
    pub silenced: BTreeSet<Trigger>,
    /// By rule, how many times in a row its last findings were dismissed.
    pub dismissed_in_a_row: BTreeMap<RuleId, u32>,
    /// By rule, what came of its findings.
    pub records: BTreeMap<RuleId, Record>,
}

/// Decides, for all drafts together, what the one visible card holds.
#[derive(Debug, Clone, Default)]
pub struct NudgeState {
    drafts: BTreeMap<DraftId, Draft>,
    visible: Option<Visible>,
    paused_until: Option<Moment>,
    memory: Memory,
    notes: Vec<Note>,
    undo: Option<undo::Undo>,
}

impl NudgeState {
    /// Starts with what earlier days left behind.
    pub fn new(memory: Memory) -> Self {
        Self {
            memory,
            ..Self::default()
        }
    }

    /// Recalls what was dismissed for this draft before the app was restarted; call it before its first report.
    pub fn recall(&mut self, draft: DraftId, dismissals: impl IntoIterator<Item = Dismissal>) {
        let memory = self.drafts.entry(draft).or_default();
        dismissals
            .into_iter()
            .for_each(|dismissal| memory.dismiss(dismissal));
    }

    /// A version of a draft was saved and checked.
    pub fn report(&mut self, draft: DraftId, checked: Checked<'_>, now: Moment) -> NudgeDecision {
        let decision = self.change(now, |state| {
            let memory = state.drafts.entry(draft).or_default();
            memory.sent = None;
            let put_right = memory.take(checked, &state.memory.silenced, now);
            state.praise(draft, &put_right, now);
        });
        self.explain(decision, draft, now)
    }

    /// The teacher did something.
    pub fn acted(&mut self, act: Act, now: Moment) -> NudgeDecision {
        self.change(now, |state| match act {
            Act::Fix { draft, rule, fix } => state.fix(draft, rule, fix, now),
            Act::Keep { draft, rule, reason } => state.keep(draft, rule, reason, now),
            Act::KeepAll { draft, reason } => state.keep_all(draft, reason, now),
            Act::Undo { draft } => state.take_back(draft, now),
            Act::Attend { draft } => {
                if let Some(visible) = state
                    .visible
                    .as_mut()
                    .filter(|visible| visible.card.draft == draft)
                {
                    visible.pinned = true;
                    state.attend_undo(draft, now);
                }
            }
            Act::Close { draft } => state.close(draft, now),
            Act::Show { draft } => state.show(draft, now),
            Act::Next => state.next(now),
            Act::Pause { until } => {
                state.paused_until = Some(until);
                state.visible = None;
            }
            Act::Resume => state.paused_until = None,
            Act::Forget { trigger } => {
                state.memory.silenced.remove(&trigger);
            }
            Act::Answered { rule } => {
                state.memory.dismissed_in_a_row.remove(&rule);
                state.memory.records.remove(&rule);
            }
        })
    }

    /// Time went by; worth calling at [`NudgeState::next_wake`], harmless at any other time.
    pub fn tick(&mut self, now: Moment) -> NudgeDecision {
        self.change(now, |state| {
            state
                .drafts
                .retain(|_, draft| draft.sent.is_none_or(|sent| now < sent + RECALL_SENT));
        })
    }

    /// A draft was thrown away without being sent. When a corrected mail was opened for it, that was the last step.
    pub fn gone(&mut self, draft: DraftId, now: Moment) -> NudgeDecision {
        self.change(now, |state| {
            let Some(memory) = state.drafts.remove(&draft) else {
                return;
            };
            let (handed, left): (Vec<_>, Vec<_>) = memory
                .open(&state.memory.silenced)
                .filter(|finding| memory.shown.contains(&finding.rule))
                .cloned()
                .partition(|finding| memory.handed.contains(&finding.rule));
            state.note_all(draft, &left, &NoteKind::Discarded);
            if left.is_empty() {
                state.praise(draft, &handed, now);
            } else {
                state.note_all(draft, &handed, &NoteKind::PutRight);
            }
        })
    }

    /// Two drafts turned out to be the same; `old` is not used any more. What was last reported for it is the newer version.
    pub fn merged(&mut self, old: DraftId, into: DraftId, now: Moment) -> NudgeDecision {
        let before = self.visible.as_ref().map(|visible| visible.card.draft);
        let decision = self.change(now, |state| {
            if let Some(visible) = state.visible.as_mut().filter(|visible| visible.card.draft == old) {
                visible.card.draft = into;
            }
            if let Some(undo) = state.undo.as_mut().filter(|undo| undo.draft == old) {
                undo.draft = into;
            }
            if let Some(newer) = state.drafts.remove(&old) {
                let memory = state.drafts.entry(into).or_default();
                let put_right = memory.absorb(newer, &state.memory.silenced);
                state.praise(into, &put_right, now);
            }
        });
        renamed(decision, before, old)
    }

    /// A draft was sent, as this version when it was read and checked. What is open in it stays in the tray for a day.
    pub fn sent(&mut self, draft: DraftId, checked: Option<Checked<'_>>, now: Moment) -> NudgeDecision {
        self.change(now, |state| {
            let memory = state.drafts.entry(draft).or_default();
            if let Some(checked) = checked {
                let put_right = memory.take(checked, &state.memory.silenced, now);
                memory.mark_sent(&state.memory.silenced, now);
                state.praise(draft, &put_right, now);
            }
            let Some(memory) = state.drafts.get_mut(&draft) else {
                return;
            };
            memory.mark_sent(&state.memory.silenced, now);
            let open: Vec<Finding> = memory.open(&state.memory.silenced).cloned().collect();
            if open.iter().all(|finding| finding.severity == Severity::Info) {
                state.drafts.remove(&draft);
            }
            state.note_all(draft, &open, &NoteKind::SentOpen);
        })
    }

    /// What the tray shows.
    pub fn tray(&self, now: Moment) -> Tray<'_> {
        let mut open: Vec<OpenDraft<'_>> = self
            .drafts
            .iter()
            .filter_map(|(id, draft)| self.open(*id, draft))
            .collect();
        open.sort_by_key(|draft| (Reverse(draft.severity), draft.since, draft.draft));
        let level = match (self.is_paused(now), open.is_empty()) {
            (true, _) => TrayLevel::Paused,
            (false, true) => TrayLevel::Calm,
            (false, false) => TrayLevel::Attention,
        };
        Tray { level, open }
    }

    /// The visible card.
    pub fn visible(&self) -> Option<&Card> {
        self.visible.as_ref().map(|visible| &visible.card)
    }

    /// When [`NudgeState::tick`] may next change something.
    pub fn next_wake(&self, now: Moment) -> Option<Moment> {
        let visible = self
            .visible
            .as_ref()
            .and_then(|visible| match (&visible.card, visible.pinned) {
                (card, _) if card.resolved => Some(visible.since + FADE_AFTER),
                (card, _) if card.kept.is_some() => self.undo_ends(),
                (card, false) if card.severity < Severity::Stop => Some(visible.since + FOLD_AFTER),
                _ => None,
            });
        let drafts = self.drafts.values();
        let later = drafts.clone().filter_map(|draft| draft.next_wake(now));
        let sent = drafts
            .filter_map(|draft| draft.sent)
            .map(|sent| sent + RECALL_SENT);
        visible
            .into_iter()
            .chain(self.paused_until)
            .chain(later)
            .chain(sent)
            .filter(|at| *at > now)
            .min()
    }

    /// The end of the pause, while there is one.
    pub fn paused_until(&self, now: Moment) -> Option<Moment> {
        self.paused_until.filter(|until| now < *until)
    }

    /// Whether a rule offers to be quieter: dismissed so many times in a row, or mostly refused all in all.
    pub fn offers_quiet(&self, rule: RuleId) -> bool {
        let in_a_row = self.memory.dismissed_in_a_row.get(&rule);
        let record = self.memory.records.get(&rule);
        learns(rule)
            && (in_a_row.is_some_and(|times| *times >= DISMISSALS_IN_A_ROW)
                || record.is_some_and(|record| record.is_mostly_refused()))
    }

    /// What is worth writing down of what happened since the last call.
    pub fn take_notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }

    fn change(&mut self, now: Moment, change: impl FnOnce(&mut Self)) -> NudgeDecision {
        let before = self.visible.as_ref().map(|visible| visible.card.clone());
        change(self);
        self.settle(now);
        let held = match &self.visible {
            Some(_) => HoldReason::Unchanged,
            None if self.is_paused(now) => HoldReason::Paused,
            None if self.tray(now).open.is_empty() => HoldReason::Clean,
            None => HoldReason::InTray,
        };
        decide(
            before.as_ref(),
            self.visible.as_ref().map(|visible| &visible.card),
            held,
        )
    }

    fn open<'a>(&'a self, id: DraftId, draft: &'a Draft) -> Option<OpenDraft<'a>> {
        let findings: Vec<&Finding> = draft.open(&self.memory.silenced).collect();
        let severity = findings.iter().map(|finding| draft.loudness(finding)).max()?;
        Some(OpenDraft {
            draft: id,
            severity,
            findings,
            sent: draft.sent.is_some(),
            since: draft.since,
        })
    }

    fn is_paused(&self, now: Moment) -> bool {
        self.paused_until(now).is_some()
    }
}
