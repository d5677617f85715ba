//! Findings in the reader's language.

use mailwijs_checks::{Fact, Finding};
use mailwijs_i18n::{Arg, RuleText, Texts};
use mailwijs_mail::{Field, Part};

use crate::engine::Examined;
use crate::ipc::line::{EvidenceLine, FindingLine};

/// The facts of a finding, for its texts.
pub fn args(finding: &Finding) -> Vec<(&'static str, Arg)> {
    let facts = finding.facts.iter();
    facts
        .map(|(name, fact)| {
            let arg = match fact {
                Fact::Count(count) => Arg::from(*count),
                Fact::Word(word) => Arg::from(word.as_str()),
            };
            (*name, arg)
        })
        .collect()
}

/// What a rule says of a finding, on one line or paragraph.
pub fn said(texts: &Texts, finding: &Finding, what: RuleText) -> String {
    texts
        .rule(finding.rule.as_str(), what, &args(finding))
        .trim_end()
        .to_owned()
}

/// A finding as a JSON line.
pub fn finding_line(texts: &Texts, examined: &Examined, finding: &Finding) -> FindingLine {
    FindingLine {
        rule: finding.rule.as_str(),
        severity: finding.severity.as_str(),
        categories: finding
            .categories
            .iter()
            .map(|category| category.as_str())
            .collect(),
        title: said(texts, finding, RuleText::Title),
        message: said(texts, finding, RuleText::Message),
        policy_ref: finding.paragraph.clone(),
        evidence: finding
            .evidence
            .iter()
            .filter_map(|evidence| evidence_line(examined, evidence))
            .collect(),
        fixes: finding.fixes.iter().map(|fix| fix.as_str()).collect(),
    }
}

/// Every finding of a message.
pub fn finding_lines(texts: &Texts, examined: &Examined) -> Vec<FindingLine> {
    examined
        .report
        .findings
        .iter()
        .map(|finding| finding_line(texts, examined, finding))
        .collect()
}

fn evidence_line(examined: &Examined, evidence: &mailwijs_checks::Evidence) -> Option<EvidenceLine> {
    let part = evidence.span.part;
    let text = part_text(examined, part)?;
    let (start, end) = mailwijs_mail::char_offsets(&text, evidence.span.range.clone());
    Some(EvidenceLine {
        part: part_word(examined, part),
        text: evidence.text.clone(),
        start,
        end,
    })
}

/// The text evidence points into.
pub fn part_text(examined: &Examined, part: Part) -> Option<std::borrow::Cow<'_, str>> {
    match part {
        Part::Attachment(index) => {
            let (_, text) = examined.attachments.iter().find(|(at, _)| *at == index)?;
            Some(text.as_str().into())
        }
        other => examined.mail.part_text(other),
    }
}

/// The contract's word for a part.
fn part_word(examined: &Examined, part: Part) -> String {
    match part {
        Part::From => "from".to_owned(),
        Part::Recipients(Field::To) => "to".to_owned(),
        Part::Recipients(Field::Cc) => "cc".to_owned(),
        Part::Recipients(Field::Bcc) => "bcc".to_owned(),
        Part::Subject => "subject".to_owned(),
        Part::Body { quoted: false } => "body".to_owned(),
        Part::Body { quoted: true } => "quoted".to_owned(),
        Part::Attachment(index) => {
            let name = examined
                .mail
                .attachments
                .get(index)
                .map_or("", |file| file.name.as_str());
            format!("attachment:{name}")
        }
        Part::Link(_) => "link".to_owned(),
    }
}
