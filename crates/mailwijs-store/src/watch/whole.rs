//! Whether a message's bytes end like a whole message: a torn write stops anywhere.

use std::time::Duration;

use memchr::memmem;

use crate::header;

/// How long a file must have been quiet before a message that ends like this is read.
///
/// A message that says it has parts ends with its closing boundary (RFC 2046 §5.1.1); any other has its whole header
/// and ends with a line, though not every program writes the last line end. What ends otherwise is being written, or was
/// broken off.
pub(crate) fn needed_quiet(message: &[u8]) -> Duration {
    const WHOLE: Duration = Duration::from_millis(15);
    const NO_LINE_END: Duration = Duration::from_millis(150);
    const BROKEN_OFF: Duration = Duration::from_secs(3);
    let block = header::block(message);
    if let Some(boundary) = header::boundary(message) {
        let closing = [b"--", boundary, b"--"].concat();
        return if memmem::rfind(message, &closing).is_some() {
            WHOLE
        } else {
            BROKEN_OFF
        };
    }
    match (block.len() < message.len(), message.ends_with(b"\n")) {
        (true, true) => WHOLE,
        (true, false) => NO_LINE_END,
        (false, _) => BROKEN_OFF,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROKEN_OFF: Duration = Duration::from_secs(3);

    #[test]
    fn a_message_with_parts_ends_with_its_closing_boundary() {
        let whole = b"Subject: x\r\nContent-Type: multipart/mixed;\r\n boundary=\"=_a b\"\r\n\r\n--=_a b\r\n\r\nx\r\n--=_a b--\r\n";
        assert!(needed_quiet(whole) < BROKEN_OFF);
        let header = whole.windows(4).position(|end| end == b"\r\n\r\n").unwrap() + 4;
        for end in header..whole.len() - 2 {
            assert_eq!(needed_quiet(&whole[..end]), BROKEN_OFF, "{end}");
        }
        let unquoted = b"Content-Type: multipart/mixed; boundary=x; y=z\n\n--x\n\n--x--\n";
        assert!(needed_quiet(unquoted) < BROKEN_OFF);
    }

    #[test]
    fn a_plain_message_ends_with_a_line() {
        let [line, none, header] =
            [&b"Subject: x\n\ny\n"[..], b"Subject: x\n\ny", b"Subject: x\n"].map(needed_quiet);
        assert!(line < none && none < header);
        assert_eq!(needed_quiet(b""), header);
    }
}
