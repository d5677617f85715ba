//! Groups of digits, and numbers written in groups.

use std::ops::Range;

use super::words::Context;
use crate::blocks::{Blocks, Stretches};

/// The longest stretch between two groups of one number: a separator, or a line break with quotation signs.
pub(super) const WIDEST_SEPARATOR: usize = 8;

/// The longest number of any kind.
const LONGEST: usize = 17;
/// The shortest.
const SHORTEST: usize = 9;

/// The runs of digits of a folded text.
pub(super) struct Digits<'t> {
    text: &'t str,
    groups: Vec<Range<usize>>,
    /// The groups that a number of any kind may begin with: of a hundred in mails (hours, classes, years, prices), a few.
    beginnings: Vec<usize>,
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
    /// Every run of ASCII digits of a text that has these blocks.
    pub fn new(text: &'t str, blocks: &Blocks) -> Self {
        let mut groups: Vec<Range<usize>> = Vec::with_capacity(text.len() / 64);
        let mut runs = Stretches::default();
        for block in blocks.iter() {
            runs.go_through(block.digits, |group| groups.push(group));
        }
        let beginnings = beginnings(text, &groups);
        Self {
            text,
            groups,
            beginnings,
        }
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
        let mut after = 0;
        for &index in &self.beginnings {
            if index < after {
                continue;
            }
            let accepted = self.number(index, length, cuts).and_then(|number| {
                let context = Context::new(self.text, &number.range);
                accept(&number, &context).map(|made| (made, number.groups))
            });
            if let Some((made, groups)) = accepted {
                found.push(made);
                after = index + groups;
            }
        }
        found
    }

    /// The number that begins with the group at `index`.
    fn number(&self, index: usize, length: usize, cuts: &[usize]) -> Option<Number> {
        let first = self.groups.get(index)?;
        if first.len() > length {
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

/// Indices of the groups that begin a word and are followed, with separators between, by enough digits for a number.
fn beginnings(text: &str, groups: &[Range<usize>]) -> Vec<usize> {
    let mut found = Vec::new();
    // How many digits follow one another from the group that was looked at last, and where that begins.
    let (mut digits, mut next) = (0, text.len());
    for (index, group) in groups.iter().enumerate().rev() {
        let joined = text.get(group.end..next).is_some_and(is_separator);
        digits = group.len() + if joined { digits } else { 0 };
        next = group.start;
        let before = || {
            text.get(..group.start)
                .and_then(|before| before.chars().next_back())
        };
        if digits >= SHORTEST && !before().is_some_and(char::is_alphanumeric) {
            found.push(index);
        }
    }
    found.reverse();
    found
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
    if between == " " {
        return true;
    }
    let marks = || between.chars().filter(|c| !c.is_whitespace() && *c != '>');
    between.len() <= WIDEST_SEPARATOR
        && marks().all(|c| matches!(c, '.' | '-' | '/' | '_' | ':'))
        && marks().count() <= 1
}

/// The number a test writes, without separators.
#[cfg(test)]
pub(super) fn number(written: &str) -> Number {
    let digits = Digits::new(written, &Blocks::of(written, &[]));
    digits.number(0, written.len(), &[]).unwrap()
}
