//! What some words are, so summed up that a word which is none of them is told at once.

use super::compiled::Term;
use crate::kinds::Kinds;
use crate::sentences::Sentence;
use crate::tokens::Token;

/// Some words: the [bits](crate::vocabulary::WordId::bit) of their groups, and one each for words that fit one with a star and for
/// pupils' names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs(u64);

const STARRED: u64 = 1 << 62;
const PUPIL: u64 = 1 << 63;

impl Signs {
    /// Of no word.
    pub const NONE: Self = Self(0);
    /// Of every word.
    pub const ALL: Self = Self(u64::MAX);

    /// Those of a token.
    const fn of(token: &Token) -> Self {
        Self::together(token.id.bit(), token.kinds, token.pupil)
    }

    const fn together(bits: u64, kinds: Kinds, pupil: bool) -> Self {
        let starred = if kinds.has_any(Kinds::STARRED) { STARRED } else { 0 };
        let pupil = if pupil { PUPIL } else { 0 };
        Self(bits | starred | pupil)
    }

    /// Those of all tokens of a sentence.
    pub const fn of_all(sentence: &Sentence) -> Self {
        Self::together(sentence.bits, sentence.kinds, sentence.pupil)
    }

    /// Adds the first word of a phrase, however it is spelled.
    pub const fn add(&mut self, term: Term) {
        self.0 |= match term {
            Term::Word(id) => id.bit(),
            Term::Starred(_) => STARRED,
            Term::Spelled(_) | Term::PupilName => PUPIL,
        };
    }

    /// Whether a token may be one of them.
    pub const fn may_be(self, token: &Token) -> bool {
        self.meet(Self::of(token))
    }

    /// Whether any of some tokens may be one of them. All are looked at: they are few, and where the first stands nobody can guess.
    #[inline]
    pub fn may_be_any(self, tokens: &[Token]) -> bool {
        let or = |any: u64, bits: u64| any | bits;
        if self.0 & (STARRED | PUPIL) == 0 {
            let bits = tokens.iter().map(|token| token.id.bit());
            bits.fold(0, or) & self.0 != 0
        } else {
            let bits = tokens.iter().map(|token| Self::of(token).0);
            bits.fold(0, or) & self.0 != 0
        }
    }

    /// Whether one of them may be among others.
    pub const fn meet(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}
