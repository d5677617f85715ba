//! Received mail that looks like fraud: files that do harm, links and senders that are not what they seem (communication policy §3.2).
//!
//! One sure sign is enough, or two that are less sure. What many honest mails have, a newsletter's tracked links or an answer
//! that goes elsewhere, is no sign by itself.

mod files;
mod links;
mod lookalike;
mod member;
mod pretence;
mod sender;
mod sign;
mod wording;

use mailwijs_mail::Verdict;
use mailwijs_policy::RuleId;

use self::sender::{Sender, is_known};
use self::sign::{Kind, Sign};
use crate::contact::security_contact;
use crate::registry::INCOMING;
use crate::{Channel, Check, Context, Evidence, Fact, Found, Weight};

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::SuspiciousMail,
    directions: INCOMING,
    channels: &[Channel::Mail],
    run,
};

/// So many places are shown.
const SHOWN: usize = 6;

/// Whether a mail looks like fraud.
pub fn looks_like_fraud(context: &Context<'_>) -> bool {
    sign::verdict(&signs(context)).is_some()
}

fn run(context: &Context<'_>) -> Option<Found> {
    let signs = signs(context);
    let (kind, weight) = sign::verdict(&signs)?;
    let mut evidence: Vec<Evidence> = Vec::new();
    // What decided comes first when there is more than can be shown.
    let (sure, others): (Vec<_>, Vec<_>) = signs
        .into_iter()
        .partition(|sign| sign.strong || weight == Weight::Light);
    for sign in sure.into_iter().chain(others) {
        if !evidence.contains(&sign.evidence) {
            evidence.push(sign.evidence);
        }
    }
    evidence.truncate(SHOWN);
    evidence.sort_by_key(|one| (one.span.part, one.span.range.start));
    Some(Found {
        facts: vec![
            ("kind", Fact::Word(kind.as_str().to_owned())),
            security_contact(context.policy),
        ],
        evidence,
        weight,
        ..Found::default()
    })
}

fn signs(context: &Context<'_>) -> Vec<Sign> {
    let sender = Sender::of(context);
    let ask = wording::ask(context, &sender);
    let mut signs = files::signs(context, &sender);
    signs.extend(links::signs(context, &sender, ask.as_ref()));
    signs.extend(lookalike::signs(context, &sender));
    signs.extend(pretence::signs(context, &sender));
    signs.extend(unproved(context, &sender));
    signs.extend(reply_elsewhere(context, &sender));
    signs.extend(ask.map(wording::Ask::into_sign));
    signs
}

/// The receiving host says that the sender is not who it says. Lists and newsletters pass mail on in ways that break the proof.
fn unproved(context: &Context<'_>, sender: &Sender<'_>) -> Option<Sign> {
    let known = sender.brand.is_some();
    (sender.failed && !sender.bulk)
        .then(|| Sign::of_sender(context, Kind::Unproved, known))
        .flatten()
}

/// Whether the checks of the receiving host failed: DMARC, or both of what it rests on.
fn has_failed(context: &Context<'_>) -> bool {
    let found = context.mail.authentication;
    let both = found.spf == Verdict::Fail && found.dkim == Verdict::Fail;
    found.dmarc == Verdict::Fail || both && found.dmarc != Verdict::Pass
}

/// Answers go to somebody else than who wrote.
fn reply_elsewhere(context: &Context<'_>, sender: &Sender<'_>) -> Option<Sign> {
    let own = sender.host.as_ref()?;
    let elsewhere = |address: &mailwijs_mail::Address| {
        crate::domains::Host::of_email(&address.email).is_some_and(|host| {
            host.registered() != own.registered() && !sender.is_of_brand(&host) && !is_known(context, &host)
        })
    };
    let all = !context.mail.reply_to.is_empty() && context.mail.reply_to.iter().all(elsewhere);
    (all && !sender.bulk && !sender.trusted)
        .then(|| Sign::of_sender(context, Kind::ReplyTo, false))
        .flatten()
}
