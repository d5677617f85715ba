//! By what a draft and a trigger are recognised again. What is made here is hashed at once and never stored.

use std::ops::Range;

use mailwijs_checks::{Audience, Finding};
use mailwijs_mail::Part;

use crate::engine::Examined;

/// What set a finding off, and in what company.
pub(super) struct TriggerWords {
    /// The words, folded.
    pub words: String,
    /// What stands around them that makes the same words mean the same.
    pub context: String,
}

/// What each place of a finding rests on, for the readers it has: an address, words together with the two words on either side
/// in their sentence, a whole sentence.
pub(super) fn trigger_words(finding: &Finding, examined: &Examined) -> Vec<TriggerWords> {
    let audience = examined.report.audience.map_or("", Audience::as_str);
    finding
        .evidence
        .iter()
        .map(|evidence| {
            let context = match evidence.span.part {
                Part::From | Part::Recipients(_) => String::new(),
                part => {
                    let text = crate::render::part_text(examined, part).unwrap_or_default();
                    around(&text, &evidence.span.range)
                }
            };
            TriggerWords {
                words: folded(&evidence.text),
                context: format!("{audience}\n{context}"),
            }
        })
        .collect()
}

fn around(text: &str, place: &Range<usize>) -> String {
    let before = text.get(..place.start).unwrap_or_default();
    let before = before.rsplit(ends_a_sentence).next().unwrap_or_default();
    let whole = text
        .get(place.clone())
        .is_some_and(|words| words.ends_with(ends_a_sentence));
    let after = text.get(place.end..).filter(|_| !whole).unwrap_or_default();
    let after = after.split(ends_a_sentence).next().unwrap_or_default();
    let (left, right) = (
        before.split_whitespace().rev().take(2),
        after.split_whitespace().take(2),
    );
    left.chain(right).map(folded).collect::<Vec<_>>().join(" ")
}

const fn ends_a_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '\n')
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

#[cfg(test)]
mod tests {
    use super::around;

    fn context(text: &str, words: &str) -> String {
        let start = text.find(words).unwrap();
        around(text, &(start..start + words.len()))
    }

    #[test]
    fn words_stand_in_the_company_of_their_sentence() {
        let text = "Tot dan. Ik hoor dat Noor epilepsie heeft sinds mei! Dag.";
        assert_eq!(context(text, "epilepsie"), "noor dat heeft sinds");
        assert_eq!(context(text, "mei"), "sinds heeft");
    }

    #[test]
    fn a_sentence_is_the_same_whatever_is_written_around_it() {
        let sentence = "Sinds papa het huis uit is slaapt hij slecht.";
        for text in [
            sentence.to_owned(),
            format!("Dag Els\n\n{sentence} Kun je eens kijken?"),
        ] {
            assert_eq!(context(&text, sentence), "");
        }
    }
}
