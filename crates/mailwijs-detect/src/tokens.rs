//! Words and numbers of a text.

use std::ops::Range;

use crate::kinds::Kinds;
use crate::letters::Letters;
use crate::normalise::Folded;
use crate::vocabulary::WordId;

/// Text without a space for longer than this is machine text (base64, a tracking link), not words.
const LONGEST_RUN: usize = 200;

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
}

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
        // Kept apart while in this stretch: most words begin and end in it.
        let mut word = self.word.take();
        for (at, &byte) in bytes.iter().enumerate() {
            let letters = Letters::of_byte(byte);
            if letters.hold(Letters::LOWER | Letters::UPPER | Letters::DIGIT) {
                match &mut word {
                    Some((_, known)) => known.add(letters),
                    None => word = Some((base + at, letters.first())),
                }
                continue;
            }
            if word.is_some() {
                self.word = word.take();
                self.end_word(base + at);
            }
            if letters.hold(Letters::SPACE) {
                self.end_run(base + at + 1);
            }
        }
        self.word = word;
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
        let Some((start, letters)) = self.word.take() else {
            return;
        };
        let shape = letters.shape().unwrap_or_else(|| {
            let written = self.folded.original(&(start..end));
            Shape::of(self.source.get(written).unwrap_or_default())
        });
        if letters.hold(Letters::DIGIT | Letters::DIGIT_FIRST) {
            self.tokens.with_digits.push(self.tokens.all.len());
        }
        self.tokens.all.push(Token::new(start..end, shape));
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
