//! Sensitive pupil data: `score = evidence × person × context`.
//!
//! Evidence is what the words say by themselves: the strongest hit of a category in the sentence, and a bit for each further
//! one there and in its neighbours. Person is how surely somebody can tell whom it is about. Context takes away for lessons,
//! stories, policy texts and colleagues. Each factor can be printed, so that each finding can be explained.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::context::{Context, zone_factor};
use crate::entity::{Category, Entity, EntityKind};
use crate::improper;
use crate::lexicon::Sighting;
use crate::meaning::{Concept, Topic};
use crate::person::People;
use crate::reading::Reading;

/// More evidence than this adds nothing.
const CEILING: f32 = 1.3;

/// A concept of one category in the text.
#[derive(Debug)]
struct Sign<'l> {
    category: Category,
    sentence: usize,
    tokens: Range<usize>,
    concept: &'l Concept,
}

/// Finds sensitive data in a reading.
pub(crate) fn detect(
    reading: &Reading<'_>,
    sightings: &[Sighting<'_>],
    context: &Context,
    people: &People,
) -> Vec<Entity> {
    let signs = signs(reading, sightings, context);
    let mut best: BTreeMap<(Category, &str, usize), Entity> = BTreeMap::new();
    for sign in &signs {
        let zone = reading
            .sentences
            .get(sign.sentence)
            .map_or(0.0, |sentence| zone_factor(sentence.zone));
        let tie = people.tie(sign.sentence, context.is_to_many());
        let score = evidence(&signs, sign) * tie.weight * context.factor(sign.sentence, tie) * zone;
        if score <= 0.0 {
            continue;
        }
        let concept = sign.concept.name.to_owned();
        let kind = EntityKind::Sensitive {
            category: sign.category,
            concept,
            person: tie.person,
        };
        let span = reading.span(&reading.bytes_of(&sign.tokens));
        let entity = Entity {
            kind,
            span,
            score: score.min(1.0),
        };
        best.entry((sign.category, sign.concept.name, sign.sentence))
            .and_modify(|kept| {
                if (entity.score, entity.span.range.len()) > (kept.score, kept.span.range.len()) {
                    *kept = entity.clone();
                }
            })
            .or_insert(entity);
    }
    best.into_values().collect()
}

/// What speaks of each category, once for each place: where hits overlap, the strongest and then the longest stays.
fn signs<'l>(reading: &Reading<'_>, sightings: &[Sighting<'l>], context: &Context) -> Vec<Sign<'l>> {
    let mut all: Vec<Sign<'l>> = Vec::new();
    for (hit, concept) in context.concepts(sightings) {
        let sentence = reading.sentence_of(hit.tokens.start);
        let reported = || improper::is_reported(reading, context, &hit.tokens);
        for topic in &concept.topics {
            let category = match topic {
                Topic::Sensitive(category) => *category,
                // What a pupil called another is behaviour of the pupil.
                Topic::Improper(_) if reported() => Category::Psychosocial,
                Topic::Improper(_) | Topic::Colleague(_) => continue,
            };
            all.push(Sign {
                category,
                sentence,
                tokens: hit.tokens.clone(),
                concept,
            });
        }
    }
    all.sort_by_key(|sign| {
        (
            sign.category,
            sign.tokens.start,
            std::cmp::Reverse(sign.concept.strength),
        )
    });
    let mut kept: Vec<Sign<'l>> = Vec::new();
    for sign in all {
        match kept.last_mut() {
            Some(last) if last.category == sign.category && sign.tokens.start < last.tokens.end => {
                let rank = |sign: &Sign<'_>| (sign.concept.strength, sign.tokens.len());
                if rank(&sign) > rank(last) {
                    *last = sign;
                }
            }
            _ => kept.push(sign),
        }
    }
    kept
}

/// The evidence of a sign with the further ones of its category: in its own sentence, and half of each beside it.
fn evidence(signs: &[Sign<'_>], sign: &Sign<'_>) -> f32 {
    let from = signs.partition_point(|other| {
        (other.category, other.sentence) < (sign.category, sign.sentence.saturating_sub(1))
    });
    let near = signs.get(from..).unwrap_or_default().iter();
    let near =
        near.take_while(|other| other.category == sign.category && other.sentence <= sign.sentence + 1);
    let (mut strongest, mut further) = (sign.concept.strength, -MORE);
    for other in near.take(FURTHER) {
        if other.sentence == sign.sentence {
            strongest = strongest.max(other.concept.strength);
            further += MORE;
        } else if other.concept.name != sign.concept.name {
            further += MORE / 2.0;
        }
    }
    (strongest.evidence() + further.max(0.0)).min(CEILING)
}

/// What each further sign in the same sentence adds.
const MORE: f32 = 0.1;

/// More signs around one than this cannot add anything.
const FURTHER: usize = 12;
