//! Bank account numbers (IBAN, ISO 13616): mod 97 and each country's own form; for Belgium also the check digits inside.

use iban::{Iban, IbanLike};

use crate::entity::{Entity, EntityKind};
use crate::normalise::latin_look_alike;
use crate::reading::Reading;

/// The longest IBAN.
const LONGEST: usize = 34;
/// The shortest (Norway).
const SHORTEST: usize = 15;
/// The longest stretch between two groups: a separator, or a line break with a quotation sign.
const WIDEST_SEPARATOR: usize = 4;

/// Finds account numbers.
pub(crate) fn detect(reading: &Reading<'_>) -> Vec<Entity> {
    let text = reading.folded.text.as_str();
    let mut found = Vec::new();
    let mut from = 0;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let begins = at >= from && latin_look_alike(c).is_ascii_lowercase() && !previous.is_alphanumeric();
        previous = c;
        if begins && let Some((number, end)) = read(text.get(at..).unwrap_or_default()) {
            let span = reading.span(&(at..at + end));
            found.push(Entity {
                kind: EntityKind::Iban(number),
                span,
                score: 1.0,
            });
            from = at + end;
        }
    }
    found
}

/// The account number a text begins with and the byte after it.
fn read(text: &str) -> Option<(String, usize)> {
    let mut compact = String::with_capacity(LONGEST);
    let mut separator = 0;
    let mut best = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let latin = latin_look_alike(c);
        if latin.is_ascii_alphanumeric() {
            separator = 0;
            compact.push(latin.to_ascii_uppercase());
            let head = match compact.len() {
                1 | 2 => latin.is_ascii_lowercase(),
                3 | 4 => latin.is_ascii_digit(),
                _ => true,
            };
            if !head || compact.len() > LONGEST {
                break;
            }
            let group_ends = chars.peek().is_none_or(|(_, next)| !next.is_alphanumeric());
            if group_ends && compact.len() >= SHORTEST && is_valid(&compact) {
                best = Some((compact.clone(), at + c.len_utf8()));
            }
        } else {
            separator += c.len_utf8();
            if separator > WIDEST_SEPARATOR
                || !(c.is_whitespace() || matches!(c, '-' | '.' | '_' | '/' | '>'))
            {
                break;
            }
        }
    }
    best
}

fn is_valid(compact: &str) -> bool {
    compact
        .parse::<Iban>()
        .is_ok_and(|iban| iban.country_code() != "BE" || belgian_check(compact))
}

/// The last two of the twelve Belgian digits are the first ten modulo 97, with 97 for 0.
fn belgian_check(compact: &str) -> bool {
    let number =
        |range: std::ops::Range<usize>| compact.get(range).and_then(|digits| digits.parse::<u64>().ok());
    match (number(4..14), number(14..16)) {
        (Some(account), Some(check)) => (if account % 97 == 0 { 97 } else { account % 97 }) == check,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ways_people_write_them() {
        for (text, expected) in [
            ("be68 5390 0754 7034 van", Some("BE68539007547034")),
            ("be68539007547034", Some("BE68539007547034")),
            ("ве68-5390-0754-7034", Some("BE68539007547034")), // Cyrillic letters
            ("be68 5390\n> 0754 7034", Some("BE68539007547034")),
            ("nl91 abna 0417 1643 00 op naam", Some("NL91ABNA0417164300")),
            (
                "fr14 2004 1010 0505 0001 3m02 606 svp",
                Some("FR1420041010050500013M02606"),
            ),
            ("be69 5390 0754 7034", None),
            ("beste ouders", None),
        ] {
            assert_eq!(
                read(text).map(|(number, _)| number).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
