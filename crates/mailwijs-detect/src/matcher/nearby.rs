//! A quick test of an anchor: is there any word near it of those that must be there? Most anchors fail it, and no search begins.

use super::compiled::{Choice, Place};
use crate::tokens::Token;

/// One of some words must stand in a stretch around the anchor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Nearby {
    /// From so many tokens after the anchor, or before it when negative.
    from: i16,
    /// How many tokens on.
    length: u16,
    /// The [bits](crate::vocabulary::WordId::bit) of the words.
    bits: u64,
}

impl Nearby {
    /// What every anchor passes.
    pub const NOTHING: Self = Self {
        from: 0,
        length: 0,
        bits: u64::MAX,
    };

    /// A word of the anchor's own phrase, so many tokens from it.
    pub fn beside(offset: isize, bits: u64) -> Self {
        Self::stretch(offset, 1, bits)
    }

    /// The place after the anchor's, which ends so many tokens from it.
    pub fn after(place: &Place, end: usize) -> Option<Self> {
        let from = isize::try_from(end).ok()?;
        place
            .phrases
            .is_plain()
            .then(|| Self::stretch(from, place.gap + 1, place.phrases.bits))
    }

    /// The place before the anchor's, which begins so many tokens before it; `gap` words may stand between.
    pub fn before(choice: &Choice, gap: usize, start: usize) -> Option<Self> {
        let reach = start + gap + choice.longest;
        let from = -isize::try_from(reach).ok()?;
        choice
            .is_plain()
            .then(|| Self::stretch(from, gap + choice.longest, choice.bits))
    }

    fn stretch(from: isize, length: usize, bits: u64) -> Self {
        match (from.try_into(), length.try_into()) {
            (Ok(from), Ok(length)) => Self { from, length, bits },
            _ => Self::NOTHING,
        }
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
        stretch.iter().any(|token| token.id.bit() & self.bits != 0)
    }
}
