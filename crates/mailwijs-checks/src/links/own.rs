//! The links in the writer's own words.

use std::collections::HashSet;

use mailwijs_detect::Span;
use mailwijs_mail::{Part, ZoneKind};

use super::address::WebAddress;
use crate::Context;

/// How many words that look like an address, and how many links behind words, are looked at.
const LOOKED_AT: usize = 500;

/// A link that the writer put in the mail.
#[derive(Debug)]
pub struct OwnLink {
    /// Where it leads.
    pub address: WebAddress,
    /// The words that show it.
    pub span: Span,
}

/// The links in the writer's own words, each once: addresses written out, then links behind other words. What stands in a quote or
/// a signature is not the writer's doing.
pub fn own_links(context: &Context<'_>) -> Vec<OwnLink> {
    let body = &context.mail.body;
    let mut found: Vec<OwnLink> = Vec::new();
    let mut seen = HashSet::new();
    for zone in body.zones.iter().filter(|zone| zone.kind == ZoneKind::Own) {
        let text = body.content.get(zone.range.clone()).unwrap_or_default();
        for (at, written) in addresses(text).take(LOOKED_AT) {
            let start = zone.range.start + at;
            if let Some(address) = WebAddress::parse(written)
                && seen.insert((address.host.clone(), address.path.clone()))
            {
                let span = Span {
                    part: Part::Body { quoted: false },
                    range: start..start + written.len(),
                };
                found.push(OwnLink { address, span });
            }
        }
    }
    let elsewhere = context.zones(&[ZoneKind::Quoted, ZoneKind::Signature, ZoneKind::Disclaimer]);
    for (index, link) in context.mail.links.iter().enumerate().take(LOOKED_AT) {
        let text = link.text.trim();
        if text.is_empty() || elsewhere.contains(text) {
            continue;
        }
        if let Some(address) = WebAddress::parse(&link.target)
            && seen.insert((address.host.clone(), address.path.clone()))
        {
            let span = Span {
                part: Part::Link(index),
                range: 0..link.to_string().len(),
            };
            found.push(OwnLink { address, span });
        }
    }
    found
}

/// Words with a point before a slash, without the marks around them, and where they begin.
fn addresses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = |c: char| c.is_whitespace() || "<>()[]\"“”«»".contains(c);
    let mut end = 0;
    text.split_inclusive(parts).filter_map(move |piece| {
        let start = end;
        end += piece.len();
        let word = piece
            .trim_end_matches(parts)
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
        let slash = word.find('/')?;
        (word.contains("://") || word.get(..slash)?.contains('.')).then_some((start, word))
    })
}
