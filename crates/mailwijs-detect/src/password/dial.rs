//! Codes digit by digit, as one turns or presses them: "6-0-3-8", "links 22, rechts 8, links 41".

use std::ops::Range;

use super::code::is_digits;
use super::scene::Scene;
use crate::meaning::Cue;
use crate::reading::Reading;

/// Where a dial turns.
const TURNS: [&str; 8] = [
    "links", "rechts", "linksom", "rechtsom", "gauche", "droite", "left", "right",
];

/// "6-0-3-8" beside a lock: digits apart are a code, whatever is said of them.
pub(super) fn spelled(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
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
        let locked = || scene.within(Cue::Lock, sentence, 1) && scene.is_locked(sentence);
        if (4..=8).contains(&(end - at)) && locked() {
            found.push(reading.bytes_of(&(at..end)));
        }
    }
    found
}

/// "Links 22, rechts 8, links 41": three turns of a dial.
pub(super) fn turned(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
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
        if end >= at + 6 && scene.is_locked(reading.sentence_of(at)) {
            found.push(reading.bytes_of(&(at..end)));
        }
    }
    found
}
