//! Where the letters and digits of a text are, as one bit for each byte: words are found and told apart sixty-four bytes at a time.

use std::ops::Range;

use crate::tokens::Shape;

/// How many bytes a block tells of.
pub(crate) const SIZE: usize = 64;

/// What the bytes of a text are, block by block.
#[derive(Debug, Default)]
pub(crate) struct Blocks(Vec<Block>);

/// What some bytes are: of the first, the lowest bit tells.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Block {
    /// Letters and digits.
    pub words: u64,
    /// Capitals.
    capitals: u64,
    /// Digits.
    pub digits: u64,
    /// Whatever of these is no small letter, or no usual one.
    unlike_lower: u64,
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
        let mut blocks: Vec<Block> = Vec::with_capacity(whole.len() + 1);
        blocks.extend(whole.iter().chain([&last]).map(Block::of_ascii));
        for at in odd.iter().cloned().flatten() {
            if let Some(block) = blocks.get_mut(at / SIZE) {
                let bit = 1 << (at % SIZE);
                for bits in [&mut block.words, &mut block.odd, &mut block.unlike_lower] {
                    *bits |= bit;
                }
            }
        }
        Self(blocks)
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

    /// Whether a word is written in usual small letters, as most are.
    #[inline]
    pub fn is_lower(&self, word: &Range<usize>) -> bool {
        word.end - word.start <= SIZE && self.bits(word, |block| block.unlike_lower) == 0
    }

    /// How a word is written that is [not in small letters](Self::is_lower); `None` when that is not so simple.
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
    fn of_ascii(bytes: &[u8; SIZE]) -> Self {
        let capitals = gather(&bytes.map(|byte| u8::from(byte.is_ascii_uppercase())));
        let digits = gather(&bytes.map(|byte| u8::from(byte.is_ascii_digit())));
        Self {
            words: gather(&bytes.map(|byte| u8::from(byte.is_ascii_alphanumeric()))),
            capitals,
            digits,
            unlike_lower: capitals | digits,
            odd: 0,
        }
    }
}

/// So many of the lowest bits, from 1 to 64.
const fn lowest(count: usize) -> u64 {
    u64::MAX >> ((SIZE - count) % SIZE)
}

/// One bit for each byte that is 1 and not 0.
fn gather(bytes: &[u8; SIZE]) -> u64 {
    // Each of these bits brings one of eight bytes to its place in the highest byte.
    const BRING: u64 = 0x0102_0408_1020_4080;
    let eights = bytes.as_chunks().0.iter().enumerate();
    eights.fold(0, |all, (index, eight)| {
        all | (u64::from_le_bytes(*eight).wrapping_mul(BRING) >> 56) << (8 * index)
    })
}

/// The stretches of set bits in a text, which come block by block.
#[derive(Debug, Default)]
pub(crate) struct Stretches {
    /// Where the next block begins.
    base: usize,
    /// Whether the last bit was set, as a number.
    carried: u64,
    /// Where the stretch began that the last block ended in.
    open: usize,
}

impl Stretches {
    /// Calls `found` with each stretch that ends before the end of this block.
    #[inline]
    pub fn go_through(&mut self, bits: u64, mut found: impl FnMut(Range<usize>)) {
        let before = bits << 1 | self.carried;
        let (mut starts, mut ends) = (bits & !before, !bits & before);
        let next = |set: &mut u64| {
            let at = set.trailing_zeros() as usize;
            *set &= set.wrapping_sub(1);
            self.base + at
        };
        let mut start = if self.carried == 0 {
            next(&mut starts)
        } else {
            self.open
        };
        while ends != 0 {
            found(start..next(&mut ends));
            start = next(&mut starts);
        }
        (self.base, self.carried, self.open) = (self.base + SIZE, bits >> 63, start);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_those_between_other_bytes(text in "[a-cX-Z0-2é@`{/:\\[ .-]{0,300}") {
            let blocks = Blocks::of(&text, &[]);
            let (mut stretches, mut words) = (Stretches::default(), Vec::new());
            for block in blocks.iter() {
                stretches.go_through(block.words, |word| words.push(text[word].to_owned()));
            }
            let others = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
            prop_assert_eq!(words, others.collect::<Vec<_>>());
        }
    }
}
