//! One message of an mbox, as it stands in the file and as it was before it was put there.

use memchr::memmem;

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
