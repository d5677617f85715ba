//! Pupils who are named: by the class list, by the name lists, or by where the name stands.

use super::adults::Adults;
use super::description::is_class;
use super::{Mention, PersonResolver, starts_sentence};
use crate::class_list::Pupil;
use crate::entity::Person;
use crate::kinds::Kinds;
use crate::language;
use crate::reading::Reading;
use crate::tokens::{Shape, Token};

impl PersonResolver {
    pub(super) fn on_class_list(
        &self,
        reading: &Reading<'_>,
        index: usize,
        token: &Token,
        adults: &Adults<'_>,
    ) -> Option<Mention> {
        let word = reading.word(token);
        let pupils = if token.kinds.has_any(Kinds::LISTED) {
            self.class_list.named(word)
        } else {
            &[]
        };
        let longest = pupils
            .iter()
            .filter_map(|pupil| full_name(reading, index, pupil))
            .max();
        if let Some(end) = longest {
            return Some(Mention {
                tokens: index..end,
                person: Person::ClassList,
            });
        }
        if let Some(end) = self.initial_and_family(reading, index, adults) {
            return Some(Mention {
                tokens: index..end,
                person: Person::Initials,
            });
        }
        let capital = matches!(token.shape, Shape::Capital | Shape::Upper);
        let distinct =
            token.shape == Shape::Lower && word.len() > 3 && !token.kinds.has_any(Kinds::AMBIGUOUS);
        if !pupils.is_empty()
            && !adults.are_called(word)
            && !reading.follows(index, Kinds::TITLE)
            && (capital || distinct)
            && !is_ambiguous(reading, index)
        {
            return Some(Mention {
                tokens: index..index + 1,
                person: Person::ClassList,
            });
        }
        let family = capital && follows_family(reading, index);
        (family && self.class_list.has_family(word)).then_some(Mention {
            tokens: index..index + 1,
            person: Person::ClassList,
        })
    }

    /// "S. Wauters", when a pupil is called Wauters and an adult of this mail is not.
    fn initial_and_family(&self, reading: &Reading<'_>, index: usize, adults: &Adults<'_>) -> Option<usize> {
        let initial = reading.tokens.get(index)?;
        if initial.len() != 1 || initial.shape != Shape::Capital || reading.between(index) != ". " {
            return None;
        }
        (index + 2..=index + 4).find(|&end| {
            let words: Vec<&str> = (index + 1..end).map(|at| reading.word_at(at)).collect();
            let adult = words.last().is_some_and(|last| adults.are_called(last));
            !adult && self.class_list.has_pupil(reading.word(initial), &words.join(" "))
        })
    }
}

/// A name of the name lists, or a capital where a name stands.
pub(super) fn named(
    reading: &Reading<'_>,
    index: usize,
    token: &Token,
    adults: &Adults<'_>,
) -> Option<Mention> {
    if token.shape != Shape::Capital || token.len() < 2 {
        return None;
    }
    let common = token.kinds.has_any(Kinds::GREETING.or(Kinds::PARENT));
    if common || reading.follows(index, Kinds::TITLE.or(Kinds::PLACE)) {
        return None;
    }
    let first_in_sentence = starts_sentence(reading, index);
    let ambiguous = is_ambiguous(reading, index);
    let family = surname(reading, index + 1);
    if first_in_sentence && family.is_none() && is_common_word(reading, token) {
        return None;
    }
    let known = (!ambiguous || family.is_some()) && is_first_name(reading, token);
    let cued = || {
        reading.follows(index, Kinds::ABOUT)
            || follows_family(reading, index)
            || kin_before(reading, index)
            || class_follows(reading, index)
    };
    let shaped = family.is_some() && !first_in_sentence;
    let placed = || !first_in_sentence && stands_as_a_name(reading, index);
    let pair = family.is_none() && is_pair(reading, index);
    if !(known || shaped || pair || cued() || placed()) || adults.are_called(reading.word(token)) {
        return None;
    }
    Some(Mention {
        tokens: index..family.unwrap_or(index + 1 + usize::from(pair)),
        person: Person::Name,
    })
}

/// An ordinary word that only has a capital because it begins the sentence: "Storm op komst", but "Storm is ziek".
fn is_ambiguous(reading: &Reading<'_>, index: usize) -> bool {
    let acts = || reading.is(index + 1, Kinds::VERB);
    reading.is(index, Kinds::AMBIGUOUS) && starts_sentence(reading, index) && !acts()
}

