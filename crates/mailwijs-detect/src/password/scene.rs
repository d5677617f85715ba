//! What is said around a possible secret: logging in, a locked thing, typing, a game.

use rustc_hash::FxHashSet;
use std::ops::Range;

use crate::lexicon::Sighting;
use crate::meaning::{Cue, Meaning};
use crate::reading::Reading;

/// The cues that matter to secrets, by sentence and by place.
pub(super) struct Scene<'s> {
    /// Cue, sentence, folded bytes; in the order of the text.
    cues: Vec<(Cue, usize, Range<usize>)>,
    subject: &'s FxHashSet<Cue>,
}

impl<'s> Scene<'s> {
    /// Gathers them.
    pub fn new(reading: &Reading<'_>, sightings: &[Sighting<'_>], subject: &'s FxHashSet<Cue>) -> Self {
        let cues = sightings.iter().filter_map(|(hit, meaning)| match meaning {
            Meaning::Cue(
                cue @ (Cue::Secret
                | Cue::Code
                | Cue::Login
                | Cue::Platform
                | Cue::Account
                | Cue::Lock
                | Cue::Entry
                | Cue::Pictures
                | Cue::Series
                | Cue::Riddle),
            ) => Some((
                *cue,
                reading.sentence_of(hit.tokens.start),
                reading.bytes_of(&hit.tokens),
            )),
            _ => None,
        });
        Self {
            cues: cues.collect(),
            subject,
        }
    }

    /// Whether the cue is in the subject, in the sentence, or in one of the `before` sentences that lead up to it.
    pub fn has(&self, cue: Cue, sentence: usize, before: usize) -> bool {
        self.subject.contains(&cue) || self.within(cue, sentence, before)
    }

    /// As [`has`](Self::has), without the subject.
    pub fn within(&self, cue: Cue, sentence: usize, before: usize) -> bool {
        let from = self
            .cues
            .partition_point(|(_, at, _)| *at < sentence.saturating_sub(before));
        let near = self.cues.get(from..).unwrap_or_default();
        near.iter()
            .take_while(|(_, at, _)| *at <= sentence)
            .any(|(other, ..)| *other == cue)
    }

    /// Where the cue is, in the order of the text.
    pub fn places(&self, cue: Cue) -> impl Iterator<Item = (usize, &Range<usize>)> {
        self.cues
            .iter()
            .filter(move |(other, ..)| *other == cue)
            .map(|(_, sentence, range)| (*sentence, range))
    }

    /// Whether the cue covers this byte.
    pub fn covers(&self, cue: Cue, at: usize) -> bool {
        let before = self.cues.partition_point(|(.., range)| range.start <= at);
        let near = self
            .cues
            .get(before.saturating_sub(8)..before)
            .unwrap_or_default();
        near.iter()
            .any(|(other, _, range)| *other == cue && range.contains(&at))
    }
}
