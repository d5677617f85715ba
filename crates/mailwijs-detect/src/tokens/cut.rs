//! Cuts a text into words and numbers, in one pass.

use std::ops::Range;

use super::{Shape, Token, Tokens};
use crate::blocks::Stretches;
use crate::normalise::Folded;

/// Text without a space for longer than this is machine text (base64, a tracking link), not words.
const LONGEST_RUN: usize = 200;

/// Cuts folded text into tokens; `source` is the text it was folded from.
pub(crate) fn split(source: &str, folded: &Folded) -> Tokens {
    let mut cutter = Cutter {
        source,
        folded,
        text: folded.text.as_bytes(),
        tokens: Tokens {
            all: Vec::with_capacity(folded.text.len() / 5),
            ..Tokens::default()
        },
        end: 0,
        run: 0,
        before: 0,
    };
    let mut words = Stretches::default();
    for block in folded.blocks.iter() {
        words.go_through(block.words, |word| cutter.add(word));
    }
    cutter.pass(folded.text.len());
    cutter.end_run(folded.text.len());
    cutter.tokens
}

/// Goes through a text once.
struct Cutter<'t> {
    source: &'t str,
    folded: &'t Folded,
    text: &'t [u8],
    tokens: Tokens,
    /// Where the last word ended.
    end: usize,
    /// Where the stretch without a space began.
    run: usize,
    /// How many tokens there were then.
    before: usize,
}

impl Cutter<'_> {
    /// Adds the next word.
    #[inline]
    fn add(&mut self, word: Range<usize>) {
        // Three words of four are parted by one space.
        if word.start == self.end + 1 && self.text.get(self.end) == Some(&b' ') {
            self.end_run(word.start);
        } else {
            self.pass(word.start);
        }
        self.end = word.end;
        let shape = if self.folded.blocks.is_lower(&word) {
            Shape::Lower
        } else {
            self.otherwise(&word)
        };
        self.tokens.all.push(Token::new(word, shape));
    }

    /// The shape of a word that is not in small letters; a digit may be in it.
    fn otherwise(&mut self, word: &Range<usize>) -> Shape {
        let shape = self.folded.blocks.shape(word);
        if !matches!(shape, Some(Shape::Capital | Shape::Upper)) && self.folded.blocks.hold_digit(word) {
            self.tokens.with_digits.push(self.tokens.all.len());
        }
        shape.unwrap_or_else(|| self.shape_of(word))
    }

    /// Goes over what stands between the last word and the next, which begins at `to`.
    #[inline(never)]
    fn pass(&mut self, to: usize) {
        let gap = self.text.get(self.end..to).unwrap_or_default();
        let space = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r');
        if let Some(first) = gap.iter().position(space) {
            self.end_run(self.end + first + 1);
            self.run = self.end + gap.iter().rposition(space).unwrap_or(first) + 1;
        }
        let next = self.tokens.all.len();
        if gap.iter().any(|byte| matches!(byte, b'\n' | b'.' | b'!' | b'?'))
            && self.tokens.after_stops.last() != Some(&next)
        {
            self.tokens.after_stops.push(next);
        }
    }

    /// How a word was written that is not in ASCII.
    #[cold]
    fn shape_of(&self, word: &Range<usize>) -> Shape {
        let written = self.folded.original(word);
        Shape::of(self.source.get(written).unwrap_or_default())
    }

    /// After a space: what was too long since the one before is left out.
    #[inline]
    fn end_run(&mut self, end: usize) {
        if end - self.run >= LONGEST_RUN {
            self.tokens.truncate(self.before);
        }
        (self.run, self.before) = (end, self.tokens.all.len());
    }
}

impl Tokens {
    #[cold]
    fn truncate(&mut self, length: usize) {
        self.all.truncate(length);
        for indices in [&mut self.with_digits, &mut self.after_stops] {
            let kept = indices.partition_point(|index| *index < length);
            indices.truncate(kept);
        }
        // Who knows what stood in what was left out.
        self.after_stops.push(length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_and_apostrophes_part_words_and_long_runs_are_skipped() {
        let text = format!("l'école co-ouderschap {}", "a.".repeat(200));
        let folded = Folded::new(&text, 0);
        let words: Vec<_> = split(&text, &folded)
            .all
            .iter()
            .map(|token| folded.text[token.range()].to_owned())
            .collect();
        assert_eq!(words, ["l", "ecole", "co", "ouderschap"]);
    }
}
