//! Quoted and forwarded messages.

use super::lines::Lines;
use super::table::rows;
use crate::model::ZoneKind;
use std::collections::HashMap;
use std::sync::LazyLock;

/// An introduction runs over at most this many lines.
const INTRO_LINES: usize = 4;
/// Headers shown above a quoted message take at most this many lines (long lists of recipients wrap).
const HEADER_LINES: usize = 16;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Label {
    From,
    Date,
    To,
    Subject,
    Other,
}

#[derive(Debug, Default)]
struct Words {
    dividers: Vec<&'static str>,
    labels: HashMap<&'static str, Label>,
    /// Word that starts the introduction (may be empty), verb in it.
    intros: Vec<(&'static str, &'static str)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for [kind, _, text, meaning] in rows(include_str!("../../../../assets/mail/quotes.tsv")) {
        match kind {
            "divider" => words.dividers.push(text),
            "intro" => words.intros.push((text, meaning)),
            _ => {
                let label = match meaning {
                    "from" => Label::From,
                    "date" => Label::Date,
                    "to" => Label::To,
                    "subject" => Label::Subject,
                    _ => Label::Other,
                };
                words.labels.insert(text, label);
            }
        }
    }
    words
});

/// Marks what is quoted.
pub(super) fn find(lines: &mut Lines<'_>) {
    for line in &mut lines.0 {
        if line.text.starts_with('>') {
            line.kind = ZoneKind::Quoted;
        }
    }
    let mut at = 0;
    while at < lines.0.len() {
        if !lines.is_own(at) {
            at += 1;
            continue;
        }
        if starts_message(lines, at) {
            lines.set(at..lines.0.len(), ZoneKind::Quoted);
            return;
        }
        match intro(lines, at) {
            Some((end, true)) => {
                lines.set(at..end, ZoneKind::Quoted);
                at = end;
            }
            Some((_, false)) => {
                lines.set(at..lines.0.len(), ZoneKind::Quoted);
                return;
            }
            None => at += 1,
        }
    }
    bridge_gaps(lines);
}

/// Blank lines between two quoted lines are quoted.
fn bridge_gaps(lines: &mut Lines<'_>) {
    let mut quoted_before = false;
    let mut gap: Option<usize> = None;
    for at in 0..lines.0.len() {
        if lines.text(at).is_some_and(str::is_empty) {
            gap.get_or_insert(at);
            continue;
        }
        let quoted = lines.0.get(at).is_some_and(|l| l.kind == ZoneKind::Quoted);
        if let Some(start) = gap.take()
            && quoted
            && quoted_before
        {
            lines.set(start..at, ZoneKind::Quoted);
        }
        quoted_before = quoted;
    }
}

/// A divider ("-----Oorspronkelijk bericht-----") or the headers of an earlier message; all below is that message.
fn starts_message(lines: &Lines<'_>, at: usize) -> bool {
    let Some(text) = lines.text(at) else { return false };
    if is_rule(text) {
        return lines
            .next_filled(at + 1)
            .is_some_and(|next| has_headers(lines, next));
    }
    is_divider(text) || has_headers(lines, at)
}

/// A line of underscores or dashes, as Outlook on the web draws.
fn is_rule(text: &str) -> bool {
    text.len() >= 10 && text.chars().all(|c| c == '_' || c == '-' || c == '=')
}

fn is_divider(text: &str) -> bool {
    let framed = text.starts_with("--") || text.ends_with(':');
    let bare = text.trim_matches(|c: char| matches!(c, '-' | '_' | '*' | ':') || c.is_whitespace());
    framed && bare.len() < 80 && {
        let lower = bare.to_lowercase().replace('’', "'");
        WORDS.dividers.contains(&lower.as_str())
    }
}

/// "Van: … Verzonden: … Aan: … Onderwerp: …" in one run of lines. One such line alone is ordinary text.
fn has_headers(lines: &Lines<'_>, at: usize) -> bool {
    if lines.text(at).and_then(label).is_none() {
        return false;
    }
    let mut found = Vec::new();
    for index in at..at + HEADER_LINES {
        match lines.text(index) {
            None | Some("") => break,
            Some(text) => found.extend(label(text)),
        }
    }
    let has = |label| found.contains(&label);
    has(Label::From)
        && usize::from(has(Label::Date)) + usize::from(has(Label::To)) + usize::from(has(Label::Subject)) >= 2
}

/// The header that a line such as `*Van:* An` shows.
fn label(text: &str) -> Option<Label> {
    let (word, rest) = text.trim_start_matches('*').split_once(':')?;
    let rest = rest.trim_matches(|c: char| c == '*' || c.is_whitespace());
    if word.len() > 20 || rest.is_empty() {
        return None;
    }
    WORDS
        .labels
        .get(word.trim_end_matches('*').trim().to_lowercase().as_str())
        .copied()
}

/// "Op … schreef …:", perhaps wrapped. Gives the line after it, and whether quoted lines follow there; when none do,
/// an address in it still tells that the rest is the earlier message (a client that does not mark quoted lines).
fn intro(lines: &Lines<'_>, at: usize) -> Option<(usize, bool)> {
    let first = lines.text(at).filter(|text| !text.is_empty())?;
    if !WORDS
        .intros
        .iter()
        .any(|(start, _)| !start.is_empty() && starts_with_word(first, start))
        && !first.trim_end().ends_with(':')
    {
        return None;
    }
    let mut joined = String::new();
    for end in at..at + INTRO_LINES {
        let text = lines
            .text(end)
            .filter(|text| !text.is_empty() && lines.is_own(end))?;
        joined.push_str(text);
        joined.push(' ');
        if !text.ends_with(':') && !text.ends_with(":*") {
            continue;
        }
        let lower = joined.to_lowercase();
        let introduces = |(start, verb): &(&str, &str)| {
            let verb_found = lower
                .split(|c: char| c.is_whitespace() || c == ':')
                .any(|w| w == *verb)
                || verb.contains(' ') && lower.contains(verb);
            (start.is_empty() || starts_with_word(&lower, start)) && verb_found
        };
        let dated = joined.chars().filter(char::is_ascii_digit).count() >= 3;
        let quoted_next = lines
            .next_filled(end + 1)
            .is_some_and(|next| lines.0.get(next).is_some_and(|l| l.kind == ZoneKind::Quoted));
        let matches = WORDS
            .intros
            .iter()
            .any(|words| introduces(words) && (quoted_next || !words.0.is_empty() && dated));
        return match (matches, quoted_next) {
            (true, true) => Some((end + 1, true)),
            (true, false) if joined.contains('@') => Some((end + 1, false)),
            _ => None,
        };
    }
    None
}

fn starts_with_word(text: &str, word: &str) -> bool {
    let mut chars = text.chars();
    let same = word.chars().all(|w| {
        chars
            .next()
            .is_some_and(|c| c.to_lowercase().eq(w.to_lowercase()))
    });
    same && chars.next().is_none_or(|c| !c.is_alphanumeric())
}
