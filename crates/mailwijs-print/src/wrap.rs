//! A line of text becomes lines that fit: broken where Unicode allows it (UAX #14), else between letters.

use std::ops::Range;

use unicode_linebreak::linebreaks;

use crate::face::{Faces, Weight};

/// The lines as byte ranges, in order and without a gap; a line that is empty is one line. `text` holds no line end.
pub(crate) fn wrap(text: &str, weight: Weight, size: f32, width: f32) -> Vec<Range<usize>> {
    let faces = Faces::get();
    let mut lines = Vec::new();
    let (mut begin, mut piece, mut used) = (0, 0, 0.0);
    for (end, _) in linebreaks(text) {
        let Some(word) = text.get(piece..end) else {
            continue;
        };
        let seen = faces.width(word.trim_end(), weight, size);
        if used + seen > width && piece > begin {
            lines.push(begin..piece);
            (begin, used) = (piece, 0.0);
        }
        if seen <= width {
            used += faces.width(word, weight, size);
        } else {
            (begin, used) = split(text, piece..end, weight, size, width, &mut lines);
        }
        piece = end;
    }
    lines.push(begin..text.len());
    lines
}

/// A word that is longer than a line: where its last line begins, and how much of that is used.
fn split(
    text: &str,
    word: Range<usize>,
    weight: Weight,
    size: f32,
    width: f32,
    lines: &mut Vec<Range<usize>>,
) -> (usize, f32) {
    let faces = Faces::get();
    let (mut begin, mut used) = (word.start, 0.0);
    for (at, letter) in text.get(word.clone()).unwrap_or_default().char_indices() {
        let at = word.start + at;
        let wide = faces.letter(letter, weight).width * size;
        // What has no width of its own stays with the letter it stands on.
        if used + wide > width && at > begin && wide > 0.0 && !letter.is_whitespace() {
            lines.push(begin..at);
            (begin, used) = (at, 0.0);
        }
        used += wide;
    }
    (begin, used)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: f32) -> Vec<&str> {
        let lines = wrap(text, Weight::Regular, 10.0, width);
        lines.into_iter().map(|line| text.get(line).unwrap()).collect()
    }

    #[test]
    fn words_go_to_the_next_line() {
        assert_eq!(lines("een twee drie", 45.0), ["een twee ", "drie"]);
        assert_eq!(lines("", 45.0), [""]);
        assert_eq!(lines("een", 45.0), ["een"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        let long = "x".repeat(100);
        let broken = lines(&long, 50.0);
        assert!(broken.len() > 8, "{broken:?}");
        assert_eq!(broken.concat(), long);
        let address = format!("zie https://school.example/{}", "a1b2/".repeat(20));
        assert_eq!(lines(&address, 100.0).concat(), address);
    }

    #[test]
    fn nothing_is_wider_than_the_line() {
        let text =
            "Beste collega's, https://example.org/een/heel/lang/adres?met=van&alles=erin en verder niets.";
        for line in lines(text, 80.0) {
            assert!(
                Faces::get().width(line.trim_end(), Weight::Regular, 10.0) <= 80.0,
                "{line}"
            );
        }
    }
}
