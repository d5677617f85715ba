//! How well each rule is taken, and which rules learn from it.

use mailwijs_policy::RuleId;

/// So many answers to one rule, and it looks whether it is mostly refused.
const ANSWERS: u32 = 8;
/// Refused this often, in percent of the answers, is mostly.
const MOSTLY: u32 = 70;

/// What came of one rule's findings, since the teacher last answered its offer to be quieter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Record {
    /// How many were put right.
    pub acted: u32,
    /// How many were dismissed, or called wrong.
    pub refused: u32,
}

impl Record {
    /// Whether most answers were refusals.
    pub(crate) const fn is_mostly_refused(self) -> bool {
        let answers = self.acted.saturating_add(self.refused);
        answers >= ANSWERS && self.refused.saturating_mul(100) >= answers.saturating_mul(MOSTLY)
    }
}

/// Whether a rule learns from what the teacher says of it. A number that passes its checksum, or a password, is at most
/// meant to stand in this one mail: the next is told again, as loudly.
pub(crate) const fn learns(rule: RuleId) -> bool {
    !matches!(rule, RuleId::Identifier | RuleId::Password)
}
