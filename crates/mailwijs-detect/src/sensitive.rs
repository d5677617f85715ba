//! Sensitive pupil data: `score = evidence × person × context`.
//!
//! Evidence is what the words say by themselves: the strongest hit of a category in the sentence and its neighbours, and a
//! bit for each further concept. Person is how surely somebody can tell whom it is about. Context takes away for lessons,
//! stories, policy texts and colleagues. Each factor can be printed, so that each finding can be explained.

use std::collections::BTreeMap;

use crate::context::{Context, zone_factor};
use crate::entity::{Category, Entity, EntityKind};
use crate::lexicon::{Concept, Sighting, Strength, Topic};
use crate::matcher::Hit;
use crate::person::People;
use crate::reading::Reading;

/// More evidence than this adds nothing.
const CEILING: f32 = 1.3;

/// Finds sensitive data in a reading.
pub(crate) fn detect(
    reading: &Reading<'_>,
    sightings: &[Sighting<'_>],
    context: &Context,
    people: &People,
) -> Vec<Entity> {
    let hits: Vec<(usize, Category, &Hit, &Concept)> = context
        .concepts(sightings)
        .flat_map(|(hit, concept)| {
            concept.topics.iter().filter_map(move |topic| match topic {
                Topic::Sensitive(category) => Some((*category, hit, concept)),
                Topic::Improper(_) => None,
            })
        })
        .map(|(category, hit, concept)| (reading.sentence_of(hit.tokens.start), category, hit, concept))
        .collect();
    let evidence = Evidence::gather(&hits);
    let mut best: BTreeMap<(Category, &str, usize), Entity> = BTreeMap::new();
    for (sentence, category, hit, concept) in hits {
        let zone = reading
            .sentences
            .get(sentence)
            .map_or(0.0, |sentence| zone_factor(sentence.zone));
        let tie = people.tie(sentence);
        let score = evidence.around(sentence, category) * tie.weight * context.factor(sentence, tie) * zone;
        if score <= 0.0 {
            continue;
        }
        let kind = EntityKind::Sensitive {
            category,
            concept: concept.name.to_owned(),
            person: tie.person,
        };
        let span = reading.span(&reading.bytes_of(&hit.tokens));
        let entity = Entity {
            kind,
            span,
            score: score.min(1.0),
        };
        best.entry((category, concept.name, sentence))
            .and_modify(|kept| {
                if (entity.score, entity.span.range.len()) > (kept.score, kept.span.range.len()) {
                    *kept = entity.clone();
                }
            })
            .or_insert(entity);
    }
    best.into_values().collect()
}

/// Evidence by category and sentence.
struct Evidence<'h>(BTreeMap<(Category, usize), BTreeMap<&'h str, Strength>>);

impl<'h> Evidence<'h> {
    fn gather(hits: &[(usize, Category, &'h Hit, &'h Concept)]) -> Self {
        let mut all: BTreeMap<_, BTreeMap<&str, Strength>> = BTreeMap::new();
        for (sentence, category, _, concept) in hits {
            let strength = all
                .entry((*category, *sentence))
                .or_default()
                .entry(concept.name)
                .or_insert(Strength::Weak);
            *strength = (*strength).max(concept.strength);
        }
        Self(all)
    }

    /// The evidence of a sentence, with half of its neighbours' further concepts.
    fn around(&self, sentence: usize, category: Category) -> f32 {
        let at = |index: usize| self.0.get(&(category, index)).into_iter().flatten();
        let own: BTreeMap<_, _> = at(sentence).collect();
        let strongest = own
            .values()
            .map(|strength| strength.evidence())
            .fold(0.0, f32::max);
        let further = Strength::Weak.evidence() * count(own.len().saturating_sub(1));
        let beside = [sentence.checked_sub(1), Some(sentence + 1)]
            .into_iter()
            .flatten()
            .flat_map(at);
        let beside = beside.filter(|(name, _)| !own.contains_key(name)).count();
        (strongest + further + Strength::Weak.evidence() / 2.0 * count(beside)).min(CEILING)
    }
}

fn count(n: usize) -> f32 {
    f32::from(u8::try_from(n).unwrap_or(u8::MAX))
}
