//! Encoded words in unstructured headers (RFC 2047).
//!
//! mail-parser decodes each word by itself and puts blanks around it; here words of one character set that follow one
//! another are joined before decoding, since many programs break them inside a character, and what stands between
//! a word and its neighbours stays as it is, so that offsets agree with other readers.

use crate::{charset, transfer};

/// Unfolds and decodes a field body.
pub(crate) fn decode(raw: &str) -> String {
    let text = raw.replace(['\r', '\n'], "");
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<(&str, Vec<u8>)> = None;
    let mut rest = text.as_str();
    while let Some(at) = rest.find("=?") {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let Some(word) = Word::at_start(from) else {
            flush(&mut out, &mut pending);
            out.push_str(before);
            out.push_str("=?");
            rest = from.get(2..).unwrap_or_default();
            continue;
        };
        // White space between two encoded words is there for folding only.
        let joins = pending.is_some() && before.chars().all(char::is_whitespace);
        if !joins
            || pending
                .as_ref()
                .is_some_and(|(charset, _)| !charset.eq_ignore_ascii_case(word.charset))
        {
            flush(&mut out, &mut pending);
        }
        if !joins {
            out.push_str(before);
        }
        pending
            .get_or_insert((word.charset, Vec::new()))
            .1
            .extend(word.bytes);
        rest = from.get(word.len..).unwrap_or_default();
    }
    flush(&mut out, &mut pending);
    out.push_str(rest);
    out.trim().to_owned()
}

fn flush(out: &mut String, pending: &mut Option<(&str, Vec<u8>)>) {
    if let Some((label, bytes)) = pending.take() {
        out.push_str(&charset::decode(&bytes, Some(label)).0);
    }
}

/// `=?charset?encoding?data?=`
struct Word<'t> {
    charset: &'t str,
    bytes: Vec<u8>,
    /// In the text, delimiters included.
    len: usize,
}

impl<'t> Word<'t> {
    fn at_start(text: &'t str) -> Option<Self> {
        let (charset, rest) = text.strip_prefix("=?")?.split_once('?')?;
        let (encoding, rest) = rest.split_once('?')?;
        let data = rest.get(..rest.find("?=")?)?;
        if charset.is_empty()
            || charset.len() > 40
            || charset.contains(char::is_whitespace)
            || data.contains('?')
        {
            return None;
        }
        let bytes = match encoding {
            "b" | "B" => transfer::decode(data.as_bytes(), "base64").into_owned(),
            "q" | "Q" => transfer::decode(data.replace('_', " ").as_bytes(), "quoted-printable").into_owned(),
            _ => return None,
        };
        let len = "=?".len() + charset.len() + 1 + encoding.len() + 1 + data.len() + "?=".len();
        // A language may follow the character set (RFC 2231 §5).
        Some(Self {
            charset: charset.split('*').next().unwrap_or(charset),
            bytes,
            len,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn words_join_and_plain_text_keeps_its_blanks() {
        assert_eq!(
            decode("=?utf-8?Q?Re=C3=AF?=\r\n =?utf-8?Q?ntegratie?= van  =?iso-8859-1*nl?q?No=E9?=!"),
            "Reïntegratie van  Noé!"
        );
    }

    #[test]
    fn a_character_may_be_split_over_two_words() {
        assert_eq!(decode("=?utf-8?B?Tm/D?= =?utf-8?B?qQ==?="), "Noé");
    }

    #[test]
    fn what_is_no_encoded_word_stays() {
        for text in ["=?", "=?x", "a =?utf-8?x?y?= b", "=?utf-8?q?open", "1 =? 2 ?= 3"] {
            assert_eq!(decode(text), text);
        }
    }
}
