//! Content-Transfer-Encoding, leniently: what is malformed stays as it is, what is cut off is decoded as far as
//! it goes.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode_char;
use std::borrow::Cow;

/// Decodes a part's body (RFC 2045 §6).
pub(crate) fn decode<'a>(bytes: &'a [u8], encoding: &str) -> Cow<'a, [u8]> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => Cow::Owned(quoted_printable(bytes)),
        "base64" => Cow::Owned(base64(bytes)),
        _ => Cow::Borrowed(bytes),
    }
}

/// The same leniency as Python's `binascii.a2b_qp`, so that offsets agree with other readers: trailing blanks stay,
/// an `=` that introduces nothing stays.
fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        match *after {
            [] => {}
            [b'\n' | b'\r', ..] => {
                let line_end = after
                    .iter()
                    .position(|&b| b == b'\n')
                    .map_or(after.len(), |i| i + 1);
                rest = after.get(line_end..).unwrap_or_default();
            }
            [b'=', ref tail @ ..] => {
                out.push(b'=');
                rest = tail;
            }
            [high, low, ref tail @ ..] => match quoted_printable_decode_char(high, low) {
                Some(decoded) => {
                    out.push(decoded);
                    rest = tail;
                }
                None => out.push(b'='),
            },
            [_] => out.push(b'='),
        }
    }
    out
}

/// Skips what is not in the alphabet, stops at padding, drops an incomplete last group.
fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut clean: Vec<u8> = bytes
        .iter()
        .copied()
        .take_while(|&b| b != b'=')
        .filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
        .collect();
    match clean.len() % 4 {
        1 => {
            clean.pop();
        }
        2 => clean.extend_from_slice(b"=="),
        3 => clean.push(b'='),
        _ => {}
    }
    base64_decode(&clean).unwrap_or_default()
}
