//! What a sentence encoder says, weighed together with what the words say.
//!
//! The two are added as log-odds: a telling word lowers what the encoder must be sure of, and a sentence without any telling
//! word can still be found. Where the encoder sees nothing but harmless sentences in a whole mail, telling words in it are
//! those of a lesson, a play or a policy, and become hints.

use std::sync::LazyLock;

use mailwijs_mail::Part;

use crate::entity::{Category, Entities, Entity, EntityKind, Person, Span};

/// What the encoder said of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct SentenceScore {
    /// The sentence.
    pub span: Span,
    /// Log-odds that it shares sensitive data about a pupil.
    pub sensitive: f32,
    /// Log-odds of each category, given that it does.
    pub topics: Topics,
}

/// Log-odds of each category, in the order of [`Category::ALL`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Topics(pub [f32; Category::ALL.len()]);

/// The concept of a finding that no single word tells; texts and "not right" know it by this name.
pub const SENTENCE_CONCEPT: &str = "sentence";

/// A score from which a finding is told in most mails.
const TOLD: f32 = 0.6;
/// What is left of a finding by words in a mail of harmless sentences.
const DOUBTED: f32 = 0.5;
/// Scores below this are of no use to any check.
const LEAST: f32 = 0.2;

/// How log-odds become scores.
struct Calibration {
    even: f32,
    slope: f32,
    words: f32,
    doubt: f32,
    topic: f32,
}

static CALIBRATION: LazyLock<Calibration> = LazyLock::new(|| {
    let rows = include_str!("../../../assets/encoder/calibration.tsv");
    let value = |name: &str| {
        let row = rows
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
        row.and_then(|value| value.parse().ok()).unwrap_or(f32::NAN)
    };
    Calibration {
        even: value("even"),
        slope: value("slope"),
        words: value("words"),
        doubt: value("doubt"),
        topic: value("topic"),
    }
});

impl Calibration {
    fn score(&self, sensitive: f32, words: f32) -> f32 {
        let surplus = self.slope * (sensitive + self.words * words - self.even);
        (1.0 + (-(surplus + (TOLD / (1.0 - TOLD)).ln())).exp()).recip()
    }

    /// The likeliest category and the others that are likely too.
    fn categories(&self, topics: Topics) -> impl Iterator<Item = Category> {
        let top = topics.0.into_iter().fold(f32::NEG_INFINITY, f32::max);
        let each = Category::ALL.into_iter().zip(topics.0);
        each.filter(move |(_, odds)| *odds >= top.min(self.topic))
            .map(|(category, _)| category)
    }
}

