//! Codes that are typed or turned on a door, a safe, an alarm or a machine, and picture logins.
//!
//! "Draai 4-7-1-9", "ze springen open met 2580", "Links 22, rechts 8, links 41", "drie plaatjes: bus, peer, maan".

use std::ops::Range;

use super::scene::Scene;
use super::shape::is_year;
use super::written::{Written, end_of, pieces, trim, words};
use crate::meaning::{Cue, Cues};
use crate::reading::Reading;

/// How many words may stand between the word for typing and the code.
const BETWEEN: usize = 3;
/// Farther from that word, in bytes, nothing is looked at.
const NEAR: usize = 96;
/// How many sentences ago the locked thing may have been named.
const AGO: usize = 3;
/// A list of pictures that is longer, in bytes, is none.
const CLAUSE: usize = 1024;
/// A thing to open is spoken of.
const LOCK: Cues = Cues::of(&[Cue::Lock]);
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
/// Where a dial turns.
const TURNS: [&str; 8] = [
    "links", "rechts", "linksom", "rechtsom", "gauche", "droite", "left", "right",
];

/// Finds codes by what they open, in folded bytes.
pub(super) fn find(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (sentence, verb) in scene.places(Cue::Entry) {
        let last = found.last().map_or(0, |last: &Range<usize>| last.end);
        if verb.start >= last && is_locked(scene, sentence) {
            found.extend(typed(reading, verb));
        }
    }
    if scene.has_any(LOCK) {
        found.extend(told(reading, scene));
        found.extend(spelled(reading, scene));
        found.extend(turned(reading, scene));
    }
    found.extend(pictures(reading, scene));
    found
}

fn is_locked(scene: &Scene, sentence: usize) -> bool {
    scene.has(Cue::Lock, sentence + 1, AGO + 1) && !scene.has(Cue::Riddle, sentence, AGO)
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
    let lead = text.get(..verb.start)?;
    let lead = lead.get(lead.ceil_char_boundary(lead.len().saturating_sub(NEAR))..)?;
    let line = lead.rsplit('\n').next()?;
    let words = words(line, verb.start - line.len());
    let last = words.len().checked_sub(1)?;
    let code = words.get(last)?;
    let plain = code.text.bytes().all(|byte| byte.is_ascii_digit());
    (plain && !is_year(code.text) && code_at(&words, last, last).is_some())
        .then_some(code.range.start..verb.end)
}

/// Where the code that begins at `index` ends.
fn code_at(words: &[Written<'_>], index: usize, verb: usize) -> Option<usize> {
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
fn is_label(word: &str) -> bool {
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

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_a_clause(word: &str) -> bool {
    word.ends_with([',', '.', ';', ')', '!', '?', '#', '*'])
}

/// "Het hangslot is 3074", "voor de kopiemachine: 20417": a code that is told about a locked thing.
fn told(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (base, line) in scene.lines_near(reading, LOCK, AGO, 1) {
        let mut pairs = pieces(line).zip(pieces(line).skip(1));
        if !pairs.any(|((_, lead), (_, code))| may_be_a_code(code) && may_lead(lead)) {
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
                && is_locked(scene, sentence)
                && let Some(end) = code_at(&words, index, words.len())
            {
                found.push(word.range.start..end);
            }
        }
    }
    found
}

fn may_be_a_code(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit()) && is_digits(trim(word))
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

/// "6-0-3-8" beside a lock: digits apart are a code, whatever is said of them.
fn spelled(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let single = |at: usize| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| token.len() == 1) && is_digits(reading.word_at(at))
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut after = 0;
    for &at in &reading.with_digits {
        if at < after || !single(at) {
            continue;
        }
        let mut end = at + 1;
        while single(end) && matches!(reading.between(end - 1), "-" | " " | " - ") {
            end += 1;
        }
        after = end;
        let sentence = reading.sentence_of(at);
        let locked = || scene.within(Cue::Lock, sentence, 1) && is_locked(scene, sentence);
        if (4..=8).contains(&(end - at)) && locked() {
            found.push(reading.bytes_of(&(at..end)));
        }
    }
    found
}

/// "Links 22, rechts 8, links 41": three turns of a dial.
fn turned(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let is_turn = |at: usize| TURNS.contains(&reading.word_at(at));
    let is_number = |at: usize| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| token.len() <= 2) && is_digits(reading.word_at(at))
    };
    let mut found = Vec::new();
    let mut after = 0;
    // A dial's setting begins with a number or with the turn before one.
    let starts = reading.with_digits.iter();
    for at in starts.flat_map(|&number| number.saturating_sub(1)..=number) {
        if at < after {
            continue;
        }
        let mut end = at;
        let number_first = is_number(at);
        loop {
            let (turn, number) = if number_first {
                (end + 1, end)
            } else {
                (end, end + 1)
            };
            if !(is_number(number) && is_turn(turn)) {
                break;
            }
            end += 2;
        }
        after = end.max(at + 1);
        if end >= at + 6 && is_locked(scene, reading.sentence_of(at)) {
            found.push(reading.bytes_of(&(at..end)));
        }
    }
    found
}

/// A login for the youngest: pictures to choose, in order.
fn pictures(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let text = reading.folded.text.as_str();
    let places = scene.places(Cue::Pictures);
    let list = places.filter_map(|(sentence, range)| {
        if !scene.has(Cue::Login, sentence, AGO) || scene.has(Cue::Riddle, sentence, AGO) {
            return None;
        }
        let rest = text.get(range.end..)?;
        let rest = rest.get(..rest.floor_char_boundary(CLAUSE))?;
        let clause = rest.split(['.', '\n', '!', '?']).next()?;
        if clause.len() + 4 > CLAUSE {
            return None;
        }
        let (lead, items) = clause.split_once(':')?;
        let names = items.split(',');
        let short = names
            .clone()
            .all(|name| (1..=3).contains(&name.split_whitespace().count()));
        (lead.split_whitespace().count() <= BETWEEN && names.count() >= 3 && short)
            .then(|| range.start..range.end + clause.len())
    });
    list.collect()
}
