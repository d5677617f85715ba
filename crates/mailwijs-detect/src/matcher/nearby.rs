//! A quick test of an anchor: is there any word near it of those that must be there? Most anchors fail it, and no search begins.

use super::compiled::{Choice, Place, Term};
use super::signs::Signs;
use crate::tokens::Token;
use crate::vocabulary::WordId;

/// One of some words must stand in a stretch around the anchor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Nearby {
    /// From so many tokens after the anchor, or before it when negative.
    from: i16,
    /// How many tokens on.
    length: u16,
    /// What the words begin with.
    first: Signs,
}

impl Nearby {
    /// What every anchor passes.
    pub const NOTHING: Self = Self {
        from: 0,
        length: 0,
        first: Signs::ALL,
    };

    /// A word of the anchor's own phrase, so many tokens from it.
    pub fn beside(offset: isize, word: WordId) -> Self {
        let mut first = Signs::NONE;
        first.add(Term::Word(word));
        Self::stretch(offset, 1, first)
    }

    /// The place after the anchor's, which ends so many tokens from it.
    pub fn after(place: &Place, end: usize) -> Option<Self> {
        let from = isize::try_from(end).ok()?;
        Some(Self::stretch(from, place.gap + 1, place.phrases.first))
    }

    /// The place before the anchor's, which begins so many tokens before it; `gap` words may stand between.
    pub fn before(choice: &Choice, gap: usize, start: usize) -> Option<Self> {
        let reach = start + gap + choice.longest;
        let from = -isize::try_from(reach).ok()?;
        Some(Self::stretch(from, gap + choice.longest, choice.first))
    }

    fn stretch(from: isize, length: usize, first: Signs) -> Self {
        match (from.try_into(), length.try_into()) {
            (Ok(from), Ok(length)) => Self { from, length, first },
            _ => Self::NOTHING,
        }
    }

    /// What the words begin with.
    pub const fn first(&self) -> Signs {
        self.first
    }

    /// Whether such a word may stand there when the anchor is `token`.
    pub fn may_be(&self, tokens: &[Token], token: usize) -> bool {
        if self.length == 0 {
            return true;
        }
        let from = token.saturating_add_signed(self.from.into());
        // Before the text's beginning stands nothing; the stretch becomes no longer than it was.
        let to = (from + usize::from(self.length)).min(tokens.len());
        let stretch = tokens.get(from..to).unwrap_or_default();
        self.first.may_be_any(stretch)
    }
}
