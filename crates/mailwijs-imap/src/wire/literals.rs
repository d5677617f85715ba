//! Keeps a server from announcing, or sending, more than was asked for.

/// One answer, without what it announces. Lists of flags and capabilities stay far below this.
const LINE: usize = 1 << 20;

/// All answers to one command, without what they announce: the marks of some hundred thousand messages.
const LINES: usize = 32 << 20;

/// With these an answer begins that is meant for people: whatever it looks like, it announces nothing.
const TEXTS: [&[u8]; 5] = [b"* OK ", b"* NO ", b"* BAD ", b"* BYE ", b"* PREAUTH "];

/// As much of an answer tells whether it is one of [`TEXTS`].
const HEAD: usize = 10;

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
    /// Bytes of the answer so far, without its literals.
    line: usize,
    /// Bytes of all answers since literals were allowed, without their literals.
    lines: usize,
    /// How the answer begins.
    head: Vec<u8>,
    /// The byte before.
    last: u8,
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

/// A line or a literal is too long, or more than the parser bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMuch;

impl Literals {
    /// From now on as many bytes of literals may come.
    pub fn allow(&mut self, bytes: usize) {
        self.allowed = bytes;
        self.lines = 0;
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
            self.lines += 1;
            if self.line > LINE || self.lines > LINES {
                return Err(TooMuch);
            }
            if self.head.len() < HEAD {
                self.head.push(*first);
            }
            // Where a code ends imap-proto 0.17 cuts off one byte, and panics with the text when it is half a letter.
            if self.last == b']' && !first.is_ascii() && self.is_text() {
                return Err(TooMuch);
            }
            self.last = *first;
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
                let left = self.allowed.checked_sub(size).ok_or(TooMuch)?;
                if self.is_text() {
                    self.end_line();
                } else {
                    self.allowed = left;
                    self.literal = size;
                }
                Size::None
            }
            (_, b'\n') => {
                self.end_line();
                Size::None
            }
            _ => Size::None,
        };
        Ok(())
    }

    fn end_line(&mut self) {
        self.line = 0;
        self.head.clear();
    }

    fn is_text(&self) -> bool {
        let begins = |text: &[u8]| {
            let head = self.head.get(..text.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(text))
        };
        !self.head.starts_with(b"* ") || TEXTS.into_iter().any(begins)
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

    #[test]
    fn a_letter_that_the_parser_would_cut_in_two_is_refused() {
        for text in ["* OK [X]\u{e9}\r\n", "A1 NO [X]\u{e9}\r\n"] {
            assert_eq!(take(0, &[text.as_bytes()]), Err(TooMuch), "{text}");
        }
        let fine = "* OK [X] \u{e9}\r\n* LIST () \"/\" \"[X]\u{e9}\"\r\n";
        assert_eq!(take(0, &[fine.as_bytes()]), Ok(()));
    }

    #[test]
    fn words_for_people_announce_nothing() {
        for text in ["* OK {30}\r\n", "* no {30}\r\n", "+ {30}\r\n", "A1 OK {30}\r\n"] {
            let hidden = b"* 1 FETCH (BODY[] {400000000}\r\n";
            assert_eq!(take(1000, &[text.as_bytes(), hidden]), Err(TooMuch), "{text}");
        }
    }

    #[test]
    fn an_answer_without_end_is_given_up_though_it_is_all_literals() {
        let mut literals = Literals::default();
        literals.allow(1000);
        literals.take(b"* 1 FETCH (").unwrap();
        let mut pieces = (0..LINE).map(|_| literals.take(b"BODY[] {0}\r\n "));
        assert!(pieces.any(|piece| piece == Err(TooMuch)));
    }

    #[test]
    fn answers_without_end_are_given_up() {
        let mut literals = Literals::default();
        literals.allow(1000);
        let line = b"* 1 FETCH (UID 1 FLAGS ())\r\n";
        let lines = LINES / line.len();
        assert_eq!((0..lines).try_for_each(|_| literals.take(line)), Ok(()));
        assert_eq!((0..2).try_for_each(|_| literals.take(line)), Err(TooMuch));
        literals.allow(1000);
        assert_eq!(literals.take(line), Ok(()));
    }

    /// The same the slow way: all at once, from what RFC 9051 calls an answer.
    fn model(allowed: usize, mut bytes: &[u8]) -> Result<(), TooMuch> {
        let mut allowed = allowed;
        let mut begins = true;
        let mut is_text = false;
        while let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
            let (line, rest) = bytes.split_at(end + 1);
            bytes = rest;
            if begins {
                let upper = line.to_ascii_uppercase();
                is_text = !line.starts_with(b"* ") || TEXTS.iter().any(|text| upper.starts_with(text));
            }
            let size = announced(line);
            if let Some(size) = size {
                let left = allowed.checked_sub(size).ok_or(TooMuch)?;
                if !is_text {
                    allowed = left;
                    bytes = bytes.get(size..).unwrap_or_default();
                }
            }
            begins = is_text || size.is_none();
        }
        Ok(())
    }

    fn announced(line: &[u8]) -> Option<usize> {
        let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
        let line = line.strip_suffix('\r').unwrap_or(line).strip_suffix('}')?;
        let digits = line.rsplit_once('{')?.1;
        let digits = digits.replace('+', "");
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| {
            let size =
                |size: usize, byte: u8| size.saturating_mul(10).saturating_add(usize::from(byte - b'0'));
            digits.bytes().fold(0, size)
        })
    }

    proptest::proptest! {
        #[test]
        fn in_pieces_or_at_once_the_same_is_refused(
            parts in proptest::collection::vec("\\* OK |\\* 1 F |A1 |\\{[0-9]{1,2}\\+?\\}|\\{|\\}|\r\n|\n|\r|[a-z ]{1,9}", 0..40),
            allowed in 0_usize..100,
            cuts in proptest::collection::vec(1_usize..7, 1..9),
        ) {
            let bytes = parts.concat().into_bytes();
            let mut literals = Literals::default();
            literals.allow(allowed);
            let mut left = bytes.as_slice();
            let mut result = Ok(());
            for cut in cuts.iter().cycle() {
                if left.is_empty() || result.is_err() {
                    break;
                }
                let (piece, rest) = left.split_at((*cut).min(left.len()));
                result = literals.take(piece);
                left = rest;
            }
            proptest::prop_assert_eq!(result, model(allowed, &bytes));
        }
    }
}
