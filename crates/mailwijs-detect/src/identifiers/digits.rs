//! Groups of digits, and numbers written in groups.

use std::ops::Range;

/// The longest stretch between two groups of one number: a separator, or a line break with a quotation sign.
const WIDEST_SEPARATOR: usize = 5;

/// A run of ASCII digits in folded text.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Byte range.
    pub range: Range<usize>,
}

/// Every run of digits that is not part of a word.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let bytes = text.as_bytes();
    let mut start = None;
    for (at, byte) in bytes.iter().copied().chain([b' ']).enumerate() {
        match (start, byte.is_ascii_digit()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                groups.push(Group { range: from..at });
                start = None;
            }
            _ => {}
        }
    }
    groups
}

/// A number of `length` digits that begins at the group `index`, cut into groups only where `cuts` allows.
pub(super) struct Number {
    /// Its digits.
    pub digits: Vec<u8>,
    /// From its first to its last digit.
    pub range: Range<usize>,
    /// How many places it is cut at.
    pub cuts: usize,
    /// How many groups it takes.
    pub groups: usize,
}

/// Reads a number in groups.
pub(super) fn number(
    text: &str,
    groups: &[Group],
    index: usize,
    length: usize,
    cuts: &[usize],
) -> Option<Number> {
    let first = groups.get(index)?;
    if text
        .get(..first.range.start)?
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    let mut number = Number {
        digits: Vec::new(),
        range: first.range.clone(),
        cuts: 0,
        groups: 0,
    };
    for group in groups.get(index..)? {
        if number.groups > 0 {
            if !is_separator(text.get(number.range.end..group.range.start)?) {
                return None;
            }
            number.cuts += 1;
        }
        number
            .digits
            .extend(text.get(group.range.clone())?.bytes().map(|digit| digit - b'0'));
        number.range.end = group.range.end;
        number.groups += 1;
        if number.digits.len() >= length {
            break;
        }
        if !cuts.contains(&number.digits.len()) {
            return None;
        }
    }
    let followed = text
        .get(number.range.end..)?
        .chars()
        .next()
        .is_some_and(char::is_alphanumeric);
    (number.digits.len() == length && !followed).then_some(number)
}

/// One of `. - / _ :` or spaces, or a line break with quotation signs.
fn is_separator(between: &str) -> bool {
    let marks = between
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '>')
        .count();
    between.len() <= WIDEST_SEPARATOR
        && marks <= 1
        && between
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '.' | '-' | '/' | '_' | '>' | ':'))
}
