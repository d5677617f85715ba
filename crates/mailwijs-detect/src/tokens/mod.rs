//! Words and numbers of a text.

mod cut;

use std::ops::Range;

use crate::kinds::Kinds;
use crate::vocabulary::WordId;

pub(crate) use cut::split;

/// A word or number: letters and digits without a break. Small, since every detector goes through them all.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    sentence: u32,
    /// Which word of the vocabulary it is.
    pub id: WordId,
    /// What is known of that word.
    pub kinds: Kinds,
    /// How it was written.
    pub shape: Shape,
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

/// The words and numbers of a text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// All of them, in order.
    pub all: Vec<Token>,
    /// Indices of those that hold a digit.
    pub with_digits: Vec<usize>,
    /// Indices of those that follow a sign which may end a sentence, or a line; it may hold the number of tokens too.
    pub after_stops: Vec<usize>,
}

impl Token {
    fn new(range: Range<usize>, shape: Shape) -> Self {
        Self {
            start: number(range.start),
            end: number(range.end),
            sentence: 0,
            id: WordId::default(),
            kinds: Kinds::default(),
            shape,
            pupil: false,
        }
    }

    /// Its first byte in the folded text.
    pub const fn start(&self) -> usize {
        self.start as usize
    }

    /// The byte after it.
    pub const fn end(&self) -> usize {
        self.end as usize
    }

    /// Its bytes in the folded text.
    pub const fn range(&self) -> Range<usize> {
        self.start()..self.end()
    }

    /// How many bytes of folded text it is.
    pub const fn len(&self) -> usize {
        self.end() - self.start()
    }

    /// The index of its sentence.
    pub const fn sentence(&self) -> usize {
        self.sentence as usize
    }

    /// Says which sentence it is in.
    pub fn belongs_to(&mut self, sentence: usize) {
        self.sentence = number(sentence);
    }
}

/// No more is read of a text at once than such a number can tell.
fn number(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
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
    use crate::normalise::Folded;

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
            ("iPad", Shape::Mixed),
            ("McDonald", Shape::Mixed),
            ("B2", Shape::Mixed),
            ("éÉ", Shape::Mixed),
        ] {
            assert_eq!(Shape::of(word), shape, "{word}");
            let folded = Folded::new(word, 0);
            assert_eq!(split(word, &folded).all.first().unwrap().shape, shape, "{word}");
        }
    }
}
