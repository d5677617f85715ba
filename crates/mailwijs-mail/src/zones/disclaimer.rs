//! Confidentiality notices under a mail.

use super::lines::Lines;
use super::table::rows;
use crate::model::ZoneKind;
use std::sync::LazyLock;

/// Markers a paragraph needs besides its opening.
const MARKERS_NEEDED: usize = 2;

#[derive(Debug, Default)]
struct Words {
    headings: Vec<&'static str>,
    openings: Vec<&'static str>,
    markers: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for [kind, _, text] in rows(include_str!("../../../../assets/mail/disclaimers.tsv")) {
        match kind {
            "heading" => words.headings.push(text),
            "opening" => words.openings.push(text),
            _ => words.markers.push(text),
        }
    }
    words
});

/// Marks paragraphs that open like a disclaimer and read like one. A heading takes the paragraph below it along.
pub(super) fn find(lines: &mut Lines<'_>) {
    let mut at = 0;
    let mut under_heading = false;
    while let Some(start) = lines.next_filled(at) {
        let end = (start..lines.0.len())
            .find(|&i| lines.text(i).is_none_or(str::is_empty))
            .unwrap_or(lines.0.len());
        at = end;
        if lines.0.get(start).is_some_and(|l| l.kind == ZoneKind::Quoted) {
            continue;
        }
        let marked = reads_like_one(lines, start, end);
        let opens = |i: &usize| {
            let first = bare(lines.text(*i).unwrap_or_default());
            is_heading(&first)
                || marked && (under_heading || WORDS.openings.iter().any(|o| first.starts_with(o)))
        };
        let Some(from) = (start..end).find(opens) else {
            under_heading = false;
            continue;
        };
        under_heading = from + 1 == end && is_heading(&bare(lines.text(from).unwrap_or_default()));
        for line in lines.0.get_mut(from..end).unwrap_or_default() {
            if line.kind != ZoneKind::Quoted {
                line.kind = ZoneKind::Disclaimer;
            }
        }
    }
}

/// Whether the paragraph has the words of a disclaimer.
fn reads_like_one(lines: &Lines<'_>, start: usize, end: usize) -> bool {
    let paragraph = (start..end)
        .filter_map(|i| lines.text(i))
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase();
    WORDS
        .markers
        .iter()
        .filter(|marker| paragraph.contains(**marker))
        .count()
        >= MARKERS_NEEDED
}

fn is_heading(text: &str) -> bool {
    WORDS.headings.iter().any(|heading| {
        text.strip_prefix(heading)
            .is_some_and(|rest| heading.contains(' ') || rest.trim_matches([':', ' ', '*']).is_empty())
    })
}

/// Lower case, without stars, dashes and the like in front.
fn bare(text: &str) -> String {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
        .replace('’', "'")
}
