//! UTF-8 that was once read as Windows-1252 and saved so: "reÃ¯ntegratie" for "reïntegratie".
//!
//! It comes with text pasted from old systems and answered mails; a number whose no-break space became "Â " must still be found.

/// The characters that the first bytes of the usual letters, dashes and quotation marks turn into.
const LEADS: [char; 4] = ['Â', 'Ã', 'Å', 'â'];

/// The character that a text begins with when it is read rightly, and how many bytes it takes as it is written; `None` when
/// nothing is wrong.
pub(crate) fn repair(text: &str) -> Option<(char, usize)> {
    let lead = text.chars().next().filter(|c| LEADS.contains(c))?;
    let length = if lead == 'â' { 3 } else { 2 };
    let mut bytes = [0; 3];
    let mut written = 0;
    let mut characters = text.chars();
    for byte in bytes.iter_mut().take(length) {
        let c = characters.next()?;
        *byte = windows_1252(c).filter(|byte| *byte >= 0x80)?;
        written += c.len_utf8();
    }
    let meant = std::str::from_utf8(bytes.get(..length)?).ok()?;
    Some((meant.chars().next()?, written))
}

/// The byte of a character in Windows-1252; the control characters that it leaves open stand for themselves.
fn windows_1252(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match (&*bytes, unmappable) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LEADS, repair};

    /// UTF-8 read as Windows-1252, as a careless program does.
    fn garble(text: &str) -> String {
        encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(text.as_bytes())
            .0
            .into_owned()
    }

    #[test]
    fn letters_dashes_and_spaces() {
        for letter in ["ï", "é", "ë", "à", "ç", "œ", "–", "’", "€", "\u{a0}"] {
            let garbled = garble(letter);
            let whole = format!("{garbled}rest");
            assert_eq!(
                repair(&whole),
                letter.chars().next().map(|c| (c, garbled.len())),
                "{letter}"
            );
        }
    }

    #[test]
    fn sound_text_is_left_alone() {
        for text in ["Âge", "Ålesund", "â la carte", "Ã", "", "één"] {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_repaired_was_garbled(text in "[ÂÃÅâ][\\PC\u{80}-\u{bf}]{0,3}") {
            if let Some((meant, written)) = repair(&text) {
                prop_assert!(text.starts_with(LEADS));
                let bytes = garble(&meant.to_string());
                prop_assert!(text.get(..written).is_some());
                prop_assert_eq!(bytes.chars().count(), text[..written].chars().count());
            }
        }
    }
}
