//! Lists of pupils with their dates of birth or telephone numbers: nothing in it is sensitive by itself, all together are.

use std::ops::Range;

use mailwijs_detect::Span;
use mailwijs_mail::{Part, ZoneKind};

use super::telling::Telling;
use super::{facts, fixes};
use crate::audience::Audience;
use crate::words::fold;
use crate::{Context, Evidence, Found};

/// From so many rows it is a list.
const ROWS: usize = 5;
/// How many rows are shown.
const SHOWN: usize = 3;
/// How many lines are looked at.
const LOOKED_AT: usize = 5000;
/// A longer line is no row.
const LONGEST: usize = 400;
/// How many years before the mail a pupil is born, at least and at most. A later date is an appointment, an earlier one an adult.
const AGES: (i64, i64) = (2, 22);
/// Seconds of a year, near enough for ages.
const YEAR: i64 = 31_556_952;
/// Words in a heading or file name that say that a list is about pupils or their parents.
const PUPILS: [&str; 16] = [
    "leerling", "klas", "kind", "voornaam", "roepnaam", "ouder", "mama", "papa", "moeder", "vader", "eleve",
    "prenom", "parent", "pupil", "student", "given",
];
/// Words in a heading that say that a date is one of birth.
const BORN: [&str; 6] = ["geboorte", "geboren", "geb.", "naissance", "birth", "verjaardag"];

/// What a row tells about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    Birth,
    Telephone,
}

/// Looks at the files and the writer's own words.
pub fn find(context: &Context<'_>, audience: Audience) -> Option<Found> {
    let year = context.mail.date.map(|date| 1970 + date / YEAR);
    let mut evidence = Vec::new();
    for (part, text, start) in texts(context) {
        let rows = rows(text, year);
        let shared = |tells| match tells {
            Tells::Birth => true,
            Tells::Telephone => is_spread(audience),
        };
        let telling: Vec<Range<usize>> = [Tells::Birth, Tells::Telephone]
            .into_iter()
            .filter(|tells| shared(*tells))
            .map(|tells| {
                let of = rows.iter().filter(|(_, other)| *other == tells);
                of.map(|(range, _)| range.clone()).collect::<Vec<_>>()
            })
            .find(|rows| rows.len() >= ROWS)
            .unwrap_or_default();
        evidence.extend(telling.into_iter().take(SHOWN).filter_map(|row| {
            context.evidence(&Span {
                part,
                range: start + row.start..start + row.end,
            })
        }));
    }
    let telling = Telling::list(audience);
    (!evidence.is_empty()).then(|| Found {
        facts: facts(context, "list", 1, &telling),
        weight: telling.weight(),
        evidence: first(evidence),
        fixes: fixes(context),
        ..Found::default()
    })
}

fn first(mut evidence: Vec<Evidence>) -> Vec<Evidence> {
    evidence.truncate(SHOWN);
    evidence
}

/// Texts that can hold a list, and where each begins in its part.
fn texts<'a>(context: &Context<'a>) -> Vec<(Part, &'a str, usize)> {
    let files = context.attachments.iter();
    let files = files.map(|(index, text)| (Part::Attachment(*index), text.as_str(), 0));
    let body = &context.mail.body;
    let own = body.zones.iter().filter(|zone| zone.kind == ZoneKind::Own);
    let own = own.filter_map(|zone| {
        let text = body.content.get(zone.range.clone())?;
        Some((Part::Body { quoted: false }, text, zone.range.start))
    });
    files.chain(own).collect()
}

/// A telephone list of a class is for its teachers; a list of birth dates is for nobody's mailbox.
const fn is_spread(audience: Audience) -> bool {
    !matches!(
        audience,
        Audience::Received | Audience::NobodyYet | Audience::Colleagues | Audience::Care
    )
}

/// Whether the heading or the file's name, which is the last line of its text, holds one of the words.
fn is_headed(text: &str, words: &[&str]) -> bool {
    let heading = text.lines().take(3).chain(text.lines().next_back());
    heading
        .map(fold)
        .any(|line| words.iter().any(|word| line.contains(word)))
}

