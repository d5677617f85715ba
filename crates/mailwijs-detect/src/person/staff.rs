//! Colleagues who are called by a bare first name: "Els ligt in scheiding" between teachers is about no pupil.
//!
//! Who is a colleague is told by the mail: among its readers, or by its words ("onze collega Els", "Els van het secretariaat").
//! A name that may be a pupil's too is left alone.

use rustc_hash::FxHashSet;

use super::{Correspondents, capitals, description::is_class, starts_sentence};
use crate::kinds::Kinds;
use crate::reading::Reading;
use crate::tokens::{Shape, Token};

/// What a bare name of a colleague is read as, so that what is told of colleagues is heard of them too.
const READ_AS: &str = "collega";

/// First names of colleagues in a text.
pub(super) fn staff(reading: &Reading<'_>, correspondents: &Correspondents) -> FxHashSet<String> {
    let mut staff = FxHashSet::default();
    for (index, token) in first_names(reading).filter(|(_, token)| !token.kinds.has_any(Kinds::LISTED)) {
        let word = reading.word(token);
        if correspondents.reads_with_others(word) || is_staff(reading, index) {
            staff.insert(word.to_owned());
        }
    }
    // Most mails speak of no colleague by a first name.
    if !staff.is_empty() {
        for (index, token) in first_names(reading) {
            let word = reading.word(token);
            if staff.contains(word) && is_pupil(reading, index) {
                staff.remove(word);
            }
        }
    }
    staff
}

/// The first names of a text, each with its index.
fn first_names<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = (usize, &'r Token)> {
    reading
        .capitals()
        .filter(|(_, token)| token.shape == Shape::Capital && token.kinds.has_any(Kinds::FIRST_NAME))
}

/// Lets the bare names of colleagues be read as such, but for those who are addressed or sign.
pub(super) fn mark(reading: &mut Reading<'_>, staff: &FxHashSet<String>) {
    if staff.is_empty() {
        return;
    }
    let bare = first_names(reading)
        .filter(|(at, token)| staff.contains(reading.word(token)) && is_told_of(reading, *at));
    for at in bare.map(|(at, _)| at).collect::<Vec<_>>() {
        reading.read_as(at, READ_AS);
    }
}

/// "onze collega Els", "juf Els", "Els van het secretariaat", "Els vervangt juf Karen".
fn is_staff(reading: &Reading<'_>, index: usize) -> bool {
    let titled = reading.follows(index, Kinds::COLLEAGUE)
        && reading.between(index - 1).trim_matches(['.', ' ']).is_empty();
    let article = || {
        usize::from(matches!(
            reading.word_at(index + 2),
            "het" | "de" | "l" | "the" | "la"
        ))
    };
    let near_a_desk = reading.is(index + 2, Kinds::DESK) || reading.is(index + 3, Kinds::DESK);
    let at_a_desk = near_a_desk
        && reading.is(index + 2 + article(), Kinds::DESK)
        && matches!(
            reading.word_at(index + 1),
            "van" | "op" | "du" | "de" | "from" | "in" | "at"
        );
    let stands_in =
        reading.is(index + 1, Kinds::STANDS_IN) && reading.is(index + 2, Kinds::COLLEAGUE.or(Kinds::OWN));
    titled || at_a_desk || stands_in
}

/// "leerling Els", "Els uit 3B", "de mama van Els".
fn is_pupil(reading: &Reading<'_>, index: usize) -> bool {
    let classed = is_class(reading, index + 1) || is_class(reading, index + 2);
    let child_of = index >= 2
        && reading.follows(index - 1, Kinds::KIN)
        && matches!(reading.word_at(index - 1), "van" | "de" | "of");
    classed || child_of || reading.follows(index, Kinds::ABOUT.or(Kinds::CHILD))
}

/// Neither in a greeting, nor spoken to, nor under the mail; a title before it says more than the name.
fn is_told_of(reading: &Reading<'_>, index: usize) -> bool {
    let sentence = reading.sentences.get(reading.sentence_of(index));
    let words = sentence.map_or(0..0, |sentence| sentence.tokens.clone());
    let greets = reading.is(words.start, Kinds::GREETING)
        || starts_sentence(reading, index) && reading.between(index).starts_with(',');
    let signs = capitals(reading, words.clone()).len() == words.len();
    !greets && !signs && !reading.follows(index, Kinds::TITLE.or(Kinds::COLLEAGUE))
}
