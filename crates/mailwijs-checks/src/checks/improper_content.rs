//! Insulting, discriminating, threatening or sexual language of the writer (communication policy §3.2).

use mailwijs_detect::{Entity, EntityKind, Improper};
use mailwijs_mail::{Direction, Part};
use mailwijs_policy::RuleId;

use crate::{Channel, Check, Context, Fact, Fix, Found};

/// Below this the words are too likely to be harmless.
const SURE: f32 = 0.5;

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::ImproperContent,
    directions: &[Direction::Draft],
    channels: &Channel::ALL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    let improper: Vec<(&Entity, Improper)> = context
        .entities
        .all
        .iter()
        .filter(|entity| entity.score >= SURE && is_own_text(entity.span.part))
        .filter_map(|entity| match entity.kind {
            EntityKind::Improper(kind) => Some((entity, kind)),
            _ => None,
        })
        .collect();
    // The gravest kind names the finding.
    let kind = improper
        .iter()
        .map(|(_, kind)| *kind)
        .max_by_key(|kind| gravity(*kind))?;
    Some(Found {
        facts: vec![("kind", Fact::Word(kind_word(kind).to_owned()))],
        evidence: context.entity_evidence(improper.iter().map(|(entity, _)| *entity)),
        fixes: vec![Fix::RemoveText],
        ..Found::default()
    })
}

/// Subject and unquoted body; a quote or an attachment may be somebody else's.
const fn is_own_text(part: Part) -> bool {
    matches!(part, Part::Subject | Part::Body { quoted: false })
}

const fn gravity(kind: Improper) -> u8 {
    match kind {
        Improper::Hurtful => 0,
        Improper::Insult => 1,
        Improper::Sexual => 2,
        Improper::Discrimination => 3,
        Improper::Threat => 4,
    }
}

const fn kind_word(kind: Improper) -> &'static str {
    match kind {
        Improper::Hurtful => "hurtful",
        Improper::Insult => "insult",
        Improper::Sexual => "sexual",
        Improper::Discrimination => "discrimination",
        Improper::Threat => "threat",
    }
}
