//! Whom the first line of a mail greets by name.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use mailwijs_mail::ZoneKind;

use super::{AddressWord, address_word, is_given_name};
use crate::Context;
use crate::words::{Token, rows, tokens};

/// A person whom a greeting names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Greeted {
    /// The words of the name, folded.
    pub words: Vec<String>,
    /// After "mevrouw" or "meneer": a family name, most likely.
    pub titled: bool,
    /// Where the name stands in the text.
    pub range: Range<usize>,
}

/// What a word of a greeting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// "Beste"
    Greeting,
    /// "mevrouw"
    Title,
    /// "en"
    And,
}

static WORDS: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/checks/greeting-words.tsv"))
        .filter_map(|row| Word::read(&row))
        .collect()
});

impl Word {
    fn read(row: &[&'static str]) -> Option<(&'static str, Self)> {
        match *row {
            ["greeting", word] => Some((word, Self::Greeting)),
            ["title", word] => Some((word, Self::Title)),
            ["and", word] => Some((word, Self::And)),
            _ => None,
        }
    }
}

/// The people whom the first line of the writer's own words greets, with their place in the body; nobody when it greets in another
/// way ("Beste ouders", "Dag mama van Lotte") or says something else. Only names that are surely names count: known given names,
/// and what follows a title.
pub fn greeted(context: &Context<'_>) -> Vec<Greeted> {
    let body = &context.mail.body;
    let mut own = body.zones.iter().filter(|zone| zone.kind == ZoneKind::Own);
    let first = own.find_map(|zone| {
        let text = body.content.get(zone.range.clone())?;
        let line = text.lines().find(|line| !line.trim().is_empty())?;
        Some((zone.range.start + text.find(line)?, line))
    });
    let Some((start, line)) = first else {
        return Vec::new();
    };
    // A text of one line is a note, more often about somebody than to somebody.
    let more = body
        .content
        .get(start + line.len()..)
        .is_some_and(|rest| !rest.trim().is_empty());
    let mut people = if more { in_line(line) } else { Vec::new() };
    for person in &mut people {
        person.range = person.range.start + start..person.range.end + start;
    }
    people
}

/// Whether a text begins with a greeting and a title: "Dag mevrouw Claes", "Beste meneer".
pub fn greets_with_title(own_text: &str) -> bool {
    let words = tokens(own_text);
    let kind = |at: usize| words.get(at).and_then(|token| WORDS.get(token.word.as_str()));
    kind(0) == Some(&Word::Greeting) && kind(1) == Some(&Word::Title)
}

/// What stands between two commas or "en" of a greeting.
enum Piece {
    Person(Greeted),
    /// Greeting words and titles only: "Beste mevrouw".
    Courtesy,
    /// Anything else: the greeting is over, or never was one.
    Other,
}

/// The people greeted by a line.
fn in_line(line: &str) -> Vec<Greeted> {
    let words = tokens(line);
    let begins = words
        .first()
        .is_some_and(|first| matches!(WORDS.get(first.word.as_str()), Some(Word::Greeting | Word::Title)));
    let mut people = Vec::new();
    for piece in pieces(line, &words) {
        match read(piece) {
            Piece::Person(person) => people.push(person),
            Piece::Courtesy => {}
            Piece::Other if begins && !people.is_empty() => break,
            Piece::Other => return Vec::new(),
        }
    }
    people.retain(|person| person.titled || person.words.first().is_some_and(|name| is_given_name(name)));
    people
}

/// The words of a line, cut at marks and at "en".
fn pieces<'w>(line: &str, words: &'w [Token]) -> Vec<&'w [Token]> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (index, token) in words.iter().enumerate() {
        let last = index.checked_sub(1).and_then(|last| words.get(last));
        let between = line.get(last.map_or(0, |last| last.range.end)..token.range.start);
        let cut = between.is_some_and(|between| between.contains([',', '/', '&', '+', '!', ':', '.', '(']));
        let and = WORDS.get(token.word.as_str()) == Some(&Word::And);
        if cut || and {
            pieces.extend(words.get(start..index));
            start = if and { index + 1 } else { index };
        }
    }
    pieces.extend(words.get(start..));
    pieces.retain(|piece: &&[Token]| !piece.is_empty());
    pieces
}

fn read(piece: &[Token]) -> Piece {
    let courtesies = piece
        .iter()
        .take_while(|token| matches!(WORDS.get(token.word.as_str()), Some(Word::Greeting | Word::Title)))
        .count();
    let (courtesies, name) = piece.split_at_checked(courtesies).unwrap_or_default();
    let (Some(first), Some(last)) = (name.first(), name.last()) else {
        return Piece::Courtesy;
    };
    let titled = courtesies
        .iter()
        .any(|token| WORDS.get(token.word.as_str()) == Some(&Word::Title));
    let particle = |token: &Token| address_word(&token.word) == Some(AddressWord::Particle);
    let starts = is_name(first) || titled && particle(first);
    if starts && name.iter().all(|token| is_name(token) || particle(token)) && name.iter().any(is_name) {
        Piece::Person(Greeted {
            words: name.iter().map(|token| token.word.clone()).collect(),
            titled,
            range: first.range.start..last.range.end,
        })
    } else {
        Piece::Other
    }
}

/// A capitalised word that is no parent, desk or family: those are greeted by what they are.
fn is_name(token: &Token) -> bool {
    let word = address_word(&token.word);
    token.capital
        && token.word.len() > 1
        && token.word.chars().all(char::is_alphabetic)
        && matches!(word, None | Some(AddressWord::Particle))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Vec<String> {
        in_line(line)
            .iter()
            .map(|person| person.words.join(" "))
            .collect()
    }

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../assets/checks/greeting-words.tsv");
        assert_eq!(rows(table).count(), WORDS.len());
    }

    #[test]
    fn names_in_a_greeting() {
        for (line, expected) in [
            ("Dag Tom,", &["tom"][..]),
            ("Dag Tom, kan jij morgen komen?", &["tom"]),
            ("Beste mevrouw Peeters", &["peeters"]),
            ("Beste mevrouw Van den Eynde,", &["van den eynde"]),
            ("Beste mevrouw en meneer Maes", &["maes"]),
            ("Dag Ruth, dag Dirk", &["ruth", "dirk"]),
            ("Beste Marleen, Bruno en Tom", &["marleen", "bruno", "tom"]),
            ("Bonjour Madame Herman,", &["herman"]),
            ("Dear Mr and Mrs Raman,", &["raman"]),
            ("Fatima", &["fatima"]),
            ("Mevrouw Claes,", &["claes"]),
            ("Goedemorgen Sofie!", &["sofie"]),
            ("Dag Ann Peeters", &["ann peeters"]),
        ] {
            assert_eq!(names(line), expected, "{line}");
        }
    }

    #[test]
    fn other_first_lines() {
        for line in [
            "Beste ouders,",
            "Dag mama van Lotte",
            "Dag mama en papa van Juul",
            "Beste collega's",
            "Geachte heer",
            "Tom komt morgen niet.",
            "Bas, als dat nog eens gebeurt",
            "Dag allemaal,",
            "Dag pieten",
            "Beste Directie",
            "Kort verslag klassenraad 1A, actiepunten:",
            "Jef, Lotte en Tom zijn ziek vandaag.",
            "Beste klas",
            "",
        ] {
            assert_eq!(names(line), [""; 0], "{line}");
        }
    }
}
