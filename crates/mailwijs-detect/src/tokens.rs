//! Words and numbers of a text.

use std::ops::Range;

use crate::kinds::Kinds;
use crate::normalise::Folded;
use crate::vocabulary::WordId;

/// Text without a space for longer than this is machine text (base64, a tracking link), not words.
const LONGEST_RUN: usize = 200;

/// A word or number: letters and digits without a break.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// Byte range in the folded text.
    pub range: Range<usize>,
    /// Where it begins in the text it was folded from.
    pub written: usize,
    /// How it was written.
    pub shape: Shape,
    /// Index of its sentence.
    pub sentence: usize,
    /// It is (part of) the name of a pupil.
    pub pupil: bool,
    /// Which word of the vocabulary it is.
    pub id: WordId,
    /// What is known of that word.
    pub kinds: Kinds,
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
    let text = folded.text.as_str();
    let mut tokens = Vec::with_capacity(text.len() / 6);
    // Where the stretch without a space began, and how many tokens there were then.
    let (mut run, mut before) = (0, 0);
    let mut start = None;
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let (class, length) = if byte.is_ascii() {
            (Class::of_byte(byte), 1)
        } else {
            let c = text.get(at..).and_then(|rest| rest.chars().next());
            c.map_or((Class::Other, 1), |c| (Class::of(c), c.len_utf8()))
        };
        if class == Class::Word {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            tokens.push(Token::new(source, folded, from..at));
        }
        at += length;
        if class == Class::Space {
            if at - run >= LONGEST_RUN {
                tokens.truncate(before);
            }
            (run, before) = (at, tokens.len());
        }
    }
    if let Some(from) = start {
        tokens.push(Token::new(source, folded, from..at));
    }
    if at - run >= LONGEST_RUN {
        tokens.truncate(before);
    }
    tokens
}

/// What a character is to words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter or digit.
    Word,
    /// It parts stretches of text.
    Space,
    /// Punctuation and the like.
    Other,
}

impl Class {
    const fn of_byte(byte: u8) -> Self {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'A'..=b'Z' => Self::Word,
            b' ' | b'\t'..=b'\r' => Self::Space,
            _ => Self::Other,
        }
    }

    fn of(c: char) -> Self {
        if c.is_alphanumeric() {
            Self::Word
        } else if c.is_whitespace() {
            Self::Space
        } else {
            Self::Other
        }
    }
}

impl Token {
    fn new(source: &str, folded: &Folded, range: Range<usize>) -> Self {
        let written = folded.original(&range);
        Self {
            shape: Shape::of(source.get(written.clone()).unwrap_or_default()),
            written: written.start,
            range,
            sentence: 0,
            pupil: false,
            id: WordId::default(),
            kinds: Kinds::default(),
        }
    }
}

impl Shape {
    fn of(word: &str) -> Self {
        let mut bytes = word.bytes();
        let first = bytes.next();
        if bytes.all(|byte| byte.is_ascii_lowercase()) {
            match first {
                Some(b'a'..=b'z') => return Self::Lower,
                Some(b'A'..=b'Z') => return Self::Capital,
                _ => {}
            }
        }
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
