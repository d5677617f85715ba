//! What is said around a possible secret: logging in, a locked thing, typing, a game.

use std::ops::Range;

use crate::lexicon::Sighting;
use crate::meaning::{Cue, Cues, Meaning};
use crate::reading::Reading;

/// The cues that matter to secrets.
const CUES: Cues = Cues::of(&[
    Cue::Secret,
    Cue::Code,
    Cue::Login,
    Cue::Platform,
    Cue::Account,
    Cue::Lock,
    Cue::Entry,
    Cue::Pictures,
    Cue::Series,
    Cue::Riddle,
]);

/// Those cues by sentence and by place.
pub(super) struct Scene {
    /// Cue, sentence, folded bytes; in the order of the text.
    cues: Vec<(Cue, usize, Range<usize>)>,
    /// Of every sentence up to the last with a cue.
    sentences: Vec<Cues>,
    /// Anywhere in the text, or in the subject.
    all: Cues,
    subject: Cues,
}

impl Scene {
    /// Gathers them.
    pub fn new(reading: &Reading<'_>, sightings: &[Sighting<'_>], subject: Cues) -> Self {
        let mut scene = Self {
            cues: Vec::new(),
            sentences: Vec::new(),
            all: subject,
            subject,
        };
        for (hit, meaning) in sightings {
            let Meaning::Cue(cue) = *meaning else { continue };
            if !CUES.has(*cue) {
                continue;
            }
            let sentence = reading.sentence_of(hit.tokens.start);
            let one = Cues::of(&[*cue]);
            scene.cues.push((*cue, sentence, reading.bytes_of(&hit.tokens)));
            scene
                .sentences
                .resize(scene.sentences.len().max(sentence + 1), Cues::default());
            if let Some(cues) = scene.sentences.get_mut(sentence) {
                cues.add(one);
            }
            scene.all.add(one);
        }
        scene
    }

    /// Whether one of the cues is anywhere in the text or in the subject.
    pub fn has_any(&self, cues: Cues) -> bool {
        self.all.has_any(cues)
    }

    /// Whether one of the cues is in the subject, in these sentences, or in one of the `before` that lead up to them.
    pub fn has_near(&self, cues: Cues, sentences: &Range<usize>, before: usize) -> bool {
        let to = self.sentences.len().min(sentences.end);
        let near = self.sentences.get(sentences.start.saturating_sub(before)..to);
        self.subject.has_any(cues) || near.is_some_and(|near| near.iter().any(|at| at.has_any(cues)))
    }

    /// Whether the cue is in the subject, in the sentence, or in one of the `before` sentences that lead up to it.
    pub fn has(&self, cue: Cue, sentence: usize, before: usize) -> bool {
        self.subject.has(cue) || self.within(cue, sentence, before)
    }

    /// As [`has`](Self::has), without the subject.
    pub fn within(&self, cue: Cue, sentence: usize, before: usize) -> bool {
        let from = sentence.saturating_sub(before);
        let to = self.sentences.len().min(sentence + 1);
        self.sentences
            .get(from..to)
            .is_some_and(|near| near.iter().any(|cues| cues.has(cue)))
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
