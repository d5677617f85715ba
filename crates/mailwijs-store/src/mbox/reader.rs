//! Reads an mbox from front to back, one message in memory at a time.

use std::io::{self, Read};

use memchr::memmem;

use super::buffer::Buffer;
use super::entry::Entry;
use super::separator::{Separator, separator};
use crate::header;

/// How much is read at a time.
const STEP: usize = 256 * 1024;

/// Yields the messages of an mbox in file order.
#[derive(Debug)]
pub(crate) struct MboxReader<R> {
    source: R,
    buffer: Buffer,
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
            buffer: Buffer::default(),
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
                        self.buffer.pass(cut);
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
                        self.buffer.pass(end);
                        self.offset += as_u64(end);
                        break;
                    }
                    Next::At(_) => return Ok(false),
                    Next::NeedsMore(from) => {
                        let cut = from.saturating_sub(4);
                        self.buffer.pass(cut);
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
        let bytes = self.buffer.take(end);
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
        let read = self.buffer.fill(self.source.by_ref().take(STEP as u64))?;
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
mod tests;
