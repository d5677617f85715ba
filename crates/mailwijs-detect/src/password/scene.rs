//! What is said around a possible secret: logging in, a locked thing, typing, a game.

use std::ops::Range;

use super::written::lines_with_digits;
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

/// How many sentences ago a secret, or the thing it opens, may have been spoken of.
pub(super) const AGO: usize = 3;

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

    /// The lines with a digit that one of the cues may speak of, each after the byte it begins at: those with a sentence that
    /// it is in, up to `ago` sentences after it, or up to `ahead` before it.
    pub fn lines_near<'r>(
        &self,
        reading: &'r Reading<'_>,
        cues: Cues,
        ago: usize,
        ahead: usize,
    ) -> Vec<(usize, &'r str)> {
        let text = reading.folded.text.as_str();
        if self.subject.has_any(cues) {
            return lines_with_digits(text, 0).collect();
        }
        let mut found = Vec::new();
        let mut from = 0;
        let sentences = self.sentences.iter().enumerate();
        for (sentence, _) in sentences.filter(|(_, here)| here.has_any(cues)) {
            let last = sentence + ago;
            let to = if last + 1 < reading.sentences.len() {
                end_of_sentence(reading, last)
            } else {
                text.len()
            };
            let first =
                (sentence.checked_sub(ahead + 1)).map_or(0, |before| end_of_sentence(reading, before));
            if to <= from {
                continue;
            }
            let passed = text.get(from..first.max(from)).unwrap_or_default();
            from += passed.rfind('\n').map_or(0, |line| line + 1);
            let rest = text.get(to..).unwrap_or_default();
            let to = to + rest.find('\n').map_or(rest.len(), |line| line + 1);
            found.extend(lines_with_digits(text.get(from..to).unwrap_or_default(), from));
            from = to;
        }
        found
    }

    /// Whether the cue is in the subject, in the sentence, or in one of the `before` sentences that lead up to it.
    pub fn has(&self, cue: Cue, sentence: usize, before: usize) -> bool {
        self.subject.has(cue) || self.within(cue, sentence, before)
    }

    /// Whether a thing to open is spoken of, up to the next sentence, and no game is.
    pub fn is_locked(&self, sentence: usize) -> bool {
        self.has(Cue::Lock, sentence + 1, AGO + 1) && !self.has(Cue::Riddle, sentence, AGO)
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

fn end_of_sentence(reading: &Reading<'_>, sentence: usize) -> usize {
    let tokens = reading.sentences.get(sentence).map(|sentence| &sentence.tokens);
    tokens.map_or(0, |tokens| reading.bytes_of(tokens).end)
}
