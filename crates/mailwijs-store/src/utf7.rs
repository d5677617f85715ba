//! IMAP's modified UTF-7 (RFC 3501 §5.1.3), in which servers name folders with accents.

/// Decodes `Zorg &- CLB &AOkA6Q-n`; a name that is not valid modified UTF-7 stays as it is.
#[must_use]
pub fn decode(name: &str) -> String {
    try_decode(name).unwrap_or_else(|| name.to_owned())
}

fn try_decode(name: &str) -> Option<String> {
    let mut decoded = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('&') {
        let (coded, next) = after.split_once('-')?;
        decoded.push_str(before);
        if coded.is_empty() {
            decoded.push('&');
        } else {
            decoded.push_str(&utf16(coded)?);
        }
        rest = next;
    }
    decoded.push_str(rest);
    Some(decoded)
}

/// Base64 with `,` for `/` and without padding, of UTF-16 in big-endian order.
fn utf16(coded: &str) -> Option<String> {
    let mut units = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in coded.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b',' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 16 {
            count -= 16;
            units.push(u16::try_from((bits >> count) & 0xFFFF).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    String::from_utf16(&units).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_folders() {
        assert_eq!(decode("Zorg &- CLB &AOkA6Q-n"), "Zorg & CLB één");
        assert_eq!(decode("&AMk-l&AOk-ments envoy&AOk-s"), "Éléments envoyés");
        assert_eq!(decode("&2D3cnQ-"), "\u{1F49D}");
        assert_eq!(decode("Concepten"), "Concepten");
    }

    #[test]
    fn what_is_not_utf7_stays() {
        for name in ["Jan & Piet", "&AOk", "&*-", "&2D0-", ""] {
            assert_eq!(decode(name), name);
        }
    }
}
