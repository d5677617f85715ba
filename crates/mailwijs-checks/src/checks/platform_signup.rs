//! Somebody signed up on a platform with the school account (communication policy §3.3).
//!
//! What arrives then is a mail that asks to confirm the address or tells that there is an account. Platforms of the school's list
//! and of the built-in one are no news, nor are new passwords, codes to sign in, orders and newsletters.

use std::sync::LazyLock;

use mailwijs_detect::Span;
use mailwijs_mail::{Part, ZoneKind};
use mailwijs_policy::{AccountKind, RuleId};

use super::suspicious_mail::looks_like_fraud;
use crate::contact::security_contact;
use crate::domains::Host;
use crate::registry::INCOMING;
use crate::words::{Phrases, Sentence, own_sentences, two_columns};
use crate::{Channel, Check, Context, Evidence, Found};

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::PlatformSignup,
    directions: INCOMING,
    channels: &[Channel::Mail],
    run,
};

/// After the subject, so many sentences say what a mail is about.
const SAID_FIRST: usize = 8;
/// Longer mails are letters, not notices; in bytes.
const LONGEST: usize = 12_000;

/// What words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// The address must be confirmed, or there is a new account.
    SignUp,
    /// A registration must be completed: on a platform, when an account is mentioned too.
    Registration,
    /// An account is mentioned.
    Account,
    /// It is about something else: a new password, a code to sign in, an order, a newsletter, an event.
    Other,
}

static WORDS: LazyLock<Phrases<Said>> = LazyLock::new(|| {
    Phrases::new(
        include_str!("../../../../assets/checks/signup-words.tsv"),
        two_columns(Said::parse),
    )
});

impl Said {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "sign-up" => Some(Self::SignUp),
            "registration" => Some(Self::Registration),
            "account" => Some(Self::Account),
            "other" => Some(Self::Other),
            _ => None,
        }
    }
}

fn run(context: &Context<'_>) -> Option<Found> {
    if !is_from_unlisted_platform(context) || !is_to_school(context) || is_conversation(context) {
        return None;
    }
    let sentences = own_sentences(context);
    let first = sentences.get(..=SAID_FIRST).unwrap_or(&sentences);
    let says = |said| first.iter().any(|sentence| place(sentence, said).is_some());
    if says(Said::Other) {
        return None;
    }
    if looks_like_fraud(context) {
        return None;
    }
    let span = first
        .iter()
        .find_map(|sentence| place(sentence, Said::SignUp))
        .or_else(|| {
            let registration = first
                .iter()
                .find_map(|sentence| place(sentence, Said::Registration))?;
            says(Said::Account).then_some(registration)
        })?;
    let from = Span {
        part: Part::From,
        range: 0..context.mail.from_text().len(),
    };
    let evidence: Vec<Evidence> = [from, span]
        .iter()
        .filter_map(|span| context.evidence(span))
        .collect();
    Some(Found {
        facts: vec![security_contact(context.policy)],
        evidence,
        ..Found::default()
    })
}

/// Where a sentence says this.
fn place(sentence: &Sentence, said: Said) -> Option<Span> {
    let (_, words) = WORDS.all(&sentence.words).find(|(one, _)| **one == said)?;
    sentence.span(words)
}

/// Not from people, the school, its partners or a platform of the lists.
fn is_from_unlisted_platform(context: &Context<'_>) -> bool {
    let Some(from) = &context.mail.from else {
        return false;
    };
    let Some(host) = Host::of_email(&from.email) else {
        return false;
    };
    let school = &context.policy.school;
    let own = school.domains.iter().chain(&school.pupil_domains);
    let tracking = context
        .policy
        .tracking_system
        .as_ref()
        .and_then(|system| Host::parse(system.url.as_ref()?.host_str()?));
    context.kind(from) == AccountKind::Outside
        && !context.policy.allows_platform(&host.name)
        && !own.into_iter().any(|domain| host.is_at(domain.as_ascii()))
        && tracking.is_none_or(|tracking| tracking.registered() != host.registered())
}

/// Written to the school account: what arrives in a private mailbox is private.
fn is_to_school(context: &Context<'_>) -> bool {
    let mut readers = context.everyone().peekable();
    if readers.peek().is_none() {
        return context
            .own_addresses
            .iter()
            .any(|own| is_of_school(context.policy.kind_of(own)));
    }
    readers.any(|recipient| is_of_school(context.kind(&recipient.address)))
}

const fn is_of_school(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::School | AccountKind::General | AccountKind::Group
    )
}

/// An answer, something passed on, or a letter: people write those.
fn is_conversation(context: &Context<'_>) -> bool {
    let mail = context.mail;
    let quotes = mail.body.zones.iter().any(|zone| zone.kind == ZoneKind::Quoted);
    quotes || !mail.references.is_empty() || mail.body.content.len() > LONGEST
}

#[cfg(test)]
mod tests {
    use super::Said;
    use crate::words::{faults, two_columns};

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../assets/checks/signup-words.tsv");
        assert_eq!(faults(table, two_columns(Said::parse)), [""; 0]);
    }
}
