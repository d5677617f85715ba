//! Somebody's private address is given to outsiders (communication policy §3.2).

use std::ops::Range;

use mailwijs_detect::Span;
use mailwijs_mail::{Address, Part, Recipient, ZoneKind};
use mailwijs_policy::{AccountKind, RuleId};

use crate::people::{AddressWord, Person, address_word};
use crate::registry::{ONLY_MAIL, OUTGOING};
use crate::words::tokens;
use crate::{Check, Context, Evidence, Fact, Fix, Found};

/// How many addresses in a text are looked at.
const LOOKED_AT: usize = 100;
/// How near, in bytes, words about an address stand.
const NEAR: usize = 160;

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
    let (staff, persons): (Vec<_>, Vec<_>) = exposed_recipients(context).into_iter().unzip();
    let others = outsiders
        .iter()
        .any(|outsider| !persons.iter().any(|person| person.is_same_as(outsider)));
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
fn exposed_recipients<'a>(context: &Context<'a>) -> Vec<(&'a Recipient, Person)> {
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
        .map(|recipient| (recipient, Person::new(&recipient.address)))
        .filter(|(_, person)| person.staff || colleagues.iter().any(|colleague| colleague.is_same_as(person)))
        .collect()
}

/// Private addresses in the writer's own words that belong to somebody else, named or called private near by.
fn exposed_in_text(context: &Context<'_>) -> Vec<Evidence> {
    let readers: Vec<Person> = context
        .everyone()
        .map(|recipient| Person::new(&recipient.address))
        .collect();
    let body = &context.mail.body;
    let zones = body.zones.iter().filter(|zone| zone.kind == ZoneKind::Own);
    let addresses = zones.flat_map(|zone| {
        let text = body.content.get(zone.range.clone()).unwrap_or_default();
        addresses_in(text).map(move |at| (text, zone.range.start, at))
    });
    addresses
        .take(LOOKED_AT)
        .filter(|(text, _, at)| {
            let email = text.get(at.clone()).unwrap_or_default();
            is_somebody_elses(context, &readers, email)
                && is_pointed_out(context, surroundings(text, at), email)
        })
        .filter_map(|(_, start, at)| {
            let range = start + at.start..start + at.end;
            context.evidence(&Span {
                part: Part::Body { quoted: false },
                range,
            })
        })
        .collect()
}

/// Byte ranges of words that look like an address.
fn addresses_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    let separates = |c: char| c.is_whitespace() || "<>()[]\",;:".contains(c);
    let mut end = 0;
    text.split_inclusive(separates).filter_map(move |piece| {
        let start = end;
        end += piece.len();
        let email = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let (local, domain) = email.rsplit_once('@')?;
        let start = start + piece.find(email)?;
        (!local.is_empty() && domain.contains('.')).then(|| start..start + email.len())
    })
}

/// The line around a place, of a long line only what is near.
fn surroundings<'t>(text: &'t str, at: &Range<usize>) -> &'t str {
    let from = text.floor_char_boundary(at.start.saturating_sub(NEAR));
    let to = text.ceil_char_boundary((at.end + NEAR).min(text.len()));
    let before = text.get(from..at.start).unwrap_or_default();
    let after = text.get(at.end..to).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(from, |newline| from + newline + 1);
    let line_end = after.find('\n').map_or(to, |newline| at.end + newline);
    text.get(line_start..line_end).unwrap_or_default()
}

/// A private address that is neither the writer's nor a reader's, or that of a reader's household.
fn is_somebody_elses(context: &Context<'_>, readers: &[Person], email: &str) -> bool {
    let address = Address {
        name: String::new(),
        email: email.to_owned(),
    };
    let owner = Person::new(&address);
    context.kind(&address) == AccountKind::Private
        && !context.is_own(&address)
        && !readers.iter().any(|reader| reader.lives_with(&owner))
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
