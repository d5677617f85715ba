//! Reads an mbox from front to back, one message in memory at a time.

use std::io::{self, Read};

use memchr::memmem;

use super::separator::{Separator, separator};
use crate::header;

/// How much is read at a time.
const STEP: usize = 256 * 1024;

/// One message of an mbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Byte offset of its `From ` line.
    pub offset: u64,
    /// Bytes it takes up in the file, `From ` line and empty last line included.
    pub length: u64,
    /// Length of the `From ` line with its line end.
    pub from_line: usize,
    /// Everything from the `From ` line on, as it stands in the file; empty when the message is larger than the limit.
    pub bytes: Vec<u8>,
    /// Whether its `Content-Length` was right, so that nothing in it is quoted.
    pub counted: bool,
    /// The message was larger than the limit.
    pub too_large: bool,
}

impl Entry {
    /// The header and text as stored, without the `From ` line.
    pub(crate) fn stored(&self) -> &[u8] {
        self.bytes.get(self.from_line..).unwrap_or_default()
    }

    /// The RFC 5322 bytes: without the `From ` line and the empty line that ends the message, `>From ` unquoted.
    pub(crate) fn message(&self) -> Vec<u8> {
        let stored = self.stored();
        let stored = if stored.ends_with(b"\r\n\r\n") {
            stored.strip_suffix(b"\r\n")
        } else if stored.ends_with(b"\n\n") {
            stored.strip_suffix(b"\n")
        } else {
            None
        }
        .unwrap_or(stored);
        if self.counted {
            stored.to_vec()
        } else {
            unquote(stored)
        }
    }
}

/// Undoes mboxrd quoting: one `>` less before every line that is `From ` behind one or more of them.
fn unquote(stored: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(stored.len());
    let mut copied = 0;
    for found in memmem::find_iter(stored, b">From ") {
        let line = stored.get(..found).unwrap_or_default();
        let quotes = line.iter().rev().take_while(|byte| **byte == b'>').count();
        let start = found - quotes;
        if start > 0 && stored.get(start - 1) != Some(&b'\n') {
            continue;
        }
        plain.extend_from_slice(stored.get(copied..start).unwrap_or_default());
        copied = start + 1;
    }
    plain.extend_from_slice(stored.get(copied..).unwrap_or_default());
    plain
}

/// Yields the messages of an mbox in file order.
#[derive(Debug)]
pub(crate) struct MboxReader<R> {
    source: R,
    buffer: Vec<u8>,
    /// Place of the buffer's first byte in the file.
    offset: u64,
    /// The source has no more bytes.
    ended: bool,
    /// The first `From ` line has been found.
    started: bool,
    limit: usize,
}

