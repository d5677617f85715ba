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
