//! What is wrapped around a message in the wild, taken off before parsing.

use std::borrow::Cow;

/// The message itself: without byte order mark, leading blank lines and mbox `From ` line, and with line ends
/// the header parser knows.
pub(crate) fn unwrap_message(bytes: &[u8]) -> Cow<'_, [u8]> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = skip_separator(skip_blank_lines(bytes));
    // Old Mac line ends: only when nothing else ends a line, since a lone CR inside a line is not one.
    if memchr::memchr2(b'\n', b'\r', bytes).is_some() && !bytes.contains(&b'\n') {
        return Cow::Owned(
            bytes
                .iter()
                .map(|&b| if b == b'\r' { b'\n' } else { b })
                .collect(),
        );
    }
    Cow::Borrowed(bytes)
}

/// Blank lines above the headers would otherwise make everything body text.
fn skip_blank_lines(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(0);
    let (blank, rest) = bytes.split_at_checked(start).unwrap_or((&[], bytes));
    match blank.last() {
        Some(b'\n' | b'\r') => rest,
        _ => bytes,
    }
}

/// A stray mbox separator (`From - …`, `>From …`) as first line is no header.
fn skip_separator(bytes: &[u8]) -> &[u8] {
    if bytes.starts_with(b"From ") || bytes.starts_with(b">From ") {
        let end = bytes
            .iter()
            .position(|&b| b == b'\n' || b == b'\r')
            .unwrap_or(bytes.len());
        let rest = bytes.get(end..).unwrap_or_default();
        return rest
            .strip_prefix(b"\r\n")
            .or_else(|| rest.split_at_checked(1).map(|(_, r)| r))
            .unwrap_or_default();
    }
    bytes
}

/// Where the header block ends and where what follows it starts, as byte offsets. The block ends at an empty line, or,
/// as for Python's parser, just before the first line that cannot be a header or that `stops` it.
pub(crate) fn header_end(bytes: &[u8], stops: impl Fn(&[u8]) -> bool) -> (usize, usize) {
    let mut at = 0;
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        let bare = line.strip_suffix(b"\n").unwrap_or(line);
        let bare = bare.strip_suffix(b"\r").unwrap_or(bare);
        if bare.is_empty() {
            return (at, at + line.len());
        }
        if stops(line) || !is_header_line(bare) {
            return (at, at);
        }
        at += line.len();
    }
    (at, at)
}

/// A header field, its continuation, or an mbox separator that slipped in.
fn is_header_line(line: &[u8]) -> bool {
    if line.starts_with(b" ") || line.starts_with(b"\t") || line.starts_with(b"From ") {
        return true;
    }
    let name = line.iter().take_while(|&&b| b != b':').count();
    name > 0 && name < line.len() && line.iter().take(name).all(|b| (33..=126).contains(b))
}
