//! Somebody's private address is given to outsiders (communication policy §3.2).

use mailwijs_detect::Span;
use mailwijs_mail::{Address, Part, Recipient, ZoneKind};
use mailwijs_policy::{AccountKind, RuleId};

use crate::people::{AddressWord, Person, address_word};
use crate::registry::{ONLY_MAIL, OUTGOING};
use crate::words::tokens;
use crate::{Check, Context, Evidence, Fact, Fix, Found};

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::PrivateAddressExposed,
    directions: OUTGOING,
    channels: ONLY_MAIL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    let outsiders: Vec<Person> = context
        .everyone()
        .filter(|recipient| {
            is_outsider(context.kind(&recipient.address)) && !context.is_own(&recipient.address)
        })
        .map(|recipient| Person::new(&recipient.address))
        .collect();
    let staff = exposed_recipients(context);
    let others = outsiders.iter().any(|outsider| {
        staff
            .iter()
            .all(|recipient| !Person::new(&recipient.address).is_same_as(outsider))
    });
    if !staff.is_empty() && others {
        return Some(found(
            staff.len(),
            "recipients",
            context.recipient_evidence(staff),
            Fix::MoveToBcc,
        ));
    }
    let written = if outsiders.is_empty() {
        Vec::new()
    } else {
        exposed_in_text(context)
    };
    (!written.is_empty()).then(|| found(written.len(), "text", written, Fix::RemoveText))
}

fn found(count: usize, place: &str, evidence: Vec<Evidence>, fix: Fix) -> Found {
    Found {
        facts: vec![
            ("count", Fact::Count(u32::try_from(count).unwrap_or(u32::MAX))),
            ("place", Fact::Word(place.to_owned())),
        ],
        evidence,
        fixes: vec![fix],
        ..Found::default()
    }
}

const fn is_outsider(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::Pupil | AccountKind::Private | AccountKind::Partner | AccountKind::Outside
    )
}

/// Private addresses in To and Cc of people who work at the school: their name stands at a school address too, or
/// the address says so ("juf.eline@…").
fn exposed_recipients<'a>(context: &Context<'a>) -> Vec<&'a Recipient> {
    let colleagues: Vec<Person> = context
        .everyone()
        .filter(|recipient| context.kind(&recipient.address) == AccountKind::School)
        .map(|recipient| Person::new(&recipient.address))
        .collect();
    context
        .visible()
        .filter(|recipient| {
            context.kind(&recipient.address) == AccountKind::Private && !context.is_own(&recipient.address)
        })
        .filter(|recipient| {
            let person = Person::new(&recipient.address);
            person.staff || colleagues.iter().any(|colleague| colleague.is_same_as(&person))
        })
        .collect()
}

/// Private addresses in the writer's own words that belong to somebody else, named or called private in that line.
fn exposed_in_text(context: &Context<'_>) -> Vec<Evidence> {
    let body = &context.mail.body;
    let zones = body.zones.iter().filter(|zone| zone.kind == ZoneKind::Own);
    let mut found: Vec<Evidence> = Vec::new();
    for zone in zones {
        let Some(text) = body.content.get(zone.range.clone()) else {
            continue;
        };
        for line in text.split_inclusive('\n').scan(zone.range.start, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        }) {
            found.extend(exposed_in_line(context, line));
        }
    }
    found
}

fn exposed_in_line(context: &Context<'_>, (start, line): (usize, &str)) -> Vec<Evidence> {
    let mut at = 0;
    let mut found = Vec::new();
    for word in line.split_inclusive(|c: char| c.is_whitespace() || "<>()[]\",;:".contains(c)) {
        let email = word.trim_matches(|c: char| !c.is_alphanumeric());
        let offset = start + at + word.find(email).unwrap_or(0);
        at += word.len();
        if is_somebody_elses(context, email) && is_pointed_out(context, line, email) {
            let span = Span {
                part: Part::Body { quoted: false },
                range: offset..offset + email.len(),
            };
            found.extend(context.evidence(&span));
        }
    }
    found
}

fn is_somebody_elses(context: &Context<'_>, email: &str) -> bool {
    let address = Address {
        name: String::new(),
        email: email.to_owned(),
    };
    let complete = email
        .rsplit_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'));
    complete
        && context.kind(&address) == AccountKind::Private
        && !context.is_own(&address)
        && !is_a_readers(context, &address)
}

/// The owner reads the mail: nothing is given away. Nor is it when the reader's household shares the address.
fn is_a_readers(context: &Context<'_>, address: &Address) -> bool {
    let person = Person::new(address);
    context
        .everyone()
        .any(|recipient| Person::new(&recipient.address).lives_with(&person))
}

/// The line says whose address it is (a name that the address repeats) or that it is private. A firm's or club's
/// address at a free provider is meant to be spread, and a parent's may be given to the organisations that help.
fn is_pointed_out(context: &Context<'_>, line: &str, email: &str) -> bool {
    let person = Person::new(&Address {
        name: String::new(),
        email: email.to_owned(),
    });
    let words = tokens(&line.replace(email, " "));
    let says = |meant: AddressWord| words.iter().any(|token| address_word(&token.word) == Some(meant));
    let named = words
        .iter()
        .any(|token| token.capital && person.is_called(&token.word));
    let private = words.iter().any(|token| token.word.starts_with("priv"));
    let parent = says(AddressWord::Role);
    let known = named || private || parent || says(AddressWord::Staff);
    known && !person.office && (!parent || reaches_persons(context))
}

/// Not only organisations read it.
fn reaches_persons(context: &Context<'_>) -> bool {
    context.everyone().any(|recipient| {
        matches!(
            context.kind(&recipient.address),
            AccountKind::Private | AccountKind::Pupil
        )
    })
}
