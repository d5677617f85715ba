//! Where the letters and digits of a text are, as one bit for each byte: words are found and told apart sixty-four bytes at a time.

mod ascii;
mod stretches;

use std::ops::Range;

use crate::tokens::Shape;
use ascii::{Classes, is_space};
pub(crate) use stretches::{Reach, Stretches};

/// How many bytes a block tells of.
pub(crate) const SIZE: usize = ascii::SIZE;

/// Text without a space for longer than this is machine text (base64, a tracking link), not words.
const LONGEST_RUN: usize = 200;

/// What the bytes of a text are, block by block.
#[derive(Debug, Default)]
pub(crate) struct Blocks(Vec<Block>);

/// What some bytes are: of the first, the lowest bit tells.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Block {
    /// Letters and digits, but those of machine text.
    pub words: u64,
    /// Capitals.
    capitals: u64,
    /// Digits.
    pub digits: u64,
    /// What may end a sentence: `.`, `!`, `?` or the end of a line.
    pub stops: u64,
    /// Letters and digits of which only the text as it was written tells how they were.
    odd: u64,
}

impl Blocks {
    /// Those of a text. Its ASCII characters speak for themselves; the letters and digits among others are in `odd`.
    pub fn of(text: &str, odd: &[Range<usize>]) -> Self {
        let (whole, rest) = text.as_bytes().as_chunks();
        let mut last = [0; SIZE];
        for (place, byte) in last.iter_mut().zip(rest) {
            *place = *byte;
        }
        let mut blocks = Self(Vec::with_capacity(whole.len() + 1));
        // Machine text fills two blocks, wherever it begins; few texts have such.
        let (mut crowded, mut spaced) = (false, true);
        for bytes in whole.iter().chain([&last]) {
            let classes = Classes::of(bytes);
            crowded |= !(classes.spaced | spaced);
            spaced = classes.spaced;
            blocks.0.push(Block::new(&classes));
        }
        for at in odd.iter().cloned().flatten() {
            if let Some(block) = blocks.0.get_mut(at / SIZE) {
                let bit = 1 << (at % SIZE);
                block.words |= bit;
                block.odd |= bit;
            }
        }
        if crowded {
            blocks.pass_over_machine_text(text);
        }
        blocks
    }

    /// Takes its letters and digits for no words.
    #[cold]
    fn pass_over_machine_text(&mut self, text: &str) {
        let mut at = 0;
        for run in text.as_bytes().split_inclusive(|byte| is_space(*byte)) {
            if run.len() >= LONGEST_RUN {
                for at in at..at + run.len() {
                    if let Some(block) = self.0.get_mut(at / SIZE) {
                        block.words &= !(1 << (at % SIZE));
                    }
                }
            }
            at += run.len();
        }
    }

    /// Each block, in order. Beyond the text nothing is set, and in the last block there is always something beyond it.
    pub fn iter(&self) -> impl Iterator<Item = &Block> {
        self.0.iter()
    }

    /// The bits of a stretch of at most 64 bytes.
    #[inline]
    fn bits(&self, stretch: &Range<usize>, of: impl Fn(&Block) -> u64) -> u64 {
        let (block, bit) = (stretch.start / SIZE, stretch.start % SIZE);
        let length = stretch.end - stretch.start;
        let bits = |block: usize| self.0.get(block).map_or(0, &of);
        let mut found = bits(block) >> bit;
        if bit + length > SIZE {
            found |= bits(block + 1) << (SIZE - bit);
        }
        found & lowest(length)
    }

    /// Whether a digit is in a word.
    pub fn hold_digit(&self, word: &Range<usize>) -> bool {
        let pieces = word.clone().step_by(SIZE);
        let mut pieces = pieces.map(|start| start..(start + SIZE).min(word.end));
        pieces.any(|piece| self.bits(&piece, |block| block.digits) != 0)
    }

    /// How a word is written that is not in [small letters](Block::small); `None` when that is not so simple.
    pub fn shape(&self, word: &Range<usize>) -> Option<Shape> {
        if word.len() > SIZE {
            return None;
        }
        let all = lowest(word.len());
        let (capitals, digits) = (
            self.bits(word, |block| block.capitals),
            self.bits(word, |block| block.digits),
        );
        let odd = self.bits(word, |block| block.odd);
        (odd == 0).then_some(match (capitals, digits) {
            (1, 0) => Shape::Capital,
            (_, 0) if capitals == all => Shape::Upper,
            (0, _) if digits == all => Shape::Number,
            _ => Shape::Mixed,
        })
    }
}

impl Block {
    const fn new(classes: &Classes) -> Self {
        Self {
            words: classes.words,
            capitals: classes.capitals,
            digits: classes.digits,
            stops: classes.stops,
            odd: 0,
        }
    }

    /// Usual small letters, which most words consist of.
    pub const fn small(&self) -> u64 {
        self.words & !(self.capitals | self.digits | self.odd)
    }
}

/// So many of the lowest bits, from 1 to 64.
const fn lowest(count: usize) -> u64 {
    u64::MAX >> ((SIZE - count) % SIZE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_runs_without_a_space_hold_no_words() {
        for before in 0..SIZE {
            for (length, words) in [(198, true), (199, false), (400, false)] {
                let text = format!("{} {} na", "a".repeat(before), "b".repeat(length));
                let blocks = Blocks::of(&text, &[]);
                let is_word = |at: usize| blocks.bits(&(at..at + 1), |block| block.words) == 1;
                assert_eq!(is_word(before + 1), words, "{before} {length}");
                assert!(is_word(text.len() - 1));
            }
        }
    }
}
