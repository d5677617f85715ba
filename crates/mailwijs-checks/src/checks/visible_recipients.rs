//! People outside the school see each other's address (communication policy §3.3).

use mailwijs_mail::{Address, Recipient};
use mailwijs_policy::{AccountKind, RuleId};

use crate::people::{addresses_one_family, count_persons, households};
use crate::registry::{ONLY_MAIL, OUTGOING};
use crate::words::{Tag, school_life, tokens};
use crate::{Check, Context, Fact, Fix, Found};

/// The most households that a greeting to one child's parents can still make one family: parents who are apart, and
/// their partners.
const BLENDED_FAMILY: usize = 4;

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::VisibleRecipients,
    directions: OUTGOING,
    channels: ONLY_MAIL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    let visible: Vec<(&Recipient, AccountKind)> = context
        .visible()
        .filter(|recipient| !context.is_own(&recipient.address))
        .map(|recipient| (recipient, context.kind(&recipient.address)))
        .collect();
    let (outside, inside): (Vec<_>, Vec<_>) = visible.iter().partition(|(_, kind)| is_outside(*kind));
    if outside.is_empty() {
        let colleagues: Vec<_> = inside
            .into_iter()
            .filter(|(_, kind)| *kind == AccountKind::School)
            .collect();
        found(
            context,
            &colleagues,
            context.policy.limits.visible_internal,
            "colleagues",
        )
    } else {
        let people = who(context, &outside);
        found(context, &outside, context.policy.limits.visible_external, people)
    }
}

fn found(
    context: &Context<'_>,
    listed: &[(&Recipient, AccountKind)],
    limit: u32,
    people: &str,
) -> Option<Found> {
    let addresses: Vec<(&Address, AccountKind)> = listed
        .iter()
        .map(|(recipient, kind)| (&recipient.address, *kind))
        .collect();
    let no_pupils = listed.iter().all(|(_, kind)| *kind != AccountKind::Pupil);
    let mut households = households(&addresses).len();
    if no_pupils && households <= BLENDED_FAMILY && addresses_one_family(&context.own_text()) {
        households = 1;
    }
    // The limit counts households; the teacher is told how many people it is about.
    let people_count = count_persons(&addresses.iter().map(|(address, _)| *address).collect::<Vec<_>>());
    (count(households) >= limit).then(|| Found {
        facts: vec![
            ("count", Fact::Count(count(people_count))),
            ("people", Fact::Word(people.to_owned())),
        ],
        evidence: context.recipient_evidence(listed.iter().map(|(recipient, _)| *recipient)),
        fixes: vec![Fix::MoveToBcc, Fix::SeparateMails],
        ..Found::default()
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

const fn is_outside(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::Pupil | AccountKind::Private | AccountKind::Partner | AccountKind::Outside
    )
}

/// What the texts call them.
fn who(context: &Context<'_>, outside: &[(&Recipient, AccountKind)]) -> &'static str {
    let all = |kind| outside.iter().all(|(_, other)| *other == kind);
    if all(AccountKind::Pupil) {
        "pupils"
    } else if all(AccountKind::Private) && speaks_to_parents(context) {
        "parents"
    } else {
        "people"
    }
}

fn speaks_to_parents(context: &Context<'_>) -> bool {
    let text = format!("{}\n{}", context.mail.subject, context.own_text());
    school_life().find(&tokens(&text)).tags.contains(&Tag::Parents)
}
