//! Findings in the reader's language.

use std::borrow::Cow;

use mailwijs_checks::{Evidence, Fact, Finding, Report};
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
        evidence: evidence_lines(examined, &finding.evidence),
        fixes: finding.fixes.iter().map(|fix| fix.as_str()).collect(),
    }
}

/// Every finding of a report on this message.
pub fn finding_lines(texts: &Texts, examined: &Examined, report: &Report) -> Vec<FindingLine> {
    let findings = report.findings.iter();
    findings
        .map(|finding| finding_line(texts, examined, finding))
        .collect()
}

/// The places of a finding, each counted on from the one before: a long text is walked through once.
fn evidence_lines(examined: &Examined, evidence: &[Evidence]) -> Vec<EvidenceLine> {
    let mut counted: Option<Counted<'_>> = None;
    evidence
        .iter()
        .filter_map(|evidence| {
            let (part, range) = (evidence.span.part, &evidence.span.range);
            let from = counted
                .take()
                .filter(|counted| counted.part == part && counted.byte <= range.start);
            let mut place = match from {
                Some(counted) => counted,
                None => Counted {
                    part,
                    text: part_text(examined, part)?,
                    byte: 0,
                    char: 0,
                },
            };
            let start = place.advance(range.start)?;
            let end = place.advance(range.end)?;
            counted = Some(place);
            Some(EvidenceLine {
                part: part_word(examined, part),
                text: evidence.text.clone(),
                start,
                end,
            })
        })
        .collect()
}

/// How far a text was counted.
struct Counted<'a> {
    part: Part,
    text: Cow<'a, str>,
    byte: usize,
    char: usize,
}

impl Counted<'_> {
    /// Counts on to this byte; gives the characters before it.
    fn advance(&mut self, byte: usize) -> Option<usize> {
        self.char += self.text.get(self.byte..byte)?.chars().count();
        self.byte = byte;
        Some(self.char)
    }
}

/// The text evidence points into.
pub fn part_text(examined: &Examined, part: Part) -> Option<Cow<'_, str>> {
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
