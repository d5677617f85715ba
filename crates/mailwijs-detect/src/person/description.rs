//! Pupils who are described rather than named: initials, "your son", "that boy in 3B".

use super::{Mention, PersonResolver};
use crate::entity::Person;
use crate::reading::Reading;
use crate::tokens::{Shape, Token};

impl PersonResolver {
    /// "J.V. uit 3B", "leerling J.V.", "Delano W."
    pub(super) fn initials(&self, reading: &Reading<'_>, index: usize, token: &Token) -> Option<Mention> {
        let single = |at: usize| {
            reading
                .tokens
                .get(at)
                .is_some_and(|token| token.range.len() == 1 && token.shape == Shape::Capital)
        };
        let dotted = |at: usize| reading.between(at).starts_with('.');
        let previous = index.checked_sub(1).map_or("", |before| reading.word_at(before));
        if single(index) && dotted(index) && single(index + 1) && reading.between(index).trim() == "." {
            let classed = (index + 2..index + 5).any(|at| self.is_class(reading, at));
            let cued = self.roles.about.contains(previous) || self.roles.child.contains(previous);
            return (classed || cued).then_some(Mention {
                tokens: index..index + 2,
                person: Person::Initials,
            });
        }
        let name = token.shape == Shape::Capital && self.names.first.contains(reading.word(token));
        let classed = (index + 2..index + 4).any(|at| self.is_class(reading, at));
        (name && single(index + 1) && dotted(index + 1) && classed).then_some(Mention {
            tokens: index..index + 2,
            person: Person::Initials,
        })
    }

    /// "uw zoon", "die jongen uit L4", "mijn jongste dochter".
    pub(super) fn role(&self, reading: &Reading<'_>, index: usize) -> Option<Mention> {
        let word = reading.word_at(index);
        if !self.roles.owner.contains(word) {
            return None;
        }
        let child = (index + 1..=index + 2).find(|&at| {
            self.roles.child.contains(reading.word_at(at))
                && reading.sentence_of(at) == reading.sentence_of(index)
        })?;
        let indefinite = matches!(word, "een" | "ne" | "nen" | "un" | "une" | "a" | "the");
        let placed = (child + 1..child + 5).any(|at| self.is_class(reading, at));
        (!indefinite || placed).then_some(Mention {
            tokens: index..child + 1,
            person: Person::Role,
        })
    }

    /// A class code: `3B`, `5WEWI`, `L3`, `K2`, `groep 6`, `2 havo`.
    pub(super) fn is_class(&self, reading: &Reading<'_>, index: usize) -> bool {
        let word = reading.word_at(index);
        let mut chars = word.chars();
        let code = match (chars.next(), chars.as_str()) {
            (Some('1'..='7'), letters) if !letters.is_empty() => {
                letters.len() <= 5 && letters.chars().all(|c| c.is_ascii_alphabetic())
            }
            (Some('l' | 'k'), digits) => {
                matches!(digits.chars().next(), Some('1'..='6')) && digits.len() <= 2
            }
            _ => false,
        };
        let written = reading
            .tokens
            .get(index)
            .map_or("", |token| reading.written(&token.range));
        let upper = written.chars().any(char::is_uppercase);
        let number = |at: usize| {
            reading
                .word_at(at)
                .parse::<u8>()
                .is_ok_and(|n| (1..=8).contains(&n))
        };
        (code && upper)
            || (number(index)
                && (self.roles.grade.contains(reading.word_at(index + 1)) || is_course(reading, index + 1)))
            || (self.roles.grade.contains(word) && number(index + 1))
    }
}

/// A course of study after its year: "5 Kantoor", "6 Latijn".
fn is_course(reading: &Reading<'_>, index: usize) -> bool {
    let capital = reading
        .tokens
        .get(index)
        .is_some_and(|token| token.shape == Shape::Capital && token.range.len() > 3);
    capital
        && index
            .checked_sub(1)
            .is_some_and(|year| reading.between(year) == " ")
}
