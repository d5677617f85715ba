//! A password, login code or PIN is written out (communication policy §3).

use mailwijs_detect::{Entity, EntityKind};
use mailwijs_mail::Direction;
use mailwijs_policy::RuleId;

use crate::links::WebAddress;
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

/// So many links are looked at.
const LINKS: usize = 200;
/// Where meetings are joined: host, and how the path begins.
const MEETINGS: [(&str, &str); 7] = [
    ("teams.microsoft.com", "/l/meetup-join"),
    ("teams.microsoft.com", "/meet"),
    ("teams.live.com", "/meet"),
    ("zoom.us", "/j/"),
    ("meet.google.com", ""),
    ("webex.com", ""),
    ("whereby.com", ""),
];
/// What the code of a meeting is called in an invitation.
const MEETING_CODES: [&str; 10] = [
    "toegangscode",
    "passcode",
    "code d'acces",
    "code d'accès",
    "code secret",
    "meeting password",
    "meeting passcode",
    "vergaderingscode",
    "vergadercode",
    "pincode",
];

fn run(context: &Context<'_>) -> Option<Found> {
    let invited = context.direction == Direction::Received && is_invitation(context);
    let is_password = |entity: &&Entity| {
        let password = matches!(entity.kind, EntityKind::Password | EntityKind::UnseenPassword);
        password && entity.score >= SURE
    };
    let mut evidence = context.entity_evidence(context.entities.all.iter().filter(is_password));
    // The code opens the meeting alone, for who has the link anyhow.
    evidence.retain(|evidence| !(invited && is_meeting_code(&evidence.text)));
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

/// An invitation to a meeting on the web.
fn is_invitation(context: &Context<'_>) -> bool {
    let links = context.mail.links.iter().take(LINKS);
    links
        .filter_map(|link| WebAddress::parse(&link.target))
        .any(|address| {
            MEETINGS
                .iter()
                .any(|(host, start)| address.is_at(host) && address.path.starts_with(start))
        })
}

fn is_meeting_code(words: &str) -> bool {
    let words = words.to_lowercase();
    MEETING_CODES.iter().any(|name| words.starts_with(name))
}
