//! Words as they stand between spaces, with the signs that belong to a secret.

use std::ops::Range;

use crate::reading::Reading;

/// A word as it stands between spaces.
#[derive(Debug, Clone)]
pub(super) struct Written<'t> {
    /// Bytes in the folded text.
    pub range: Range<usize>,
    /// The folded word, with its punctuation.
    pub text: &'t str,
}

/// The lines of a text that hold a digit, without their end, each after the byte it begins at.
pub(super) fn lines_with_digits(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        let base = *at;
        *at += line.len();
        Some((base, line))
    });
    // Every byte is looked at, since that goes many at a time.
    let holds_digit = |line: &str| line.bytes().fold(false, |any, byte| any | byte.is_ascii_digit());
    lines
        .filter(move |(_, line)| holds_digit(line))
        .map(|(base, line)| (base, line.trim_end_matches('\n')))
}

/// The sentences that a line which begins at `base` is part of.
pub(super) fn sentences_of(reading: &Reading<'_>, base: usize, line: &str) -> Range<usize> {
    let sentence = |at: usize| {
        let token = reading.tokens.partition_point(|token| token.range.end <= at);
        reading.tokens.get(token).map(|token| token.sentence)
    };
    let last = reading.sentences.len();
    sentence(base).unwrap_or(last)..sentence(base + line.len()).map_or(last, |last| last + 1)
}

/// The words of `text`, which begins at `base`.
pub(super) fn words(text: &str, base: usize) -> Vec<Written<'_>> {
    let mut words = Vec::new();
    let mut at = base;
    for piece in text.split([' ', '\n', '\t']) {
        if !piece.is_empty() {
            words.push(Written {
                range: at..at + piece.len(),
                text: piece,
            });
        }
        at += piece.len() + 1;
    }
    words
}

/// The words of `text`, and as words of their own the bars and slashes of `name / secret` and of table rows.
pub(super) fn cells(text: &str, base: usize) -> Vec<Written<'_>> {
    let mut cells = Vec::new();
    for word in words(text, base) {
        if !word.text.contains(['/', '|']) || word.text.contains("//") {
            cells.push(word);
            continue;
        }
        let mut at = word.range.start;
        for piece in word.text.split_inclusive(['/', '|']) {
            let name = piece.trim_end_matches(['/', '|']);
            for part in [name, piece.get(name.len()..).unwrap_or_default()] {
                if !part.is_empty() {
                    cells.push(Written {
                        range: at..at + part.len(),
                        text: part,
                    });
                }
                at += part.len();
            }
        }
    }
    cells
}

/// Where the secret ends: punctuation of the sentence is not part of it, an exclamation mark may be.
pub(super) fn end_of(word: &Written<'_>) -> usize {
    let text = word.text.trim_end_matches(['.', ',', ')', ';', '"', '\'', '?']);
    word.range.start + text.len()
}

/// A word without the punctuation of its sentence.
pub(super) fn trim(word: &str) -> &str {
    word.trim_matches(['.', ',', ')', '(', ';', '"', '\'', ':', '?', '='])
}
