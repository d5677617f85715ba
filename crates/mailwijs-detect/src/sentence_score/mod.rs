//! What a sentence encoder says, weighed together with what the words say.
//!
//! A sentence that the encoder is sure of is found, with or without a telling word. A telling word in a sentence that the
//! encoder sees nothing in is one of a lesson, a play or a policy, and becomes a hint.

mod calibration;
#[cfg(test)]
mod tests;

use mailwijs_mail::Part;

use self::calibration::{CALIBRATION, Scale};
use crate::entity::{Category, Entities, Entity, EntityKind, Improper, Person, Span};

/// What the encoder said of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct SentenceScore {
    /// The sentence.
    pub span: Span,
    /// A word in it could be typed as a code or a password.
    pub code: bool,
    /// Log-odds that it shares sensitive data about a pupil.
    pub sensitive: f32,
    /// Log-odds that a password, login code or PIN is written in it.
    pub password: f32,
    /// Log-odds that its writer insults, discriminates, threatens or harasses.
    pub improper: f32,
    /// Log-odds of each category, given that it is sensitive.
    pub topics: Topics,
}

/// Log-odds of each category, in the order of [`Category::ALL`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Topics(pub [f32; Category::ALL.len()]);

/// The concept of a finding that no single word tells; texts and "not right" know it by this name.
pub const SENTENCE_CONCEPT: &str = "sentence";

/// What is left of a finding by words in a harmless sentence.
const DOUBTED: f32 = 0.45;
/// Scores below this are of no use to any check.
const LEAST: f32 = 0.2;

/// One thing that a sentence may hold.
struct Flag {
    scale: &'static Scale,
    odds: fn(&SentenceScore) -> f32,
    /// Whether something else in a sentence keeps the encoder from hearing this: of an insult it never hears what else it tells.
    drowned: fn(&SentenceScore) -> bool,
    is: fn(&EntityKind) -> bool,
}

impl Entities {
    /// The same, with what the encoder said of the document's sentences.
    #[must_use]
    pub fn with_sentences(mut self, scores: &[SentenceScore]) -> Self {
        let [sensitive, password, improper] = &flags();
        for flag in [sensitive, password, improper] {
            self.doubt(flag, scores);
        }
        let mut found = self.passwords(password, scores);
        for (index, said) in scores.iter().enumerate() {
            let insult = self.told(improper, said, EntityKind::Improper(Improper::Hurtful));
            // An insult is told as such; it says nothing about the one insulted.
            let tells = !is_echo(scores, index) && self.by_words(improper, said) < improper.scale.told;
            if insult.is_none() && tells {
                found.extend(self.sensitive(sensitive, said));
            }
            found.extend(insult);
        }
        self.all.extend(found);
        self.all.sort_by_key(|entity| {
            (
                text_number(entity.span.part),
                entity.span.range.start,
                entity.span.range.end,
            )
        });
        self
    }

    /// Lowers what words tell of a flag where every sentence they stand in is doubted.
    fn doubt(&mut self, flag: &Flag, scores: &[SentenceScore]) {
        for entity in self.all.iter_mut().filter(|entity| (flag.is)(&entity.kind)) {
            let mut around = scores.iter().filter(|said| overlap(&entity.span, &said.span));
            let surest = around.clone().map(flag.odds).reduce(f32::max);
            if surest.is_some_and(|surest| flag.scale.doubts(surest)) && !around.any(flag.drowned) {
                entity.score *= DOUBTED;
            }
        }
    }

    /// What words tell of a flag in a sentence: how surely.
    fn by_words(&self, flag: &Flag, said: &SentenceScore) -> f32 {
        let inside = self.all.iter().filter(|entity| overlap(&entity.span, &said.span));
        let scores = inside
            .filter(|entity| (flag.is)(&entity.kind))
            .map(|entity| entity.score);
        scores.fold(0.0, f32::max)
    }

