//! Senders who pass for another: a colleague, the head, the school, a known provider.

use mailwijs_mail::ZoneKind;

use super::sender::{Sender, is_of_school};
use super::sign::{Kind, Sign};
use super::wording::{Said, says};
use crate::Context;
use crate::domains::{Brand, Host, brands};
use crate::words::{fold, tokens};

/// How many words at the end of a text may say who wrote it.
const CLOSING_WORDS: usize = 40;

/// The signs that a sender's name gives.
pub fn signs(context: &Context<'_>, sender: &Sender<'_>) -> Vec<Sign> {
    if sender.trusted || sender.brand.is_some() || sender.bulk {
        return Vec::new();
    }
    let strong = match address_in_name(context, sender) {
        Some(strong) => strong,
        None if passes_for_school(context, sender) || passes_for_provider(sender) => false,
        None => return Vec::new(),
    };
    Sign::of_sender(context, Kind::Pretence, strong)
        .into_iter()
        .collect()
}

/// An address in the name that is not the real one: sure when it is the school's or a known provider's.
fn address_in_name(context: &Context<'_>, sender: &Sender<'_>) -> Option<bool> {
    let (own, name) = (sender.host.as_ref()?, sender.name);
    // Lists and services send "jan@school.example via List", and say so.
    if tokens(name).iter().any(|token| token.word == "via") {
        return None;
    }
    let shown = name
        .split(|c: char| c.is_whitespace() || "<>()[]\"',;".contains(c))
        .find_map(Host::of_email)?;
    (shown.registered() != own.registered()).then(|| {
        is_of_school(context, &shown)
            || Brand::of(&shown).is_some_and(|brand| !brand.owns(own)) && !sender.private
    })
}

/// The school's name or its head's office before an address that is nobody's office.
fn passes_for_school(context: &Context<'_>, sender: &Sender<'_>) -> bool {
    let name = fold(sender.name);
    let school = fold(&context.policy.school.name);
    let names_school = |text: &str| !school.is_empty() && text.contains(&school);
    if sender.failed
        && sender
            .host
            .as_ref()
            .is_some_and(|host| is_of_school(context, host))
    {
        return says(&tokens(sender.name), Said::Role);
    }
    if names_school(&name) {
        return true;
    }
    sender.private && (says(&tokens(sender.name), Said::Role) || signs_as_head(context, &names_school))
}

/// The last words say that the head of this school wrote them.
fn signs_as_head(context: &Context<'_>, names_school: &dyn Fn(&str) -> bool) -> bool {
    let text = context.zones(&[ZoneKind::Own, ZoneKind::Signature]);
    let words = tokens(&text);
    let last = words
        .get(words.len().saturating_sub(CLOSING_WORDS)..)
        .unwrap_or_default();
    let start = last.first().map_or(0, |word| word.range.start);
    says(last, Said::Role) && names_school(&fold(text.get(start..).unwrap_or_default()))
}

/// A known provider's name, with no more than what offices are called, before another address.
fn passes_for_provider(sender: &Sender<'_>) -> bool {
    let words = tokens(sender.name);
    let words: Vec<&str> = words.iter().map(|token| token.word.as_str()).collect();
    brands().iter().any(|brand| {
        let rest = words.get(brand.length()..).unwrap_or_default();
        brand.is_named(&words)
            && !(brand.is_word && rest.is_empty() && sender.private)
            && rest.iter().all(|word| super::wording::is_office(word))
    })
}
