//! Numbers that stand for one person, recognised by their checksums.

pub(crate) mod bsn;
mod digits;
pub(crate) mod iban;
pub(crate) mod national_number;

/// How far from a number its keyword may stand, in characters.
const REACH: usize = 60;

/// Whether one of the words stands within reach before or after a place in folded text.
fn keyword_near(text: &str, range: &std::ops::Range<usize>, words: &[&str]) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let from = before.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(REACH).map_or(after.len(), |(at, _)| at);
    let near = [
        before.get(from..).unwrap_or_default(),
        after.get(..to).unwrap_or_default(),
    ];
    near.iter()
        .any(|text| words.iter().any(|word| has_word(text, word)))
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        // Longer keywords may be part of a compound (rijksregisternummers); short ones stand alone.
        word.len() > 5
            || !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
