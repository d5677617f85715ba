//! A link that opens for everybody who has it, or that leads to a private service (communication policy §2; sharing safely).
//!
//! A private transfer service or file store is no place for school files, whoever reads the mail. A link into a store that the school
//! may use itself counts only when outsiders read the mail, and lightly, unless the words say that it is open to everybody.

use std::sync::LazyLock;

use mailwijs_policy::{AccountKind, RuleId};

use super::private_account::is_written_at_work;
use crate::links::{OwnLink, Service, ShareKind, own_links};
use crate::registry::OUTGOING;
use crate::words::{Phrases, Sentence, own_sentences, two_columns};
use crate::{Channel, Check, Context, Evidence, Fact, Fix, Found, Weight};

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::PublicShareLink,
    directions: OUTGOING,
    channels: &[Channel::Mail, Channel::Internal, Channel::Chat, Channel::Social],
    run,
};

/// What words about a link say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// It opens for everybody.
    Anyone,
    /// What is behind it is about persons.
    Personal,
    /// Not.
    Not,
}

static WORDS: LazyLock<Phrases<Said>> = LazyLock::new(|| {
    Phrases::new(
        include_str!("../../../../assets/checks/share-words.tsv"),
        two_columns(Said::parse),
    )
});

impl Said {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "anyone" => Some(Self::Anyone),
            "personal" => Some(Self::Personal),
            "not" => Some(Self::Not),
            _ => None,
        }
    }
}

fn run(context: &Context<'_>) -> Option<Found> {
    let links = own_links(context);
    let shared: Vec<(&OwnLink, &Service)> = links
        .iter()
        .filter_map(|link| Some((link, Service::of(&link.address)?)))
        .collect();
    if shared.is_empty() || !is_written_at_work(context) {
        return None;
    }
    let sentences = own_sentences(context);
    if sentences.iter().any(opens_for_anyone) {
        return found(context, &shared, Some("anyone"), Weight::Full);
    }
    let (open, private): (Vec<_>, Vec<_>) = shared
        .into_iter()
        .filter(|(_, service)| service.kind != ShareKind::Store)
        .partition(|(_, service)| service.kind == ShareKind::Open);
    if private.is_empty() {
        let personal = sentences.iter().any(|sentence| says(sentence, Said::Personal));
        let weight = if personal { Weight::Full } else { Weight::Light };
        return outsiders_read(context)
            .then(|| found(context, &open, None, weight))
            .flatten();
    }
    found(context, &private, None, Weight::Full)
}

fn found(
    context: &Context<'_>,
    links: &[(&OwnLink, &Service)],
    kind: Option<&str>,
    weight: Weight,
) -> Option<Found> {
    let (_, service) = links.first()?;
    let evidence: Vec<Evidence> = links
        .iter()
        .filter_map(|(link, _)| context.evidence(&link.span))
        .collect();
    Some(Found {
        facts: vec![
            (
                "kind",
                Fact::Word(kind.unwrap_or(service.kind.as_str()).to_owned()),
            ),
            ("service", Fact::Word(service.name.to_owned())),
            (
                "count",
                Fact::Count(u32::try_from(evidence.len()).unwrap_or(u32::MAX)),
            ),
        ],
        evidence,
        fixes: vec![Fix::RemoveText],
        weight,
        ..Found::default()
    })
}

fn says(sentence: &Sentence, said: Said) -> bool {
    WORDS.all(&sentence.words).any(|(one, _)| *one == said)
}

/// "Iedereen met de link kan erbij", but not "zet je bestanden nooit open voor iedereen met de link".
fn opens_for_anyone(sentence: &Sentence) -> bool {
    says(sentence, Said::Anyone) && !says(sentence, Said::Not)
}

/// Parents, pupils or others who do not sign in with a staff account; in a chat or on social media, everybody.
fn outsiders_read(context: &Context<'_>) -> bool {
    let outside = |kind| !matches!(kind, AccountKind::School | AccountKind::General);
    matches!(context.channel, Channel::Chat | Channel::Social)
        || context.everyone().any(|recipient| {
            !context.is_own(&recipient.address)
                && outside(context.kind(&recipient.address))
                && !is_staff_group(context, &recipient.address.email)
        })
}

/// A group address at the school's own domain that is not the parents'.
fn is_staff_group(context: &Context<'_>, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default();
    let parents = ["ouder", "parent"].iter().any(|word| local.contains(word));
    context.policy.kind_of(email) == AccountKind::Group && !parents
}

#[cfg(test)]
mod tests {
    use super::Said;
    use crate::words::{faults, two_columns};

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../assets/checks/share-words.tsv");
        assert_eq!(faults(table, two_columns(Said::parse)), [""; 0]);
    }
}
