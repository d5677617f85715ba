//! The Dutch citizen service number (burgerservicenummer, BSN).
//!
//! Nine digits; the weighted sum 9·a + 8·b + … + 2·h − i is a multiple of 11 (Regeling burgerservicenummer, "elfproef"). One in
//! eleven numbers passes, so a keyword must be near, or a date of birth in the same row of a table.

use super::Candidate;
use super::digits::{Digits, Number};
use super::words::{Context, Said};
use crate::entity::EntityKind;

/// A further number this close below an accepted one stands in the same list or table column.
const COLUMN: usize = 120;

/// Finds BSNs.
pub(super) fn find(digits: &Digits<'_>) -> Vec<Candidate> {
    let mut last: Option<usize> = None;
    digits.numbers(9, &[1, 2, 3, 4, 5, 6, 7, 8], |number, context| {
        // One number in eleven is left; to look for words takes longer.
        if weighted_sum(number) != 0 || !number.is_filled() {
            return None;
        }
        let in_column = last.is_some_and(|end| number.range.start - end <= COLUMN);
        // "Breng je identiteitskaart mee, bel 03 …": what begins with 0 beside a card is a telephone.
        let on_card = number.value(0..1) != 0 && context.says(Said::IdentityCard);
        let announced = in_column
            || on_card
            || context.says(Said::CitizenNumber)
            || context.is_in_a_row_with_a_birth_date()
            || is_somebodys(number, context);
        announced.then(|| {
            last = Some(number.range.end);
            Candidate {
                kind: EntityKind::Bsn,
                range: number.range.clone(),
                score: 1.0,
            }
        })
    })
}

/// Nine digits in one piece, or each in a box of its own, on a form about somebody: "lees ik goed dat het nummer 111222333 is?" Ten of eleven other numbers fail the
/// test, telephones begin with 0, and trade is told by its words.
fn is_somebodys(number: &Number, context: &Context<'_>) -> bool {
    matches!(number.groups, 1 | 9)
        && number.value(0..1) != 0
        && context.says(Said::Personal)
        && !context.says(Said::Business)
}

/// The weighted sum modulo 11: 0 for a BSN, 5 for an education number.
pub(super) fn weighted_sum(number: &Number) -> i64 {
    let Some((last, rest)) = number.digits().split_last() else {
        return -1;
    };
    let weighted = rest.iter().zip((2..=9).rev());
    let sum: i64 = weighted.map(|(digit, weight)| i64::from(*digit) * weight).sum();
    (sum - i64::from(*last)).rem_euclid(11)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::digits::number;

    #[test]
    fn passes_the_eleven_test() {
        for (digits, valid) in [
            ("111222333", true),
            ("123456782", true),
            ("100000009", true),
            ("123456789", false),
        ] {
            assert_eq!(weighted_sum(&number(digits)) == 0, valid, "{digits}");
        }
    }
}
