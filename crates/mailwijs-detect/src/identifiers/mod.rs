//! Numbers that stand for one person: a file for each kind, with the source of its check digits.
//!
//! A number is accepted for what its check digits prove. Where chance passes too easily (one in eleven nine-digit numbers
//! satisfies the test of a BSN) a word of `assets/checks/identifier-words.tsv` must stand near.

mod account;
mod bsn;
mod digits;
mod education_number;
mod identity_card;
mod national_number;
mod payment_card;
mod travel_document;
mod words;

use std::ops::Range;

use crate::entity::{Entity, EntityKind};
use crate::reading::Reading;
use digits::Digits;

/// A number recognised in folded text.
struct Candidate {
    kind: EntityKind,
    /// Folded bytes, from its first to its last character.
    range: Range<usize>,
    score: f32,
}

/// Finds every kind of number, each place once: account numbers and travel documents first, since they hold shorter
/// numbers of other kinds.
pub(crate) fn detect(reading: &Reading<'_>) -> Vec<Entity> {
    let text = reading.folded.text.as_str();
    let digits = Digits::new(text, &reading.folded.blocks);
    let mut all = account::find(text, &digits);
    all.extend(payment_card::find(&digits));
    all.extend(national_number::find(&digits));
    all.extend(identity_card::find(&digits));
    all.extend(education_number::find(&digits));
    all.extend(bsn::find(&digits));
    all.extend(travel_document::find(reading));
    let mut kept: Vec<Candidate> = Vec::new();
    // Stable: of numbers that begin at one place, the kind named first above stays.
    all.sort_by_key(|candidate| candidate.range.start);
    for candidate in all {
        if kept
            .last()
            .is_none_or(|last| last.range.end <= candidate.range.start)
            && !in_link(text, &candidate.range)
        {
            kept.push(candidate);
        }
    }
    kept.into_iter()
        .map(|candidate| Entity {
            span: reading.span(&candidate.range),
            kind: candidate.kind,
            score: candidate.score,
        })
        .collect()
}

/// How much of a link before a number is looked at.
const LINK: usize = 200;

