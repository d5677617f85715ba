//! A name and a secret side by side, and a secret whose announcement was a sentence ago.
//!
//! "hovingf met Appeltaart#9", "digibord | tvw | M@andag12", "Je wachtwoord is gereset. Het nieuwe is Welkom-Tulp-83."

use std::ops::Range;

use super::scene::Scene;
use super::shape::{Grade, grade};
use super::written::{Written, cells, end_of, trim};
use crate::meaning::Cue;
use crate::reading::Reading;

/// What may stand between a name and its secret, or between logging in and the secret.
const LINKS: [&str; 13] = [
    "/", "|", "met", "daarna", "dan", "with", "then", "avec", "puis", "+", "&", "->", "=",
];
/// What may lead to a secret that was announced before.
const COPULAS: [&str; 17] = [
    "is", "wordt", "blijft", "was", "luidt", "werd", "altijd", "steeds", "est", "reste", "toujours", "still",
    "remains", "nu", "now", "=", ":",
];
/// How many sentences ago it may have been announced.
const AGO: usize = 3;

/// Finds secrets by the login they are part of, in folded bytes.
pub(super) fn find(reading: &Reading<'_>, scene: &Scene<'_>) -> Vec<Range<usize>> {
    let text = reading.folded.text.as_str();
    let mut found = Vec::new();
    let mut base = 0;
    for line in text.split_inclusive('\n') {
        // A line without a digit holds no secret of this kind.
        if line.contains(|c: char| c.is_ascii_digit()) {
            let cells = cells(line.trim_end_matches('\n'), base);
            for index in 0..cells.len() {
                found.extend(secret_at(reading, scene, &cells, index));
            }
        }
        base += line.len();
    }
    found
}

/// The secret that this cell is, and the name or word that leads to it.
fn secret_at(
    reading: &Reading<'_>,
    scene: &Scene<'_>,
    cells: &[Written<'_>],
    index: usize,
) -> Option<Range<usize>> {
    let cell = cells.get(index)?;
    let grade = grade(trim(cell.text))?;
    let link = cells.get(index.checked_sub(1)?)?;
    let sentence = sentence_at(reading, cell.range.start)?;
    let range = |from: &Written<'_>| Some(from.range.start..end_of(cell));
    if grade == Grade::Likely && scene.covers(Cue::Series, cell.range.start) {
        return None;
    }
    let announced = scene.has(Cue::Secret, sentence, AGO) || scene.has(Cue::Code, sentence, AGO);
    let login = scene.has(Cue::Login, sentence, AGO);
    if let Some(label) = led_by(cells, index - 1) {
        // What follows "gebruiker:" is a name.
        if scene.covers(Cue::Account, label.range.start) {
            return None;
        }
        if announced || login && grade == Grade::Sure {
            return range(link);
        }
    }
    let locked = login || announced || scene.has(Cue::Lock, sentence, 0) && grade == Grade::Sure;
    if !locked {
        return None;
    }
    let linked = LINKS.contains(&link.text);
    let comma = link.text.ends_with([',', ';']);
    let name = if linked {
        cells.get(index.checked_sub(2)?)?
    } else {
        link
    };
    let verb = grade == Grade::Likely && scene.covers(Cue::Login, name.range.start);
    if (linked || comma) && is_name(name) && !verb && !scene.covers(Cue::Account, name.range.start) {
        let pair =
            grade == Grade::Sure || linked || scene.covers(Cue::Account, before(cells, name)?.range.start);
        return pair.then(|| range(name)).flatten();
    }
    // "inloggen met Zonnebloem12", unless that is the name and the password comes elsewhere.
    let alone = matches!(link.text, "met" | "with" | "avec") && scene.within(Cue::Login, sentence, 0);
    (alone && (grade == Grade::Sure || !scene.within(Cue::Secret, sentence + 1, 1)))
        .then(|| range(link))
        .flatten()
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
    let token = reading.tokens.partition_point(|token| token.range.end <= at);
    reading.tokens.get(token).map(|token| token.sentence)
}
