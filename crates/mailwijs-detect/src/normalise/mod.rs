//! Text as the rest of the crate reads it: lower case, without accents or invisible characters, with a way back.
//!
//! Teachers paste from Word, PDF and web pages. A no-break space, a soft hyphen or a fullwidth digit looks right on the
//! screen and hides a number from a plain search, so every detector works on the folded text and reports original bytes.

use std::cell::Cell;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::mojibake;

/// Folded text and the map back to the text it came from.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    /// NFKD without marks, lower case; dashes, spaces and quotes unified; invisible characters gone.
    pub text: String,
    /// How many invisible characters were left out.
    pub hidden: usize,
    runs: Vec<Run>,
    /// The run that was asked for last: offsets are mostly asked for in order.
    last: Cell<usize>,
}

/// A stretch of folded text and the original bytes it stands for.
#[derive(Debug, Clone, Copy)]
struct Run {
    folded: usize,
    original: usize,
    original_len: usize,
    /// Byte for byte the same length; otherwise the run is one character and cannot be divided.
    plain: bool,
}

impl Folded {
    /// Folds `text`; offsets it maps back to are counted from `base`.
    pub fn new(text: &str, base: usize) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            hidden: 0,
            runs: Vec::new(),
            last: Cell::new(0),
        };
        let (mut rest, mut at) = (text, base);
        loop {
            let (plain, after) = rest.split_at_checked(ascii_prefix(rest)).unwrap_or((rest, ""));
            folded.push_plain(plain, at);
            at += plain.len();
            let Some(c) = after.chars().next() else {
                return folded;
            };
            let (c, written) = mojibake::repair(after).unwrap_or((c, c.len_utf8()));
            folded.push(c, at, written);
            at += written;
            rest = after.get(written..).unwrap_or_default();
        }
    }

    /// Adds ASCII text that stands at `original`: most of every text, so it is taken as a whole.
    fn push_plain(&mut self, plain: &str, original: usize) {
        if plain.is_empty() {
            return;
        }
        let folded = self.text.len();
        self.text.push_str(plain);
        if let Some(added) = self.text.get_mut(folded..) {
            added.make_ascii_lowercase();
        }
        self.runs.push(Run {
            folded,
            original,
            original_len: plain.len(),
            plain: true,
        });
    }

    /// Adds a character that `written` bytes at `original` stand for.
    fn push(&mut self, c: char, original: usize, written: usize) {
        let folded = self.text.len();
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
            'œ' | 'Œ' => self.text.push_str("oe"),
            'æ' | 'Æ' => self.text.push_str("ae"),
            c if c.is_whitespace() => self.text.push(' '),
            c => match accented(c) {
                Some(letter) => self.text.push(letter),
                None => self.text.extend(decomposed(c)),
            },
        }
        if self.text.len() > folded {
            self.runs.push(Run {
                folded,
                original,
                original_len: written,
                plain: false,
            });
        }
    }

    /// The original bytes a folded range stands for, on character boundaries.
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let at = self.run_at(range.start).map_or(0, |run| run.original);
            return at..at;
        }
        let first = self.run_at(range.start);
        if let Some(run) = first.filter(|run| run.plain && range.end <= run.folded + run.original_len) {
            let start = run.start_of(range.start);
            return start..start + range.len();
        }
        let start = first.map_or(0, |run| run.start_of(range.start));
        let end = self
            .run_at(range.end - 1)
            .map_or(start, |run| run.end_of(range.end - 1));
        start..end
    }

    /// The stretches of the text, in order: folded bytes, and the original bytes when they are the same but for capitals.
    pub fn stretches(&self) -> impl Iterator<Item = (Range<usize>, Option<Range<usize>>)> {
        let ends = self.runs.iter().skip(1).map(|run| run.folded);
        let ends = ends.chain([self.text.len()]);
        self.runs.iter().zip(ends).map(|(run, end)| {
            let original = run.original..run.original + run.original_len;
            (run.folded..end, run.plain.then_some(original))
        })
    }

    /// The first folded byte that stands for this original byte or one after it.
    pub fn first_from(&self, original: usize) -> usize {
        let index = self
            .runs
            .partition_point(|run| run.original + run.original_len <= original);
        let start = |index: usize| self.runs.get(index).map_or(self.text.len(), |run| run.folded);
        match self.runs.get(index) {
            Some(run) if run.original >= original => run.folded,
            Some(run) if run.plain => run.folded + (original - run.original),
            // That character began before.
            _ => start(index + 1),
        }
    }

    fn run_at(&self, folded: usize) -> Option<Run> {
        let holds = |index: usize| {
            let starts = self.runs.get(index).is_some_and(|run| run.folded <= folded);
            starts && self.runs.get(index + 1).is_none_or(|next| next.folded > folded)
        };
        let last = self.last.get();
        let index = if holds(last) {
            last
        } else if holds(last + 1) {
            last + 1
        } else {
            self.runs
                .partition_point(|run| run.folded <= folded)
                .checked_sub(1)?
        };
        self.last.set(index);
        self.runs.get(index).copied()
    }
}

impl Run {
    fn start_of(self, folded: usize) -> usize {
        if self.plain {
            self.original + (folded - self.folded)
        } else {
            self.original
        }
    }

    fn end_of(self, folded: usize) -> usize {
        if self.plain {
            self.original + (folded - self.folded) + 1
        } else {
            self.original + self.original_len
        }
    }
}

/// How many bytes of ASCII a text begins with.
fn ascii_prefix(text: &str) -> usize {
    const STEP: usize = 32;
    let steps = text.as_bytes().chunks(STEP).take_while(|step| step.is_ascii());
    let whole = steps.count() * STEP;
    let rest = text.as_bytes().get(whole..).unwrap_or_default();
    (whole + rest.iter().take_while(|byte| byte.is_ascii()).count()).min(text.len())
}

/// The letters of a character without its marks, in lower case.
fn decomposed(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c)
        .nfkd()
        .filter(|&d| !is_combining_mark(d))
        .flat_map(char::to_lowercase)
}

/// The plain letter of the usual accented ones, without asking the Unicode tables.
fn accented(c: char) -> Option<char> {
    Some(match c {
        'à'..='å' | 'À'..='Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        _ => return None,
    })
}

/// Folded text alone, for words of the lexicon and of name lists.
pub(crate) fn fold(text: &str) -> String {
    Folded::new(text, 0).text
}

/// The Latin letter that a Cyrillic or Greek look-alike passes for. For identifiers only: ordinary words are never mapped.
pub(crate) fn latin_look_alike(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'е' | 'ε' => 'e',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'н' | 'η' => 'h',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'т' | 'τ' => 't',
        'х' | 'χ' => 'x',
        'і' | 'ι' => 'i',
        'ν' => 'n',
        other => other,
    }
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
    fn the_usual_accents_are_those_of_unicode() {
        for c in '\u{80}'..'\u{2000}' {
            if let Some(letter) = accented(c) {
                assert_eq!(decomposed(c).collect::<String>(), letter.to_string(), "{c}");
            }
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
