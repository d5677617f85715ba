//! From the bytes of a text part to the text that is looked at.
//!
//! The text stays what other readers make of it, so that offsets agree: soft line breaks of `format=flowed` (RFC 3676)
//! are not joined, and text that some program garbled before it was sent ("Ã©") is not repaired.

use crate::model::Problem;
use crate::{charset, transfer};
use std::borrow::Cow;

/// How much of a longer text is looked at, in bytes: its start and its end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Keep {
    start: usize,
    end: usize,
}

pub(crate) const KEEP_TEXT: Keep = Keep {
    start: 768 * 1024,
    end: 256 * 1024,
};
/// For markup, which takes more room than the text in it, and pictures may be written out in it.
pub(crate) const KEEP_HTML: Keep = Keep {
    start: 6 * 1024 * 1024,
    end: 2 * 1024 * 1024,
};

/// Decodes a text part, as far as it is looked at, and notes what was wrong with it.
pub(crate) fn decode_text(
    bytes: &[u8],
    encoding: &str,
    declared: Option<&str>,
    keep: Keep,
    problems: &mut Vec<Problem>,
) -> String {
    let bytes = transfer::decode(bytes, encoding);
    let (text, misfit) = charset::decode(&bytes, declared);
    if misfit {
        problems.push(Problem::Charset);
    }
    let (text, cut) = bounded(&text, keep);
    if cut {
        problems.push(Problem::TextCut);
    }
    text.into_owned()
}

/// The start and the end of a text too long to look at whole.
fn bounded(text: &str, keep: Keep) -> (Cow<'_, str>, bool) {
    if text.len() <= keep.start + keep.end {
        return (Cow::Borrowed(text), false);
    }
    let start = text
        .get(..text.floor_char_boundary(keep.start))
        .unwrap_or_default();
    let end = text
        .get(text.ceil_char_boundary(text.len() - keep.end)..)
        .unwrap_or_default();
    (Cow::Owned(format!("{start}\n{end}")), true)
}

/// `\n` line ends.
pub(crate) fn line_ends(text: String) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_keeps_its_start_and_its_end() {
        let long = format!("begin {} einde", "é".repeat(KEEP_TEXT.start));
        let (text, cut) = bounded(&long, KEEP_TEXT);
        assert!(cut && text.starts_with("begin") && text.ends_with("einde"));
        assert!(text.len() <= KEEP_TEXT.start + KEEP_TEXT.end + 1);
    }
}
