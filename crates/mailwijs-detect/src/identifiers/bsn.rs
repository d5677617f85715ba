//! The Dutch citizen service number (burgerservicenummer, BSN).
//!
//! Nine digits; the weighted sum 9·a + 8·b + … + 2·h − i is a multiple of 11. One in eleven numbers passes, so a keyword must be near.

use super::{digits, keyword_near};
use crate::entity::{Entity, EntityKind};
use crate::reading::Reading;

/// Words that announce a BSN.
const KEYWORDS: [&str; 8] = [
    "bsn",
    "burgerservice",
    "sofi",
    "sofinummer",
    "pgn",
    "persoonsgebonden nummer",
    "onderwijsnummer",
    "citizen service",
];

/// A further number this close below an accepted one stands in the same list or table column.
const COLUMN: usize = 120;

/// Finds BSNs.
pub(crate) fn detect(reading: &Reading<'_>) -> Vec<Entity> {
    let text = reading.folded.text.as_str();
    let groups = digits::groups(text);
    let mut found = Vec::new();
    let mut last: Option<usize> = None;
    let mut index = 0;
    while index < groups.len() {
        match digits::number(text, &groups, index, 9, &[1, 2, 3, 4, 5, 6, 7, 8]) {
            Some(number) if is_valid(&number.digits) => {
                let in_column = last.is_some_and(|end| number.range.start - end <= COLUMN);
                if in_column || keyword_near(text, &number.range, &KEYWORDS) {
                    last = Some(number.range.end);
                    found.push(Entity {
                        kind: EntityKind::Bsn,
                        span: reading.span(&number.range),
                        score: 1.0,
                    });
                    index += number.groups;
                    continue;
                }
                index += 1;
            }
            _ => index += 1,
        }
    }
    found
}

/// The 11-test.
fn is_valid(digits: &[u8]) -> bool {
    let Some((last, rest)) = digits.split_last() else {
        return false;
    };
    let sum: i64 = rest
        .iter()
        .zip((2..=9).rev())
        .map(|(digit, weight)| i64::from(*digit) * weight)
        .sum();
    digits.len() == 9 && digits.iter().any(|digit| *digit != 0) && (sum - i64::from(*last)) % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_the_eleven_test() {
        for (number, valid) in [
            ("111222333", true),
            ("123456782", true),
            ("100000009", true),
            ("123456789", false),
            ("000000000", false),
        ] {
            let digits: Vec<u8> = number.bytes().map(|digit| digit - b'0').collect();
            assert_eq!(is_valid(&digits), valid, "{number}");
        }
    }
}
