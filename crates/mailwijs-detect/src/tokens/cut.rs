//! Cuts a text into words and numbers, in one pass.

use std::ops::Range;

use super::{Shape, Token, Tokens};
use crate::letters::Letters;
use crate::normalise::Folded;

/// Text without a space for longer than this is machine text (base64, a tracking link), not words.
const LONGEST_RUN: usize = 200;

/// Cuts folded text into tokens; `source` is the text it was folded from.
pub(crate) fn split(source: &str, folded: &Folded) -> Tokens {
    let mut cutter = Cutter {
        source,
        folded,
        tokens: Tokens {
            all: Vec::with_capacity(folded.text.len() / 5),
            with_digits: Vec::new(),
        },
        word: None,
        run: 0,
        before: 0,
    };
    for (range, original) in folded.stretches() {
        match original.and_then(|original| source.as_bytes().get(original)) {
            Some(bytes) => cutter.plain(bytes, range.start),
            None => cutter.other(range),
        }
    }
    cutter.end_word(folded.text.len());
    cutter.end_run(folded.text.len());
    cutter.tokens
}

/// Goes through a text once.
struct Cutter<'t> {
    source: &'t str,
    folded: &'t Folded,
    tokens: Tokens,
    /// Where the word begins that one is in, and its characters so far.
    word: Option<(usize, Letters)>,
    /// Where the stretch without a space began.
    run: usize,
    /// How many tokens there were then.
    before: usize,
}

impl Cutter<'_> {
    /// ASCII text as it was written, which is at `base` in the folded text.
    fn plain(&mut self, bytes: &[u8], base: usize) {
        let mut at = 0;
        if let Some((start, letters)) = self.word.take() {
            at = self.through_word(bytes, base, start, letters);
        }
        while let Some(&byte) = bytes.get(at) {
            let letters = Letters::of_byte(byte);
            let start = base + at;
            at += 1;
            if letters.hold(Letters::OF_WORDS) {
                let rest = bytes.get(at..).unwrap_or_default();
                at += self.through_word(rest, start + 1, start, letters.first());
            } else if letters.hold(Letters::SPACE) {
                self.end_run(base + at);
            }
        }
    }

    /// The rest of a word that began at `start`, from ASCII text which is at `base`; how many bytes that takes.
    fn through_word(&mut self, bytes: &[u8], base: usize, start: usize, mut letters: Letters) -> usize {
        let length = letters.add_word(bytes);
        if length == bytes.len() {
            // The word may go on in the next stretch.
            self.word = Some((start, letters));
        } else {
            self.add(start..base + length, letters);
        }
        length
    }

    /// Folded text that was written otherwise.
    fn other(&mut self, range: Range<usize>) {
        for (at, c) in self
            .folded
            .text
            .get(range.clone())
            .unwrap_or_default()
            .char_indices()
        {
            let at = range.start + at;
            if c.is_alphanumeric() {
                let (_, letters) = self.word.get_or_insert((at, Letters::default()));
                letters.add(Letters::unusual(c.is_ascii_digit()));
                continue;
            }
            self.end_word(at);
            if c.is_whitespace() {
                self.end_run(at + c.len_utf8());
            }
        }
    }

    fn end_word(&mut self, end: usize) {
        if let Some((start, letters)) = self.word.take() {
            self.add(start..end, letters);
        }
    }

    /// Adds a word of these letters.
    fn add(&mut self, word: Range<usize>, letters: Letters) {
        let shape = letters.shape().unwrap_or_else(|| self.shape_of(&word));
        if letters.hold(Letters::DIGIT | Letters::DIGIT_FIRST) {
            self.tokens.with_digits.push(self.tokens.all.len());
        }
        self.tokens.all.push(Token::new(word, shape));
    }

    /// How a word was written that is not in ASCII; one in seventy.
    #[cold]
    fn shape_of(&self, word: &Range<usize>) -> Shape {
        let written = self.folded.original(word);
        Shape::of(self.source.get(written).unwrap_or_default())
    }

    /// After a space: what was too long since the one before is left out.
    fn end_run(&mut self, end: usize) {
        if end - self.run >= LONGEST_RUN {
            self.tokens.truncate(self.before);
        }
        (self.run, self.before) = (end, self.tokens.all.len());
    }
}

impl Tokens {
    fn truncate(&mut self, length: usize) {
        self.all.truncate(length);
        let digits = self.with_digits.partition_point(|index| *index < length);
        self.with_digits.truncate(digits);
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
