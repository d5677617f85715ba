//! What the teacher does.

use mailwijs_checks::Fix;
use mailwijs_policy::RuleId;

use crate::{DraftId, Moment, Trigger};

/// What the teacher did on a card, in the tray or in the main window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Took a way out.
    Fix {
        /// The draft.
        draft: DraftId,
        /// The finding's rule.
        rule: RuleId,
        /// The way out.
        fix: Fix,
    },
    /// Keeps the draft as it is.
    Keep {
        /// The draft.
        draft: DraftId,
        /// The finding's rule.
        rule: RuleId,
        /// Why.
        reason: Keep,
    },
    /// Keeps the draft as it is, whatever stands on its card.
    KeepAll {
        /// The draft.
        draft: DraftId,
        /// Why.
        reason: Keep,
    },
    /// Takes back what was just kept, while the card offers it.
    Undo {
        /// The draft.
        draft: DraftId,
    },
    /// Is reading the card (pointer on it, or its explanation open): it no longer folds by itself.
    Attend {
        /// The draft.
        draft: DraftId,
    },
    /// Closed the card; its findings stay open in the tray.
    Close {
        /// The draft.
        draft: DraftId,
    },
    /// Opened this draft's card from the tray or Today.
    Show {
        /// The draft.
        draft: DraftId,
    },
    /// Wants the next waiting card; the visible one goes to the tray.
    Next,
    /// Wants quiet until then.
    Pause {
        /// The end of the pause.
        until: Moment,
    },
    /// Ends the pause.
    Resume,
    /// Takes a "not right" back.
    Forget {
        /// What was silenced.
        trigger: Trigger,
    },
    /// Answered the suggestion to make a rule quieter, either way.
    Answered {
        /// The rule.
        rule: RuleId,
    },
}

/// Why a teacher keeps a draft as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Keep {
    /// It is fine this time: not again for this draft.
    Fine,
    /// The finding is wrong: not again for this draft, and never again for these triggers.
    NotRight,
    /// Ask again in a while.
    Later,
}
