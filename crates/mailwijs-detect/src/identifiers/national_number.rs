//! The Belgian national number (rijksregisternummer) and the BIS number.
//!
//! Eleven digits: birth date `YYMMDD` (BIS: month + 20 or + 40; month and day may be 00 when unknown), a serial number of three,
//! and a checksum of two, `97 − n mod 97`, where n is the first nine digits, with a 2 before them for births since 2000.

use super::{digits, keyword_near};
use crate::entity::{Entity, EntityKind};
use crate::reading::Reading;

/// Words that announce a national number.
const KEYWORDS: [&str; 16] = [
    "rijksregister",
    "rrn",
    "rr-nummer",
    "rrnr",
    "insz",
    "niss",
    "nationaal nummer",
    "numero national",
    "registre national",
    "nrn",
    "kids-id",
    "identiteitskaart",
    "bisnummer",
    "bis-nummer",
    "national number",
    "national register",
];

/// A number without keyword and without the usual dots and dashes may be anything of eleven digits.
const UNSURE: f32 = 0.5;

/// Finds national numbers.
pub(crate) fn detect(reading: &Reading<'_>) -> Vec<Entity> {
    let text = reading.folded.text.as_str();
    let groups = digits::groups(text);
    let mut found = Vec::new();
    let mut index = 0;
    while index < groups.len() {
        match digits::number(text, &groups, index, 11, &[2, 4, 6, 9]) {
            Some(number) if is_valid(&number.digits) => {
                let sure = number.cuts >= 2 || keyword_near(text, &number.range, &KEYWORDS);
                let score = if sure { 1.0 } else { UNSURE };
                let span = reading.span(&number.range);
                found.push(Entity {
                    kind: EntityKind::BelgianNationalNumber,
                    span,
                    score,
                });
                index += number.groups;
            }
            _ => index += 1,
        }
    }
    found
}

/// Whether eleven digits are a national or BIS number.
fn is_valid(digits: &[u8]) -> bool {
    let value = |range: std::ops::Range<usize>| {
        digits
            .get(range)
            .unwrap_or_default()
            .iter()
            .fold(0u64, |sum, digit| sum * 10 + u64::from(*digit))
    };
    let (month, day) = (value(2..4), value(4..6));
    let date = matches!(month, 0..=12 | 20..=32 | 40..=52) && day <= 31;
    let (number, check) = (value(0..9), value(9..11));
    let checks = |number: u64| 97 - number % 97 == check;
    digits.len() == 11 && date && (checks(number) || checks(2_000_000_000 + number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_as_the_national_register_does() {
        for (number, valid) in [
            ("85073003328", true), // born in 1985
            ("11021425782", true), // born in 2011
            ("76123199843", true),
            ("98471400106", false), // BIS month, wrong checksum
            ("85073003327", false),
            ("85133003328", false), // month 13
        ] {
            let digits: Vec<u8> = number.bytes().map(|digit| digit - b'0').collect();
            assert_eq!(is_valid(&digits), valid, "{number}");
        }
    }
}
