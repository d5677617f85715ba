//! Words in a note that judge instead of telling what was seen: parents may read the file.

use std::ops::Range;

/// The words: language, word or words, and why.
const WORDS: &str = include_str!("../../../assets/handover/judging.tsv");

/// A judging word in a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judging {
    /// Where, in bytes on character boundaries.
    pub range: Range<usize>,
    /// Why: `behaviour` (tell what was seen), `always` (tell when and how often), `guess` (leave it out or say whose guess
    /// it is), `home` (the home is judged) or `label` (a person is no diagnosis).
    pub why: &'static str,
}

/// The judging words in a note in this language (`nl`, `fr` or `en`), in reading order.
pub fn judging_words(note: &str, lang: &str) -> Vec<Judging> {
    let words = words(note);
    let mut found: Vec<Judging> = table()
        .filter(|row| row.lang == lang)
        .flat_map(|row| places(note, &words, &row))
        .collect();
    found.sort_by_key(|judging| (judging.range.start, judging.range.end));
    found
}

struct Row {
    lang: &'static str,
    words: &'static str,
    why: &'static str,
}

fn table() -> impl Iterator<Item = Row> {
    let rows = WORDS.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        Some(Row {
            lang: cells.next()?,
            words: cells.next()?,
            why: cells.next()?,
        })
    })
}

/// Where the note's words stand, in bytes.
fn words(note: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in note.char_indices() {
        let is_word = letter.is_alphanumeric() || matches!(letter, '\'' | '’');
        match (start, is_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| from..note.len()));
    words
}

fn places(note: &str, words: &[Range<usize>], row: &Row) -> Vec<Judging> {
    let sought: Vec<&str> = row.words.split(' ').collect();
    let is_here = |window: &[Range<usize>]| {
        window.iter().zip(&sought).all(|(word, sought)| {
            let word = note.get(word.clone()).unwrap_or_default();
            word.to_lowercase().replace('’', "'") == *sought
        })
    };
    let found = words.windows(sought.len()).filter(|window| is_here(window));
    found
        .filter_map(|window| {
            Some(Judging {
                range: window.first()?.start..window.last()?.end,
                why: row.why,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(note: &str, lang: &str) -> Vec<(String, &'static str)> {
        let words = judging_words(note, lang).into_iter();
        words
            .map(|judging| (note.get(judging.range).unwrap().to_owned(), judging.why))
            .collect()
    }

    #[test]
    fn a_judgement_is_pointed_at() {
        let note = "Lena is LUI en komt altijd te laat. Waarschijnlijk een probleemgezin.";
        let expected = [
            ("LUI", "behaviour"),
            ("altijd", "always"),
            ("Waarschijnlijk", "guess"),
            ("probleemgezin", "home"),
        ];
        assert_eq!(
            said(note, "nl"),
            expected.map(|(word, why)| (word.to_owned(), why))
        );
        assert_eq!(said("Il est sans doute gâté.", "fr").len(), 2);
        assert_eq!(
            said("an attention seeker", "en"),
            [("attention seeker".to_owned(), "behaviour")]
        );
    }

    #[test]
    fn what_was_seen_and_when_is_left_alone() {
        let note =
            "Op 12 november kwam Lena drie keer te laat. Haar luisterhouding was goed; domein 3 is af.";
        assert_eq!(said(note, "nl"), []);
        assert_eq!(said("Elle n'a pas mangé à midi.", "fr"), []);
    }

    #[test]
    fn every_row_is_whole() {
        for row in table() {
            assert!(["nl", "fr", "en"].contains(&row.lang), "{}", row.words);
            assert!(
                ["behaviour", "always", "guess", "home", "label"].contains(&row.why),
                "{}",
                row.words
            );
            assert_eq!(row.words, row.words.to_lowercase());
        }
        assert!(table().count() > 70);
    }
}
