//! Stretches of bytes of one class, and what holds from one byte on, where bits come block by block.

use std::ops::Range;

use super::SIZE;

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
    /// Which bits of a block are the first of a stretch.
    #[inline]
    pub const fn starts(&self, bits: u64) -> u64 {
        bits & !(bits << 1 | self.carried)
    }

    /// Whether the last block ended in one.
    #[inline]
    pub const fn is_within(&self) -> bool {
        self.carried == 1
    }

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

/// What goes on from some bytes through others, block by block: as one adds a number to a row of ones, and the carry comes out behind
/// the row.
#[derive(Debug, Default)]
pub(crate) struct Reach(bool);

impl Reach {
    /// The bytes right behind a row of `through` in which one of `from` is; each of those is in `through`. The others that are set
    /// are in `through` themselves.
    #[inline]
    pub const fn behind(&mut self, from: u64, through: u64) -> u64 {
        let (sum, over) = through.overflowing_add(from);
        let (sum, over_again) = sum.overflowing_add(self.0 as u64);
        self.0 = over || over_again;
        sum
    }

    /// Whether it goes on beyond the last block.
    pub const fn goes_on(&self) -> bool {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Blocks;
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

        #[test]
        fn what_reaches_the_end_of_its_row(rows in "[x ]{0,300}", marks in prop::collection::vec(any::<bool>(), 300)) {
            let bit = |at: usize, is: bool| u64::from(is) << (at % SIZE);
            let (mut reach, mut reached) = (Reach::default(), Vec::new());
            let mut marked = false;
            let mut expected = Vec::new();
            for (block, bytes) in rows.as_bytes().chunks(SIZE).enumerate() {
                let (mut from, mut through) = (0, 0);
                for (at, byte) in bytes.iter().enumerate() {
                    let (within, mark) = (*byte == b'x', marks[SIZE * block + at]);
                    through |= bit(at, within);
                    from |= bit(at, within && mark);
                    if !within && marked {
                        expected.push(SIZE * block + at);
                    }
                    marked = within && (marked || mark);
                }
                let behind = reach.behind(from, through) & !through;
                let ends = (0..bytes.len()).filter(|at| behind >> at & 1 == 1);
                reached.extend(ends.map(|at| SIZE * block + at));
            }
            prop_assert_eq!(reached, expected);
        }
    }
}
