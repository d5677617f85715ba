//! The rules: what the school wrote, completed with what applies otherwise.

use std::collections::BTreeMap;

use super::{suggest::closest, table::Table, value::Value};
use crate::{
    conduct::CodeOfConduct,
    error_kind::PolicyErrorKind,
    level::Level,
    policy::{Policy, RuleSettings},
    rule_id::RuleId,
};

/// What the file says about one rule.
#[derive(Default)]
pub(super) struct Written<'t, 's> {
    level: Option<Level>,
    paragraph: Option<(String, Value<'t, 's>)>,
}

pub(super) type WrittenRules<'t, 's> = BTreeMap<RuleId, Written<'t, 's>>;

pub(super) fn written<'t, 's>(table: &mut Table<'t, 's>) -> WrittenRules<'t, 's> {
    let unknown = |id: &str| PolicyErrorKind::UnknownRule {
        rule: id.to_owned(),
        suggestion: closest(id, RuleId::ALL.map(RuleId::as_str)),
    };
    let rules = table.entries(RuleId::parse, unknown).into_iter();
    rules
        .filter_map(|(rule, value)| Some((rule, value.table(format!("rules.{}", rule.as_str()), settings)?)))
        .collect()
}

fn settings<'t, 's>(table: &mut Table<'t, 's>) -> Written<'t, 's> {
    Written {
        level: table.optional("level", Value::keyword),
        paragraph: table.optional("paragraph", |value| Some((value.words()?, value))),
    }
}

/// Reports references to paragraphs that the agreements do not have; without agreements a reference is free.
pub(super) fn check_paragraphs(rules: &WrittenRules<'_, '_>, conduct: Option<&CodeOfConduct>) {
    let Some(conduct) = conduct.filter(|conduct| !conduct.paragraphs.is_empty()) else {
        return;
    };
    for (rule, written) in rules {
        if let Some((id, value)) = &written.paragraph
            && conduct.paragraph(id).is_none()
        {
            let (rule, paragraph) = (rule.as_str().to_owned(), id.clone());
            value.problem(PolicyErrorKind::UnknownParagraph { rule, paragraph });
        }
    }
}

/// The settings of every rule.
pub(super) fn effective(
    written: &WrittenRules<'_, '_>,
    conduct: Option<&CodeOfConduct>,
    fallback: Option<&Policy>,
) -> BTreeMap<RuleId, RuleSettings> {
    let settings = |rule: RuleId| {
        let written = written.get(&rule);
        let usual = fallback.and_then(|policy| policy.rules.get(&rule));
        RuleSettings {
            level: written
                .and_then(|rule| rule.level)
                .or(usual.map(|rule| rule.level))
                .unwrap_or(Level::Warn),
            paragraph: written
                .and_then(|rule| rule.paragraph.as_ref())
                .map(|(id, _)| id.clone())
                .or_else(|| usual_paragraph(rule, usual, conduct)),
        }
    };
    RuleId::ALL
        .into_iter()
        .map(|rule| (rule, settings(rule)))
        .collect()
}

/// The paragraph a rule rests on when the school names none: in its own agreements the first on the same topic.
fn usual_paragraph(
    rule: RuleId,
    usual: Option<&RuleSettings>,
    conduct: Option<&CodeOfConduct>,
) -> Option<String> {
    match conduct {
        Some(conduct) if !conduct.paragraphs.is_empty() => {
            let mut paragraphs = conduct.paragraphs.iter();
            paragraphs
                .find(|paragraph| paragraph.topic == rule.topic())
                .map(|paragraph| paragraph.id.clone())
        }
        _ => usual?.paragraph.clone(),
    }
}
