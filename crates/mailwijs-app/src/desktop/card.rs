//! A card's contents, in the teacher's language.

use mailwijs_checks::{Evidence, Fact, Finding, Fix};
use mailwijs_i18n::{Arg, RuleText, Texts};
use mailwijs_mail::{Field, Part};
use mailwijs_nudge::{Card, Keep};
use mailwijs_policy::{Policy, RuleId};

use super::hand_over::pointed_at;
use crate::engine::Examined;
use crate::ipc::{EvidenceDto, FindingDto, FixDto, KeepReason, NudgeDto, ParagraphDto};
use crate::render::{part_text, said};

/// So many characters stand around the words that show a finding.
const AROUND: usize = 40;
/// So many places are shown per finding; the card says what, not everything.
const PLACES: usize = 6;

/// The card, with the draft's last version when it is still known.
pub(super) fn nudge_dto(
    card: &Card,
    examined: Option<&Examined>,
    policy: &Policy,
    texts: &Texts,
) -> NudgeDto {
    let findings: Vec<FindingDto> = card
        .findings
        .iter()
        .map(|finding| finding_dto(finding, examined, policy, texts))
        .collect();
    NudgeDto {
        draft: card.draft.0.to_string(),
        subject: examined
            .map(|examined| examined.mail.subject.clone())
            .unwrap_or_default(),
        severity: card.severity.as_str().to_owned(),
        resolved: card.resolved,
        kept: card.kept.map(|kept| match kept {
            Keep::Fine => KeepReason::Fine,
            Keep::NotRight => KeepReason::NotRight,
            Keep::Later => KeepReason::Later,
        }),
        title: title(card, texts),
        place: place(card, texts),
        findings,
        waiting: card.waiting,
        lang: texts.lang().as_str().to_owned(),
    }
}

/// One finding, in the teacher's language.
pub(super) fn finding_dto(
    finding: &Finding,
    examined: Option<&Examined>,
    policy: &Policy,
    texts: &Texts,
) -> FindingDto {
    let paragraph = finding
        .paragraph
        .as_deref()
        .and_then(|id| policy.paragraph(id))
        .map(|paragraph| ParagraphDto {
            id: paragraph.id.clone(),
            title: paragraph.title.clone(),
            text: paragraph.text.clone(),
        });
    FindingDto {
        rule: finding.rule.as_str().to_owned(),
        severity: finding.severity.as_str().to_owned(),
        title: said(texts, finding, RuleText::Title),
        message: said(texts, finding, RuleText::Message),
        paragraph,
        evidence: examined
            .map(|examined| evidence(finding, examined, texts))
            .unwrap_or_default(),
        fixes: finding
            .fixes
            .iter()
            .map(|fix| FixDto {
                fix: fix.as_str().to_owned(),
                label: fix_label(*fix, finding, examined, texts),
            })
            .collect(),
    }
}

/// A button that takes somebody out says whom.
fn fix_label(fix: Fix, finding: &Finding, examined: Option<&Examined>, texts: &Texts) -> String {
    let pointed = |examined: &Examined| pointed_at(finding, &examined.mail).into_iter().next();
    match (fix, examined.and_then(pointed)) {
        (Fix::RemoveRecipient, Some(who)) => texts.get("fix-remove-named", &[("who", Arg::from(who))]),
        _ => texts.fix(fix.as_str()),
    }
}

/// What, of all findings together: some pairs mean something else than each alone.
fn title(card: &Card, texts: &Texts) -> String {
    if card.resolved {
        return texts.get("nudge-resolved", &[]);
    }
    if let Some(kept) = card.kept {
        let id = match kept {
            Keep::Fine => "nudge-kept-fine",
            Keep::NotRight => "nudge-kept-not-right",
            Keep::Later => "nudge-kept-later",
        };
        return texts.get(id, &[]);
    }
    combined(card, texts)
        .or_else(|| {
            card.findings
                .first()
                .map(|first| said(texts, first, RuleText::Title))
        })
        .unwrap_or_default()
}

