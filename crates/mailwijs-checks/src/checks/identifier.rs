//! A national number or bank account of a person (communication policy §2).

use mailwijs_detect::{Entity, EntityKind};
use mailwijs_policy::RuleId;

use crate::registry::EVERY_DIRECTION;
use crate::{Channel, Check, Context, Fact, Fix, Found};

/// Below this the number is too likely to be something else.
const SURE: f32 = 0.5;

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::Identifier,
    directions: EVERY_DIRECTION,
    channels: &Channel::ALL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    let numbers: Vec<(&Entity, &str)> = context
        .entities
        .all
        .iter()
        .filter(|entity| entity.score >= SURE)
        .filter_map(|entity| Some((entity, kind_word(context, &entity.kind)?)))
        .collect();
    let (_, first) = *numbers.first()?;
    let kind = if numbers.iter().all(|(_, kind)| *kind == first) {
        first
    } else {
        "several"
    };
    let evidence = context.entity_evidence(numbers.iter().map(|(entity, _)| *entity));
    Some(Found {
        facts: vec![
            ("kind", Fact::Word(kind.to_owned())),
            (
                "count",
                Fact::Count(u32::try_from(evidence.len()).unwrap_or(u32::MAX)),
            ),
        ],
        evidence,
        fixes: vec![Fix::RemoveText, Fix::MoveToLvs],
        ..Found::default()
    })
}

fn kind_word(context: &Context<'_>, kind: &EntityKind) -> Option<&'static str> {
    match kind {
        EntityKind::BelgianNationalNumber => Some("national-number"),
        EntityKind::BelgianBisNumber => Some("bis-number"),
        EntityKind::BelgianIdentityCard => Some("identity-card"),
        EntityKind::Bsn => Some("bsn"),
        EntityKind::DutchEducationNumber => Some("education-number"),
        EntityKind::TravelDocument => Some("passport"),
        EntityKind::PaymentCard => Some("payment-card"),
        EntityKind::Iban(iban) if !context.policy.is_school_iban(iban) => Some("iban"),
        _ => None,
    }
}
