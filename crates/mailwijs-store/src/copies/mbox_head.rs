//! The beginning of a message in an mbox: by it the message is known to be the same.

use crate::sketch::hash;

/// The beginning of a message in hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Head {
    /// Of what stays.
    pub fixed: u64,
    /// Of Thunderbird's fields, whose values it writes over without moving anything.
    pub written_in_place: u64,
}

impl Head {
    /// So much of a message is looked at, in bytes: what the servers wrote that it passed is within.
    pub(super) const LENGTH: u64 = 1024;

    /// Of a message's bytes from its `From ` line on; more than [`Self::LENGTH`] makes no difference.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let most = usize::try_from(Self::LENGTH).unwrap_or(usize::MAX);
        let head = bytes.get(..most).unwrap_or(bytes);
        let lines = || head.split_inclusive(|byte| *byte == b'\n');
        let is_field = |line: &&[u8]| {
            line.get(..10)
                .is_some_and(|start| start.eq_ignore_ascii_case(b"X-Mozilla-"))
        };
        Self {
            fixed: hash(lines().filter(|line| !is_field(line)).collect::<Vec<_>>()),
            written_in_place: hash(lines().filter(is_field).collect::<Vec<_>>()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_thunderbird_writes_in_place_is_told_from_the_rest() {
        let text = "x".repeat(2000);
        let of = |status: &str, subject: &str| {
            Head::of(format!("From - \nX-Mozilla-Status: {status}\nSubject: {subject}\n\n{text}").as_bytes())
        };
        let one = of("0001", "a");
        assert_eq!(of("0009", "a").fixed, one.fixed);
        assert_ne!(of("0009", "a").written_in_place, one.written_in_place);
        assert_ne!(of("0001", "b").fixed, one.fixed);
        assert_eq!(of("0001", "b").written_in_place, one.written_in_place);
    }
}
