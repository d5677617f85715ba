//! Words and sentences tell of the same things: what a word tells is not told again by the sentence around it.

use std::borrow::Cow;

use mailwijs_detect::{Entities, Entity, EntityKind, SENTENCE_CONCEPT, Span};

use crate::Evidence;

/// From this score a sentence is sure by itself: one ordinary mail in a thousand reaches it in the report of the training
/// (crates/mailwijs-encoder/training/report.md, at log-odds of 3.2).
const SURE: f32 = 0.83;

/// Whether a finding rests on whole sentences without any telling word: less sure, and said more softly.
pub(crate) fn rests_on_sentences(evidence: &[Evidence], entities: &Entities) -> bool {
    let at = |span: &Span, by: fn(&Entity) -> bool| {
        let mut all = entities.all.iter();
        all.any(|entity| entity.span == *span && by(entity))
    };
    evidence
        .iter()
        .all(|one| at(&one.span, is_sentence) && !at(&one.span, is_word))
}

/// Whether one of those sentences is so telling that it need not be asked about first.
pub(crate) fn is_sure(evidence: &[Evidence], entities: &Entities) -> bool {
    let shown = |entity: &&Entity| is_sentence(entity) && evidence.iter().any(|one| one.span == entity.span);
    let mut shown = entities.all.iter().filter(shown);
    shown.any(|entity| entity.score >= SURE)
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

    fn evidence(entities: &Entities) -> Vec<Evidence> {
        let places = entities.all.iter().map(|entity| Evidence {
            span: entity.span.clone(),
            text: String::new(),
        });
        places.collect()
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
        assert!(!rests_on_sentences(&evidence(&shown), &shown));
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
    fn only_the_sentence_that_is_shown_makes_it_sure() {
        let (unsure, sure) = (
            entity(SENTENCE_CONCEPT, 0..30, 0.7),
            entity(SENTENCE_CONCEPT, 40..60, 0.9),
        );
        let both = found(vec![unsure.clone(), sure]);
        assert!(is_sure(&evidence(&both), &both));
        assert!(!is_sure(&evidence(&found(vec![unsure])), &both));
    }

    #[test]
    fn one_telling_word_makes_it_a_matter_of_words() {
        let both = found(vec![
            entity(SENTENCE_CONCEPT, 0..30, 0.8),
            entity("epilepsie", 40..49, 0.9),
        ]);
        assert!(!rests_on_sentences(&evidence(&both), &both));
        let sentence = found(vec![entity(SENTENCE_CONCEPT, 0..30, 0.8)]);
        assert!(rests_on_sentences(&evidence(&sentence), &sentence));
    }
}