impl<R: Read> MboxReader<R> {
    /// `source` stands at byte `offset` of the file.
    pub(crate) fn new(source: R, offset: u64) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            offset,
            ended: false,
            started: false,
            limit: crate::MESSAGE_LIMIT,
        }
    }

    #[cfg(test)]
    fn with_limit(source: R, limit: usize) -> Self {
        Self {
            limit,
            ..Self::new(source, 0)
        }
    }

    /// The next message, or `None` at the end of the file.
    pub(crate) fn next_entry(&mut self) -> io::Result<Option<Entry>> {
        if !self.started {
            if !self.skip_to_first()? {
                return Ok(None);
            }
            self.started = true;
        }
        let from_line = loop {
            match separator(&self.buffer) {
                Separator::Yes(length) => break length,
                Separator::Cut if self.fill()? => {}
                Separator::Cut | Separator::No => return Ok(None),
            }
        };
        if let Some(end) = self.counted_end(from_line)? {
            return Ok(Some(self.take(end, from_line, true)));
        }
        let mut searched = from_line;
        let mut dropped = 0_u64;
        loop {
            match self.find_next(searched) {
                Next::At(end) => {
                    let mut entry = self.take(end, from_line, false);
                    if dropped > 0 {
                        entry.offset -= dropped;
                        entry.length += dropped;
                        entry.bytes = Vec::new();
                        entry.too_large = true;
                    }
                    return Ok(Some(entry));
                }
                Next::NeedsMore(from) => {
                    searched = from;
                    if dropped > 0 || self.buffer.len() > self.limit {
                        // Keep what may still be the start of a separator, and the line before it.
                        let cut = searched.saturating_sub(4);
                        self.buffer.drain(..cut);
                        self.offset += as_u64(cut);
                        dropped += as_u64(cut);
                        searched -= cut;
                    }
                    self.fill()?;
                }
            }
        }
    }

    /// Whether the message read last was the last one so far.
    pub(crate) fn is_at_end(&self) -> bool {
        self.ended && !matches!(separator(&self.buffer), Separator::Yes(_))
    }

    /// Moves to the first separator; what stands before it is no message.
    fn skip_to_first(&mut self) -> io::Result<bool> {
        loop {
            match separator(&self.buffer) {
                Separator::Yes(_) => return Ok(true),
                Separator::Cut if self.fill()? => continue,
                Separator::Cut => return Ok(false),
                Separator::No => {}
            }
            loop {
                match self.find_next(0) {
                    Next::At(end) if end < self.buffer.len() => {
                        self.buffer.drain(..end);
                        self.offset += as_u64(end);
                        break;
                    }
                    Next::At(_) => return Ok(false),
                    Next::NeedsMore(from) => {
                        let cut = from.saturating_sub(4);
                        self.buffer.drain(..cut);
                        self.offset += as_u64(cut);
                        self.fill()?;
                    }
                }
            }
        }
    }

    /// The end of the message that starts the buffer, looking for the next separator from `searched` on.
    fn find_next(&self, searched: usize) -> Next {
        let mut from = searched.saturating_sub(1);
        while let Some(found) = self
            .buffer
            .get(from..)
            .and_then(|rest| memmem::find(rest, b"\nFrom "))
        {
            let at = from + found + 1;
            from = at;
            let before = self.buffer.get(..at - 1).unwrap_or_default();
            let before = before.strip_suffix(b"\r").unwrap_or(before);
            if !before.ends_with(b"\n") {
                continue;
            }
            match separator(self.buffer.get(at..).unwrap_or_default()) {
                Separator::Yes(_) => return Next::At(at),
                Separator::No => {}
                Separator::Cut if self.ended => return Next::At(at),
                Separator::Cut => return Next::NeedsMore(at),
            }
        }
        if self.ended {
            Next::At(self.buffer.len())
        } else {
            Next::NeedsMore(self.buffer.len().saturating_sub(6).max(searched))
        }
    }

    /// The end of the message by its `Content-Length`, when that leads to the next separator or the end of the file.
    ///
    /// Thunderbird quotes instead and passes on whatever length a sender made up, so its messages (`From -`) are not
    /// counted.
    fn counted_end(&mut self, from_line: usize) -> io::Result<Option<usize>> {
        if self.buffer.starts_with(b"From - ") {
            return Ok(None);
        }
        let header_end = loop {
            let stored = self.buffer.get(from_line..).unwrap_or_default();
            let length = header::block(stored).len();
            if length < stored.len() {
                break from_line + length;
            }
            if self.buffer.len() > from_line + STEP || !self.fill()? {
                return Ok(None);
            }
        };
        let stored = self.buffer.get(from_line..).unwrap_or_default();
        let Some(length) = header::first(stored, "Content-Length")
            .and_then(|value| std::str::from_utf8(value).ok())
            .and_then(|value| value.parse::<usize>().ok())
            .filter(|length| *length <= self.limit)
        else {
            return Ok(None);
        };
        let blank = if self.buffer.get(header_end) == Some(&b'\r') {
            2
        } else {
            1
        };
        let mut end = header_end + blank + length;
        while self.buffer.len() < end + 4 && self.fill()? {}
        // The text may or may not count the empty line before the next message.
        for _ in 0..2 {
            let rest = self.buffer.get(end..).unwrap_or_default();
            if rest.starts_with(b"\r\n") {
                end += 2;
            } else if rest.starts_with(b"\n") {
                end += 1;
            }
        }
        loop {
            let Some(rest) = self.buffer.get(end..) else {
                return Ok(None);
            };
            if rest.is_empty() && self.ended {
                return Ok(Some(end));
            }
            match separator(rest) {
                Separator::Cut if self.fill()? => {}
                Separator::Yes(_) | Separator::Cut => return Ok(Some(end)),
                Separator::No => return Ok(None),
            }
        }
    }

    /// Takes the first `end` bytes off as a message.
    fn take(&mut self, end: usize, from_line: usize, counted: bool) -> Entry {
        let rest = self.buffer.split_off(end.min(self.buffer.len()));
        let bytes = std::mem::replace(&mut self.buffer, rest);
        let entry = Entry {
            offset: self.offset,
            length: as_u64(bytes.len()),
            from_line,
            too_large: bytes.len() > self.limit,
            bytes,
            counted,
        };
        self.offset += entry.length;
        entry
    }

    /// Reads some more; `false` at the end of the source.
    fn fill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let read = self
            .source
            .by_ref()
            .take(STEP as u64)
            .read_to_end(&mut self.buffer)?;
        self.ended = read == 0;
        Ok(!self.ended)
    }
}

enum Next {
    /// The message ends here.
    At(usize),
    /// No end yet; what lies before this place need not be searched again.
    NeedsMore(usize),
}

