//! Cuts a text into words and numbers, in one pass.

use std::ops::Range;

use super::{Shape, Token, Tokens};
use crate::blocks::{Reach, SIZE, Stretches};
use crate::normalise::Folded;

/// Cuts folded text into tokens; `source` is the text it was folded from.
pub(crate) fn split(source: &str, folded: &Folded) -> Tokens {
    let mut tokens = Tokens {
        all: Vec::with_capacity(folded.text.len() / 5),
        with_digits: Vec::with_capacity(folded.text.len() / 64),
        after_stops: Vec::with_capacity(folded.text.len() / 32),
    };
    let (mut words, mut in_small_letters, mut after_stop) =
        (Stretches::default(), Reach::default(), Reach::default());
    for block in folded.blocks.iter() {
        let (begins, small) = (words.starts(block.words), block.small());
        let small_ends = in_small_letters.behind(begins & small, small);
        let between = !block.words;
        let mut after_stops = after_stop.behind(block.stops & between, between) & begins;
        // A word that goes on from the block before is not yet among the tokens.
        let next = tokens.all.len() + usize::from(words.is_within());
        while after_stops != 0 {
            let lower = after_stops & after_stops.wrapping_neg();
            let words_before = (begins & (lower - 1)).count_ones() as usize;
            tokens.after_stops.push(next + words_before);
            after_stops ^= lower;
        }
        words.go_through(block.words, |word| {
            let shape = if small_ends >> (word.end % SIZE) & 1 == 1 {
                Shape::Lower
            } else {
                tokens.shape_of(&word, source, folded)
            };
            tokens.all.push(Token::new(word, shape));
        });
    }
    if after_stop.goes_on() {
        tokens.after_stops.push(tokens.all.len());
    }
    tokens
}

impl Tokens {
    /// The shape of the next word, which is not in small letters; a digit may be in it.
    fn shape_of(&mut self, word: &Range<usize>, source: &str, folded: &Folded) -> Shape {
        let shape = folded.blocks.shape(word);
        if !matches!(shape, Some(Shape::Capital | Shape::Upper)) && folded.blocks.hold_digit(word) {
            self.with_digits.push(self.all.len());
        }
        shape.unwrap_or_else(|| written_shape(word, source, folded))
    }
}

/// How a word was written that is not in ASCII.
#[cold]
fn written_shape(word: &Range<usize>, source: &str, folded: &Folded) -> Shape {
    let written = folded.original(word);
    Shape::of(source.get(written).unwrap_or_default())
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
