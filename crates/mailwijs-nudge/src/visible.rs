//! The one visible card, and what a change of it means for the screen.

use crate::{Card, DraftId, HoldReason, Moment, NudgeDecision};

/// The visible card.
#[derive(Debug, Clone)]
pub(crate) struct Visible {
    /// What it holds.
    pub card: Card,
    /// Since when its time runs.
    pub since: Moment,
    /// The teacher opened it or is reading it: it does not fold by itself.
    pub pinned: bool,
}

/// Names the step from the card that was visible to the one that is.
pub(crate) fn decide(before: Option<&Card>, after: Option<&Card>, held: HoldReason) -> NudgeDecision {
    match (before, after) {
        (None, None) => NudgeDecision::HoldBack(held),
        (Some(_), None) => NudgeDecision::Withdraw,
        (Some(before), Some(after)) if before == after => NudgeDecision::HoldBack(held),
        (Some(before), Some(after)) if before.draft == after.draft && before.resolved == after.resolved => {
            NudgeDecision::Update(after.clone())
        }
        (_, Some(after)) if after.resolved => NudgeDecision::Resolve(after.clone()),
        (Some(before), Some(after)) if before.draft == after.draft => NudgeDecision::Update(after.clone()),
        (_, Some(after)) => NudgeDecision::Show(after.clone()),
    }
}

/// The same decision when the visible draft only got another name: its card is not a new one.
pub(crate) fn renamed(decision: NudgeDecision, before: Option<DraftId>, old: DraftId) -> NudgeDecision {
    match decision {
        NudgeDecision::Show(card) if before == Some(old) => NudgeDecision::Update(card),
        other => other,
    }
}
