//! Bytes of a text part become Unicode.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Decodes by the declared character set. Tells whether the bytes did not fit it: then UTF-8 when they are valid
/// UTF-8, else Windows-1252, which is what undeclared mail in this part of Europe is.
pub(crate) fn decode<'a>(bytes: &'a [u8], declared: Option<&str>) -> (Cow<'a, str>, bool) {
    let Some(label) = declared.map(str::trim).filter(|l| !l.is_empty()) else {
        return undeclared(bytes);
    };
    let Some(encoding) = Encoding::for_label(label.as_bytes()) else {
        let (text, _) = undeclared(bytes);
        return (text, !bytes.is_ascii());
    };
    if encoding == WINDOWS_1252 {
        return western(bytes, label);
    }
    // Plain "utf-16" leaves the byte order to the mark (RFC 2781 §3.3); elsewhere a mark is a character of the text.
    let (text, broken) = if label.eq_ignore_ascii_case("utf-16") {
        let (text, _, broken) = encoding.decode(bytes);
        (text, broken)
    } else {
        encoding.decode_without_bom_handling(bytes)
    };
    if !broken {
        return (text, false);
    }
    if encoding == UTF_8 && !mostly_utf8(bytes) {
        return (WINDOWS_1252.decode_without_bom_handling(bytes).0, true);
    }
    (text, true)
}

/// Latin-1, Windows-1252 and us-ascii labels. Multi-byte UTF-8 sequences make no sense in them, so valid UTF-8
/// is a wrong label; text that is plain ASCII fits any of them.
fn western<'a>(bytes: &'a [u8], label: &str) -> (Cow<'a, str>, bool) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), !bytes.is_ascii());
    }
    let ascii = label.to_ascii_lowercase().contains("ascii");
    (WINDOWS_1252.decode_without_bom_handling(bytes).0, ascii)
}

fn undeclared(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) if mostly_utf8(bytes) => (String::from_utf8_lossy(bytes), true),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

/// Whether broken UTF-8 is still UTF-8 (cut off, or with a stray byte) rather than another character set.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        // A character that the end cuts off says nothing.
        bad += usize::from(!chunk.invalid().is_empty() && chunks.peek().is_some());
    }
    good > bad
}

/// Header bytes: UTF-8 where valid, else Windows-1252, line by line.
pub(crate) fn decode_header_block(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + 4);
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        text.push_str(&undeclared(line).0);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fitting_label_is_followed() {
        assert_eq!(decode(b"No\xE9", Some("iso-8859-1")), ("Noé".into(), false));
        assert_eq!(decode("Noé".as_bytes(), Some("UTF-8")), ("Noé".into(), false));
        assert_eq!(
            decode(b"\xFE\xFF\0N\0o\0\xE9", Some("utf-16")),
            ("Noé".into(), false)
        );
        assert_eq!(decode(b"No\xA4", Some("iso-8859-15")), ("No€".into(), false));
    }

    #[test]
    fn a_wrong_label_is_not() {
        assert_eq!(decode("Noé".as_bytes(), Some("iso-8859-1")), ("Noé".into(), true));
        assert_eq!(
            decode(b"No\xE9 en Zo\xEB", Some("utf-8")),
            ("Noé en Zoë".into(), true)
        );
        assert_eq!(decode(b"No\xE9", Some("us-ascii")), ("Noé".into(), true));
        assert_eq!(decode(b"No\xE9", None), ("Noé".into(), true));
    }

    #[test]
    fn utf8_cut_off_inside_a_character_stays_utf8() {
        assert_eq!(
            decode(b"No\xC3\xA9 en Zo\xC3", Some("utf-8")),
            ("Noé en Zo\u{FFFD}".into(), true)
        );
    }
}