    /// A sentence as a finding, unless words in it tell the same.
    fn told(&self, flag: &Flag, said: &SentenceScore, kind: EntityKind) -> Option<Entity> {
        let score = flag.scale.score((flag.odds)(said));
        let told = score >= flag.scale.told && self.by_words(flag, said) < flag.scale.told;
        told.then(|| Entity {
            kind,
            span: said.span.clone(),
            score,
        })
    }

    /// The sentences that write a password. One that holds nothing to type ("then press the green key") only counts when the mail
    /// shows no password elsewhere.
    fn passwords(&self, flag: &Flag, scores: &[SentenceScore]) -> Vec<Entity> {
        let told = |said: &SentenceScore| {
            let kind = if said.code {
                EntityKind::Password
            } else {
                EntityKind::UnseenPassword
            };
            Some((said.code, self.told(flag, said, kind)?))
        };
        let told: Vec<(bool, Entity)> = scores.iter().filter_map(told).collect();
        let by_words = |entity: &Entity| (flag.is)(&entity.kind) && entity.score >= flag.scale.told;
        let shown = self.all.iter().any(by_words) || told.iter().any(|(code, _)| *code);
        let kept = told.into_iter().filter(|(code, _)| *code || !shown);
        kept.map(|(_, entity)| entity).collect()
    }

    /// A sentence as findings of sensitive data, one for each of its categories.
    fn sensitive(&self, flag: &Flag, said: &SentenceScore) -> Vec<Entity> {
        let score = flag.scale.score(said.sensitive);
        if score < LEAST {
            return Vec::new();
        }
        let (mut person, mut of_colleague) = (Person::Pronoun, false);
        for entity in self.all.iter().filter(|entity| overlap(&entity.span, &said.span)) {
            match entity.kind {
                EntityKind::Pupil(known) => person = person.max(known),
                ref kind => of_colleague |= is_of_colleague(kind),
            }
        }
        // Words tell of colleagues, softly; the encoder has learnt to hear pupils.
        if of_colleague && person == Person::Pronoun {
            return Vec::new();
        }
        let found = CALIBRATION.categories(said.topics).map(|category| Entity {
            kind: EntityKind::Sensitive {
                category,
                concept: SENTENCE_CONCEPT.to_owned(),
                person,
            },
            span: said.span.clone(),
            score,
        });
        found.collect()
    }
}

/// Whether what is sensitive stands in the sentence before or after this one.
fn is_echo(scores: &[SentenceScore], index: usize) -> bool {
    let Some(said) = scores.get(index) else {
        return false;
    };
    let before = index.checked_sub(1).and_then(|at| scores.get(at));
    let beside = before.into_iter().chain(scores.get(index + 1));
    beside
        .filter(|other| other.span.part == said.span.part)
        .any(|other| CALIBRATION.echoes(said.sensitive, other.sensitive))
}

/// Sensitive data, a password, improper language.
fn flags() -> [Flag; 3] {
    [
        Flag {
            scale: &CALIBRATION.sensitive,
            odds: |said| said.sensitive,
            drowned: |said| CALIBRATION.improper.score(said.improper) >= CALIBRATION.improper.told,
            is: |kind| matches!(kind, EntityKind::Sensitive { .. }) && !is_of_colleague(kind),
        },
        Flag {
            scale: &CALIBRATION.password,
            odds: |said| said.password + if said.code { CALIBRATION.code } else { 0.0 },
            drowned: |_| false,
            is: |kind| *kind == EntityKind::Password,
        },
        Flag {
            scale: &CALIBRATION.improper,
            odds: |said| said.improper,
            drowned: |_| false,
            is: |kind| matches!(kind, EntityKind::Improper(_)),
        },
    ]
}

/// Reading order of a mail's texts; quoted and own words stand in the same one.
const fn text_number(part: Part) -> usize {
    match part {
        Part::Attachment(index) => 2 + index,
        Part::Body { .. } => 1,
        _ => 0,
    }
}

const fn is_of_colleague(kind: &EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Sensitive {
            person: Person::Colleague,
            ..
        }
    )
}

fn overlap(left: &Span, right: &Span) -> bool {
    left.part == right.part && left.range.start < right.range.end && right.range.start < left.range.end
}
