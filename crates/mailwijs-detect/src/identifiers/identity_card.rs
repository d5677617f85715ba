//! The number of a Belgian identity card (eID).
//!
//! Twelve digits written `XXX-XXXXXXX-YY`; the last two are the first ten modulo 97, with 97 for 0 (instructions of the National
//! Register on TI 195). A structured payment reference has the same check digits, so a keyword must be near.

use super::Candidate;
use super::digits::{Digits, Number};
use super::words::Said;
use crate::entity::EntityKind;

/// Finds card numbers.
pub(super) fn find(digits: &Digits<'_>) -> Vec<Candidate> {
    digits.numbers(12, &[3, 10], |number, context| {
        (is_valid(number) && context.says(Said::IdentityCard)).then(|| Candidate {
            kind: EntityKind::BelgianIdentityCard,
            range: number.range.clone(),
            score: 1.0,
        })
    })
}

fn is_valid(number: &Number) -> bool {
    let check = match number.value(0..10) % 97 {
        0 => 97,
        rest => rest,
    };
    number.is_filled() && check == number.value(10..12)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::digits::number;

    #[test]
    fn checks_as_the_national_register_does() {
        for (digits, valid) in [
            ("000001103271", true),
            ("591191706458", true),
            ("591201099997", true), // 0 is written 97
            ("000001103225", false),
        ] {
            assert_eq!(is_valid(&number(digits)), valid, "{digits}");
        }
    }
}
