//! Codes that are typed or told beside a door, a safe, an alarm or a machine: "draai 4-7-1-9", "ze springen open met 2580".

use std::ops::Range;

use super::code::{code_at, is_digits, is_label};
use super::dial;
use super::scene::{AGO, Scene};
use super::shape::is_year;
use super::written::{Written, last_piece, pieces_with_digits, trim, words, words_before};
use crate::meaning::{Cue, Cues};
use crate::reading::Reading;

/// How many words may stand between the word for typing and the code.
const BETWEEN: usize = 3;
/// Farther from that word, in bytes, nothing is looked at.
const NEAR: usize = 96;
/// A thing to open is spoken of.
const LOCK: Cues = Cues::of(&[Cue::Lock]);

/// Finds codes by what they open, in folded bytes.
pub(super) fn find(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (sentence, verb) in scene.places(Cue::Entry) {
        let last = found.last().map_or(0, |last: &Range<usize>| last.end);
        if verb.start >= last && scene.is_locked(sentence) {
            found.extend(typed(reading, verb));
        }
    }
    if scene.has_any(LOCK) {
        found.extend(told(reading, scene));
        found.extend(dial::spelled(reading, scene));
        found.extend(dial::turned(reading, scene));
    }
    found
}

/// From the word for typing to the code after it.
fn typed(reading: &Reading<'_>, verb: &Range<usize>) -> Option<Range<usize>> {
    let text = reading.folded.text.as_str();
    let rest = text.get(verb.start..)?;
    let reach = (verb.len() + NEAR).min(rest.len());
    let rest = rest.get(..rest.floor_char_boundary(reach))?;
    let words = words(rest.split('\n').next()?, verb.start);
    let first = words.iter().position(|word| word.range.end >= verb.end)?;
    if let Some(range) = typed_before(text, verb) {
        return Some(range);
    }
    for index in 0..=first + 1 + BETWEEN {
        let word = words.get(index)?;
        if let Some(end) = code_at(&words, index, first) {
            return Some(verb.start..end);
        }
        if index >= first && word.text.ends_with(['.', '?', '!']) {
            return None;
        }
    }
    None
}

/// "8305 intoetsen": the code right before the word for typing.
fn typed_before(text: &str, verb: &Range<usize>) -> Option<Range<usize>> {
    let words = words_before(text, verb.start, NEAR);
    let last = words.len().checked_sub(1)?;
    let code = words.get(last)?;
    let plain = code.text.bytes().all(|byte| byte.is_ascii_digit());
    (plain && !is_year(code.text) && code_at(&words, last, last).is_some())
        .then_some(code.range.start..verb.end)
}

/// "Het hangslot is 3074", "voor de kopiemachine: 20417": a code that is told about a locked thing.
fn told(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (base, line) in scene.lines_near(reading, LOCK, AGO, 1) {
        let lead = |at: usize| last_piece(line.get(..at).unwrap_or_default());
        if !pieces_with_digits(line).any(|(at, code)| may_be_a_code(code) && lead(at).is_some_and(may_lead)) {
            continue;
        }
        let words = words(line, base);
        for (index, word) in words.iter().enumerate().skip(1) {
            let digits = trim(word.text).bytes().all(|byte| byte.is_ascii_digit());
            if !digits || is_year(trim(word.text)) || !leads_to(&words, index) {
                continue;
            }
            let token = reading
                .tokens
                .partition_point(|token| token.end() <= word.range.start);
            let sentence = reading.sentence_of(token);
            let code = scene.has(Cue::Entry, sentence, AGO) || scene.has(Cue::Code, sentence, AGO);
            let named = scene.within(Cue::Lock, sentence, 0) || code;
            if named
                && scene.is_locked(sentence)
                && let Some(end) = code_at(&words, index, words.len())
            {
                found.push(word.range.start..end);
            }
        }
    }
    found
}

fn may_be_a_code(word: &str) -> bool {
    is_digits(trim(word))
}

/// Whether a word may be the last before a code that is told: what [`leads_to`] looks at first.
fn may_lead(word: &str) -> bool {
    word.ends_with(':') || is_copula(word) || matches!(word, "dat" | "het" | "nu" | "now")
}

fn is_copula(word: &str) -> bool {
    matches!(word, "is" | "=" | ":" | "wordt" | "est" | "blijft")
}

/// Whether the words before `index` say that what follows is the code, and not a price or a number of the thing.
fn leads_to(words: &[Written<'_>], index: usize) -> bool {
    let lead = words.get(..index).unwrap_or_default();
    let near = lead.get(lead.len().saturating_sub(5)..).unwrap_or_default();
    let Some((last, rest)) = near.split_last() else {
        return false;
    };
    let copula = |word: &Written<'_>| is_copula(word.text);
    let inverted = matches!(last.text, "dat" | "het" | "nu" | "now") && rest.last().is_some_and(copula);
    let leads = copula(last) || inverted || last.text.ends_with(':');
    leads && !near.iter().any(|word| is_label(trim(word.text)))
}
