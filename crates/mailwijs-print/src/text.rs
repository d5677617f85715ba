//! Text as it can be set: without what no reader sees, and with nothing that turns lines around.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// More marks than this on one letter are a stain, not writing.
const MOST_MARKS: usize = 4;

/// One line or more: line ends are `\n`, tabs are spaces, letters are composed, the rest that is invisible is gone.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for letter in text.nfc() {
        marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
        match letter {
            _ if marks > MOST_MARKS => {}
            '\n' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push_str("    "),
            letter if is_unseen(letter) => {}
            letter if is_private(letter) => out.push(char::REPLACEMENT_CHARACTER),
            letter => out.push(letter),
        }
    }
    out
}

/// The same, in one line: a header or a label.
pub(crate) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same, in one line and no longer than this many characters: a name that somebody else chose.
pub(crate) fn short(text: &str, most: usize) -> String {
    let line = one_line(text);
    match line.char_indices().nth(most) {
        Some((end, _)) => line.get(..end).unwrap_or_default().to_owned() + "…",
        None => line,
    }
}

/// Control characters, marks of direction, joiners, variation selectors, tags, skin tones: on paper they are nothing, or
/// a trick (a name that is read from right to left).
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{fff0}'..='\u{fffb}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters that mean something to one program alone, and the code points that are none.
const fn is_private(letter: char) -> bool {
    let code = letter as u32;
    matches!(code, 0xe000..=0xf8ff | 0xfdd0..=0xfdef | 0xf0000..) || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_a_line_around_is_gone() {
        assert_eq!(clean("verslag\u{202e}fdp.exe"), "verslagfdp.exe");
        assert_eq!(clean("a\0b\u{7}c\td\re\n"), "abc    de\n");
        assert_eq!(one_line("Onderwerp:\r\n\u{a0} iets"), "Onderwerp: iets");
    }

    #[test]
    fn letters_are_composed_and_private_ones_told() {
        assert_eq!(clean("e\u{301}\u{feff}"), "é");
        assert_eq!(clean("\u{e001}\u{1fffe}\u{10ffff}"), "\u{fffd}\u{fffd}\u{fffd}");
    }
}
