//! The private life of a colleague, in a draft to readers who need not know. A colleague is in no tracking system and it is no
//! data breach: the school's people may tell of themselves, and are asked first. So it is told as softly as can be.

use mailwijs_detect::{Category, Entity, EntityKind, Person};
use mailwijs_mail::Direction;
use mailwijs_policy::AccountKind;

use super::categories;
use crate::{Context, Fact, Fix, Found, Weight};

/// The word by which the texts know that it is about a colleague.
const COLLEAGUE: &str = "colleague";

/// What a draft tells of colleagues, when others than the school's own desks read it.
pub fn find(context: &Context<'_>, threshold: f32) -> Option<Found> {
    if context.direction != Direction::Draft || is_for_the_office(context) {
        return None;
    }
    let private: Vec<(&Entity, Category)> = context
        .entities
        .all
        .iter()
        .filter(|entity| entity.score >= threshold)
        .filter_map(|entity| match entity.kind {
            EntityKind::Sensitive {
                category,
                person: Person::Colleague,
                ..
            } => Some((entity, category)),
            _ => None,
        })
        .collect();
    let word = |name| (name, Fact::Word(COLLEAGUE.to_owned()));
    Some(Found {
        categories: categories(&private),
        facts: vec![word("place"), word("audience")],
        evidence: context.entity_evidence(private.iter().map(|(entity, _)| *entity)),
        fixes: vec![Fix::RemoveText],
        weight: Weight::Softest,
    })
}

/// From a role mailbox of the school, or to no others: the direction and the secretariat have to know who is absent, and why.
fn is_for_the_office(context: &Context<'_>) -> bool {
    let is_desk = |address| context.kind(address) == AccountKind::General;
    let mut readers = context.everyone().map(|recipient| &recipient.address).peekable();
    context.mail.from.as_ref().is_some_and(is_desk) || readers.peek().is_some() && readers.all(is_desk)
}