fn combined(card: &Card, texts: &Texts) -> Option<String> {
    let find = |rule| card.findings.iter().find(|finding| finding.rule == rule);
    let sensitive = find(RuleId::SensitivePupilData)?;
    let source = match sensitive.facts.get("source") {
        Some(Fact::Word(word)) => word.as_str(),
        _ => "words",
    };
    if let Some(recipients) = find(RuleId::VisibleRecipients) {
        let count = recipients.facts.values().find_map(|fact| match fact {
            Fact::Count(count) => Some(*count),
            Fact::Word(_) => None,
        })?;
        return Some(texts.get(
            "combined-recipients-sensitive-title",
            &[("count", Arg::from(count)), ("source", Arg::from(source))],
        ));
    }
    let id = if find(RuleId::GroupAddressVisible).is_some() {
        "combined-group-sensitive-title"
    } else if find(RuleId::PrivateAccount).is_some() {
        "combined-private-sensitive-title"
    } else {
        return None;
    };
    Some(texts.get(id, &[("source", Arg::from(source))]))
}

/// Where in the draft: "Aan en CC".
fn place(card: &Card, texts: &Texts) -> String {
    let mut names: Vec<String> = Vec::new();
    for evidence in card.findings.iter().flat_map(|finding| &finding.evidence) {
        let name = short_place(evidence.span.part, texts);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => texts.get(
            "place-and",
            &[
                ("others", Arg::from(others.join(", "))),
                ("last", Arg::from(last.as_str())),
            ],
        ),
        None => String::new(),
    }
}

fn short_place(part: Part, texts: &Texts) -> String {
    let id = match part {
        Part::From => "part-from",
        Part::Recipients(Field::To) => "part-to",
        Part::Recipients(Field::Cc) => "part-cc",
        Part::Recipients(Field::Bcc) => "part-bcc",
        Part::Subject => "part-subject",
        Part::Body { quoted: false } => "part-body",
        Part::Body { quoted: true } => "part-quoted",
        Part::Attachment(_) => "place-attachment",
        Part::Link(_) => "part-link",
    };
    texts.get(id, &[])
}

fn evidence(finding: &Finding, examined: &Examined, texts: &Texts) -> Vec<EvidenceDto> {
    finding
        .evidence
        .iter()
        .take(PLACES)
        .filter_map(|evidence| evidence_dto(evidence, examined, texts))
        .collect()
}

fn evidence_dto(evidence: &Evidence, examined: &Examined, texts: &Texts) -> Option<EvidenceDto> {
    let part = evidence.span.part;
    let text = part_text(examined, part)?;
    let range = &evidence.span.range;
    let stands = text.get(range.clone()) == Some(evidence.text.as_str());
    let (before, after) = match part {
        // A list of addresses explains itself; its neighbours are evidence of their own.
        Part::From | Part::Recipients(_) | Part::Link(_) => (String::new(), String::new()),
        // The draft was saved anew and its sentences are still being read: the words may stand somewhere else by now.
        _ if !stands => (String::new(), String::new()),
        _ => (tail(text.get(..range.start)?), head(text.get(range.end..)?)),
    };
    let name = match part {
        Part::Attachment(index) => {
            let name = examined
                .mail
                .attachments
                .get(index)
                .map_or("", |file| file.name.as_str());
            texts.get("part-attachment", &[("name", Arg::from(name))])
        }
        other => short_place(other, texts),
    };
    Some(EvidenceDto {
        part: name,
        before,
        text: one_line(&evidence.text),
        after,
    })
}

/// The last words before a place, from the start of a word on.
fn tail(text: &str) -> String {
    let start = text.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let cut = text.get(start..).unwrap_or_default();
    let whole = if start == 0 {
        cut
    } else {
        cut.split_once(char::is_whitespace).map_or(cut, |(_, rest)| rest)
    };
    spaced(whole)
}

/// The first words after a place, up to the end of a word.
fn head(text: &str) -> String {
    let end = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    let cut = text.get(..end).unwrap_or_default();
    let whole = if end == text.len() {
        cut
    } else {
        cut.rsplit_once(char::is_whitespace).map_or(cut, |(rest, _)| rest)
    };
    spaced(whole)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One line that keeps a space at either end where there was one, so that the words do not run together.
fn spaced(text: &str) -> String {
    let mut line = one_line(text);
    if line.is_empty() {
        return line;
    }
    if text.starts_with(char::is_whitespace) {
        line.insert(0, ' ');
    }
    if text.ends_with(char::is_whitespace) {
        line.push(' ');
    }
    line
}
