//! The bounded search around one anchor.

use std::ops::Range;

use super::compiled::{Anchor, Choice, Compiled, Phrase, Place, Term};
use crate::kinds::Kinds;
use crate::reading::Reading;

/// How many placements are tried around one anchor before giving up on it, so that no text can make matching slow.
const TRIES: usize = 64;

/// Searches in one text.
pub(super) struct Search<'s, 'a> {
    compiled: &'s Compiled,
    reading: &'s Reading<'a>,
    /// The tokens of the sentence that the anchor is in.
    within: Range<usize>,
    /// How many placements may still be tried.
    tries: usize,
}

impl<'s, 'a> Search<'s, 'a> {
    /// Ready for any anchor.
    pub fn new(compiled: &'s Compiled, reading: &'s Reading<'a>) -> Self {
        Self {
            compiled,
            reading,
            within: 0..0,
            tries: 0,
        }
    }

    /// Searches no farther than the tokens of one sentence.
    pub fn enter(&mut self, sentence: Range<usize>) {
        self.within = sentence;
    }

    /// The tokens that the anchor's pattern covers when its word is `token`.
    pub fn around(&mut self, anchor: &Anchor, token: usize) -> Option<Range<usize>> {
        let places = self.compiled.places(anchor.pattern());
        let (before, rest) = places.split_at_checked(anchor.place.into())?;
        let (place, after) = rest.split_first()?;
        let phrase = self
            .compiled
            .phrases(&place.phrases)
            .get(usize::from(anchor.phrase))?;
        let start = token.checked_sub(anchor.word.into())?;
        self.tries = TRIES;
        if !self.phrase(phrase, start) {
            return None;
        }
        let end = self.forward(after, start + phrase.length())?;
        let start = self.backward(before, place.gap, start)?;
        Some(start..end)
    }

    fn phrase(&mut self, phrase: &Phrase, start: usize) -> bool {
        if start < self.within.start || start + phrase.length() > self.within.end || self.tries == 0 {
            return false;
        }
        self.tries -= 1;
        self.fits(phrase.first, start)
            && self
                .compiled
                .rest(phrase)
                .iter()
                .zip(start + 1..)
                .all(|(term, token)| self.fits(*term, token))
    }

    fn forward(&mut self, places: &[Place], from: usize) -> Option<usize> {
        let Some((place, rest)) = places.split_first() else {
            return Some(from);
        };
        for start in from..=from + place.gap {
            if !self.may_begin(&place.phrases, start) {
                continue;
            }
            for phrase in self.compiled.phrases(&place.phrases) {
                if self.fits(phrase.first, start)
                    && self.phrase(phrase, start)
                    && let Some(end) = self.forward(rest, start + phrase.length())
                {
                    return Some(end);
                }
            }
        }
        None
    }

    fn backward(&mut self, places: &[Place], gap: usize, to: usize) -> Option<usize> {
        let Some((place, rest)) = places.split_last() else {
            return Some(to);
        };
        for end in (to.saturating_sub(gap)..=to).rev() {
            let starts = end.saturating_sub(place.phrases.longest).max(self.within.start)..end;
            let before = self.reading.tokens.get(starts).unwrap_or_default();
            if !place.phrases.first.may_be_any(before) {
                continue;
            }
            for phrase in self.compiled.phrases(&place.phrases) {
                if let Some(start) = end.checked_sub(phrase.length())
                    && self.within.contains(&start)
                    && self.fits(phrase.first, start)
                    && self.phrase(phrase, start)
                    && let Some(start) = self.backward(rest, place.gap, start)
                {
                    return Some(start);
                }
            }
        }
        None
    }

    /// Whether one of the phrases may begin at a token: most tokens are ruled out here.
    fn may_begin(&self, choice: &Choice, start: usize) -> bool {
        let Some(token) = self.reading.tokens.get(start) else {
            return false;
        };
        self.within.contains(&start) && choice.first.may_be(token)
    }

    /// Whether a token is what a pattern asks for: nearly always a word.
    #[inline]
    fn fits(&self, term: Term, index: usize) -> bool {
        match term {
            Term::Word(id) => self.reading.tokens.get(index).is_some_and(|token| token.id == id),
            _ => self.fits_otherwise(term, index),
        }
    }

    fn fits_otherwise(&self, term: Term, index: usize) -> bool {
        let Some(token) = self.reading.tokens.get(index) else {
            return false;
        };
        match term {
            Term::Word(id) => token.id == id,
            Term::Starred(word) => {
                token.kinds.has_any(Kinds::STARRED)
                    && self.reading.starred.binary_search(&(index, word)).is_ok()
            }
            Term::PupilName => token.pupil,
            Term::Spelled(spelling) => self.compiled.spelling(spelling).is_some_and(|(term, spelling)| {
                self.fits(*term, index) && self.reading.written(&token.range()) == spelling
            }),
        }
    }
}
