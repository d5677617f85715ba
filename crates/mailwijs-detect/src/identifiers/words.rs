//! The words that say what a number is, from `assets/checks/identifier-words.tsv`.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use crate::normalise::fold;

/// How far from a number its word may stand, in characters.
const REACH: usize = 60;
/// How far before a number a word stands that names it directly, in characters.
const NEXT_TO: usize = 30;
/// A word longer than this may be part of a compound ("rijksregisternummers"); a shorter one stands alone.
const SHORT: usize = 5;

/// What a word says about a number near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Said {
    /// A Belgian national or BIS number.
    NationalNumber,
    /// A Dutch citizen service number, or the education number that stands in for it.
    CitizenNumber,
    /// A form about somebody, or a number of somebody's: not enough for a number that a mail may hold for other reasons.
    Personal,
    /// Trade and machines, where such numbers are common.
    Business,
    /// The number of an identity card.
    IdentityCard,
    /// A passport or other travel document.
    TravelDocument,
    /// That document's number, in so many words.
    TravelDocumentNumber,
    /// A payment card.
    PaymentCard,
    /// The account is an organisation's.
    Organisation,
}

/// Words, each with its [`letters`].
static WORDS: LazyLock<HashMap<Said, Vec<(String, u32)>>> = LazyLock::new(|| {
    let mut words: HashMap<Said, Vec<(String, u32)>> = HashMap::new();
    for (said, word) in rows() {
        let letters = letters(&word);
        words.entry(said).or_default().push((word, letters));
    }
    words
});

/// Which letters from a to z a folded text holds, one bit each. A word with others is not in it, which spares looking for nearly
/// all words: a search takes some 600 instructions, this test 3.
fn letters(text: &str) -> u32 {
    let letters = text.bytes().filter(u8::is_ascii_lowercase);
    letters.fold(0, |all, letter| all | 1 << (letter - b'a'))
}

fn rows() -> impl Iterator<Item = (Said, String)> {
    let table = include_str!("../../../../assets/checks/identifier-words.tsv");
    let lines = table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| {
        let (said, word) = line.split_once('\t')?;
        Some((Said::parse(said)?, fold(word.trim())))
    })
}

impl Said {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "national-number" => Self::NationalNumber,
            "citizen-number" => Self::CitizenNumber,
            "personal" => Self::Personal,
            "business" => Self::Business,
            "identity-card" => Self::IdentityCard,
            "travel-document" => Self::TravelDocument,
            "travel-document-number" => Self::TravelDocumentNumber,
            "payment-card" => Self::PaymentCard,
            "organisation" => Self::Organisation,
            _ => return None,
        })
    }
}

/// What ends a cell of a row that was exported or copied from a table.
const CELL_ENDS: [char; 3] = [';', '\t', '|'];
/// Years in which people at a school were born; orders and invoices bear later dates.
const BIRTH_YEARS: RangeInclusive<u16> = 1940..=2023;

/// A day, a month and a year that somebody may be born in: `12-09-2014`, `12/9/2014`, `2014-09-12`.
fn is_birth_date(cell: &str) -> bool {
    let parts: Vec<u16> = cell
        .trim()
        .split(['-', '/', '.'])
        .map_while(|part| part.parse().ok())
        .collect();
    let [first, month, last] = parts.as_slice() else {
        return false;
    };
    let (day, year) = if first > last {
        (last, first)
    } else {
        (first, last)
    };
    (1..=31).contains(day) && (1..=12).contains(month) && BIRTH_YEARS.contains(year)
}

/// The folded text around a number.
pub(super) struct Context<'t> {
    before: &'t str,
    after: &'t str,
}

impl<'t> Context<'t> {
    /// What stands around a place.
    pub fn new(text: &'t str, range: &Range<usize>) -> Self {
        Self {
            before: last(text.get(..range.start).unwrap_or_default(), REACH),
            after: first(text.get(range.end..).unwrap_or_default(), REACH),
        }
    }

    /// Whether a word that says so stands near, on either side.
    pub fn says(&self, said: Said) -> bool {
        [self.before, self.after]
            .iter()
            .any(|text| says(text, said).is_some())
    }

    /// Whether a word that says so stands just before.
    pub fn names(&self, said: Said) -> bool {
        says(last(self.before, NEXT_TO), said).is_some()
    }

    /// Whether the number fills a cell of a row that holds somebody's date of birth too: `Nora Haddou;g6;288787778;12-09-2014`.
    pub fn is_in_a_row_with_a_birth_date(&self) -> bool {
        let before = self.before.rsplit('\n').next().unwrap_or_default();
        let after = self.after.split('\n').next().unwrap_or_default();
        let bounded = before.is_empty() || before.trim_end().ends_with(CELL_ENDS);
        bounded
            && (after.trim().is_empty() || after.trim_start_matches(' ').starts_with(CELL_ENDS))
            && [before, after]
                .iter()
                .any(|side| side.split(CELL_ENDS).any(is_birth_date))
    }

    /// The text between the last word that says so and the number, when that word stands before it in its line.
    pub fn since(&self, said: Said) -> Option<&'t str> {
        let line = self.before.rsplit('\n').next().unwrap_or_default();
        says(line, said).and_then(|end| line.get(end..))
    }

    /// Whether a word that says so stands behind the number in its line.
    pub fn is_followed_by(&self, said: Said) -> bool {
        let line = self.after.split('\n').next().unwrap_or_default();
        says(first(line, NEXT_TO), said).is_some()
    }
}

fn last(text: &str, characters: usize) -> &str {
    let from = text.char_indices().rev().nth(characters - 1);
    text.get(from.map_or(0, |(at, _)| at)..).unwrap_or_default()
}

fn first(text: &str, characters: usize) -> &str {
    let to = text.char_indices().nth(characters);
    text.get(..to.map_or(text.len(), |(at, _)| at))
        .unwrap_or_default()
}

/// The byte after the last word in a text that says so.
fn says(text: &str, said: Said) -> Option<usize> {
    let words = WORDS.get(&said).map_or(&[][..], Vec::as_slice);
    let held = letters(text);
    let possible = words.iter().filter(|(_, letters)| letters & !held == 0);
    possible.filter_map(|(word, _)| end_of(text, word)).max()
}

fn end_of(text: &str, word: &str) -> Option<usize> {
    let alone = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    text.rmatch_indices(word)
        .find(|(at, _)| word.len() > SHORT || alone(*at))
        .map(|(at, _)| at + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../assets/checks/identifier-words.tsv");
        let written = table
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        assert_eq!(written.count(), rows().count());
        let mut seen = std::collections::HashSet::new();
        for row in rows() {
            assert!(row.1.len() > 2, "{row:?} is too short");
            assert!(seen.insert(row.clone()), "{row:?} exists already");
        }
    }

    #[test]
    fn short_words_stand_alone() {
        let near = |text: &str| {
            let at = text.find('#').unwrap();
            Context::new(text, &(at..at + 1)).says(Said::CitizenNumber)
        };
        assert!(near("zijn bsn: # noteren"));
        assert!(near("# (bsn)"));
        assert!(!near("absnt #"));
        assert!(!near(&format!("bsn {} #", "x ".repeat(40))));
    }
}
