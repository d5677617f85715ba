//! Links that lead elsewhere than they say.

use core::net::Ipv4Addr;

use super::sender::{Sender, is_known};
use super::sign::{Kind, Sign};
use super::wording::Ask;
use crate::Context;
use crate::domains::{Brand, Host, is_bait};
use crate::links::{WebAddress, is_tracker};

/// So many links are looked at.
const LOOKED_AT: usize = 500;
/// Endings of files that are top-level domains too.
const FILES: &[&str] = &[
    "zip", "mov", "md", "py", "pl", "rs", "sh", "ps", "ai", "app", "so", "cc", "tf", "mp",
];
/// Where anybody makes a form that asks for whatever one likes.
const FORMS: &[(&str, &str)] = &[
    ("docs.google.com", "/forms"),
    ("forms.gle", ""),
    ("forms.office.com", ""),
    ("forms.microsoft.com", ""),
];

/// Where a link leads.
enum Target {
    Host(Host, String),
    /// A bare number instead of a name.
    Number,
}

/// The signs that links give.
pub fn signs(context: &Context<'_>, sender: &Sender<'_>, ask: Option<&Ask>) -> Vec<Sign> {
    let links = context.mail.links.iter().enumerate().take(LOOKED_AT);
    let strong_or_weak = links.filter_map(|(index, link)| {
        let target = target(&link.target)?;
        let shown = (link.text != link.target)
            .then(|| shown(context, &link.text))
            .flatten();
        let strong = match (&shown, &target) {
            (Some(_), Target::Number) => !sender.bulk,
            (None, Target::Number) => false,
            (Some(shown), Target::Host(host, _)) if !is_same(context, sender, shown, host) => {
                is_sure(context, sender, shown, host)
            }
            (_, Target::Host(host, path)) => is_lure(context, sender, host, path, ask).then_some(false)?,
        };
        Sign::of_link(context, Kind::Link, strong, index)
    });
    strong_or_weak.collect()
}

fn target(written: &str) -> Option<Target> {
    let address = WebAddress::parse(written)?;
    if address.host.parse::<Ipv4Addr>().is_ok() {
        return Some(Target::Number);
    }
    Some(Target::Host(Host::parse(&address.host)?, address.path))
}

/// The one host that a link's text shows as an address.
fn shown(context: &Context<'_>, text: &str) -> Option<Host> {
    let mut hosts = text.split_whitespace().filter_map(|word| shown_by(context, word));
    let first = hosts.next()?;
    hosts.all(|other| other == first).then_some(first)
}

fn shown_by(context: &Context<'_>, word: &str) -> Option<Host> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let clear = ["http://", "https://", "www."].iter().any(|start| {
        word.get(..start.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    });
    if word.contains('@') || !word.contains('.') {
        return None;
    }
    let host = Host::parse(&WebAddress::parse(word)?.host)?;
    let known = psl::suffix(host.name.as_bytes()).is_some_and(|suffix| suffix.is_known())
        && !FILES.contains(&host.suffix())
        && !host.label().bytes().all(|byte| byte.is_ascii_digit());
    (clear || known || super::sender::is_of_school(context, &host)).then_some(host)
}

/// Whether what is shown and where it leads are the same house, or nobody can tell.
fn is_same(context: &Context<'_>, sender: &Sender<'_>, shown: &Host, host: &Host) -> bool {
    let same_provider = Brand::of(shown).is_some_and(|brand| brand.owns(host));
    let same_name = shown.label() == host.label() && Brand::of(shown).is_none();
    let own = sender
        .host
        .as_ref()
        .is_some_and(|own| own.registered() == host.registered());
    let shows_itself = sender
        .host
        .as_ref()
        .is_some_and(|own| own.registered() == shown.registered());
    shown.registered() == host.registered()
        || same_provider
        || same_name
        || is_tracker(host)
        || sender.trusted
        || sender.is_of_brand(host)
        || is_known(context, host)
        // A sender's own way of counting clicks, for its own pages and those of others, unless it borrows a name.
        || (own || shows_itself) && !borrows(context, sender, shown)
}

/// Whether a text shows a known provider's or the school's name, and the sender is not the one.
fn borrows(context: &Context<'_>, sender: &Sender<'_>, shown: &Host) -> bool {
    let known = Brand::of(shown).is_some() || is_known(context, shown);
    known && !sender.trusted && !sender.is_of_brand(shown)
}

/// A known name that leads elsewhere, or anywhere that anybody can make.
fn is_sure(context: &Context<'_>, sender: &Sender<'_>, shown: &Host, host: &Host) -> bool {
    let anybodys = is_bait("host", host.suffix()) || is_bait("host", host.registered());
    !sender.bulk && (borrows(context, sender, shown) && Brand::of(host).is_none() || anybodys)
}

/// Beside words that want somebody to sign in or pay: a page of somebody else's, or a form that anybody can make.
fn is_lure(context: &Context<'_>, sender: &Sender<'_>, host: &Host, path: &str, ask: Option<&Ask>) -> bool {
    if ask.is_none() || sender.bulk || sender.trusted {
        return false;
    }
    let form = FORMS
        .iter()
        .any(|(at, start)| host.is_at(at) && path.starts_with(start));
    let own = sender
        .host
        .as_ref()
        .is_some_and(|own| own.registered() == host.registered());
    let known = Brand::of(host).is_some() || is_known(context, host) || is_tracker(host);
    form || !own && !known
}
