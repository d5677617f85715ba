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
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let (before, after) = rest.split_at_checked(first_digit(rest.as_bytes())?)?;
        let begin = before.rfind('\n').map_or(0, |last| last + 1);
        let length = after.find('\n').unwrap_or(after.len());
        let range = at + begin..at + before.len() + length;
        at = range.end;
        Some((base + range.start, text.get(range)?))
    })
}

/// What stands between spaces and holds a digit, each after the byte it begins at. Quicker than to go through all pieces, of which
/// in mails one in thirty does.
pub(super) fn pieces_with_digits(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(at..)?;
        let (before, after) = rest.split_at_checked(first_digit(rest)?)?;
        let space = before.iter().rposition(|byte| is_space(*byte));
        let begin = space.map_or(0, |last| last + 1);
        let length = after.iter().position(|byte| is_space(*byte));
        let range = at + begin..at + before.len() + length.unwrap_or(after.len());
        at = range.end;
        Some((range.start, text.get(range)?))
    })
}

/// The words of the line right before byte `at`, of its last `near` bytes only: a line may be as long as the text.
pub(super) fn words_before(text: &str, at: usize, near: usize) -> Vec<Written<'_>> {
    let lead = text.get(..at).unwrap_or_default();
    let near = lead.get(lead.ceil_char_boundary(lead.len().saturating_sub(near))..);
    let line = near.and_then(|near| near.rsplit('\n').next()).unwrap_or_default();
    words(line, at - line.len())
}

/// The last of what stands between spaces.
pub(super) fn last_piece(text: &str) -> Option<&str> {
    let mut pieces = text.rsplit([' ', '\n', '\t']);
    pieces.find(|piece| !piece.is_empty())
}

/// Where the first digit is.
fn first_digit(text: &[u8]) -> Option<usize> {
    const STEP: usize = 32;
    // Every byte of a step is looked at, since that goes many at a time.
    let holds_digit = |step: &[u8]| step.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    let steps = text.chunks(STEP).take_while(|step| !holds_digit(step)).count();
    let rest = text.get(steps * STEP..)?;
    Some(steps * STEP + rest.iter().position(u8::is_ascii_digit)?)
}

/// What parts words.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t')
}

/// The words of `text`, which begins at `base`.
pub(super) fn words(text: &str, base: usize) -> Vec<Written<'_>> {
    let mut words = Vec::with_capacity(text.len() / 4);
    words.extend(pieces(text).map(|(at, text)| Written {
        range: base + at..base + at + text.len(),
        text,
    }));
    words
}

/// What stands between spaces, each after the byte it begins at.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let pieces = text.as_bytes().split(|byte| is_space(*byte)).map(move |piece| {
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
    let mut cells = Vec::with_capacity(text.len() / 4);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_holds_a_digit() {
        let text = "lokaal 214 is\tvrij\n\nvan 8u30\ntot later";
        let pieces: Vec<_> = pieces_with_digits(text).collect();
        assert_eq!(pieces, [(7, "214"), (24, "8u30")]);
        let lines: Vec<_> = lines_with_digits(text, 100).collect();
        assert_eq!(lines, [(100, "lokaal 214 is\tvrij"), (120, "van 8u30")]);
        assert_eq!(last_piece("van\t is "), Some("is"));
        assert_eq!(pieces_with_digits("geen").count(), 0);
        assert_eq!(lines_with_digits("1", 0).collect::<Vec<_>>(), [(0, "1")]);
    }

    #[test]
    fn digits_are_found_wherever_they_stand() {
        for before in 0..100 {
            let text = format!("{}7{}", "a".repeat(before), "b".repeat(40));
            assert_eq!(first_digit(text.as_bytes()), Some(before));
            assert_eq!(
                pieces_with_digits(&text).collect::<Vec<_>>(),
                [(0, text.as_str())]
            );
        }
    }
}
