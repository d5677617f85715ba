//! Keeps a server from announcing, or sending, more than was asked for.

/// One line of an answer, without what it announces. Lists of flags and capabilities stay far below this.
const LINE: usize = 1 << 20;

/// Follows what a server sends, byte by byte, and refuses what is too much before anybody makes room for it.
///
/// A literal announces its size (`{123}` at the end of a line, RFC 9051, section 4.3), and a parser makes room for as much
/// as is announced.
#[derive(Debug, Default)]
pub(crate) struct Literals {
    /// Bytes of literals that may still come.
    allowed: usize,
    /// Bytes left of the literal that is coming.
    literal: usize,
    /// Bytes of the line so far.
    line: usize,
    size: Size,
}

/// How much of `{123}` and a line end was seen.
#[derive(Debug, Default, Clone, Copy)]
enum Size {
    #[default]
    None,
    Digits(usize),
    Closed(usize),
    Ending(usize),
}

/// A line or a literal is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMuch;

impl Literals {
    /// From now on as many bytes of literals may come.
    pub fn allow(&mut self, bytes: usize) {
        self.allowed = bytes;
    }

    /// Takes in what came.
    pub fn take(&mut self, mut bytes: &[u8]) -> Result<(), TooMuch> {
        while let Some((first, rest)) = bytes.split_first() {
            if self.literal > 0 {
                let now = self.literal.min(bytes.len());
                self.literal -= now;
                bytes = bytes.get(now..).unwrap_or_default();
                continue;
            }
            self.line += 1;
            if self.line > LINE {
                return Err(TooMuch);
            }
            self.byte(*first)?;
            bytes = rest;
        }
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Result<(), TooMuch> {
        self.size = match (self.size, byte) {
            (_, b'{') => Size::Digits(0),
            (Size::Digits(size), b'0'..=b'9') => {
                let size = size.saturating_mul(10).saturating_add(usize::from(byte - b'0'));
                Size::Digits(size)
            }
            // LITERAL+ (RFC 7888) is for clients; some servers send it all the same.
            (Size::Digits(size), b'+') => Size::Digits(size),
            (Size::Digits(size), b'}') => Size::Closed(size),
            (Size::Closed(size), b'\r') => Size::Ending(size),
            (Size::Ending(size) | Size::Closed(size), b'\n') => {
                self.line = 0;
                self.allowed = self.allowed.checked_sub(size).ok_or(TooMuch)?;
                self.literal = size;
                Size::None
            }
            (_, b'\n') => {
                self.line = 0;
                Size::None
            }
            _ => Size::None,
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(allowed: usize, pieces: &[&[u8]]) -> Result<(), TooMuch> {
        let mut literals = Literals::default();
        literals.allow(allowed);
        pieces.iter().try_for_each(|piece| literals.take(piece))
    }

    #[test]
    fn as_much_as_was_asked_for_may_come() {
        let answer: &[&[u8]] = &[b"* 1 FETCH (BODY[] {5}\r\nab{", b"9} UID 7)\r\nA1 OK\r\n"];
        assert_eq!(take(5, answer), Ok(()));
        assert_eq!(take(4, answer), Err(TooMuch));
    }

    #[test]
    fn what_is_announced_is_refused_before_it_comes() {
        assert_eq!(
            take(1 << 20, &[b"* 1 FETCH (BODY[] {4294967295}\r\n"]),
            Err(TooMuch)
        );
        assert_eq!(
            take(1 << 20, &[b"* 1 FETCH (BODY[] {99999999999999999999999999}\r\n"]),
            Err(TooMuch)
        );
    }

    #[test]
    fn a_size_in_pieces_is_a_size() {
        assert_eq!(take(10, &[b"* x {1", b"1}\r", b"\n"]), Err(TooMuch));
        assert_eq!(take(11, &[b"* x {1", b"1}\r", b"\n"]), Ok(()));
    }

    #[test]
    fn braces_within_a_line_announce_nothing() {
        assert_eq!(take(0, &[b"* OK {99} what\r\n* LIST () \"/\" a{9}b\r\n"]), Ok(()));
    }

    #[test]
    fn literals_add_up() {
        let answer: &[&[u8]] = &[b"* x {6}\r\n", b"abcdef", b" {6}\r\n"];
        assert_eq!(take(11, answer), Err(TooMuch));
        assert_eq!(take(12, answer), Ok(()));
    }

    #[test]
    fn a_line_without_end_is_given_up() {
        let piece = [b'x'; 4096];
        let mut literals = Literals::default();
        let pieces = (0..=LINE / 4096).map(|_| literals.take(&piece));
        assert_eq!(pieces.last(), Some(Err(TooMuch)));
    }
}