fn as_u64(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(mut reader: MboxReader<impl Read>) -> Vec<Entry> {
        std::iter::from_fn(|| reader.next_entry().unwrap()).collect()
    }

    fn messages(mbox: &str) -> Vec<String> {
        read(MboxReader::new(mbox.as_bytes(), 0))
            .iter()
            .map(|entry| String::from_utf8(entry.message()).unwrap())
            .collect()
    }

    const LINE: &str = "From - Sun Nov 22 01:10:31 2026\r\n";

    #[test]
    fn thunderbird_quotes_from_lines() {
        let mbox = format!(
            "{LINE}Subject: a\n\n>From nu\n>>From citaat\n> From zo\nFrom hier\n\n{LINE}Subject: b\n\nx\n\n"
        );
        assert_eq!(
            messages(&mbox),
            [
                "Subject: a\n\nFrom nu\n>From citaat\n> From zo\nFrom hier\n",
                "Subject: b\n\nx\n"
            ]
        );
    }

    #[test]
    fn a_content_length_that_fits_is_believed() {
        let inner = "From a@b Sun Nov 22 01:10:31 2026\nSubject: geplakt\n\n>From x\n";
        let line = "From an@x Sun Nov 22 02:00:16 2026\n";
        let counted = format!("Subject: a\nContent-Length: {}\n\n\n{inner}", inner.len() + 1);
        let mbox = format!("{line}{counted}\n{line}Subject: b\n\n");
        assert_eq!(messages(&mbox), [counted.as_str(), "Subject: b\n"]);
        // A sender's made-up length must not hide the next message.
        let wrong = format!("{line}Subject: a\nContent-Length: 9\n\nx\n\n{line}Subject: b\n\n");
        assert_eq!(messages(&wrong).len(), 2);
        let thunderbird = format!("{LINE}Content-Length: 39\nSubject: a\n\n\n{LINE}Subject: b\n\ny\n");
        assert_eq!(messages(&thunderbird).len(), 2);
    }

    #[test]
    fn a_message_that_is_just_being_appended_is_no_part_of_the_last_one() {
        let first = format!("{LINE}Subject: a\n\nx\n\n");
        for torn in ["F", "From - Sun", LINE, &format!("{LINE}Sub")] {
            let mbox = format!("{first}{torn}");
            let got = messages(&mbox);
            assert_eq!(got.len(), 1, "{torn:?}");
            if torn.len() > 5 {
                assert_eq!(got[0], "Subject: a\n\nx\n", "{torn:?}");
            }
        }
    }

    #[test]
    fn what_is_larger_than_the_limit_is_passed_over() {
        let large = "regel\n".repeat(200_000);
        let mbox = format!("{LINE}Subject: a\n\n{large}\n{LINE}Subject: b\n\nx\n");
        let entries = read(MboxReader::with_limit(mbox.as_bytes(), 1000));
        assert_eq!(
            entries.iter().map(|entry| entry.too_large).collect::<Vec<_>>(),
            [true, false]
        );
        assert_eq!(entries[0].offset, 0);
        assert_eq!(entries[1].offset, entries[0].length);
        assert!(entries[0].bytes.is_empty());
    }

    #[test]
    fn what_is_no_mbox_yields_nothing() {
        for bytes in ["", "\n\n", "From ", "From hier\n", "\0\0\0", "Subject: x\n\ny\n"] {
            assert_eq!(messages(bytes), Vec::<String>::new(), "{bytes:?}");
        }
        assert_eq!(messages(&format!("rommel\n\n{LINE}Subject: a\n\n")).len(), 1);
    }

    /// Hands out its bytes a few at a time.
    struct Trickle<'a>(&'a [u8], usize);

    impl Read for Trickle<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(self.0.len()).min(buffer.len());
            let (now, later) = self.0.split_at(length);
            buffer[..length].copy_from_slice(now);
            self.0 = later;
            Ok(length)
        }
    }

    proptest! {
        #[test]
        fn messages_come_back_whatever_the_line_ends_and_steps(
            bodies in prop::collection::vec("(Dag|From |>From |\r?\n| |\\.){0,12}", 1..6),
            crlf in any::<bool>(),
            step in 1_usize..40,
        ) {
            let end = if crlf { "\r\n" } else { "\n" };
            let mut mbox = String::new();
            let mut expected = Vec::new();
            for body in &bodies {
                let message = format!("Subject: x{end}{end}{body}{end}");
                let quoted: String = message.split_inclusive('\n').map(|line| {
                    if line.trim_start_matches('>').starts_with("From ") { format!(">{line}") } else { line.to_owned() }
                }).collect();
                mbox.extend([LINE.trim_end(), end, &quoted, end]);
                expected.push(message);
            }
            let got: Vec<String> = read(MboxReader::new(Trickle(mbox.as_bytes(), step), 0))
                .iter().map(|entry| String::from_utf8(entry.message()).unwrap()).collect();
            prop_assert_eq!(got, expected);
        }

        #[test]
        fn any_bytes_are_covered_in_order(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0_usize..80) {
            let mut mbox = LINE.as_bytes().to_vec();
            mbox.extend_from_slice(b"A: b\n\n");
            mbox.extend_from_slice(&bytes);
            mbox.extend_from_slice(b"\n\n");
            mbox.extend_from_slice(LINE.as_bytes().get(..cut).unwrap_or(LINE.as_bytes()));
            let entries = read(MboxReader::new(mbox.as_slice(), 7));
            let mut at = 7;
            for entry in entries {
                prop_assert_eq!(entry.offset, at);
                prop_assert!(entry.length > 0);
                at += entry.length;
            }
        }
    }
}
