//! Passports and Dutch identity cards. Their numbers have no check digit outside the machine-readable lines, so a keyword and the
//! shape decide.
//!
//! Shapes: Belgium two letters and six digits; the Netherlands two letters, six letters or digits and a digit, never the letter O
//! (Paspoortuitvoeringsregeling); France two digits, two letters and five digits; most other countries one or two letters and six to
//! eight digits. Digits alone count only after "passport number" itself.

use std::ops::Range;

use super::Candidate;
use super::words::{Context, Said};
use crate::entity::EntityKind;
use crate::reading::Reading;
use crate::tokens::Token;

/// The fewest letters and digits of a number.
const SHORTEST: usize = 7;

/// Finds passport and card numbers.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Candidate> {
    let text = reading.folded.text.as_str();
    let mut found = Vec::new();
    for range in places(reading).filter(|range| range.len() >= SHORTEST) {
        let written = reading.written(&range);
        let Some(shape) = Shape::of(written) else {
            continue;
        };
        let context = Context::new(text, &range);
        let said = match shape {
            Shape::Lettered => context.says(Said::TravelDocument),
            Shape::Digits => context.names(Said::TravelDocumentNumber),
        };
        if said {
            found.push(Candidate {
                kind: EntityKind::TravelDocument,
                range,
                score: 1.0,
            });
        }
    }
    found
}

/// Where a number may be: words with digits, and before such a word two letters that stand apart, "EM 123456".
fn places(reading: &Reading<'_>) -> impl Iterator<Item = Range<usize>> {
    // A class, an hour or a price is too short, with two letters and a space before it too.
    let long = |index: &&usize| {
        let number = reading.tokens.get(**index);
        number.is_some_and(|number| number.len() + 3 >= SHORTEST)
    };
    reading.with_digits.iter().filter(long).flat_map(|&index| {
        let number = reading.tokens.get(index);
        let letters = index
            .checked_sub(1)
            .and_then(|before| reading.tokens.get(before))
            .filter(|letters| {
                letters.len() <= 2
                    && reading
                        .word(letters)
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase())
                    && reading.between(index - 1) == " "
                    && reading.word_at(index).bytes().all(|byte| byte.is_ascii_digit())
            });
        let joined = letters
            .zip(number)
            .map(|(letters, number)| letters.start()..number.end());
        joined.into_iter().chain(number.map(Token::range))
    })
}

/// How a document's number looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Capitals and digits.
    Lettered,
    /// Eight or nine digits.
    Digits,
}

impl Shape {
    fn of(written: &str) -> Option<Self> {
        let plain: Vec<char> = written.chars().filter(|c| *c != ' ').collect();
        let capital = |c: &char| c.is_ascii_uppercase();
        let digit = |c: &char| c.is_ascii_digit();
        let digits = plain.iter().filter(|c| digit(c)).count();
        let letters = plain.iter().take_while(|c| capital(c)).count();
        let after = plain.get(letters..).unwrap_or_default();
        let then_digits = after.iter().all(digit);
        let dutch = plain.len() == 9
            && letters >= 2
            && plain.last().is_some_and(digit)
            && digits >= 3
            && plain.iter().all(|c| (capital(c) && *c != 'O') || digit(c));
        let french = plain.len() == 9
            && plain.iter().take(2).all(digit)
            && plain.iter().skip(2).take(2).all(capital)
            && plain.iter().skip(4).all(digit);
        let other = (1..=2).contains(&letters) && then_digits && (6..=8).contains(&digits);
        if dutch || french || other {
            Some(Self::Lettered)
        } else {
            (letters == 0 && then_digits && (8..=9).contains(&digits)).then_some(Self::Digits)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn shapes_of_documents() {
        for (written, shape) in [
            ("EM123456", Some(Shape::Lettered)),
            ("EM 123456", Some(Shape::Lettered)),
            ("NXK1R8B45", Some(Shape::Lettered)),
            ("SPECI2014", Some(Shape::Lettered)),
            ("12AB34567", Some(Shape::Lettered)),
            ("C4321567", Some(Shape::Lettered)),
            ("123456789", Some(Shape::Digits)),
            ("3B", None),
            ("2026", None),
            ("em123456", None),
            ("WEWI2026", None),
        ] {
            assert_eq!(Shape::of(written), shape, "{written}");
        }
    }
}
