//! A national number or bank account of a person (communication policy §2).

use std::collections::BTreeSet;
use std::sync::LazyLock;

use mailwijs_detect::{Entity, EntityKind};
use mailwijs_mail::Direction;
use mailwijs_policy::{AccountKind, RuleId};

use crate::registry::EVERY_DIRECTION;
use crate::words::{Phrases, tokens};
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

/// Words of an invoice.
static INVOICE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(
        include_str!("../../../../assets/checks/invoice-words.tsv"),
        one_column,
    )
});

fn one_column(row: &[&'static str]) -> Option<(&'static str, ())> {
    match *row {
        [phrase] => Some((phrase, ())),
        _ => None,
    }
}

fn run(context: &Context<'_>) -> Option<Found> {
    let invoice = is_invoice(context);
    let numbers: Vec<(&Entity, &str)> = context
        .entities
        .all
        .iter()
        .filter(|entity| entity.score >= SURE)
        .filter(|entity| !(invoice && matches!(entity.kind, EntityKind::Iban(_))))
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

/// An invoice that came from a firm: the account is the firm's own, and there to be paid on. Parents and colleagues write from
/// other addresses; a list of several accounts is no invoice.
fn is_invoice(context: &Context<'_>) -> bool {
    let outside = |from| matches!(context.kind(from), AccountKind::Outside | AccountKind::Partner);
    let accounts: BTreeSet<&str> = context
        .entities
        .all
        .iter()
        .filter_map(|entity| match &entity.kind {
            EntityKind::Iban(iban) => Some(iban.as_str()),
            _ => None,
        })
        .collect();
    let words = || {
        let text = [&context.mail.subject, "\n", &context.own_text()].concat();
        !INVOICE.first(&tokens(&text)).is_empty()
    };
    context.direction == Direction::Received
        && accounts.len() == 1
        && context.mail.from.as_ref().is_some_and(outside)
        && words()
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

#[cfg(test)]
mod tests {
    use crate::words::faults;

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../assets/checks/invoice-words.tsv");
        assert_eq!(faults(table, super::one_column), [""; 0]);
    }
}
