//! The writer's signature: below `-- `, or a closing and what stands under it.

use super::lines::Lines;
use super::table::rows;
use crate::model::ZoneKind;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Filled lines a signature has at most below its closing.
const MAX_LINES: usize = 8;
/// A closing with the name behind it has at most this many words.
const MAX_CLOSING_WORDS: usize = 9;
/// A signature line is not longer, in characters.
const MAX_LINE: usize = 90;

static CLOSINGS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/mail/closings.tsv"))
        .map(|[_, closing]| closing)
        .collect()
});

/// Marks signatures in what is the writer's own so far.
pub(super) fn find(lines: &mut Lines<'_>) {
    let mut at = 0;
    while at < lines.0.len() {
        let end = match lines.text(at) {
            Some(text) if !lines.is_own(at) || text.is_empty() => None,
            Some("--") => Some(own_end(lines, at)),
            Some(text) if is_closing(text) => Some(closing_end(lines, at)),
            _ => None,
        };
        if let Some(end) = end {
            lines.set(at..end, ZoneKind::Signature);
        }
        at = end.unwrap_or(at + 1);
    }
}

/// Where the writer's own stretch ends.
fn own_end(lines: &Lines<'_>, at: usize) -> usize {
    (at..lines.0.len())
        .find(|&i| !lines.is_own(i))
        .unwrap_or(lines.0.len())
}

/// Where the signature under a closing ends: at a sentence or a postscript, these are the writer's words again.
fn closing_end(lines: &Lines<'_>, at: usize) -> usize {
    let mut filled = 0;
    let mut index = at + 1;
    while lines.is_own(index) {
        let text = lines.text(index).unwrap_or_default();
        filled += usize::from(!text.is_empty());
        if filled > MAX_LINES || !text.is_empty() && (is_postscript(text) || is_sentence(text)) {
            break;
        }
        index += 1;
    }
    index
}

/// A closing alone, or with a name behind it.
fn is_closing(text: &str) -> bool {
    if text.ends_with('?') || text.split_whitespace().count() > MAX_CLOSING_WORDS {
        return false;
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == ',' || c == '!')
        .filter(|w| !w.is_empty())
        .collect();
    let names_follow = |count: usize| {
        let original: Vec<&str> = text.split_whitespace().skip(count).collect();
        original.len() <= 4
            && original.iter().all(|w| {
                w.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric())
                    || [
                        "van", "de", "der", "den", "en", "juf", "meester", "het", "team", "d'",
                    ]
                    .contains(w)
            })
    };
    (1..=words.len().min(6)).any(|count| {
        let head = words.get(..count).unwrap_or_default().join(" ");
        CLOSINGS.contains(head.trim_end_matches('.')) && names_follow(count)
    })
}

fn is_postscript(text: &str) -> bool {
    let head: String = text
        .chars()
        .take(5)
        .filter(|c| *c != '.')
        .collect::<String>()
        .to_lowercase();
    head.strip_prefix("ps")
        .is_some_and(|rest| rest.starts_with([':', ' ', ',']) || rest.is_empty())
}

/// Reads like a sentence rather than a name, a function or a phone number.
fn is_sentence(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let contact = text.contains('@') || text.contains("www.") || text.contains("://") || text.contains('|');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let ends = text.trim_end_matches(['"', ')', '”']).ends_with(['.', '!', '?']);
    text.chars().count() > MAX_LINE && !contact
        || ends && words >= 4 && !contact
        || words >= 9 && digits < 6 && !contact
}
