//! Bank account numbers (IBAN, ISO 13616): mod 97 and each country's own form; for Belgium also the check digits inside.

use iban::{Iban, IbanLike};

use super::Candidate;
use super::digits::{Digits, WIDEST_SEPARATOR, is_separator};
use super::words::{Context, Said};
use crate::entity::EntityKind;
use crate::normalise::latin_look_alike;

/// The longest IBAN.
const LONGEST: usize = 34;
/// The shortest (Norway).
const SHORTEST: usize = 15;
/// An organisation's account: not a person's.
const ORGANISATION: f32 = 0.3;

/// Finds account numbers: two letters, and then digits.
pub(super) fn find(text: &str, digits: &Digits<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut from = 0;
    for digit in digits.starts() {
        let begin = country_before(text, digit).filter(|begin| *begin >= from);
        let Some(begin) = begin else { continue };
        let Some((number, end)) = read(text.get(begin..).unwrap_or_default()) else {
            continue;
        };
        let range = begin..begin + end;
        let score = if is_an_organisations(&Context::new(text, &range)) {
            ORGANISATION
        } else {
            1.0
        };
        from = range.end;
        found.push(Candidate {
            kind: EntityKind::Iban(number),
            range,
            score,
        });
    }
    found
}

/// Where the two letters begin that stand before a digit, alone but for separators between them.
fn country_before(text: &str, digit: usize) -> Option<usize> {
    let mut letters = 0;
    let mut begin = None;
    let before = text.get(..digit)?.char_indices().rev();
    // Two letters, a separator after each, and what stands before them.
    for (at, c) in before.take(2 * WIDEST_SEPARATOR + 3) {
        if letters == 2 {
            return begin.filter(|_| !c.is_alphanumeric());
        }
        if latin_look_alike(c).is_ascii_lowercase() {
            letters += 1;
            begin = Some(at);
        } else if c.is_alphanumeric() {
            return None;
        }
    }
    begin.filter(|at| letters == 2 && *at == 0)
}

/// Words that lead from an organisation to a person: "de vzw betaalt aan mevrouw Claes".
const TO_A_PERSON: [&str; 34] = [
    "aan", "naar", "maar", "u", "jou", "hem", "mais", "vous", "lui", "but", "you", "mijn", "haar", "zijn",
    "hun", "jouw", "je", "uw", "mevrouw", "meneer", "mama", "papa", "juf", "meester", "a", "mon", "son",
    "madame", "monsieur", "to", "my", "her", "his", "your",
];

/// "de rekening van de school (BE…)", "BE… op naam van vzw De Vrienden"; but not "de vzw betaalt aan mevrouw Claes: BE…".
fn is_an_organisations(context: &Context<'_>) -> bool {
    let leads_on = |between: &str| {
        between.contains(['.', ';'])
            || between
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| TO_A_PERSON.contains(&word))
    };
    let before = context.since(Said::Organisation);
    before.is_some_and(|between| !leads_on(between)) || context.is_followed_by(Said::Organisation)
}

/// An account number while it is read, without separators.
struct Compact {
    letters: [u8; LONGEST],
    length: usize,
    /// What those after the fourth leave modulo 97.
    rest: u32,
}

impl Compact {
    /// How many letters and digits stand first whose check digits come last.
    const HEAD: usize = 4;

    /// Adds a letter or digit. What is beyond the longest number is only counted.
    fn push(&mut self, letter: u8) {
        if let Some(place) = self.letters.get_mut(self.length) {
            *place = letter;
        }
        self.length += 1;
        if self.length > Self::HEAD {
            self.rest = remainder(self.rest, letter);
        }
    }

    /// The whole number.
    fn text(&self) -> &str {
        let letters = self.letters.get(..self.length).unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }

    /// Whether the check digits are right (ISO 7064: with the first four characters last and letters as numbers from 10, it leaves
    /// 1 modulo 97). To read it as an IBAN tells the same in seven times as many instructions, and what follows two letters and a
    /// number in a mail ("op 12 mei") is hardly ever one.
    fn checks(&self) -> bool {
        let head = self.letters.iter().take(Self::HEAD);
        head.fold(self.rest, |rest, letter| remainder(rest, *letter)) == 1
    }

