//! Payment cards: the issuer's first digits and length, and the check digit of ISO/IEC 7812-1 (Luhn).
//!
//! One number in ten passes the check digit, so the number is written in the card's own groups or a keyword is near.

use super::Candidate;
use super::digits::{Digits, Number};
use super::words::Said;
use crate::entity::EntityKind;

/// How a network writes its numbers.
struct Network {
    /// First digits, from and to, of the same length.
    prefix: (u64, u64),
    /// How many digits.
    length: usize,
    /// After which digits the card shows a space.
    groups: &'static [usize],
}

const fn network(prefix: (u64, u64), length: usize, groups: &'static [usize]) -> Network {
    Network {
        prefix,
        length,
        groups,
    }
}

const FOURS: &[usize] = &[4, 8, 12];
const AMEX: &[usize] = &[4, 10];

/// The networks of cards that Belgian and Dutch people hold, by the issuer identification numbers their operators publish.
const NETWORKS: [Network; 11] = [
    network((4, 4), 16, FOURS),       // Visa
    network((51, 55), 16, FOURS),     // Mastercard
    network((2221, 2720), 16, FOURS), // Mastercard
    network((34, 34), 15, AMEX),      // American Express
    network((37, 37), 15, AMEX),
    network((36, 36), 14, AMEX), // Diners Club
    network((6011, 6011), 16, FOURS),
    network((65, 65), 16, FOURS),               // Discover
    network((5018, 5020), 16, FOURS),           // Maestro
    network((6759, 6763), 16, FOURS),           // Maestro
    network((6703, 6703), 17, &[4, 8, 12, 16]), // Bancontact
];

/// Finds card numbers.
pub(super) fn find(digits: &Digits<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (length, cuts) in [(14, AMEX), (15, AMEX), (16, FOURS), (17, &[4, 8, 12, 16])] {
        found.extend(digits.numbers(length, cuts, |number, context| {
            let network = network_of(number)?;
            let grouped = number.groups == network.groups.len() + 1;
            (grouped || context.says(Said::PaymentCard)).then(|| Candidate {
                kind: EntityKind::PaymentCard,
                range: number.range.clone(),
                score: 1.0,
            })
        }));
    }
    found
}

fn network_of(number: &Number) -> Option<&'static Network> {
    NETWORKS.iter().find(|network| {
        let (from, to) = network.prefix;
        let written = from.ilog10() as usize + 1;
        number.digits().len() == network.length
            && (from..=to).contains(&number.value(0..written))
            && luhn(number.digits())
    })
}

/// Every second digit from the right counts double, its digits added; the sum is a multiple of ten.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = u32::from(*digit);
            match (at % 2 == 1, digit > 4) {
                (false, _) => digit,
                (true, false) => digit * 2,
                (true, true) => digit * 2 - 9,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::digits::number;

    #[test]
    fn knows_the_networks_test_numbers() {
        for (digits, valid) in [
            ("4111111111111111", true),
            ("5555555555554444", true),
            ("2223003122003222", true),
            ("378282246310005", true),
            ("36227206271667", true),
            ("6011111111111117", true),
            ("4111111111111112", false), // wrong check digit
            ("1234567812345670", false), // no network
            ("0000000000000000", false),
        ] {
            assert_eq!(network_of(&number(digits)).is_some(), valid, "{digits}");
        }
    }
}
