//! Groups of digits, and numbers written in groups.

use std::ops::Range;

use super::words::Context;

/// The longest stretch between two groups of one number: a separator, or a line break with quotation signs.
pub(super) const WIDEST_SEPARATOR: usize = 8;

/// How many bytes are searched for a digit at once.
const STEP: usize = 32;
/// The longest number of any kind.
const LONGEST: usize = 17;

/// The runs of digits of a folded text.
pub(super) struct Digits<'t> {
    text: &'t str,
    groups: Vec<Range<usize>>,
}

/// A number written in one or more groups.
pub(super) struct Number {
    /// Its digits, and zeros after them.
    written: [u8; LONGEST],
    /// How many digits it has.
    length: usize,
    /// From its first to its last digit.
    pub range: Range<usize>,
    /// How many groups it is written in.
    pub groups: usize,
}

impl<'t> Digits<'t> {
    /// Every run of ASCII digits.
    pub fn new(text: &'t str) -> Self {
        let mut groups: Vec<Range<usize>> = Vec::new();
        for (step, bytes) in text.as_bytes().chunks(STEP).enumerate() {
            // Most of a text holds no digit.
            if !bytes.iter().fold(false, |any, byte| any | byte.is_ascii_digit()) {
                continue;
            }
            for (at, byte) in bytes.iter().enumerate() {
                let at = step * STEP + at;
                match groups.last_mut().filter(|last| last.end == at) {
                    _ if !byte.is_ascii_digit() => {}
                    Some(last) => last.end = at + 1,
                    None => groups.push(at..at + 1),
                }
            }
        }
        Self { text, groups }
    }

    /// Where each run begins.
    pub fn starts(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().map(|group| group.start)
    }

    /// Every number of `length` digits, cut into groups only after the digits in `cuts`, that `accept` accepts; what it
    /// makes of each. A group belongs to one number at most.
    pub fn numbers<T>(
        &self,
        length: usize,
        cuts: &[usize],
        mut accept: impl FnMut(&Number, &Context<'t>) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        let mut index = 0;
        while index < self.groups.len() {
            let accepted = self.number(index, length, cuts).and_then(|number| {
                let context = Context::new(self.text, &number.range);
                accept(&number, &context).map(|made| (made, number.groups))
            });
            match accepted {
                Some((made, groups)) => {
                    found.push(made);
                    index += groups;
                }
                None => index += 1,
            }
        }
        found
    }

    /// The number that begins with the group at `index`.
    fn number(&self, index: usize, length: usize, cuts: &[usize]) -> Option<Number> {
        let first = self.groups.get(index)?;
        let before = self.text.get(..first.start)?.chars().next_back();
        if first.len() > length || before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let mut number = Number {
            written: [0; LONGEST],
            length: 0,
            range: first.clone(),
            groups: 0,
        };
        for group in self.groups.get(index..)? {
            if number.groups > 0 && !is_separator(self.text.get(number.range.end..group.start)?) {
                return None;
            }
            let written = self.text.get(group.clone())?.bytes();
            for (place, digit) in number.written.get_mut(number.length..)?.iter_mut().zip(written) {
                *place = digit - b'0';
            }
            number.length += group.len();
            number.range.end = group.end;
            number.groups += 1;
            if number.length >= length {
                break;
            }
            if !cuts.contains(&number.length) {
                return None;
            }
        }
        let after = self.text.get(number.range.end..)?.chars().next();
        (number.length == length && !after.is_some_and(char::is_alphanumeric)).then_some(number)
    }
}

impl Number {
    /// Its digits.
    pub fn digits(&self) -> &[u8] {
        self.written.get(..self.length).unwrap_or_default()
    }

    /// The value of some of its digits.
    pub fn value(&self, digits: Range<usize>) -> u64 {
        let digits = self.digits().get(digits).unwrap_or_default();
        digits.iter().fold(0, |sum, digit| sum * 10 + u64::from(*digit))
    }

    /// Another digit than zero is in it.
    pub fn is_filled(&self) -> bool {
        self.digits().iter().any(|digit| *digit != 0)
    }
}

/// One of `. - / _ :` or spaces, or a line break with quotation signs.
pub(super) fn is_separator(between: &str) -> bool {
    let marks = || between.chars().filter(|c| !c.is_whitespace() && *c != '>');
    between.len() <= WIDEST_SEPARATOR
        && marks().all(|c| matches!(c, '.' | '-' | '/' | '_' | ':'))
        && marks().count() <= 1
}

/// The number a test writes, without separators.
#[cfg(test)]
pub(super) fn number(written: &str) -> Number {
    let digits = Digits::new(written);
    digits.number(0, written.len(), &[]).unwrap()
}
