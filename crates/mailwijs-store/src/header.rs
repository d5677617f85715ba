//! The few header fields a store needs to know which messages are live; everything else is left to `mailwijs-mail`.

use std::ops::Range;

use memchr::{memchr, memmem};

/// The header block: everything before the first empty line.
pub(crate) fn block(message: &[u8]) -> &[u8] {
    let mut at = 0;
    while let Some(rest) = message.get(at..).filter(|rest| !rest.is_empty()) {
        let length = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let line = rest.get(..length).unwrap_or(rest);
        if matches!(line, b"\n" | b"\r\n") {
            return message.get(..at).unwrap_or(message);
        }
        at += length;
    }
    message
}

/// The raw value of the first field called `name` (RFC 5322 §2.2; names ignore case), folding left as it is.
pub(crate) fn first<'a>(message: &'a [u8], name: &str) -> Option<&'a [u8]> {
    message.get(first_at(message, name)?)
}

/// Where the value that [`first`] yields stands in the message.
pub(crate) fn first_at(message: &[u8], name: &str) -> Option<Range<usize>> {
    let block = block(message);
    let mut at = 0;
    while let Some(rest) = block.get(at..).filter(|rest| !rest.is_empty()) {
        let length = field_length(rest);
        let field = rest.get(..length).unwrap_or(rest);
        if let Some((key, value)) = field.split_at_checked(name.len())
            && key.eq_ignore_ascii_case(name.as_bytes())
            && let Some(value) = value.strip_prefix(b":")
        {
            let start = at + length - value.trim_ascii_start().len();
            return Some(start..start + value.trim_ascii().len());
        }
        at += length;
    }
    None
}

/// What stands between the parts of a message or part that has some (RFC 2046 §5.1.1).
pub(crate) fn boundary(message: &[u8]) -> Option<&[u8]> {
    let kind = first(message, "Content-Type")?;
    if !kind.get(..10)?.eq_ignore_ascii_case(b"multipart/") {
        return None;
    }
    let lower = kind.to_ascii_lowercase();
    let value = kind.get(memmem::find(&lower, b"boundary=")? + 9..)?;
    match value.strip_prefix(b"\"") {
        Some(quoted) => quoted.split(|byte| *byte == b'"').next(),
        None => value
            .split(|byte| *byte == b';' || byte.is_ascii_whitespace())
            .next(),
    }
    .filter(|boundary| !boundary.is_empty())
}

/// A field with its continuation lines, which start with a blank.
fn field_length(rest: &[u8]) -> usize {
    let mut end = 0;
    while let Some(next) = rest.get(end..).and_then(|rest| memchr(b'\n', rest)) {
        end += next + 1;
        if !matches!(rest.get(end), Some(b' ' | b'\t')) {
            return end;
        }
    }
    rest.len()
}

/// Whether `line` starts with a field name and a colon; `None` when it ends before that can be told.
pub(crate) fn starts_field(line: &[u8]) -> Option<bool> {
    for (index, byte) in line.iter().enumerate().take(256) {
        match byte {
            b':' => return Some(index > 0),
            b'!'..=b'~' => {}
            // Some old programs write a blank before the colon.
            b' ' | b'\t' if line.get(index + 1) == Some(&b':') => return Some(index > 0),
            _ => return Some(false),
        }
    }
    if line.len() < 256 { None } else { Some(false) }
}

/// Whether a file's first bytes look like one RFC 5322 message: a header field before anything else.
pub(crate) fn looks_like_message(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let mut fields = 0;
    let mut known = false;
    for line in block(start.trim_ascii_start()).split(|byte| *byte == b'\n') {
        if matches!(line.first(), Some(b' ' | b'\t')) || line.trim_ascii().is_empty() {
            continue;
        }
        if line.contains(&0) || starts_field(line) != Some(true) {
            break;
        }
        fields += 1;
        known |= is_known_field(line);
    }
    fields > 0 && known
}

/// Whether a line is one of the fields that only messages have.
pub(crate) fn is_known_field(line: &[u8]) -> bool {
    KNOWN.iter().any(|name| {
        line.split_at_checked(name.len())
            .is_some_and(|(key, rest)| key.eq_ignore_ascii_case(name.as_bytes()) && rest.starts_with(b":"))
    })
}

/// One of these stands in every real message; `key: value` text files have none of them.
const KNOWN: [&str; 18] = [
    "From",
    "To",
    "Cc",
    "Bcc",
    "Date",
    "Subject",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Received",
    "Return-Path",
    "Delivered-To",
    "Reply-To",
    "Sender",
    "X-Mozilla-Status",
    "X-Unsent",
    "X-Claws-Account-Id",
    "X-Account-Key",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_two_fields_counts() {
        let message =
            b"X-Mozilla-Status: 0009\r\nSubject: a\r\n b\r\nX-Mozilla-Status: 0001\r\n\r\nX-Body: 1\r\n";
        assert_eq!(first(message, "x-mozilla-status"), Some(&b"0009"[..]));
        assert_eq!(first(message, "Subject"), Some(&b"a\r\n b"[..]));
        assert_eq!(first(message, "X-Body"), None);
    }

    #[test]
    fn text_is_no_message() {
        assert!(looks_like_message(b"Subject: Uitstap\n\nDag"));
        assert!(looks_like_message(b"\r\nX-Foo: 1\r\nFrom: a@x.example\r\n\r\n"));
        assert!(!looks_like_message(b"naam: An\nklas: 4B\n"));
        assert!(!looks_like_message(b"Beste ouders,\nSubject: x\n"));
        assert!(!looks_like_message(b"\x00\x01From: x"));
        assert!(!looks_like_message(b""));
    }
}