impl Entities {
    /// The same, with what the encoder said of the document's sentences.
    #[must_use]
    pub fn with_sentences(mut self, scores: &[SentenceScore]) -> Self {
        let surest = scores.iter().map(|score| score.sensitive).reduce(f32::max);
        if surest.is_some_and(|surest| surest < CALIBRATION.doubt) {
            let by_words = self.all.iter_mut().filter(|entity| is_sensitive(entity));
            by_words.for_each(|entity| entity.score *= DOUBTED);
            return self;
        }
        let found: Vec<Entity> = scores.iter().flat_map(|score| self.weighed(score)).collect();
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

    /// A sentence as findings, one for each of its categories.
    fn weighed(&self, said: &SentenceScore) -> Vec<Entity> {
        let inside = self.all.iter().filter(|entity| overlap(&entity.span, &said.span));
        let (mut words, mut person, mut of_colleague) = (0.0_f32, Person::Pronoun, false);
        for entity in inside {
            match entity.kind {
                // An insult is told as such; it says nothing about the one insulted.
                EntityKind::Improper(_) if entity.score >= TOLD => return Vec::new(),
                // Words tell of colleagues, softly; the encoder has learnt to hear pupils.
                EntityKind::Sensitive {
                    person: Person::Colleague,
                    ..
                } => of_colleague = true,
                EntityKind::Sensitive { .. } => words = words.max(entity.score.min(TOLD)),
                EntityKind::Pupil(known) => person = person.max(known),
                _ => {}
            }
        }
        let score = CALIBRATION.score(said.sensitive, words);
        if score < LEAST || of_colleague && person == Person::Pronoun {
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

/// Reading order of a mail's texts; quoted and own words stand in the same one.
const fn text_number(part: Part) -> usize {
    match part {
        Part::Attachment(index) => 2 + index,
        Part::Body { .. } => 1,
        _ => 0,
    }
}

/// Sensitive data of a pupil.
const fn is_sensitive(entity: &Entity) -> bool {
    matches!(&entity.kind, EntityKind::Sensitive { person, .. } if !matches!(person, Person::Colleague))
}

fn overlap(left: &Span, right: &Span) -> bool {
    left.part == right.part && left.range.start < right.range.end && right.range.start < left.range.end
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Part = Part::Body { quoted: false };

    fn span(range: std::ops::Range<usize>) -> Span {
        Span { part: BODY, range }
    }

    fn said(sensitive: f32) -> SentenceScore {
        let mut topics = [-4.0; 7];
        topics[2] = 3.0;
        SentenceScore {
            span: span(0..40),
            sensitive,
            topics: Topics(topics),
        }
    }

    fn hint() -> Entity {
        Entity {
            kind: EntityKind::Sensitive {
                category: Category::Medical,
                concept: "pil".to_owned(),
                person: Person::Name,
            },
            span: span(10..14),
            score: 0.4,
        }
    }

    fn surest(entities: &Entities) -> f32 {
        entities.all.iter().map(|entity| entity.score).fold(0.0, f32::max)
    }

    #[test]
    fn the_calibration_is_complete() {
        let all = &*CALIBRATION;
        assert!(
            [all.even, all.slope, all.words, all.doubt, all.topic]
                .iter()
                .all(|value| value.is_finite())
        );
        assert!((all.score(all.even, 0.0) - TOLD).abs() < 1e-4);
    }

    #[test]
    fn a_sentence_without_a_telling_word_is_found_when_the_encoder_is_sure() {
        let found = Entities::default().with_sentences(&[said(CALIBRATION.even + 1.0)]);
        assert_eq!(found.all.len(), 1);
        assert!(matches!(
            found.all[0].kind,
            EntityKind::Sensitive {
                category: Category::Medical,
                ..
            }
        ));
        assert!(surest(&found) > TOLD);
    }

    #[test]
    fn a_telling_word_and_half_a_sure_sentence_make_a_finding_together() {
        let unsure = CALIBRATION.even - 0.5;
        assert!(surest(&Entities::default().with_sentences(&[said(unsure)])) < TOLD);
        let both = Entities {
            all: vec![hint()],
            ..Entities::default()
        };
        assert!(surest(&both.with_sentences(&[said(unsure)])) > TOLD);
    }

    #[test]
    fn telling_words_in_a_mail_of_harmless_sentences_are_a_hint() {
        let told = Entity { score: 1.0, ..hint() };
        let lesson = Entities {
            all: vec![told],
            ..Entities::default()
        };
        assert!(surest(&lesson.clone().with_sentences(&[said(-5.0)])) < TOLD);
        assert!(surest(&lesson.clone().with_sentences(&[said(-5.0), said(0.0)])) > TOLD);
        assert!(surest(&lesson.with_sentences(&[])) > TOLD);
    }

    #[test]
    fn an_insult_is_no_sensitive_sentence() {
        let insult = Entity {
            kind: EntityKind::Improper(crate::Improper::Insult),
            score: 0.9,
            ..hint()
        };
        let found = Entities {
            all: vec![insult.clone()],
            ..Entities::default()
        };
        assert_eq!(found.with_sentences(&[said(9.0)]).all, [insult]);
    }

    #[test]
    fn what_words_tell_of_a_colleague_is_neither_doubted_nor_told_of_a_pupil() {
        let colleague = Entity {
            kind: EntityKind::Sensitive {
                category: Category::Medical,
                concept: "collega-ziekte".to_owned(),
                person: Person::Colleague,
            },
            score: 1.0,
            ..hint()
        };
        let found = Entities {
            all: vec![colleague.clone()],
            ..Entities::default()
        };
        for sensitive in [-5.0, 9.0] {
            let all = found.clone().with_sentences(&[said(sensitive)]).all;
            assert_eq!(all, std::slice::from_ref(&colleague), "{sensitive}");
        }
    }

    #[test]
    fn a_harmless_sentence_adds_nothing() {
        assert!(Entities::default().with_sentences(&[said(-4.0)]).all.is_empty());
    }
}
