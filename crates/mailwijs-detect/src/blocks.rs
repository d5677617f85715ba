//! The kinds of characters that a word is written in, gathered while going through it.

use crate::tokens::Shape;

/// Of every byte of ASCII text, the kind of letter that it is, or whether it is a space.
static CLASSES: [Letters; 256] = {
    let mut classes = [Letters(0); 256];
    let mut byte = 0_u8;
    while byte < 128 {
        let class = match byte {
            b'a'..=b'z' => Letters::LOWER,
            b'A'..=b'Z' => Letters::UPPER,
            b'0'..=b'9' => Letters::DIGIT,
            b' ' | b'\t'..=b'\r' => Letters::SPACE,
            _ => 0,
        };
        #[expect(clippy::indexing_slicing, reason = "no byte is beyond a table of 256")]
        {
            classes[byte as usize] = Letters(class);
        }
        byte += 1;
    }
    classes
};

/// The kinds of characters in a word; those of its first character apart.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Letters(u8);

impl Letters {
    /// A small letter after the first.
    pub const LOWER: u8 = 1;
    /// A capital after the first.
    pub const UPPER: u8 = 1 << 1;
    /// A digit after the first.
    pub const DIGIT: u8 = 1 << 2;
    const LOWER_FIRST: u8 = 1 << 3;
    const UPPER_FIRST: u8 = 1 << 4;
    /// A digit first.
    pub const DIGIT_FIRST: u8 = 1 << 5;
    /// Not written in ASCII.
    const UNUSUAL: u8 = 1 << 6;
    /// A space: no letter at all.
    pub const SPACE: u8 = 1 << 7;
    /// What words are made of, as [`of_byte`](Self::of_byte) tells it.
    pub const OF_WORDS: u8 = Self::LOWER | Self::UPPER | Self::DIGIT;

    /// The kind of an ASCII byte.
    pub fn of_byte(byte: u8) -> Self {
        CLASSES.get(usize::from(byte)).copied().unwrap_or_default()
    }

    /// A character that is not written in ASCII.
    pub const fn unusual(digit: bool) -> Self {
        Self(Self::UNUSUAL | if digit { Self::DIGIT } else { 0 })
    }

    /// The same as the first of a word.
    pub const fn first(self) -> Self {
        Self(self.0 << 3)
    }

    /// Adds a character of the same word.
    pub const fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Adds the characters of the word that an ASCII text goes on with; how many bytes that takes.
    pub fn add_word(&mut self, text: &[u8]) -> usize {
        let mut length = 0;
        while let Some(eight) = text.get(length..).and_then(<[u8]>::first_chunk) {
            let (letters, taken) = of_eight(*eight);
            self.add(letters);
            length += taken;
            if taken < eight.len() {
                return length;
            }
        }
        for byte in text.get(length..).unwrap_or_default() {
            let letters = Self::of_byte(*byte);
            if !letters.hold(Self::OF_WORDS) {
                break;
            }
            self.add(letters);
            length += 1;
        }
        length
    }

    /// Whether one of these kinds is in it.
    pub const fn hold(self, any: u8) -> bool {
        self.0 & any != 0
    }

    /// How a word of these is written; `None` when that is not so simple.
    pub const fn shape(self) -> Option<Shape> {
        const NUMBER: u8 = Letters::DIGIT_FIRST | Letters::DIGIT;
        const LOWER: u8 = Letters::LOWER_FIRST | Letters::LOWER;
        const CAPITAL: u8 = Letters::UPPER_FIRST | Letters::LOWER;
        const UPPER: u8 = Letters::UPPER_FIRST | Letters::UPPER;
        match self.0 {
            Self::LOWER_FIRST | LOWER => Some(Shape::Lower),
            Self::UPPER_FIRST | CAPITAL => Some(Shape::Capital),
            UPPER => Some(Shape::Upper),
            Self::DIGIT_FIRST | NUMBER => Some(Shape::Number),
            letters if letters & Self::UNUSUAL != 0 => None,
            _ => Some(Shape::Mixed),
        }
    }
}

/// Of each of eight bytes, the highest bit.
const HIGHEST: u64 = u64::from_ne_bytes([0x80; 8]);

/// The letters and digits that eight ASCII characters begin with, and how many they are.
///
/// Most words end within eight bytes. When one goes through them one by one, the processor guesses at each whether the word ends
/// there, and is wrong three times as often as this way.
fn of_eight(characters: [u8; 8]) -> (Letters, usize) {
    let characters = u64::from_le_bytes(characters);
    let [lower, upper, digits] =
        [(b'a', b'z'), (b'A', b'Z'), (b'0', b'9')].map(|(from, to)| within(characters, from, to));
    let others = !(lower | upper | digits) & HIGHEST;
    // The bits below the first that is set.
    let word = others.wrapping_sub(1) & !others;
    let kind = |of_kind: u64, letters: u8| if of_kind & word == 0 { 0 } else { letters };
    let letters = kind(lower, Letters::LOWER) | kind(upper, Letters::UPPER) | kind(digits, Letters::DIGIT);
    (Letters(letters), others.trailing_zeros() as usize / 8)
}

/// The highest bit of each of eight ASCII characters that lies between two. No sum carries over into the next byte, since all
/// are below 128.
const fn within(characters: u64, from: u8, to: u8) -> u64 {
    let not_before = characters + u64::from_ne_bytes([0x80 - from; 8]);
    let after = characters + u64::from_ne_bytes([0x7f - to; 8]);
    not_before & !after & HIGHEST
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Letters;

    proptest! {
        #[test]
        fn eight_at_once_are_those_one_by_one(text in "[a-cA-C0-2zZ9@`{/:\\[ .-]{0,20}") {
            let text = text.as_bytes();
            let kinds = text.iter().map(|byte| Letters::of_byte(*byte));
            let of_word: Vec<Letters> = kinds.take_while(|kind| kind.hold(Letters::OF_WORDS)).collect();
            let mut letters = Letters::default();
            prop_assert_eq!(letters.add_word(text), of_word.len());
            prop_assert_eq!(letters.0, of_word.iter().fold(0, |all, kind| all | kind.0));
        }
    }
}
