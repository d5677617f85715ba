//! The rules, for lists and pages.

use mailwijs_i18n::{RuleText, Texts};
use mailwijs_policy::Template;
use serde::Serialize;

pub use mailwijs_i18n::rule_page;

/// One rule in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleLine {
    /// Rule id.
    pub rule: &'static str,
    /// How loudly it speaks when the policy says nothing of it.
    pub severity: &'static str,
    /// Its name in the chosen language.
    pub name: String,
    /// Why it matters, in the chosen language.
    pub why: String,
    /// The directions it looks at.
    pub directions: Vec<&'static str>,
}

/// Every rule that is checked, in the order of the rule pages.
pub fn rule_lines(texts: &Texts) -> Vec<RuleLine> {
    let policy = Template::Flemish.policy();
    mailwijs_checks::CHECKS
        .iter()
        .map(|check| {
            let id = check.rule.as_str();
            RuleLine {
                rule: id,
                severity: policy.settings(check.rule).level.as_str(),
                name: texts.rule(id, RuleText::Name, &[]),
                why: texts.rule(id, RuleText::Why, &[]).trim_end().to_owned(),
                directions: check
                    .directions
                    .iter()
                    .map(|way| crate::check::direction_word(*way))
                    .collect(),
            }
        })
        .collect()
}
