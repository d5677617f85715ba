//! The greeting calls somebody who is not among the readers: "Dag Tom" to Sofie.

use mailwijs_detect::Span;
use mailwijs_mail::{Part, Recipient, ZoneKind};
use mailwijs_policy::AccountKind;

use crate::people::{Greeted, Reader, greeted};
use crate::words::tokens;
use crate::{Context, Evidence, Fact, Found, Weight};

/// More readers than this are a list; a greeting then calls one of them, or a friend behind an address that tells nothing.
const FEW: usize = 6;

/// Looks at a mail.
pub fn find(context: &Context<'_>) -> Option<Found> {
    let people = greeted(context);
    if people.is_empty() {
        return None;
    }
    let recipients: Vec<&Recipient> = context
        .everyone()
        .filter(|recipient| !context.is_own(&recipient.address))
        .collect();
    if recipients.is_empty() || recipients.len() > FEW {
        return None;
    }
    // Every reader must be known by name, or the greeting may be meant for the one who is not.
    let readers: Vec<(AccountKind, Reader)> = recipients
        .iter()
        .map(|recipient| known(context, recipient))
        .collect::<Option<_>>()?;
    let fits = |person: &Greeted| readers.iter().any(|(_, reader)| reader.may_be(person));
    let outsiders = readers.iter().any(|(kind, _)| !is_staff(*kind));
    if people.iter().any(fits) || outsiders && in_conversation(context, &people) {
        return None;
    }
    let names = people.iter().filter_map(|person| {
        context.evidence(&Span {
            part: Part::Body { quoted: false },
            range: person.range.clone(),
        })
    });
    let names: Vec<Evidence> = names.collect();
    let evidence = [context.recipient_evidence(recipients), names].concat();
    // Parents share addresses and go by each other's names: less sure.
    let unsure = readers.iter().any(|(kind, reader)| {
        *kind == AccountKind::Private
            && (!reader.has_display_name || people.iter().any(|person| person.titled))
    });
    Some(Found {
        facts: vec![("kind", Fact::Word("greeting".to_owned()))],
        evidence,
        weight: if unsure { Weight::Light } else { Weight::Full },
        ..Found::default()
    })
}

fn known(context: &Context<'_>, recipient: &Recipient) -> Option<(AccountKind, Reader)> {
    let kind = context.kind(&recipient.address);
    if matches!(kind, AccountKind::General | AccountKind::Group) {
        return None;
    }
    let reader = Reader::of(&recipient.address)?;
    // At a firm the name that is shown may be the firm's.
    (is_staff(kind) || reader.is_surely_a_person).then_some((kind, reader))
}

const fn is_staff(kind: AccountKind) -> bool {
    matches!(kind, AccountKind::School | AccountKind::Pupil)
}

/// The quoted mail names the person greeted: a partner who reads the same mailbox.
fn in_conversation(context: &Context<'_>, people: &[Greeted]) -> bool {
    let quoted = tokens(&context.zones(&[ZoneKind::Quoted]));
    let names = people.iter().flat_map(|person| &person.words);
    names
        .into_iter()
        .any(|name| quoted.iter().any(|token| token.word == *name))
}