/// The rows that name a person with a date of birth or a telephone number, of a list that is headed as one of pupils.
fn rows(text: &str, year: Option<i64>) -> Vec<(Range<usize>, Tells)> {
    let born = is_headed(text, &BORN);
    if !born && !is_headed(text, &PUPILS) {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n').take(LOOKED_AT) {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let cells = cells(line.trim());
        if line.len() > LONGEST || cells.len() < 2 || !cells.iter().any(|cell| is_name(cell)) {
            continue;
        }
        let is_birth = |cell: &str| {
            let age = year_in(cell).and_then(|born| Some(year? - born));
            match (year_in(cell), age) {
                (Some(_), Some(age)) => (AGES.0..=AGES.1).contains(&age),
                (Some(_), None) => born,
                _ => false,
            }
        };
        if cells.iter().any(|cell| is_birth(cell)) {
            rows.push((range, Tells::Birth));
        } else if cells.iter().any(|cell| is_telephone(cell)) {
            rows.push((range, Tells::Telephone));
        }
    }
    rows
}

/// The cells of a row: between tabs, semicolons or bars, or between two commas or more.
fn cells(line: &str) -> Vec<&str> {
    for separator in ['\t', ';', '|'] {
        if line.contains(separator) {
            return line.split(separator).map(str::trim).collect();
        }
    }
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    if cells.len() > 2 { cells } else { Vec::new() }
}

/// One to five words, each with a capital except "van de".
fn is_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let lettered = cell.chars().all(|c| c.is_alphabetic() || " '’-.,".contains(c));
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    (1..=5).contains(&words.len()) && lettered && words.iter().any(capital) && cell.chars().count() > 2
}

/// The year of a whole date: `14/02/2011`, `2011-02-14`, `14.2.2011`.
fn year_in(cell: &str) -> Option<i64> {
    let parts: Vec<i64> = cell
        .split(['/', '-', '.'])
        .map(|part| part.trim().parse().ok())
        .collect::<Option<_>>()?;
    match *parts.as_slice() {
        [day @ 1..=31, 1..=12, year @ 1900..=2100] | [year @ 1900..=2100, 1..=12, day @ 1..=31] => {
            (day > 0).then_some(year)
        }
        _ => None,
    }
}

/// `0470 12 34 56`, `+32 470 12 34 56`, `06-12345678`
fn is_telephone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let written = cell.chars().all(|c| c.is_ascii_digit() || " +/.-()".contains(c));
    written && (9..=13).contains(&digits) && cell.starts_with(['0', '+', '('])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_dates_of_birth_from_appointments() {
        let row = |text: &str| {
            let list = format!("Klaslijst 1A\n{text}\n");
            rows(&list, Some(2026)).first().map(|(_, tells)| *tells)
        };
        assert_eq!(row("Rune Baetens\t14/02/2011\t1A"), Some(Tells::Birth));
        assert_eq!(row("Baetens;Rune;2011-02-14"), Some(Tells::Birth));
        assert_eq!(
            row("Rune Baetens, mama Els, 0470 12 34 56"),
            Some(Tells::Telephone)
        );
        for other in [
            "12/03/2026\tUitstap Planckendael",
            "Karel de Grote\t02/04/1947",
            "Rune Baetens\t8/10",
            "14/02/2011 Rune Baetens",
            "stoelen;12;0470 12 34 56",
        ] {
            assert_eq!(row(other), None, "{other}");
        }
    }

    #[test]
    fn a_heading_says_what_a_date_is_when_the_mail_has_none() {
        let list = "Naam;Geboortedatum\nRune Baetens;14/02/2011\n";
        assert_eq!(rows(list, None).len(), 1);
        assert_eq!(rows("Leerling;Datum\nRune Baetens;14/02/2011\n", None).len(), 0);
        assert_eq!(rows("Titel;Datum\nDe Griezels;14/02/2011\n", Some(2026)).len(), 0);
    }
}
