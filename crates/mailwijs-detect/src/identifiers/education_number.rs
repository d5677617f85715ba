//! The Dutch education number (onderwijsnummer) of pupils who have no BSN.
//!
//! Nine digits that begin with 10; the weighted sum of a BSN leaves 5 modulo 11 (DUO, "Programma van eisen BRON").

use super::Candidate;
use super::bsn::weighted_sum;
use super::digits::{Digits, Number};
use super::words::Said;
use crate::entity::EntityKind;

/// Finds education numbers.
pub(super) fn find(digits: &Digits<'_>) -> Vec<Candidate> {
    digits.numbers(9, &[4, 6], |number, context| {
        (is_valid(number) && context.says(Said::CitizenNumber)).then(|| Candidate {
            kind: EntityKind::DutchEducationNumber,
            range: number.range.clone(),
            score: 1.0,
        })
    })
}

fn is_valid(number: &Number) -> bool {
    number.value(0..2) == 10 && weighted_sum(number) == 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::digits::number;

    #[test]
    fn checks_as_the_register_of_education_does() {
        for (digits, valid) in [("101222331", true), ("100252333", false), ("211222337", false)] {
            assert_eq!(is_valid(&number(digits)), valid, "{digits}");
        }
    }
}
