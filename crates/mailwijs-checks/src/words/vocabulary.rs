//! Weighted words that say what a mail is about.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::Token;
use super::phrases::Phrases;

/// A list of weighted words and phrases.
#[derive(Debug)]
pub struct Vocabulary(Phrases<Entry>);

/// What an entry tells, beside its weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tag {
    /// The mail addresses pupils' parents.
    Parents,
    /// The writer presents himself as a teacher.
    Teacher,
    /// The writer speaks as a parent.
    OwnChild,
}

/// What was found of a vocabulary in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The sum of the weights; every entry counts once.
    pub weight: u32,
    /// The tags of what was found.
    pub tags: BTreeSet<Tag>,
    /// Where the telling words stand for the first time, as ranges of the tokens given.
    pub places: Vec<Range<usize>>,
}

/// From this weight a word hardly occurs elsewhere.
const TELLING: u32 = 2;

#[derive(Debug, Clone, Copy)]
struct Entry {
    weight: u32,
    tag: Option<Tag>,
}

/// Words that say that a mail is about school.
pub fn school_life() -> &'static Vocabulary {
    static WORDS: LazyLock<Vocabulary> =
        LazyLock::new(|| Vocabulary::new(include_str!("../../../../assets/checks/school-words.tsv")));
    &WORDS
}

/// Words that say that a mail is private.
pub fn private_life() -> &'static Vocabulary {
    static WORDS: LazyLock<Vocabulary> =
        LazyLock::new(|| Vocabulary::new(include_str!("../../../../assets/checks/private-life-words.tsv")));
    &WORDS
}

impl Vocabulary {
    fn new(table: &'static str) -> Self {
        Self(Phrases::new(table, Entry::parse))
    }

    /// What of this vocabulary stands in a text.
    pub fn find(&self, tokens: &[Token]) -> Found {
        let mut found = Found::default();
        for (entry, place) in self.0.first(tokens) {
            found.weight += entry.weight;
            found.tags.extend(entry.tag);
            if entry.weight >= TELLING {
                found.places.push(place);
            }
        }
        found.places.sort_by_key(|place| (place.start, place.end));
        found
    }
}

impl Entry {
    fn parse(row: &[&'static str]) -> Option<(&'static str, Self)> {
        let (phrase, weight, tag) = match row {
            [phrase, weight] | [phrase, weight, ""] => (phrase, weight, None),
            [phrase, weight, tag] => (phrase, weight, Some(Tag::parse(tag)?)),
            _ => return None,
        };
        let weight = weight.parse().ok().filter(|weight| (1..=3).contains(weight))?;
        Some((phrase, Self { weight, tag }))
    }
}

impl Tag {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "parents" => Some(Self::Parents),
            "teacher" => Some(Self::Teacher),
            "own-child" => Some(Self::OwnChild),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::phrases::faults;
    use crate::words::tokens;

    #[test]
    fn every_row_is_understood_and_folded() {
        for table in [
            include_str!("../../../../assets/checks/school-words.tsv"),
            include_str!("../../../../assets/checks/private-life-words.tsv"),
        ] {
            assert_eq!(faults(table, Entry::parse), [""; 0]);
        }
    }

    #[test]
    fn words_count_once() {
        let words = tokens("Toets Frans: de toets voor klas 2. Onze toetsen!");
        let once = school_life().find(&words);
        let twice = school_life().find(&[words.clone(), words].concat());
        assert!(once.weight >= 4);
        assert_eq!(once, twice);
    }

    #[test]
    fn phrases_and_tags() {
        let found = school_life().find(&tokens("Beste ouders, uw dochter"));
        assert!(found.tags.contains(&Tag::Parents));
        let found = private_life().find(&tokens("Mijn zoon zit in de derde"));
        assert_eq!(found.tags, BTreeSet::from([Tag::OwnChild]));
        assert_eq!(private_life().find(&tokens("Uw zoon")), Found::default());
    }
}
