//! The stretch of a file that is being looked at.

use std::io::{self, Read};
use std::ops::Deref;

/// Bytes of a file in order: added at the end, taken from the front, without moving those behind them each time.
#[derive(Debug, Default)]
pub(super) struct Buffer {
    bytes: Vec<u8>,
    /// So many at the front are done with.
    passed: usize,
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.get(self.passed..).unwrap_or_default()
    }
}

impl Buffer {
    /// Leaves out the first bytes, at most those there are.
    pub(super) fn pass(&mut self, count: usize) {
        self.passed = (self.passed + count).min(self.bytes.len());
    }

    /// Takes the first bytes out, at most those there are.
    pub(super) fn take(&mut self, count: usize) -> Vec<u8> {
        let taken = self.get(..count.min(self.len())).unwrap_or_default().to_vec();
        self.pass(count);
        taken
    }

    /// Adds all that the source gives; tells how much.
    pub(super) fn fill(&mut self, mut source: impl Read) -> io::Result<usize> {
        self.bytes.drain(..self.passed);
        self.passed = 0;
        source.read_to_end(&mut self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_and_passed_is_gone_and_the_rest_stays_in_order() {
        let mut buffer = Buffer::default();
        buffer.fill(&b"abcdef"[..]).unwrap();
        assert_eq!(buffer.take(2), b"ab");
        buffer.pass(1);
        assert_eq!(&*buffer, b"def");
        buffer.fill(&b"gh"[..]).unwrap();
        assert_eq!(&*buffer, b"defgh");
        assert_eq!(buffer.take(99), b"defgh");
        buffer.pass(1);
        assert!(buffer.is_empty());
    }
}
