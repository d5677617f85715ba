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
/// Lines with names below words of thanks.
const MAX_NAMES: usize = 3;
/// A signature line is not longer, in characters.
const MAX_LINE: usize = 90;

/// Last words of closings in whatever mood: "Met sportieve groeten".
const GREETINGS: &[&str] = &["groet", "groeten", "groetjes"];
/// First words of such closings when they are longer than two words.
const GREETING_STARTS: &[&str] = &["met", "heel", "hele", "veel", "vele", "de"];

#[derive(Debug, Default)]
struct Words {
    closings: HashSet<&'static str>,
    thanks: HashSet<&'static str>,
    footers: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for [kind, _, text] in rows(include_str!("../../../../assets/mail/closings.tsv")) {
        match kind {
            "closing" => drop(words.closings.insert(text)),
            "thanks" => drop(words.thanks.insert(text)),
            _ => words.footers.push(text),
        }
    }
    words
});

/// Marks signatures in what is the writer's own so far.
pub(super) fn find(lines: &mut Lines<'_>) {
    let mut at = 0;
    while at < lines.0.len() {
        let text = lines.text(at).filter(|text| !text.is_empty() && lines.is_own(at));
        let end = match text {
            Some("--") => Some(own_end(lines, at)),
            Some(text) if is_footer(text) => Some(at + 1),
            Some(text) => match closing(text) {
                Some(Closing::Sure) => Some(closing_end(lines, at)),
                Some(Closing::IfLast) => last_names_end(lines, at),
                None => None,
            },
            None => None,
        };
        if let Some(end) = end {
            lines.set(at..end, ZoneKind::Signature);
        }
        at = end.unwrap_or(at + 1);
    }
}

/// A line that a program adds ("Verzonden vanaf mijn iPhone").
fn is_footer(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.chars().count() <= MAX_LINE && WORDS.footers.iter().any(|footer| lower.starts_with(footer))
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

/// The end of the writer's own text, when there is text before `at` and only a few names stand after it.
fn last_names_end(lines: &Lines<'_>, at: usize) -> Option<usize> {
    let mut names = 0;
    let mut index = at + 1;
    while lines.is_own(index) {
        let text = lines.text(index).unwrap_or_default();
        if !text.is_empty() && !is_footer(text) {
            names += 1;
            if names > MAX_NAMES || !is_name_like(text) {
                return None;
            }
        }
        index += 1;
    }
    let text_before = lines.next_filled(0).is_some_and(|first| first < at);
    (names > 0 && text_before).then_some(index)
}

/// Short, and neither a sentence nor a list of data: a name, a function, a class.
fn is_name_like(text: &str) -> bool {
    text.split_whitespace().count() <= 5
        && !text.ends_with(['!', '?', ':'])
        && !text.contains([':', ';', '='])
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closing {
    /// Ends a letter wherever it stands.
    Sure,
    /// Ends a letter when nothing but names follow.
    IfLast,
}

/// A closing alone, or with a name behind it.
fn closing(text: &str) -> Option<Closing> {
    let count = text.split_whitespace().count();
    if text.ends_with('?') || count > MAX_CLOSING_WORDS {
        return None;
    }
    let lower = text.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '!'))
        .filter(|w| !w.is_empty())
        .collect();
    (1..=words.len().min(6)).rev().find_map(|count| {
        let head = words.get(..count)?;
        let phrase = head.join(" ");
        let phrase = phrase.trim_end_matches('.');
        let greets = head
            .last()
            .is_some_and(|word| GREETINGS.contains(&word.trim_end_matches('.')))
            && (count <= 2 || count <= 4 && head.first().is_some_and(|word| GREETING_STARTS.contains(word)));
        let kind = if greets || WORDS.closings.contains(phrase) {
            Closing::Sure
        } else if WORDS.thanks.contains(phrase) {
            Closing::IfLast
        } else {
            return None;
        };
        names_follow(text, count).then_some(kind)
    })
}

/// Whether what stands behind the first words of a line can be a name.
fn names_follow(text: &str, words: usize) -> bool {
    const SMALL: &[&str] = &[
        "van", "de", "der", "den", "en", "juf", "meester", "het", "team", "d'", "à", "tous", "all",
    ];
    let rest: Vec<&str> = text.split_whitespace().skip(words).collect();
    rest.len() <= 4
        && rest.iter().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric()) || SMALL.contains(word)
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
