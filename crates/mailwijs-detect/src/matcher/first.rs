//! What some phrases begin with, so summed up that a token which begins none of them is told at once.

use super::compiled::Term;
use crate::kinds::Kinds;
use crate::tokens::Token;

/// The first words of phrases.
#[derive(Debug, Clone, Copy)]
pub(super) struct First {
    /// The [bits](crate::vocabulary::WordId::bit) of their groups.
    bits: u64,
    /// One has a star.
    starred: bool,
    /// One is a pupil's name.
    pupil: bool,
}

impl First {
    /// Of no phrase.
    pub const NONE: Self = Self {
        bits: 0,
        starred: false,
        pupil: false,
    };

    /// Adds the first word of a phrase, however it is spelled.
    pub const fn add(&mut self, term: Term) {
        match term {
            Term::Word(id) => self.bits |= id.bit(),
            Term::Starred(_) => self.starred = true,
            Term::Spelled(_) | Term::PupilName => self.pupil = true,
        }
    }

    /// Whether a token may be one of them.
    pub const fn may_be(&self, token: &Token) -> bool {
        self.bits & token.id.bit() != 0
            || self.pupil && token.pupil
            || self.starred && token.kinds.has_any(Kinds::STARRED)
    }
}