/// A name that is a pronoun or the like in the language around it: "Elle est malade", but "Elle is ziek".
fn is_common_word(reading: &Reading<'_>, token: &Token) -> bool {
    if !token.kinds.has_any(Kinds::NO_NAME) {
        return false;
    }
    let own = language::vote(token.kinds);
    let around = reading.votes_beside(token);
    let most = around.into_iter().max().unwrap_or(0);
    own.into_iter()
        .zip(around)
        .any(|(own, votes)| own > 0 && votes == most)
}

/// A first name, also as "Tariks" or "Ilses".
fn is_first_name(reading: &Reading<'_>, token: &Token) -> bool {
    let owner = reading
        .word(token)
        .strip_suffix('s')
        .filter(|owner| owner.len() > 3);
    let named = |kinds: Kinds| kinds.has_any(Kinds::FIRST_NAME) && !kinds.has_any(Kinds::AMBIGUOUS);
    token.kinds.has_any(Kinds::FIRST_NAME) || owner.is_some_and(|owner| named(reading.kinds_of(owner)))
}

/// "de ouders van Noor", "la maman de Noor".
fn kin_before(reading: &Reading<'_>, index: usize) -> bool {
    let before = index
        .checked_sub(1)
        .filter(|before| reading.follows(*before, Kinds::KIN));
    before.is_some_and(|before| matches!(reading.word_at(before), "van" | "de" | "of"))
}

/// Two capitals that own something or are in a class: "Mirek Dvořák's account", "Ferdinand Nkosi (4e C)".
fn is_pair(reading: &Reading<'_>, index: usize) -> bool {
    let second = reading.tokens.get(index + 1);
    let capital = second.is_some_and(|token| token.shape == Shape::Capital && token.len() > 1);
    if !capital || reading.between(index) != " " {
        return false;
    }
    let after = reading.between(index + 1);
    let owns = after == "'" && reading.word_at(index + 2) == "s";
    let classed = after.trim_start().starts_with('(')
        && (index + 2..index + 4).any(|at| is_class(reading, at) || reading.is(at, Kinds::GRADE));
    let year = matches!(
        reading.word_at(index + 2),
        "1e" | "2e" | "3e" | "4e" | "5e" | "6e"
    );
    owns || classed || after.starts_with(" (") && year
}

/// A capital within a sentence where persons stand, and things or places hardly do: "dat Hidde een", "mag Wessel niet".
fn stands_as_a_name(reading: &Reading<'_>, index: usize) -> bool {
    let alone = || matches!(reading.between(index), " " | ", ");
    let close = || reading.between(index - 1) == " ";
    let lower = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.shape == Shape::Lower)
    };
    let acts = || reading.is(index + 1, Kinds::VERB);
    let led = reading.follows(index, Kinds::LEADS) && acts() || reading.follows(index, Kinds::ASKS);
    led && lower(index - 1) && lower(index + 1) && alone() && close()
}

/// "Amélie (3B)", "Amélie uit 3B".
fn class_follows(reading: &Reading<'_>, index: usize) -> bool {
    let next = reading.word_at(index + 1);
    let at = if matches!(next, "uit" | "van" | "in" | "from" | "de" | "en") {
        index + 2
    } else {
        index + 1
    };
    is_class(reading, at)
}

/// The token after the pupil's whole name, when it stands at `index`, given name first.
fn full_name(reading: &Reading<'_>, index: usize, pupil: &Pupil) -> Option<usize> {
    let rest = pupil.given_rest.iter().chain(&pupil.family);
    let mut end = index + 1;
    for word in rest {
        if reading.word_at(end) != word {
            return None;
        }
        end += 1;
    }
    (!pupil.family.is_empty()).then_some(end)
}

/// The longest small word that a family name begins with, in bytes.
const LONGEST_PARTICLE: usize = 3;

/// The token after a family name that starts at `index`: "Maes", "De Wachter", "van der Berg".
fn surname(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let first = reading.tokens.get(index)?;
    if first.shape != Shape::Capital && first.len() > LONGEST_PARTICLE {
        return None;
    }
    let adjacent = |at: usize| {
        at.checked_sub(1)
            .is_some_and(|left| matches!(reading.between(left), " " | "-" | "'"))
    };
    let mut at = index;
    while at < index + 3
        && adjacent(at)
        && matches!(
            reading.word_at(at),
            "van" | "de" | "der" | "den" | "het" | "t" | "ten" | "el" | "da" | "du" | "le" | "la" | "o" | "d"
        )
    {
        at += 1;
    }
    let token = reading.tokens.get(at)?;
    let fits =
        adjacent(at) && token.shape == Shape::Capital && (at > index || token.kinds.has_any(Kinds::SURNAME));
    fits.then_some(at + 1)
}

/// Whether the word before makes a name a family's: "gezin Yilmaz".
fn follows_family(reading: &Reading<'_>, index: usize) -> bool {
    reading.follows(index, Kinds::FAMILY)
}
