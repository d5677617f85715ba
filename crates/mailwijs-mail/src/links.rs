//! Links written out in plain text.

use crate::model::Link;
use std::ops::Range;

/// Links beyond this many are left out: no reader follows them.
pub(crate) const MAX_LINKS: usize = 2000;

const STARTS: &[&str] = &["https://", "http://", "www."];

/// Web addresses in the text, in reading order.
pub(crate) fn in_text(text: &str) -> Vec<Link> {
    spans(text)
        .filter_map(|range| text.get(range))
        .take(MAX_LINKS)
        .map(|url| Link {
            text: url.to_owned(),
            target: with_scheme(url),
        })
        .collect()
}

/// The byte ranges of web addresses in the text.
pub(crate) fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + first_start(rest)?;
            let run = text.get(start..)?;
            let len = run
                .find(|c: char| c.is_whitespace() || "<>\"“”«»".contains(c))
                .unwrap_or(run.len());
            let url = without_sentence_end(run.get(..len)?);
            at = start + len;
            let glued = text
                .get(..start)?
                .chars()
                .next_back()
                .is_some_and(|c| c.is_alphanumeric() || c == '@');
            if !glued && STARTS.iter().all(|s| url.len() > s.len()) {
                return Some(start..start + url.len());
            }
        }
    })
}

/// Where the first of [`STARTS`] stands: looked for by its rarest letter, the colon or the dot.
fn first_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b':', b'.', bytes).find_map(|mark| {
        STARTS.iter().find_map(|start| {
            let at = mark.checked_sub(start.find([':', '.'])?)?;
            let found = bytes.get(at..at + start.len())?;
            found.eq_ignore_ascii_case(start.as_bytes()).then_some(at)
        })
    })
}

/// Without the full stop or bracket that belongs to the sentence: `(see www.example.be).`
fn without_sentence_end(mut url: &str) -> &str {
    loop {
        let shorter = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', ']', '’']);
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if inner.matches('(').count() <= inner.matches(')').count() => inner,
            _ => shorter,
        };
        if shorter.len() == url.len() {
            return url;
        }
        url = shorter;
    }
}

fn with_scheme(url: &str) -> String {
    if url.contains("://") {
        url.to_owned()
    } else {
        format!("http://{url}")
    }
}
