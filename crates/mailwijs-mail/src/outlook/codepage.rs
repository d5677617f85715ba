//! Code pages: the numbers by which Windows knows character sets.

use encoding_rs::{Encoding, WINDOWS_1252};

/// The name of a code page's character set, as mail declares it; `None` for one that mail does not use.
pub(super) fn charset(code_page: u32) -> Option<&'static str> {
    let label = match code_page {
        866 => "ibm866".to_owned(),
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 | 51949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        1250..=1258 => format!("windows-{code_page}"),
        10000 => "macintosh".to_owned(),
        20127 => "us-ascii".to_owned(),
        20866 => "koi8-r".to_owned(),
        20932 | 51932 => "euc-jp".to_owned(),
        21866 => "koi8-u".to_owned(),
        28591..=28606 => format!("iso-8859-{}", code_page - 28590),
        50220..=50222 => "iso-2022-jp".to_owned(),
        54936 => "gb18030".to_owned(),
        65001 => "utf-8".to_owned(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes()).map(Encoding::name)
}

/// The code page that Windows uses in a language, by the number of a locale ([MS-LCID] §2.2), when it is not the western one.
pub(super) fn of_locale(locale: u32) -> Option<u32> {
    Some(match locale & 0x3FF {
        0x05 | 0x0E | 0x15 | 0x18 | 0x1A | 0x1B | 0x1C | 0x24 => 1250,
        0x02 | 0x19 | 0x22 | 0x23 | 0x2F => 1251,
        0x08 => 1253,
        0x1F => 1254,
        0x0D => 1255,
        0x01 | 0x20 | 0x29 => 1256,
        0x25..=0x27 => 1257,
        0x2A => 1258,
        0x1E => 874,
        0x11 => 932,
        0x04 => 936,
        0x12 => 949,
        _ => return None,
    })
}

/// Bytes in a code page; in the one of western Windows when it is unknown.
pub(super) fn decode(bytes: &[u8], code_page: u32) -> String {
    let encoding = charset(code_page).and_then(|label| Encoding::for_label(label.as_bytes()));
    let (text, _) = encoding
        .unwrap_or(WINDOWS_1252)
        .decode_without_bom_handling(bytes);
    text.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_pages_of_europe() {
        assert_eq!(decode(b"No\xE9 \x80", 1252), "Noé €");
        assert_eq!(decode("Noé".as_bytes(), 65001), "Noé");
        assert_eq!(decode(b"No\xE9 \xA4", 28605), "Noé €");
        assert_eq!(decode(b"\xC6\xEE\xE6", 1251), "Жож");
        assert_eq!(decode(b"No\xE9", 4_000_000_000), "Noé");
        assert_eq!(charset(28605), Some("ISO-8859-15"));
        assert_eq!(charset(1), None);
    }
}
