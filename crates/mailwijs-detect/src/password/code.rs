//! What a code in digits looks like among words: `4719`, `4-7-1-9`, `47 19`; not a year, a page or a count.

use super::shape::is_year;
use super::written::{Written, end_of, trim};

/// How many digits a code has.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=8;

/// A number before one of these counts or measures something, or is the time.
const UNITS: [&str; 40] = [
    "uur",
    "u",
    "h",
    "euro",
    "eur",
    "€",
    "%",
    "leerlingen",
    "kinderen",
    "mensen",
    "man",
    "personen",
    "minuten",
    "seconden",
    "paginas",
    "bladzijden",
    "km",
    "m",
    "meter",
    "keer",
    "kopieen",
    "stuks",
    "jaar",
    "punten",
    "deelnemers",
    "stemmen",
    "bladen",
    "vragen",
    "eleves",
    "euros",
    "minutes",
    "fois",
    "copies",
    "pages",
    "pupils",
    "people",
    "pounds",
    "times",
    "students",
    "woorden",
];
/// How verbs end that come after the code: "8305 intoetsen".
const TYPING: [&str; 7] = [
    "toetsen", "tikken", "typen", "geven", "voeren", "drukken", "draaien",
];
/// A number after one of these names a place, a page or a year.
const LABELS: [&str; 18] = [
    "lokaal",
    "klas",
    "bladzijde",
    "blz",
    "pagina",
    "p",
    "nummer",
    "nr",
    "tel",
    "gsm",
    "bel",
    "in",
    "sinds",
    "oefening",
    "page",
    "room",
    "local",
    "jaar",
];

/// Where the code that begins at `index` ends.
pub(super) fn code_at(words: &[Written<'_>], index: usize, verb: usize) -> Option<usize> {
    let first = groups(words.get(index)?.text)?;
    let mut all = first.clone();
    let mut last = index;
    while !ends_a_clause(words.get(last)?.text) {
        let Some(next) = words.get(last + 1).and_then(|word| groups(word.text)) else {
            break;
        };
        all.extend(next);
        last += 1;
    }
    let digits: usize = all.iter().map(|group| group.len()).sum();
    let whole = all.len() == 1;
    let spelled = all.len() >= 3 && all.iter().all(|group| group.len() == 1);
    let date = first_is(&all, 0, 31) && first_is(&all, 1, 12);
    let paired = (last > index || !date) && all.len() >= 2 && all.iter().all(|group| group.len() == 2);
    let long_enough = DIGITS.contains(&digits) || spelled;
    if !(long_enough && (whole || spelled || paired)) {
        return None;
    }
    let value = *all.first()?;
    if whole && is_year(value) && index != verb + 1 {
        return None;
    }
    let counts = words
        .get(last + 1)
        .is_some_and(|word| counts_things(trim(word.text)));
    let labelled =
        index > 0 && index != verb + 1 && words.get(index - 1).is_some_and(|word| is_label(trim(word.text)));
    (!counts && !labelled)
        .then(|| words.get(last).map(end_of))
        .flatten()
}

fn first_is(groups: &[&str], at: usize, most: u8) -> bool {
    groups
        .get(at)
        .is_some_and(|group| group.parse().is_ok_and(|number: u8| number <= most))
}

/// Whether a number after this word is no code.
pub(super) fn is_label(word: &str) -> bool {
    LABELS.contains(&word)
        || ["nummer", "number", "numero", "prijs"]
            .iter()
            .any(|end| word.ends_with(end))
}

/// Whether a number before this word says how many.
fn counts_things(word: &str) -> bool {
    let plural = word.len() >= 6 && word.ends_with("en") && !TYPING.iter().any(|verb| word.ends_with(verb));
    UNITS.contains(&word) || plural
}

/// The groups of digits that a word is made of: `4-7-1-9`, `38`, `7731#`.
fn groups(word: &str) -> Option<Vec<&str>> {
    let word = trim(word).trim_end_matches(['#', '*', '!']);
    let all: Vec<_> = word.split(['-', '.']).collect();
    all.iter()
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
        .then_some(all)
}

/// Whether a word is a number.
pub(super) fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_a_clause(word: &str) -> bool {
    word.ends_with([',', '.', ';', ')', '!', '?', '#', '*'])
}
