//! Rich text, in which some mails keep their only text ([MS-OXRTFCP], [MS-OXRTFEX]).
//!
//! Outlook wraps the HTML or plain text it received in rich text; that is taken out again. Of what was written as rich
//! text the words are read.

mod reader;

use reader::Reader;

/// What was in the rich text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unpacked {
    /// The HTML it was made of.
    Html(String),
    /// Its words.
    Plain(String),
}

/// Decompresses and reads rich text; `None` when it cannot be decompressed or holds no words.
pub(super) fn unpack(packed: &[u8]) -> Option<Unpacked> {
    let rtf = decompress(packed)?;
    let (from_html, text) = Reader::new(&rtf).read();
    if text.trim().is_empty() {
        return None;
    }
    Some(if from_html {
        Unpacked::Html(text)
    } else {
        Unpacked::Plain(text)
    })
}

fn decompress(packed: &[u8]) -> Option<Vec<u8>> {
    /// Sizes, kind of compression and checksum.
    const HEADER: usize = 16;
    /// Two bytes and a bit stand for at most 17.
    const RATIO: usize = 9;
    // The library believes the declared size of the text; a text that was declared larger than it can be is refused.
    let declared = packed.get(4..8)?.first_chunk::<4>()?;
    let declared = usize::try_from(u32::from_le_bytes(*declared)).ok()?;
    let stored = packed.get(8..12)? == b"MELA";
    let room = packed.len().checked_sub(HEADER)?;
    if declared > room.saturating_mul(if stored { 1 } else { RATIO }) {
        return None;
    }
    let text = compressed_rtf::decompress_rtf(packed).ok()?;
    // It yields a character for every byte.
    Some(text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unpacked(rtf: &str) -> Option<Unpacked> {
        unpack(&compressed_rtf::compress_rtf(rtf).unwrap())
    }

    #[test]
    fn the_words_of_rich_text() {
        let rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator Riched20;}\\pard Dag No\\'e9\\line\n\
            {\\b Lotte} kost 5 \\u8364 ?\\u-10179?\\u-8694? \\{x\\}\\par}";
        assert_eq!(
            unpacked(rtf),
            Some(Unpacked::Plain("Dag Noé\nLotte kost 5 €😊 {x}\n".into()))
        );
    }

    #[test]
    fn the_font_decides_what_letters_are() {
        let rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset162 Arial;}}No\\'e9 {\\f1 Ay\\'fe} \\'fe}";
        assert_eq!(unpacked(rtf), Some(Unpacked::Plain("Noé Ayş þ".into())));
    }

    #[test]
    fn html_that_was_wrapped_in_rich_text() {
        let rtf = "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\b \\htmlrtf0 Dag No\\'e9\
            {\\*\\htmltag84 &lt;}\\htmlrtf }\\htmlrtf0 {\\*\\mhtmltag84 <p id=x>}{\\*\\htmltag72 </p>}}";
        assert_eq!(unpacked(rtf), Some(Unpacked::Html("<p>Dag Noé&lt;</p>".into())));
    }

    #[test]
    fn a_declared_size_that_cannot_be_is_refused() {
        let mut packed = compressed_rtf::compress_rtf("{\\rtf1 dag}").unwrap();
        assert_eq!(unpack(&packed), Some(Unpacked::Plain("dag".into())));
        packed[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(unpack(&packed), None);
        packed[8..12].copy_from_slice(b"MELA");
        assert_eq!(unpack(&packed), None);
        assert_eq!(unpack(b"short"), None);
    }

    #[test]
    fn groups_without_end() {
        let deep = compressed_rtf::encode_rtf(&"{".repeat(100_000)).unwrap();
        assert_eq!(unpack(&deep), None);
    }

    proptest! {
        #[test]
        fn any_rich_text_ends_without_a_panic(rtf in "[{}\\\\a-z0-9 '*-]{0,200}") {
            let _ = unpack(&compressed_rtf::encode_rtf(&format!("{{\\rtf1{rtf}")).unwrap());
        }

        #[test]
        fn any_bytes_end_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = unpack(&bytes);
        }
    }
}
