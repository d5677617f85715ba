//! What a check says.

use std::collections::BTreeMap;

use mailwijs_detect::{Category, Span};
use mailwijs_policy::{RuleId, Severity};

use crate::Audience;

/// Everything the checks say of one mail.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// At most one finding per rule, gravest first.
    pub findings: Vec<Finding>,
    /// What could not be looked at (an unreadable attachment, a detector that gave up), without mail text.
    pub skipped: Vec<String>,
    /// Who reads the mail; `None` when that could not be told.
    pub audience: Option<Audience>,
}

/// One rule's warning about one mail.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// How loudly it is told, after the policy's level.
    pub severity: Severity,
    /// What the data is about; only for `sensitive-pupil-data`.
    pub categories: Vec<Category>,
    /// Numbers and words for the texts, by the argument's name in the Fluent message.
    pub facts: BTreeMap<&'static str, Fact>,
    /// The places that show it, at least one, in reading order.
    pub evidence: Vec<Evidence>,
    /// The ways out, best first.
    pub fixes: Vec<Fix>,
    /// The paragraph of the agreements it rests on.
    pub paragraph: Option<String>,
}

/// An argument of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A count.
    Count(u32),
    /// A key word the text selects on, or a policy's name: never words of the mail.
    Word(String),
}

/// A place that shows a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where, in bytes.
    pub span: Span,
    /// Exactly the words there. Shown to the teacher, never stored or logged.
    pub text: String,
}

/// A way out of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fix {
    /// Move To and Cc to Bcc.
    MoveToBcc,
    /// Move only the group addresses to Bcc.
    GroupToBcc,
    /// Write from the school account.
    UseSchoolAccount,
    /// Leave out the recipient that the finding points at.
    RemoveRecipient,
    /// Put it in the student tracking system instead.
    MoveToLvs,
    /// Replace the sensitive sentence by "see the student tracking system".
    ReplaceSentence,
    /// Take the words out yourself.
    RemoveText,
    /// Write separate mails.
    SeparateMails,
}

impl Fix {
    /// Every way out.
    pub const ALL: [Self; 8] = [
        Self::MoveToBcc,
        Self::GroupToBcc,
        Self::UseSchoolAccount,
        Self::RemoveRecipient,
        Self::MoveToLvs,
        Self::ReplaceSentence,
        Self::RemoveText,
        Self::SeparateMails,
    ];

    /// The way out with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fix| fix.as_str() == word)
    }

    /// The word used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MoveToBcc => "move-to-bcc",
            Self::GroupToBcc => "group-to-bcc",
            Self::UseSchoolAccount => "use-school-account",
            Self::RemoveRecipient => "remove-recipient",
            Self::MoveToLvs => "move-to-lvs",
            Self::ReplaceSentence => "replace-sentence",
            Self::RemoveText => "remove-text",
            Self::SeparateMails => "separate-mails",
        }
    }
}
