//! The card, and what is to be done with it.

use std::collections::BTreeMap;

use mailwijs_checks::{Finding, Report};
use mailwijs_policy::{RuleId, Severity};

use crate::{DraftId, Keep, Trigger};

/// What the checks say of the version of a draft that was just saved.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The report.
    pub report: &'a Report,
    /// What each finding rests on. A finding is silenced when every one of its triggers is.
    pub triggers: &'a BTreeMap<RuleId, Vec<Trigger>>,
    /// Nobody is addressed yet: a draft in the making, spoken to softly (a `stop` folds like a `warn`, a
    /// `warn` only colours the tray).
    pub unfinished: bool,
    /// Rules of which more will be told in a moment.
    pub awaited: &'a [Awaited],
}

/// A rule of which more will be told in a moment: what it said of the version before stands until then, unless it now says
/// something new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awaited {
    /// The rule.
    pub rule: RuleId,
    /// What it says now may be taken back then, and is not told before.
    pub doubted: bool,
}

/// What the one visible card holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The draft it is about.
    pub draft: DraftId,
    /// How it behaves: `stop` stays until handled, `warn` folds into the tray after a while.
    pub severity: Severity,
    /// What is open, gravest first; empty when resolved.
    pub findings: Vec<Finding>,
    /// What was put right since the card came up, in the rules' order.
    pub put_right: Vec<RuleId>,
    /// The draft was put right: the card is green, says so and fades by itself.
    pub resolved: bool,
    /// The teacher just kept the draft as it is: the card says so and offers to take it back, for a while. `NotRight` only when
    /// something was learned from it.
    pub kept: Option<Keep>,
    /// The mail has left with this open (only when the teacher opens the card from the tray).
    pub sent: bool,
    /// How many other drafts wait behind this card.
    pub waiting: u32,
}

impl Card {
    /// The card of a draft that was put right.
    pub(crate) fn green(draft: DraftId, put_right: Vec<RuleId>) -> Self {
        Self {
            put_right,
            resolved: true,
            ..Self::nothing(draft)
        }
    }

    /// The card of a draft that is kept as it is.
    pub(crate) fn kept(draft: DraftId, reason: Keep) -> Self {
        Self {
            kept: Some(reason),
            ..Self::nothing(draft)
        }
    }

    const fn nothing(draft: DraftId) -> Self {
        Self {
            draft,
            severity: Severity::Info,
            findings: Vec::new(),
            put_right: Vec::new(),
            resolved: false,
            kept: None,
            sent: false,
            waiting: 0,
        }
    }
}

/// What must become of the one visible card.
#[derive(Debug, Clone, PartialEq)]
pub enum NudgeDecision {
    /// Bring up this card, in the place of any other.
    Show(Card),
    /// The visible card now holds this.
    Update(Card),
    /// The card turns green and says that the draft was put right; a later `tick` withdraws it.
    Resolve(Card),
    /// Leave everything as it is.
    HoldBack(HoldReason),
    /// Take the visible card away.
    Withdraw,
}

/// Why nothing changes on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HoldReason {
    /// There is nothing to say.
    Clean,
    /// The visible card already says it.
    Unchanged,
    /// The tray shows it; a card would be too loud (again).
    InTray,
    /// The teacher dismissed it, or silenced its triggers.
    Dismissed,
    /// The teacher asked for quiet.
    Paused,
    /// Another card is visible; this one waits its turn.
    Waiting,
    /// What is being read may take it back; it comes in a moment if it is not.
    Reading,
}
