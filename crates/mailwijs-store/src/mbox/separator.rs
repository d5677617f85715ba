//! Where one message ends and the next begins.

use memchr::memchr;

use crate::header;

/// What stands at a place where a `From ` line might be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separator {
    /// A separator; the message's header starts after this many bytes.
    Yes(usize),
    /// Ordinary text.
    No,
    /// The bytes end before that can be told.
    Cut,
}

/// No real `From ` line is longer.
const LONGEST: usize = 1024;

/// Whether a message starts at the start of `bytes`: a `From ` line with a sender and a date, and a header field below
/// it. `NeoMutt` does not quote `From ` in texts, so the line alone does not suffice.
pub(crate) fn separator(bytes: &[u8]) -> Separator {
    let seen = bytes.get(..bytes.len().min(5)).unwrap_or(bytes);
    if !b"From ".starts_with(seen) {
        return Separator::No;
    }
    let Some(end) = memchr(b'\n', bytes.get(..bytes.len().min(LONGEST)).unwrap_or(bytes)) else {
        return if bytes.len() < LONGEST {
            Separator::Cut
        } else {
            Separator::No
        };
    };
    let (line, rest) = bytes.split_at_checked(end + 1).unwrap_or((bytes, &[]));
    if !is_from_line(line.trim_ascii_end()) {
        return Separator::No;
    }
    // Some delivery agents quote a second `From ` line and leave it in the header.
    if rest.starts_with(b">From ") {
        return Separator::Yes(end + 1);
    }
    match header::starts_field(rest) {
        Some(true) => Separator::Yes(end + 1),
        Some(false) => Separator::No,
        None => Separator::Cut,
    }
}

/// `From `, a sender without blanks, and a date with a time and a year; Thunderbird's bare `From -` too.
fn is_from_line(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let mut words = rest
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    let Some(sender) = words.next() else { return false };
    let (mut time, mut year, mut more) = (false, false, false);
    for word in words {
        more = true;
        time |= word.contains(&b':') && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':');
        year |= word.len() == 4 && word.iter().all(u8::is_ascii_digit);
    }
    (time && year) || (sender == b"-" && !more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_separate() {
        for line in [
            "From - Sun Nov 22 01:10:31 2026",
            "From an.peeters@sintjan.example Sun Nov 22 02:00:16 2026",
            "From MAILER-DAEMON Thu Jan  1 00:00:00 1970 +0000",
            "From a@b Tue, 3 Dec 2026 10:00:00 +0100",
            "From -",
        ] {
            let bytes = format!("{line}\r\nSubject: x\r\n");
            assert_eq!(
                separator(bytes.as_bytes()),
                Separator::Yes(line.len() + 2),
                "{line}"
            );
        }
    }

    #[test]
    fn text_that_does_not() {
        for text in [
            "From hier: de uitstap.\nBeste ouders,\n",
            "From september tot juni 2027\nWaar: school\n",
            "From - Sun Nov 22 01:10:31 2026\n\nGeen kop hieronder\n",
            "From - Sun Nov 22 01:10:31 2026\nBeste ouders, Waar: school\n",
            "Van: iemand\n",
        ] {
            assert_eq!(separator(text.as_bytes()), Separator::No, "{text}");
        }
    }

    #[test]
    fn half_a_separator_is_undecided() {
        let whole = "From - Sun Nov 22 01:10:31 2026\nSubject: x";
        let decided = whole.find(": x").unwrap() + 1;
        for end in 0..decided {
            assert_eq!(separator(&whole.as_bytes()[..end]), Separator::Cut, "{end}");
        }
        assert!(matches!(
            separator(&whole.as_bytes()[..decided]),
            Separator::Yes(_)
        ));
    }
}
