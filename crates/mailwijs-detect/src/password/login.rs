//! A name and a secret side by side, and a secret whose announcement was a sentence ago.
//!
//! "hovingf met Appeltaart#9", "digibord | tvw | M@andag12", "Je wachtwoord is gereset. Het nieuwe is Welkom-Tulp-83."

use std::ops::Range;

use super::scene::{AGO, Scene};
use super::shape::{Grade, grade, may_be_made_up};
use super::written::{Written, cells, end_of, pieces_with_digits, trim};
use crate::meaning::{Cue, Cues};
use crate::reading::Reading;
use crate::tokens::Token;

/// What may stand between a name and its secret.
const LINKS: [&str; 11] = [
    "/", "|", "daarna", "dan", "then", "puis", "ensuite", "+", "&", "->", "=",
];
/// What may stand there too, and between logging in and the secret, but has other uses.
const WITH: [&str; 3] = ["met", "with", "avec"];
/// And between a name that is introduced as one and its secret.
const AND: [&str; 3] = ["en", "and", "et"];
/// What may lead to a secret that was announced before.
const COPULAS: [&str; 17] = [
    "is", "wordt", "blijft", "was", "luidt", "werd", "altijd", "steeds", "est", "reste", "toujours", "still",
    "remains", "nu", "now", "=", ":",
];

/// What must be said somewhere.
const CUES: Cues = Cues::of(&[Cue::Secret, Cue::Code, Cue::Login, Cue::Platform, Cue::Lock]);

/// Finds secrets by the login they are part of, in folded bytes.
pub(super) fn find(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // A line without a digit holds no secret of this kind.
    for (base, line) in scene.lines_near(reading, CUES, AGO, 0) {
        if !pieces_with_digits(line).any(|(_, piece)| may_be_made_up(piece)) {
            continue;
        }
        let cells = cells(line, base);
        for index in 0..cells.len() {
            found.extend(secret_at(reading, scene, &cells, index));
        }
    }
    found
}

/// The secret that this cell is, and the name or word that leads to it.
fn secret_at(
    reading: &Reading<'_>,
    scene: &Scene,
    cells: &[Written<'_>],
    index: usize,
) -> Option<Range<usize>> {
    let cell = cells.get(index)?;
    let grade = grade(trim(cell.text))?;
    let link = cells.get(index.checked_sub(1)?)?;
    let sentence = sentence_at(reading, cell.range.start)?;
    let range = |from: &Written<'_>| Some(from.range.start..end_of(cell));
    if scene.covers(Cue::Series, cell.range.start) {
        return None;
    }
    let announced = scene.has(Cue::Secret, sentence, AGO) || scene.has(Cue::Code, sentence, AGO);
    let platform = grade > Grade::Likely && scene.has(Cue::Platform, sentence, AGO);
    let login = platform || scene.has(Cue::Login, sentence, AGO);
    if let Some(label) = led_by(cells, index - 1) {
        // What follows "gebruiker:" is a name.
        if scene.covers(Cue::Account, label.range.start) {
            return None;
        }
        let code = grade == Grade::Chained && scene.covers(Cue::Entry, label.range.start);
        if announced || login && (grade == Grade::Sure || code) {
            return range(link);
        }
    }
    let locked = scene.has(Cue::Lock, sentence, 0) && grade == Grade::Sure;
    if !(login || announced || locked) {
        return None;
    }
    let linked = LINKS.contains(&link.text);
    let with = WITH.contains(&link.text);
    let and = AND.contains(&link.text);
    // "groep5 en dan Dolfijn2019" has two words between them.
    let and_then = linked && index > 2 && cells.get(index - 2).is_some_and(|word| AND.contains(&word.text));
    let name = if and_then {
        cells.get(index - 3)?
    } else if linked || with || and {
        cells.get(index.checked_sub(2)?)?
    } else {
        link
    };
    let pair =
        linked || (with || and || link.text.ends_with([',', ';'])) && is_introduced(scene, cells, name);
    let verb = grade == Grade::Likely && scene.covers(Cue::Login, name.range.start);
    let label = scene.covers(Cue::Account, name.range.start);
    if is_name(name) && !label && !verb && (pair || with && grade == Grade::Sure) {
        return range(name);
    }
    // "inloggen met Zonnebloem12", unless that is the name and the password comes elsewhere.
    let asked = grade < Grade::Sure && scene.within(Cue::Secret, sentence + 1, 1);
    (with && scene.within(Cue::Login, sentence, 0) && !asked)
        .then(|| range(link))
        .flatten()
}

/// Whether the word before a name says that it is one: "gebruiker", "inloggen met", "als".
fn is_introduced(scene: &Scene, cells: &[Written<'_>], name: &Written<'_>) -> bool {
    before(cells, name).is_some_and(|word| {
        let at = word.range.start;
        WITH.contains(&word.text)
            || matches!(word.text, "als" | "as" | "comme")
            || scene.covers(Cue::Account, at)
            || scene.covers(Cue::Login, at)
    })
}

fn before<'c, 't>(cells: &'c [Written<'t>], cell: &Written<'_>) -> Option<&'c Written<'t>> {
    let at = cells.partition_point(|other| other.range.start < cell.range.start);
    cells.get(at.checked_sub(1)?)
}

/// The word before the copula that leads to a secret: "het nieuwe is …", "vanaf nu is het …", "code: …".
fn led_by<'c, 't>(cells: &'c [Written<'t>], link: usize) -> Option<&'c Written<'t>> {
    let word = cells.get(link)?;
    if word.text.ends_with([':', '=']) && word.text.len() > 1 {
        return Some(word);
    }
    let inverted = matches!(word.text, "het" | "dit" | "dat" | "it");
    let copula = if inverted { link.checked_sub(1)? } else { link };
    COPULAS
        .contains(&cells.get(copula)?.text)
        .then(|| cells.get(copula.checked_sub(1)?))
        .flatten()
}

/// Whether a word may be the name of an account.
fn is_name(word: &Written<'_>) -> bool {
    let name = trim(word.text);
    name.len() >= 3
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@'))
        && name.starts_with(|c: char| c.is_alphabetic())
}

fn sentence_at(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let token = reading.tokens.partition_point(|token| token.end() <= at);
    reading.tokens.get(token).map(Token::sentence)
}