    fn is_valid(&self) -> bool {
        let iban = self.text().parse::<Iban>();
        iban.is_ok_and(|iban| iban.country_code() != "BE" || belgian_check(self.text()))
    }
}

/// What a number leaves modulo 97 with another letter or digit behind it.
fn remainder(rest: u32, letter: u8) -> u32 {
    match letter {
        b'0'..=b'9' => (rest * 10 + u32::from(letter - b'0')) % 97,
        _ => (rest * 100 + u32::from(letter.saturating_sub(b'A')) + 10) % 97,
    }
}

/// The account number a text begins with and the byte after it.
fn read(text: &str) -> Option<(String, usize)> {
    let mut compact = Compact {
        letters: [0; LONGEST],
        length: 0,
        rest: 0,
    };
    let mut group_end = 0;
    let mut best = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let latin = latin_look_alike(c);
        let Some(letter) = u8::try_from(latin).ok().filter(u8::is_ascii_alphanumeric) else {
            if text.get(group_end..at + c.len_utf8()).is_some_and(is_separator) {
                continue;
            }
            break;
        };
        group_end = at + c.len_utf8();
        compact.push(letter.to_ascii_uppercase());
        let head = match compact.length {
            1 | 2 => letter.is_ascii_lowercase(),
            3 | 4 => letter.is_ascii_digit(),
            _ => true,
        };
        if !head || compact.length > LONGEST {
            break;
        }
        let group_ends = chars.peek().is_none_or(|(_, next)| !next.is_alphanumeric());
        if group_ends && compact.length >= SHORTEST && compact.checks() && compact.is_valid() {
            best = Some((compact.text().to_owned(), group_end));
        }
    }
    best
}

/// The last two of the twelve Belgian digits are the first ten modulo 97, with 97 for 0.
fn belgian_check(compact: &str) -> bool {
    let number =
        |range: std::ops::Range<usize>| compact.get(range).and_then(|digits| digits.parse::<u64>().ok());
    match (number(4..14), number(14..16)) {
        (Some(account), Some(check)) => (if account % 97 == 0 { 97 } else { account % 97 }) == check,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::Blocks;

    #[test]
    fn knows_whose_account_it_is() {
        for (text, organisation) in [
            ("op de rekening van de school: be71 0961 2345 6769", true),
            ("vzw vrienden van de school, be71 0961 2345 6769", true),
            ("be71 0961 2345 6769 op naam van vzw de kring", true),
            (
                "de vzw betaalt terug aan mevrouw claes: be71 0961 2345 6769",
                false,
            ),
            (
                "niet op de schoolrekening. die van papa is be71 0961 2345 6769",
                false,
            ),
            ("mama's rekening be71 0961 2345 6769", false),
            (
                "niet via de schoolrekening maar recht naar u: be71 0961 2345 6769",
                false,
            ),
        ] {
            let score = find(text, &Digits::new(text, &Blocks::of(text, &[])))
                .first()
                .unwrap()
                .score;
            assert_eq!(score < 0.5, organisation, "{text}");
        }
    }

    #[test]
    fn reads_the_ways_people_write_them() {
        for (text, expected) in [
            ("be68 5390 0754 7034 van", Some("BE68539007547034")),
            ("be68539007547034", Some("BE68539007547034")),
            ("ве68-5390-0754-7034", Some("BE68539007547034")), // Cyrillic letters
            ("be68 5390\n> 0754 7034", Some("BE68539007547034")),
            ("nl91 abna 0417 1643 00 op naam", Some("NL91ABNA0417164300")),
            (
                "fr14 2004 1010 0505 0001 3m02 606 svp",
                Some("FR1420041010050500013M02606"),
            ),
            ("be69 5390 0754 7034", None),
            ("beste ouders", None),
        ] {
            assert_eq!(
                read(text).map(|(number, _)| number).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
