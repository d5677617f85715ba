//! Words and numbers of a text.

use std::ops::Range;

use crate::normalise::Folded;

/// Text without a space for longer than this is machine text (base64, a tracking link), not words.
const LONGEST_RUN: usize = 200;

/// A word or number: letters and digits without a break.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// Byte range in the folded text.
    pub range: Range<usize>,
    /// How it was written.
    pub shape: Shape,
    /// Index of its sentence.
    pub sentence: usize,
    /// It is (part of) the name of a pupil.
    pub pupil: bool,
}

/// How a word was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// In lower case.
    Lower,
    /// With a capital first.
    Capital,
    /// In capitals, two or more.
    Upper,
    /// Digits only.
    Number,
    /// Anything else, such as `3B` or `iPad`.
    Mixed,
}

/// Cuts folded text into tokens; `source` is the text it was folded from.
pub(crate) fn split(source: &str, folded: &Folded) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(folded.text.len() / 6);
    let mut at = 0;
    for run in folded.text.split_inclusive(char::is_whitespace) {
        if run.len() < LONGEST_RUN {
            split_run(source, folded, run, at, &mut tokens);
        }
        at += run.len();
    }
    tokens
}

fn split_run(source: &str, folded: &Folded, run: &str, base: usize, tokens: &mut Vec<Token>) {
    let mut start = None;
    for (at, c) in run.char_indices().chain([(run.len(), ' ')]) {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let range = base + from..base + at;
                let shape = Shape::of(source.get(folded.original(&range)).unwrap_or_default());
                tokens.push(Token {
                    range,
                    shape,
                    sentence: 0,
                    pupil: false,
                });
                start = None;
            }
            _ => {}
        }
    }
}

impl Shape {
    fn of(word: &str) -> Self {
        let mut chars = word.chars().filter(|c| c.is_alphanumeric());
        let Some(first) = chars.next() else {
            return Self::Lower;
        };
        let (mut upper, mut lower, mut digit) = (0, 0, 0);
        for c in chars {
            if c.is_numeric() {
                digit += 1;
            } else if c.is_uppercase() {
                upper += 1;
            } else {
                lower += 1;
            }
        }
        match (first.is_uppercase(), first.is_numeric()) {
            (true, _) if upper == 0 && digit == 0 => Self::Capital,
            (true, _) if lower == 0 && digit == 0 => Self::Upper,
            (_, true) if upper + lower == 0 => Self::Number,
            (false, false) if upper + digit == 0 => Self::Lower,
            _ => Self::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (word, shape) in [
            ("lotte", Shape::Lower),
            ("Lotte", Shape::Capital),
            ("Zoë", Shape::Capital),
            ("CLB", Shape::Upper),
            ("3B", Shape::Mixed),
            ("1284", Shape::Number),
            ("J", Shape::Capital),
        ] {
            assert_eq!(Shape::of(word), shape, "{word}");
        }
    }

    #[test]
    fn hyphens_and_apostrophes_part_words_and_long_runs_are_skipped() {
        let text = format!("l'école co-ouderschap {}", "a.".repeat(200));
        let folded = Folded::new(&text, 0);
        let words: Vec<_> = split(&text, &folded)
            .iter()
            .map(|t| folded.text[t.range.clone()].to_owned())
            .collect();
        assert_eq!(words, ["l", "ecole", "co", "ouderschap"]);
    }
}
