//! The Belgian national number (rijksregisternummer) and the BIS number; both are called INSZ or NISS.
//!
//! Eleven digits: birth date `YYMMDD` (month and day may be 00 when unknown; in a BIS number 20 or 40 is added to the month), a
//! serial number of three from 001 to 998, and two check digits, `97 − n mod 97`, where n is the first nine digits, with a 2 before
//! them for births since 2000. Source: royal decrees of 3 April 1984 (national number) and 8 February 1991 (BIS number).

use super::Candidate;
use super::digits::{Digits, Number};
use super::words::Said;
use crate::entity::EntityKind;

/// A number without keyword and without the usual dots and dashes may be anything of eleven digits.
const UNSURE: f32 = 0.5;

/// Finds national and BIS numbers.
pub(super) fn find(digits: &Digits<'_>) -> Vec<Candidate> {
    digits.numbers(11, &[2, 4, 6, 9], |number, context| {
        let kind = kind(number)?;
        let sure = number.groups > 2 || context.says(Said::NationalNumber);
        Some(Candidate {
            kind,
            range: number.range.clone(),
            score: if sure { 1.0 } else { UNSURE },
        })
    })
}

/// Which of the two eleven digits are.
fn kind(number: &Number) -> Option<EntityKind> {
    let kind = match number.value(2..4) {
        0..=12 => EntityKind::BelgianNationalNumber,
        20..=32 | 40..=52 => EntityKind::BelgianBisNumber,
        _ => return None,
    };
    let dated = number.value(4..6) <= 31 && (1..=998).contains(&number.value(6..9));
    let (first, check) = (number.value(0..9), number.value(9..11));
    let checks = |first: u64| 97 - first % 97 == check;
    (dated && (checks(first) || checks(2_000_000_000 + first))).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::digits::number;

    #[test]
    fn checks_as_the_national_register_does() {
        let national = Some(EntityKind::BelgianNationalNumber);
        let bis = Some(EntityKind::BelgianBisNumber);
        for (digits, expected) in [
            ("85073003328", national.clone()), // born in 1985
            ("11021425782", national.clone()), // born in 2011
            ("76123199843", national),
            ("98472899765", bis.clone()), // July 1998, sex known
            ("01490700185", bis),
            ("98471400106", None), // BIS month, wrong checksum
            ("85073003327", None),
            ("85133003328", None), // month 13
            ("00000000097", None), // no serial number
        ] {
            assert_eq!(kind(&number(digits)), expected, "{digits}");
        }
    }
}
