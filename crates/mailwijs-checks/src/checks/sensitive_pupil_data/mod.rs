//! Sensitive personal data about a pupil or the family (communication policy §3.3, §4.2, §5), and, softly, about a colleague.

mod colleague;
mod list;
mod telling;

use mailwijs_detect::{Category, Entity, EntityKind, Person};
use mailwijs_mail::Direction;
use mailwijs_policy::RuleId;

use crate::audience::Audience;
use crate::registry::EVERY_DIRECTION;
use crate::{Channel, Check, Context, Fact, Fix, Found};
use telling::Telling;

/// From this score a pupil counts as named, on channels where naming one is enough.
const NAMED: f32 = 0.5;

/// Tells the texts that the policy does not name the tracking system.
const UNNAMED: &str = "none";

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::SensitivePupilData,
    directions: EVERY_DIRECTION,
    channels: &Channel::ALL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    let audience = Audience::of(context);
    let threshold = audience.threshold();
    let sensitive: Vec<(&Entity, Category)> = context
        .entities
        .all
        .iter()
        .filter(|entity| entity.score >= threshold)
        .filter_map(|entity| match entity.kind {
            EntityKind::Sensitive {
                person: Person::Colleague,
                ..
            } => None,
            EntityKind::Sensitive { category, .. } => Some((entity, category)),
            _ => None,
        })
        .collect();
    if sensitive.is_empty() {
        return list::find(context, audience)
            .or_else(|| named_pupil(context))
            .or_else(|| colleague::find(context, threshold));
    }
    let categories = categories(&sensitive);
    let first = categories.first()?.as_str();
    let evidence = context.entity_evidence(sensitive.iter().map(|(entity, _)| *entity));
    let telling = Telling::of(context, audience, &evidence);
    Some(Found {
        facts: facts(context, first, categories.len(), &telling),
        weight: telling.weight(),
        evidence,
        fixes: fixes(context),
        categories,
    })
}

/// The categories of what was found, in the order of the contract.
fn categories(sensitive: &[(&Entity, Category)]) -> Vec<Category> {
    Category::ALL
        .into_iter()
        .filter(|one| sensitive.iter().any(|(_, other)| other == one))
        .collect()
}

/// In a chat or on social media it is enough that a pupil can be recognised.
fn named_pupil(context: &Context<'_>) -> Option<Found> {
    if !matches!(context.channel, Channel::Chat | Channel::Social) {
        return None;
    }
    let named = |entity: &&Entity| match entity.kind {
        EntityKind::Pupil(person) => person >= Person::Role && entity.score >= NAMED,
        _ => false,
    };
    Some(Found {
        facts: facts(context, "pupil", 1, &Telling::default()),
        evidence: context.entity_evidence(context.entities.all.iter().filter(named)),
        fixes: vec![Fix::RemoveText, Fix::MoveToLvs],
        ..Found::default()
    })
}

fn facts(
    context: &Context<'_>,
    category: &str,
    categories: usize,
    telling: &Telling,
) -> Vec<(&'static str, Fact)> {
    let system = context
        .policy
        .tracking_system
        .as_ref()
        .map_or(UNNAMED, |system| system.name.as_str());
    let count = Fact::Count(u32::try_from(categories).unwrap_or(u32::MAX));
    [
        vec![
            ("category", Fact::Word(category.to_owned())),
            ("categories", count),
            ("system", Fact::Word(system.to_owned())),
        ],
        telling.facts(),
    ]
    .concat()
}

fn fixes(context: &Context<'_>) -> Vec<Fix> {
    match context.direction {
        Direction::Draft => vec![Fix::MoveToLvs, Fix::ReplaceSentence, Fix::RemoveText],
        Direction::Received | Direction::Sent => vec![Fix::MoveToLvs],
    }
}
