//! What the HTML of a message shows that its plain text does not (RFC 2046 §5.1.4 promises they say the same).

use crate::html::Page;
use crate::links;
use crate::model::ZoneKind;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::ops::Range;

/// Words in a row that are compared.
const RUN: usize = 3;
/// Of the runs of words in a stretch, this share (in tenths) must occur in the plain text.
const RUNS_KNOWN: usize = 6;

/// The stretches of a page whose words the plain text lacks, a line each, with their marks.
pub(crate) fn only_in_html(plain: &str, page: &Page) -> (String, Vec<(ZoneKind, Range<usize>)>) {
    let known = Known::of(plain);
    let (mut text, mut marks) = (String::new(), Vec::new());
    for (kind, stretch) in stretches(page) {
        for line in page.text.get(stretch).unwrap_or_default().lines().map(str::trim) {
            if line.is_empty() || known.says(line) {
                continue;
            }
            let start = text.len();
            text.push_str(line);
            if let Some(kind) = kind {
                marks.push((kind, start..text.len()));
            }
            text.push('\n');
        }
    }
    (text, marks)
}

/// The page cut where the markup's kind changes.
fn stretches(page: &Page) -> impl Iterator<Item = (Option<ZoneKind>, Range<usize>)> {
    let ends = page.marks.iter().map(|(_, range)| range.end);
    let gaps = std::iter::once(0)
        .chain(ends)
        .zip(page.marks.iter().map(|(_, r)| r.start).chain([page.text.len()]));
    let marked = page
        .marks
        .iter()
        .map(|(kind, range)| Some((Some(*kind), range.clone())))
        .chain([None]);
    gaps.zip(marked)
        .flat_map(|((start, end), marked)| [Some((None, start..end)), marked])
        .flatten()
}

type Hasher = BuildHasherDefault<DefaultHasher>;

/// The words of a text, and which come in a row: hashed, in order. No choice of words makes looking one up slow.
struct Known {
    words: Vec<u64>,
    runs: Vec<u64>,
    hasher: Hasher,
}

impl Known {
    fn of(text: &str) -> Self {
        let hasher = Hasher::default();
        let mut words = hashed_words(text, &hasher);
        let mut runs: Vec<u64> = words.windows(RUN).map(|run| hasher.hash_one(run)).collect();
        for hashes in [&mut words, &mut runs] {
            hashes.sort_unstable();
            hashes.dedup();
        }
        Self { words, runs, hasher }
    }

    /// Whether the text holds these words, mostly in this order.
    fn says(&self, line: &str) -> bool {
        let words = hashed_words(line, &self.hasher);
        if !words.iter().all(|word| self.words.binary_search(word).is_ok()) {
            return false;
        }
        let runs = words.windows(RUN);
        let found = runs
            .clone()
            .filter(|run| self.runs.binary_search(&self.hasher.hash_one(run)).is_ok())
            .count();
        found * 10 >= runs.count() * RUNS_KNOWN
    }
}

/// Words in lower case, without punctuation; web addresses are written out in one rendering and hidden behind a
/// link in the other, so they do not count.
fn hashed_words(text: &str, hasher: &Hasher) -> Vec<u64> {
    let mut rest = 0;
    let mut words = Vec::new();
    let mut lower = String::new();
    let mut take = |range: Range<usize>| {
        let bare = text
            .get(range)
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric());
        for word in bare.filter(|word| !word.is_empty()) {
            lower.clear();
            if word.is_ascii() {
                lower.push_str(word);
                lower.make_ascii_lowercase();
            } else {
                lower.push_str(&word.to_lowercase());
            }
            words.push(hasher.hash_one(lower.as_str()));
        }
    };
    for link in links::spans(text) {
        take(rest..link.start);
        rest = link.end;
    }
    take(rest..text.len());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::render;

    #[test]
    fn the_same_words_in_other_markup_are_nothing_new() {
        let plain = "Dag *Els*,\n\n> Lotte komt morgen\n> niet. Zie https://school.example/a\n";
        let page = render(
            "<p>Dag <b>Els</b>,</p><blockquote>Lotte komt morgen niet. Zie <a href=x>https://school.example/a</a></blockquote>",
        );
        assert_eq!(only_in_html(plain, &page).0, "");
    }

    #[test]
    fn words_only_in_the_html_are_given_with_their_kind() {
        let page =
            render("<p>Dag Els</p><p>Lotte is ziek</p><div style='display:none'>verborgen tekst</div>");
        let (text, marks) = only_in_html("Dag Els\n", &page);
        assert_eq!(text, "Lotte is ziek\nverborgen tekst\n");
        assert_eq!(marks, [(ZoneKind::Hidden, 14..29)]);
    }

    #[test]
    fn the_same_words_in_another_order_are_new() {
        let page = render("<p>Lotte heeft Milan gepest op school</p>");
        assert!(
            !only_in_html("Milan heeft Lotte op school gepest", &page)
                .0
                .is_empty()
        );
    }
}
