//! A place in the bytes of a Mork file. Every step either moves forward or ends the reading.

use memchr::memchr;

#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    pub(super) fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    /// Takes the byte `wanted` if it is next.
    pub(super) fn eat(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.skip(1);
        }
        found
    }

    /// Skips blanks, line ends and `//` comments.
    pub(super) fn blanks(&mut self) {
        loop {
            match self.rest {
                [b' ' | b'\t' | b'\r' | b'\n', ..] => self.skip(1),
                [b'/', b'/', ..] => {
                    let line = memchr(b'\n', self.rest).map_or(self.rest.len(), |end| end + 1);
                    self.skip(line);
                }
                _ => return,
            }
        }
    }

    /// Everything up to the byte `end`, which is taken too.
    pub(super) fn until(&mut self, end: u8) -> Option<&'a [u8]> {
        let found = memchr(end, self.rest)?;
        let (before, after) = self.rest.split_at_checked(found)?;
        self.rest = after;
        self.skip(1);
        Some(before)
    }

    /// The inside of a `(…)` cell whose `(` was taken; `\` makes the next byte part of the value.
    pub(super) fn cell(&mut self) -> Option<&'a [u8]> {
        let mut length = 0;
        loop {
            match self.rest.get(length)? {
                b')' => {
                    let inside = self.rest.get(..length)?;
                    self.skip(length + 1);
                    return Some(inside);
                }
                b'\\' => length += 2,
                _ => length += 1,
            }
        }
    }

    /// A hexadecimal number.
    pub(super) fn hex(&mut self) -> Option<u64> {
        let digits = self
            .rest
            .iter()
            .take_while(|byte| byte.is_ascii_hexdigit())
            .count();
        let number = hex(self.rest.get(..digits)?)?;
        self.skip(digits);
        Some(number)
    }

    /// Takes what a scope may consist of.
    pub(super) fn word(&mut self) -> &'a [u8] {
        let length = self
            .rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_'))
            .count();
        let word = self.rest.get(..length).unwrap_or_default();
        self.skip(length);
        word
    }
}

/// The number that `digits` write in base 16.
pub(super) fn hex(digits: &[u8]) -> Option<u64> {
    u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// A value with its escapes undone: `\x` is `x`, `\` at a line end joins lines, `$2E` is a byte in base 16.
pub(super) fn unescape(raw: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(raw.len());
    let mut rest = raw;
    loop {
        rest = match rest {
            [] => return value,
            [b'\\', b'\r', b'\n', after @ ..] | [b'\\', b'\n' | b'\r', after @ ..] => after,
            [b'\\'] => &[],
            [b'$', high, low, after @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                value.extend(hex(&[*high, *low]).and_then(|byte| u8::try_from(byte).ok()));
                after
            }
            [b'\\', byte, after @ ..] | [byte, after @ ..] => {
                value.push(*byte);
                after
            }
        };
    }
}
