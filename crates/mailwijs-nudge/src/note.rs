//! What is worth remembering of a nudge.

use mailwijs_detect::Category;
use mailwijs_policy::{RuleId, Severity};

use crate::{Dismissal, DraftId, Trigger};

/// Something that happened to one finding, for the history: no words, no names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The draft.
    pub draft: DraftId,
    /// The finding's rule.
    pub rule: RuleId,
    /// The finding's severity.
    pub severity: Severity,
    /// The finding's categories.
    pub categories: Vec<Category>,
    /// What happened.
    pub kind: NoteKind,
}

/// What happened to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// It stood on a visible card for the first time.
    Shown,
    /// It was shown, and a later version of the draft no longer has it.
    PutRight,
    /// The teacher kept the draft as it is.
    Dismissed,
    /// The teacher said it is wrong; these are silenced from now on (nothing, for rules that do not learn).
    NotRight(Vec<Trigger>),
    /// The teacher asked to be asked later.
    Later,
    /// The teacher took the last of these answers back.
    TakenBack {
        /// What was dismissed before it is dismissed again.
        dismissed_before: Option<Dismissal>,
        /// It was a "not right" that silenced something.
        learned: bool,
    },
    /// The mail left with it.
    SentOpen,
    /// The draft was thrown away with it.
    Discarded,
}
