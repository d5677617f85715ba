//! Pupils who are described rather than named: initials, "your son", "that boy in 3B".

use super::Mention;
use crate::entity::Person;
use crate::kinds::Kinds;
use crate::reading::Reading;
use crate::tokens::{Shape, Token};

/// "J.V. uit 3B", "leerling J.V.", "Delano W."
pub(super) fn initials(reading: &Reading<'_>, index: usize, token: &Token) -> Option<Mention> {
    let single = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.len() == 1 && token.shape == Shape::Capital)
    };
    let dotted = |at: usize| reading.between(at).starts_with('.');
    if single(index) && dotted(index) && single(index + 1) && reading.between(index).trim() == "." {
        let classed = (index + 2..index + 5).any(|at| is_class(reading, at));
        let cued = reading.follows(index, Kinds::ABOUT.or(Kinds::CHILD));
        return (classed || cued).then_some(Mention {
            tokens: index..index + 2,
            person: Person::Initials,
        });
    }
    let name = token.shape == Shape::Capital && token.kinds.has_any(Kinds::FIRST_NAME);
    let classed = || (index + 2..index + 4).any(|at| is_class(reading, at));
    (name && single(index + 1) && dotted(index + 1) && classed()).then_some(Mention {
        tokens: index..index + 2,
        person: Person::Initials,
    })
}

/// "uw zoon", "die jongen uit L4", "mijn jongste dochter".
pub(super) fn role(reading: &Reading<'_>, index: usize) -> Option<Mention> {
    if !reading.is(index, Kinds::OWNER) {
        return None;
    }
    let child = (index + 1..=index + 2)
        .find(|&at| reading.is(at, Kinds::CHILD) && reading.sentence_of(at) == reading.sentence_of(index))?;
    let indefinite = matches!(
        reading.word_at(index),
        "een" | "ne" | "nen" | "un" | "une" | "a" | "the"
    );
    let placed = (child + 1..child + 5).any(|at| is_class(reading, at));
    (!indefinite || placed).then_some(Mention {
        tokens: index..child + 1,
        person: Person::Role,
    })
}

/// A class code: `3B`, `5WEWI`, `L3`, `K2`, `groep 6`, `2 havo`.
pub(super) fn is_class(reading: &Reading<'_>, index: usize) -> bool {
    let word = reading.word_at(index);
    let begins = word.bytes().next();
    if !begins.is_some_and(|first| matches!(first, b'0'..=b'9' | b'l' | b'k'))
        && !reading.is(index, Kinds::GRADE)
    {
        return false;
    }
    let mut chars = word.chars();
    let code = match (chars.next(), chars.as_str()) {
        (Some('1'..='7'), letters) if !letters.is_empty() => {
            letters.len() <= 5 && letters.chars().all(|c| c.is_ascii_alphabetic())
        }
        (Some('l' | 'k'), digits) => matches!(digits.chars().next(), Some('1'..='6')) && digits.len() <= 2,
        _ => false,
    };
    let upper = || {
        let token = reading.tokens.get(index);
        let written = token.map_or("", |token| reading.written(&token.range()));
        written.chars().any(char::is_uppercase)
    };
    let number = |at: usize| {
        let year = reading.word_at(at).parse::<u8>();
        year.is_ok_and(|year| (1..=8).contains(&year))
    };
    (code && upper())
        || (number(index) && (reading.is(index + 1, Kinds::GRADE) || is_course(reading, index + 1)))
        || (reading.is(index, Kinds::GRADE) && number(index + 1))
}

/// A course of study after its year: "5 Kantoor", "6 Latijn".
fn is_course(reading: &Reading<'_>, index: usize) -> bool {
    let capital = reading
        .tokens
        .get(index)
        .is_some_and(|token| token.shape == Shape::Capital && token.len() > 3);
    capital
        && index
            .checked_sub(1)
            .is_some_and(|year| reading.between(year) == " ")
}
