//! A password, login code or PIN is written out (communication policy §3).

use mailwijs_detect::{Entity, EntityKind};
use mailwijs_policy::RuleId;

use crate::registry::EVERY_DIRECTION;
use crate::{Channel, Check, Context, Fact, Fix, Found};

/// Below this the words are too likely to be something else.
const SURE: f32 = 0.5;

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::Password,
    directions: EVERY_DIRECTION,
    channels: &Channel::ALL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    let is_password = |entity: &&Entity| {
        let password = matches!(entity.kind, EntityKind::Password | EntityKind::UnseenPassword);
        password && entity.score >= SURE
    };
    let evidence = context.entity_evidence(context.entities.all.iter().filter(is_password));
    (!evidence.is_empty()).then(|| Found {
        facts: vec![(
            "count",
            Fact::Count(u32::try_from(evidence.len()).unwrap_or(u32::MAX)),
        )],
        evidence,
        fixes: vec![Fix::RemoveText],
        ..Found::default()
    })
}
