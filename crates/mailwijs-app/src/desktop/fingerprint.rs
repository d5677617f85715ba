//! By what a draft and a trigger are recognised again. What is made here is hashed at once and never stored.

use mailwijs_checks::Finding;
use mailwijs_mail::Part;

use crate::engine::Examined;

/// What set a finding off, and in what company.
pub(super) struct TriggerWords {
    /// The words, folded.
    pub words: String,
    /// What stands around them that makes the same words mean the same.
    pub context: String,
}

/// What each place of a finding rests on: an address by itself, words together with the two words on either side.
pub(super) fn trigger_words(finding: &Finding, examined: &Examined) -> Vec<TriggerWords> {
    finding
        .evidence
        .iter()
        .map(|evidence| {
            let range = &evidence.span.range;
            let context = match evidence.span.part {
                Part::From | Part::Recipients(_) => String::new(),
                part => {
                    let text = crate::render::part_text(examined, part).unwrap_or_default();
                    let before = text.get(..range.start).unwrap_or_default();
                    let after = text.get(range.end..).unwrap_or_default();
                    let left = before.split_whitespace().rev().take(2);
                    let right = after.split_whitespace().take(2);
                    left.chain(right).map(folded).collect::<Vec<_>>().join(" ")
                }
            };
            TriggerWords {
                words: folded(&evidence.text),
                context,
            }
        })
        .collect()
}

/// What stays the same about a draft from save to save, also after a restart: who writes, whom it answers, and its
/// subject; its recipients while it has no subject.
pub(super) fn draft_fingerprint(examined: &Examined) -> String {
    let mail = &examined.mail;
    let from = mail
        .from
        .as_ref()
        .map(|from| from.email.to_lowercase())
        .unwrap_or_default();
    let thread = mail.references.last().cloned().unwrap_or_default();
    let subject = folded(&mail.subject);
    let mut people: Vec<String> = mail
        .recipients
        .iter()
        .map(|recipient| recipient.address.email.to_lowercase())
        .collect();
    people.sort();
    let named_by = if subject.is_empty() {
        people.join(",")
    } else {
        subject
    };
    [from, thread, named_by].join("\n")
}

fn folded(text: &str) -> String {
    let letters = text.to_lowercase();
    letters
        .split(|c: char| !c.is_alphanumeric() && c != '@')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
