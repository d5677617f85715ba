//! Words and sentences tell of the same things: what a word tells is not told again by the sentence around it.

use std::borrow::Cow;

use mailwijs_detect::{Entities, Entity, EntityKind, SENTENCE_CONCEPT, Span};
use mailwijs_policy::RuleId;

use crate::Evidence;

/// From this score a sentence is sure by itself: one ordinary mail in a thousand reaches it in the report of the training
/// (crates/mailwijs-encoder/training/report.md, at log-odds of 2.7).
const SURE: f32 = 0.83;

/// What tells something: a word, or the sentence as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Word,
    SureSentence,
    UnsureSentence,
}

/// Whether a finding is put as a question: it rests on whole sentences without any telling word, of which none is sure.
pub(crate) fn is_asked(rule: RuleId, evidence: &[Evidence], entities: &Entities) -> bool {
    evidence.iter().all(|one| {
        let there = entities.all.iter().filter(|entity| entity.span == one.span);
        let mut by = there.filter_map(|entity| told_by(rule, entity)).peekable();
        by.peek().is_some() && by.all(|by| by == By::UnsureSentence)
    })
}

/// What tells what this rule speaks of.
fn told_by(rule: RuleId, entity: &Entity) -> Option<By> {
    match (rule, &entity.kind) {
        (RuleId::SensitivePupilData, EntityKind::Sensitive { .. }) if !is_sentence(entity) => Some(By::Word),
        (RuleId::SensitivePupilData, EntityKind::Sensitive { .. }) if entity.score >= SURE => {
            Some(By::SureSentence)
        }
        (RuleId::Password, EntityKind::Password) => Some(By::Word),
        // However sure the sentence: nothing in it can be typed.
        (RuleId::SensitivePupilData, EntityKind::Sensitive { .. })
        | (RuleId::Password, EntityKind::UnseenPassword) => Some(By::UnsureSentence),
        _ => None,
    }
}

/// The same entities; where a word alone tells enough, what its sentence tells is shown by that word too. Then the teacher
/// sees the word, and it makes no difference to a "not right" whether the sentence has been read yet.
pub(crate) fn shown_by_words(entities: &Entities, enough: f32) -> Cow<'_, Entities> {
    let telling: Vec<&Entity> = entities
        .all
        .iter()
        .filter(|entity| is_word(entity) && entity.score >= enough)
        .collect();
    let word_in = |sentence: &Span| telling.iter().find(|word| lies_in(&word.span, sentence));
    let shown = |entity: &Entity| is_sentence(entity) && word_in(&entity.span).is_some();
    if !entities.all.iter().any(shown) {
        return Cow::Borrowed(entities);
    }
    let mut entities = entities.clone();
    for sentence in entities.all.iter_mut().filter(|entity| is_sentence(entity)) {
        if let Some(word) = word_in(&sentence.span) {
            sentence.span = word.span.clone();
        }
    }
    Cow::Owned(entities)
}

fn is_sentence(entity: &Entity) -> bool {
    matches!(&entity.kind, EntityKind::Sensitive { concept, .. } if concept == SENTENCE_CONCEPT)
}

fn is_word(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Sensitive { .. }) && !is_sentence(entity)
}

fn lies_in(word: &Span, sentence: &Span) -> bool {
    word.part == sentence.part
        && word.range.start < sentence.range.end
        && sentence.range.start < word.range.end
}

#[cfg(test)]
mod tests {
    use mailwijs_detect::{Category, Person};
    use mailwijs_mail::Part;

    use super::*;

    fn entity(concept: &str, range: std::ops::Range<usize>, score: f32) -> Entity {
        Entity {
            kind: EntityKind::Sensitive {
                category: Category::Medical,
                concept: concept.to_owned(),
                person: Person::Name,
            },
            span: Span {
                part: Part::Subject,
                range,
            },
            score,
        }
    }

    /// Whether a finding that shows all of it is put as a question.
    fn asked(rule: RuleId, entities: &Entities) -> bool {
        let places = entities.all.iter().map(|entity| Evidence {
            span: entity.span.clone(),
            text: String::new(),
        });
        is_asked(rule, &places.collect::<Vec<_>>(), entities)
    }

    fn found(all: Vec<Entity>) -> Entities {
        Entities {
            all,
            ..Entities::default()
        }
    }

    #[test]
    fn a_sentence_is_shown_by_the_word_that_tells() {
        let both = found(vec![
            entity("epilepsie", 12..21, 0.9),
            entity(SENTENCE_CONCEPT, 0..30, 0.8),
        ]);
        let shown = shown_by_words(&both, 0.6);
        assert_eq!(shown.all[1].span.range, 12..21);
        assert!(!asked(RuleId::SensitivePupilData, &shown));
    }

    #[test]
    fn a_hint_is_not_enough_to_stand_for_its_sentence() {
        let both = found(vec![
            entity("pil", 12..15, 0.4),
            entity(SENTENCE_CONCEPT, 0..30, 0.8),
            entity("epilepsie", 40..49, 0.9),
        ]);
        assert_eq!(*shown_by_words(&both, 0.6), both);
    }

    #[test]
    fn a_sentence_that_is_sure_is_no_question() {
        let (unsure, sure) = (
            entity(SENTENCE_CONCEPT, 0..30, 0.7),
            entity(SENTENCE_CONCEPT, 40..60, 0.9),
        );
        assert!(!asked(
            RuleId::SensitivePupilData,
            &found(vec![unsure.clone(), sure])
        ));
        assert!(asked(RuleId::SensitivePupilData, &found(vec![unsure])));
    }

    #[test]
    fn one_telling_word_makes_it_a_matter_of_words() {
        let sentence = entity(SENTENCE_CONCEPT, 0..30, 0.7);
        let word = entity("epilepsie", 40..49, 0.9);
        assert!(!asked(
            RuleId::SensitivePupilData,
            &found(vec![sentence.clone(), word])
        ));
        assert!(asked(RuleId::SensitivePupilData, &found(vec![sentence])));
    }

    #[test]
    fn a_password_that_nobody_can_point_at_is_asked_for() {
        let password = |kind: EntityKind| Entity {
            kind,
            ..entity("", 0..30, 0.95)
        };
        let unseen = password(EntityKind::UnseenPassword);
        assert!(asked(RuleId::Password, &found(vec![unseen.clone()])));
        let seen = password(EntityKind::Password);
        assert!(!asked(RuleId::Password, &found(vec![seen.clone()])));
        // What else the same sentence tells makes neither of them surer.
        let sensitive = entity(SENTENCE_CONCEPT, 0..30, 0.95);
        assert!(asked(RuleId::Password, &found(vec![unseen, sensitive])));
        let unsure = entity(SENTENCE_CONCEPT, 0..30, 0.7);
        assert!(asked(RuleId::SensitivePupilData, &found(vec![seen, unsure])));
    }
}
