//! Words as they stand between spaces, with the signs that belong to a secret.

use std::ops::Range;

/// A word as it stands between spaces.
#[derive(Debug, Clone)]
pub(super) struct Written<'t> {
    /// Bytes in the folded text.
    pub range: Range<usize>,
    /// The folded word, with its punctuation.
    pub text: &'t str,
}

/// The lines that hold a digit of a text which begins at `base`, without their end, each after the byte it begins at.
pub(super) fn lines_with_digits(text: &str, base: usize) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.split_inclusive('\n').scan(base, |at, line| {
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

/// The words of `text`, which begins at `base`.
pub(super) fn words(text: &str, base: usize) -> Vec<Written<'_>> {
    pieces(text)
        .map(|(at, text)| Written {
            range: base + at..base + at + text.len(),
            text,
        })
        .collect()
}

/// What stands between spaces, each after the byte it begins at.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let pieces = text
        .as_bytes()
        .split(|byte| matches!(byte, b' ' | b'\n' | b'\t'))
        .map(move |piece| {
            let range = at..at + piece.len();
            at = range.end + 1;
            range
        });
    pieces
        .filter(|range| !range.is_empty())
        .filter_map(|range| Some((range.start, text.get(range)?)))
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