/// Whether a number is part of a web address, where long numbers are names of pages.
fn in_link(text: &str, range: &Range<usize>) -> bool {
    let from = text.floor_char_boundary(range.start.saturating_sub(LINK));
    let before = text.get(from..range.start).unwrap_or_default();
    let run = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    run.contains("://") || run.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use mailwijs_mail::Part;
    use proptest::prelude::*;

    use super::*;
    use crate::document::Segment;

    fn find(text: &str) -> Vec<(EntityKind, String)> {
        let segment = Segment::own(Part::Body { quoted: false }, text);
        let reading = Reading::new(&segment, &(0..text.len()));
        let found = detect(&reading).into_iter();
        found
            .map(|entity| (entity.kind, text[entity.span.range].to_owned()))
            .collect()
    }

    /// What people, word processors and mail programs put between the groups of a number.
    const SEPARATORS: [&str; 17] = [
        " ",
        ".",
        "-",
        "/",
        "_",
        "\u{a0}",
        "\u{2009}",
        "\u{202f}",
        "\u{2013}",
        "\u{2011}",
        "\u{ad}",
        "\u{200b}",
        "\n",
        "\n> ",
        " -\n> > ",
        "\u{c2}\u{a0}",
        "â€“",
    ];

    #[test]
    fn separators_of_any_kind() {
        for separator in SEPARATORS {
            for (label, groups, kind) in [
                (
                    "",
                    &["85.07.30", "033", "28"][..],
                    EntityKind::BelgianNationalNumber,
                ),
                ("BSN ", &["1112", "22", "333"], EntityKind::Bsn),
                (
                    "rekening ",
                    &["BE68", "5390", "0754", "7034"],
                    EntityKind::Iban("BE68539007547034".into()),
                ),
                (
                    "eID-kaart ",
                    &["591", "1917064", "58"],
                    EntityKind::BelgianIdentityCard,
                ),
                (
                    "Visa ",
                    &["4111", "1111", "1111", "1111"],
                    EntityKind::PaymentCard,
                ),
            ] {
                let number = groups.join(separator);
                let text = format!("{label}{number}, bedankt");
                assert_eq!(find(&text), [(kind, number)], "{text:?}");
            }
        }
    }

    #[test]
    fn quotation_marks_and_brackets_around() {
        for text in [
            "\"85.07.30-033.28\"",
            "(85.07.30-033.28)",
            "«85073003328»",
            "„85 07 30 033 28”",
            "８５.０７.３０-０３３.２８",
        ] {
            assert_eq!(find(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn pages_are_no_persons() {
        for text in [
            "https://bib.example/boek/85073003328",
            "www.bib.example/85073003328/bsn/111222333",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_national_number_is_found_in_any_spelling(
            (year, month, day) in (0_u64..100, 1_u64..13, 1_u64..29),
            bis in prop::sample::select(&[0_u64, 20, 40][..]),
            serial in 1_u64..998,
            recent in any::<bool>(),
            separators in prop::collection::vec(prop::sample::select(&SEPARATORS[..]), 4),
        ) {
            let number = ((year * 100 + month + bis) * 100 + day) * 1000 + serial;
            let check = 97 - (number + if recent { 2_000_000_000 } else { 0 }) % 97;
            let parts = [year, month + bis, day].map(|part| format!("{part:02}"));
            let [a, b, c, d] = separators[..] else { unreachable!() };
            let written = format!("{}{a}{}{b}{}{c}{serial:03}{d}{check:02}", parts[0], parts[1], parts[2]);
            let kind = if bis == 0 { EntityKind::BelgianNationalNumber } else { EntityKind::BelgianBisNumber };
            prop_assert_eq!(find(&format!("Zijn nummer: {written}.")), [(kind, written)]);
        }

        #[test]
        fn one_wrong_digit_is_no_number(
            at in 0_usize..11,
            other in 1_u8..10,
        ) {
            let mut digits = *b"85073003328";
            digits[at] = b'0' + (digits[at] - b'0' + other) % 10;
            let text = format!("rijksregisternummer {}", std::str::from_utf8(&digits).unwrap());
            prop_assert_eq!(find(&text), []);
        }

        #[test]
        fn an_account_number_is_found_in_any_spelling(
            account in 1_u64..10_000_000_000,
            separators in prop::collection::vec(prop::sample::select(&SEPARATORS[..]), 3),
            lower in any::<bool>(),
        ) {
            let inner = if account % 97 == 0 { 97 } else { account % 97 };
            let number = account * 100 + inner;
            // ISO 7064: "BE00" moved to the end and letters as numbers make …111400.
            let check = 98 - (u128::from(number) * 1_000_000 + 111_400) % 97;
            let country = if lower { "be" } else { "BE" };
            let digits = format!("{number:012}");
            let [a, b, c] = separators[..] else { unreachable!() };
            let written = format!("{country}{check:02}{a}{}{b}{}{c}{}", &digits[..4], &digits[4..8], &digits[8..]);
            let found = find(&format!("Stort op {written} aub"));
            prop_assert_eq!(found, [(EntityKind::Iban(format!("BE{check:02}{digits}")), written)]);
        }

        #[test]
        fn never_fails_and_spans_are_in_order(text in "[0-9 .\\-/_>\nBEbeNLnl\u{a0}\u{ad}âÂ€“]{0,80}") {
            let segment = Segment::own(Part::Body { quoted: false }, &text);
            let reading = Reading::new(&segment, &(0..text.len()));
            let mut end = 0;
            for entity in detect(&reading) {
                prop_assert!(entity.span.range.start >= end);
                end = entity.span.range.end;
                prop_assert!(text.get(entity.span.range).is_some());
            }
        }
    }
}
