//! Text as the rest of the crate reads it: lower case, without accents or invisible characters, with a way back.
//!
//! Teachers paste from Word, PDF and web pages. A no-break space, a soft hyphen or a fullwidth digit looks right on the
//! screen and hides a number from a plain search, so every detector works on the folded text and reports original bytes.

mod letters;
mod runs;

use std::ops::Range;

use crate::blocks::Blocks;
use crate::mojibake;
pub(crate) use letters::latin_look_alike;
use letters::{accented, decomposed};
use runs::{Run, Runs};

/// Folded text and the map back to the text it came from.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    /// NFKD without marks, lower case; dashes, spaces and quotes unified; invisible characters gone.
    pub text: String,
    /// Where its letters and digits are, and its capitals as they were written.
    pub blocks: Blocks,
    /// How many invisible characters were left out.
    pub hidden: usize,
    runs: Runs,
}

impl Folded {
    /// Folds `text`; offsets it maps back to are counted from `base`.
    pub fn new(text: &str, base: usize) -> Self {
        let (mut folded, odd) = Self::with_capitals(text, base);
        folded.blocks = Blocks::of(&folded.text, &odd);
        folded.text.make_ascii_lowercase();
        folded
    }

    /// The same with its usual letters in the case they were written in, and letters and digits of which nobody can tell so how
    /// they were written.
    fn with_capitals(text: &str, base: usize) -> (Self, Vec<Range<usize>>) {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            runs: Runs::of_about(if text.is_ascii() { 1 } else { text.len() / 32 }),
            ..Self::default()
        };
        let mut odd = Vec::new();
        let (mut rest, mut at) = (text, base);
        loop {
            let (plain, after) = rest.split_at_checked(ascii_prefix(rest)).unwrap_or((rest, ""));
            folded.push_plain(plain, at);
            at += plain.len();
            let Some(c) = after.chars().next() else {
                return (folded, odd);
            };
            let repaired = mojibake::repair(after);
            let (c, written) = repaired.unwrap_or((c, c.len_utf8()));
            let start = folded.text.len();
            let usual = folded.push(c);
            if folded.text.len() > start {
                folded.runs.push(Run {
                    folded: start,
                    original: at,
                    original_len: written,
                    plain: false,
                });
            }
            if !usual || repaired.is_some() {
                odd.extend(words_from(&folded.text, start));
            }
            at += written;
            rest = after.get(written..).unwrap_or_default();
        }
    }

    /// Adds ASCII text that stands at `original`: most of every text, so it is taken as a whole.
    fn push_plain(&mut self, plain: &str, original: usize) {
        if plain.is_empty() {
            return;
        }
        self.runs.push(Run {
            folded: self.text.len(),
            original,
            original_len: plain.len(),
            plain: true,
        });
        self.text.push_str(plain);
    }

    /// Adds another character; whether one can tell from what it became how it was written.
    fn push(&mut self, c: char) -> bool {
        match c {
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2064}'
            | '\u{feff}'
            | '\u{202a}'..='\u{202e}' => self.hidden += 1,
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
                self.text.push('-');
            }
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{b4}' | '\u{2bc}' => self.text.push('\''),
            '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => self.text.push('"'),
            '\u{2028}' | '\u{2029}' | '\u{85}' => self.text.push('\n'),
            c if c.is_whitespace() => self.text.push(' '),
            c => {
                let usual = accented(c);
                match (c, usual) {
                    (_, Some(letter)) => self.text.push(letter),
                    ('œ' | 'Œ', None) => self.text.push_str("oe"),
                    ('æ' | 'Æ', None) => self.text.push_str("ae"),
                    (c, None) => self.text.extend(decomposed(c)),
                }
                return usual.is_some();
            }
        }
        true
    }

    /// The original bytes a folded range stands for, on character boundaries.
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        self.runs.original(range)
    }

    /// The first folded byte that stands for this original byte or one after it.
    pub fn first_from(&self, original: usize) -> usize {
        self.runs.first_from(original).unwrap_or(self.text.len())
    }
}

/// The letters and digits of a text from a byte on.
fn words_from(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let rest = text.get(start..).unwrap_or_default().char_indices();
    let words = rest.filter(|(_, c)| c.is_alphanumeric());
    words.map(move |(at, c)| start + at..start + at + c.len_utf8())
}

/// How many bytes of ASCII a text begins with.
fn ascii_prefix(text: &str) -> usize {
    const STEP: usize = 32;
    let steps = text.as_bytes().chunks(STEP).take_while(|step| step.is_ascii());
    let whole = steps.count() * STEP;
    let rest = text.as_bytes().get(whole..).unwrap_or_default();
    (whole + rest.iter().take_while(|byte| byte.is_ascii()).count()).min(text.len())
}

/// Folded text alone, for words of the lexicon and of name lists.
pub(crate) fn fold(text: &str) -> String {
    let (mut folded, _) = Folded::with_capitals(text, 0);
    folded.text.make_ascii_lowercase();
    folded.text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_what_looks_the_same() {
        for (text, expected) in [
            ("Zoë – één", "zoe - een"),
            ("so\u{ad}ci\u{200b}aal", "sociaal"),
            ("ﬁets", "fiets"),
            ("BE６８\u{a0}5390", "be68 5390"),
            ("’s avonds", "'s avonds"),
            ("Sœur", "soeur"),
            (
                "reÃ¯ntegratie, cÅ“ur â€“ 85.07.30Â\u{a0}033",
                "reintegratie, coeur - 85.07.30 033",
            ),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn maps_back_to_the_original_bytes() {
        let text = "é so\u{ad}ciaal";
        let folded = Folded::new(text, 0);
        let at = folded.text.find("sociaal").unwrap();
        assert_eq!(&text[folded.original(&(at..at + 7))], "so\u{ad}ciaal");
        assert_eq!(
            [0, 1, 2, 3, 5, 6, 7, 99].map(|byte| folded.first_from(byte)),
            [0, 1, 1, 2, 4, 4, 4, 9]
        );
        let text = "zoÃ« weer";
        let folded = Folded::new(text, 0);
        assert_eq!(&text[folded.original(&(0..3))], "zoÃ«");
    }

    proptest! {
        #[test]
        fn every_range_maps_to_a_slice_that_folds_to_it(text in "\\PC{0,40}", a in 0usize..60, b in 0usize..60) {
            let folded = Folded::new(&text, 0);
            let (from, to) = (a.min(b), a.max(b).min(folded.text.len()));
            if let Some(slice) = folded.text.get(from..to) {
                let original = folded.original(&(from..to));
                let source = text.get(original).expect("on character boundaries");
                if !slice.is_empty() {
                    prop_assert!(fold(source).contains(slice));
                }
            }
        }
    }
}
