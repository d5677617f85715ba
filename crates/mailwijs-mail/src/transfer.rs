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

/// Whether bytes so encoded are [`decode`]d as base64.
pub(crate) fn is_base64(encoding: &str) -> bool {
    encoding.trim().eq_ignore_ascii_case("base64")
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
    let end = memchr::memchr(b'=', bytes).unwrap_or(bytes.len());
    let letters = bytes.get(..end).unwrap_or_default();
    // The decoder passes over blanks and line ends itself, and gives up at anything else.
    in_strides(letters)
        .or_else(|| base64_decode(letters))
        .unwrap_or_else(|| base64_decode(&only_letters(letters)).unwrap_or_default())
}

/// Letters that are decoded at once, in bytes: a multiple of four, and few enough to stay near the processor.
const STRETCH: usize = 8 * 1024;

/// Lines of letters alone, as every mail program writes them, many letters at a time; `None` for anything else.
fn in_strides(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3 + 3);
    let mut letters = Vec::with_capacity(STRETCH);
    let mut rest = bytes;
    // Lines are as long as the one before. Where a line end hides in one, it is no letter and all is decoded otherwise.
    let mut width = 0;
    while !rest.is_empty() {
        let as_before = width > 0 && rest.get(width) == Some(&b'\n');
        width = if as_before {
            width
        } else {
            memchr::memchr(b'\n', rest).unwrap_or(rest.len())
        };
        let line = rest.get(..width)?;
        let mut line = line.strip_suffix(b"\r").unwrap_or(line);
        while let Some((fits, more)) = line.split_at_checked(STRETCH - letters.len()) {
            letters.extend_from_slice(fits);
            decoded.extend_from_slice(base64_simd::STANDARD_NO_PAD.decode_inplace(&mut letters).ok()?);
            letters.clear();
            line = more;
        }
        letters.extend_from_slice(line);
        rest = rest.get(width + 1..).unwrap_or_default();
    }
    let whole = letters.len() / 4 * 4;
    let last = base64_decode(letters.get(whole..)?)?;
    let whole = letters.get_mut(..whole)?;
    decoded.extend_from_slice(base64_simd::STANDARD_NO_PAD.decode_inplace(whole).ok()?);
    decoded.extend(last);
    Some(decoded)
}

fn only_letters(bytes: &[u8]) -> Vec<u8> {
    let mut letters = bytes.to_vec();
    letters.retain(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'));
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_in_the_alphabet_is_passed_over() {
        for text in [
            "RGFnIEFu",
            "RGFn\r\nIEFu\r\n",
            "RG\tFn IE\nFu",
            "RG!Fn*IE\u{e9}Fu",
            "RGFnIEFu=RGFn",
            "RGFnIEFuR",
        ] {
            assert_eq!(base64(text.as_bytes()), b"Dag An", "{text}");
        }
        assert_eq!(base64(b"RGFnIEE="), b"Dag A");
        assert_eq!(base64(b"RGFnIEE"), b"Dag A");
        assert_eq!(base64(b"RGFnIA=="), b"Dag ");
        assert_eq!(base64(b"====RGFn"), b"");
    }

    /// RFC 4648 §4, without padding.
    fn encoded(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let groups = bytes.chunks(3).flat_map(|group| {
            let value = (0..3).fold(0, |value, at| {
                value << 8 | usize::from(*group.get(at).unwrap_or(&0))
            });
            (0..=group.len()).map(move |at| char::from(LETTERS[value >> (18 - 6 * at) & 63]))
        });
        groups.collect()
    }

    /// What is decoded in strides is what is decoded letter by letter.
    fn agree(bytes: &[u8]) {
        let slowly = base64_decode(&only_letters(bytes)).unwrap_or_default();
        assert_eq!(base64(bytes), slowly);
    }

    #[test]
    fn lines_of_any_length_are_joined() {
        let letters = encoded(&(0..30_000_u32).flat_map(u32::to_le_bytes).collect::<Vec<_>>());
        for width in [
            1,
            3,
            4,
            60,
            76,
            77,
            998,
            STRETCH - 1,
            STRETCH,
            STRETCH + 1,
            letters.len(),
        ] {
            for end in ["\n", "\r\n", "\n\n", " \n"] {
                let lines = letters.as_bytes().chunks(width);
                let text: Vec<u8> = lines.flat_map(|line| [line, end.as_bytes()].concat()).collect();
                agree(&text);
                agree(text.trim_ascii_end());
                // One line is shorter than the others, and one is cut in two.
                agree(text.get(1..).unwrap_or_default());
                let (before, after) = text.split_at(text.len() / 2);
                agree(&[before, b"\n", after].concat());
                agree(&[before, b"\0\n", after].concat());
            }
        }
    }

    proptest! {
        #[test]
        fn broken_lines_say_what_their_letters_say(
            lines in proptest::collection::vec("[A-Za-z0-9+/]{0,9}|[ -~]{0,5}|[A-Za-z0-9+/]{76}", 0..40),
            end in "\r?\n",
        ) {
            let text = lines.join(&end).replace('=', "");
            agree(text.as_bytes());
        }

        #[test]
        fn noise_changes_nothing(bytes: Vec<u8>, noise in "[!*:\\s-]{0,4}") {
            let letters = encoded(&bytes);
            let noisy: String = letters.chars().flat_map(|letter| [letter.to_string(), noise.clone()]).collect();
            prop_assert_eq!(base64(noisy.as_bytes()), bytes);
        }
    }
}
