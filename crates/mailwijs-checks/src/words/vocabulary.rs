//! Weighted words that say what a mail is about.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use super::{Token, rows};

/// A list of weighted words and phrases.
#[derive(Debug)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    /// Entries by the whole first word.
    by_word: HashMap<&'static str, Vec<usize>>,
    /// Entries whose first word has a wildcard.
    wild: Vec<usize>,
}

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

#[derive(Debug)]
struct Entry {
    words: Vec<Pattern>,
    weight: u32,
    tag: Option<Tag>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pattern {
    Whole(&'static str),
    Start(&'static str),
    End(&'static str),
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
        let entries: Vec<Entry> = rows(table).filter_map(|row| Entry::parse(&row)).collect();
        let mut by_word: HashMap<_, Vec<usize>> = HashMap::new();
        let mut wild = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            match entry.words.first() {
                Some(Pattern::Whole(word)) => by_word.entry(*word).or_default().push(index),
                _ => wild.push(index),
            }
        }
        Self {
            entries,
            by_word,
            wild,
        }
    }

    /// What of this vocabulary stands in a text.
    pub fn find(&self, tokens: &[Token]) -> Found {
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for at in 0..tokens.len() {
            let rest = tokens.get(at..).unwrap_or_default();
            let word = rest.first().map_or("", |token| token.word.as_str());
            let candidates = self.by_word.get(word).into_iter().flatten().chain(&self.wild);
            for index in candidates.filter(|index| self.entries.get(**index).is_some_and(|e| e.matches(rest)))
            {
                first.entry(*index).or_insert(at);
            }
        }
        let mut found = Found::default();
        for (entry, at) in first
            .iter()
            .filter_map(|(index, at)| Some((self.entries.get(*index)?, *at)))
        {
            found.weight += entry.weight;
            found.tags.extend(entry.tag);
            if entry.weight >= TELLING {
                found.places.push(at..at + entry.words.len());
            }
        }
        found.places.sort_by_key(|place| (place.start, place.end));
        found
    }
}

impl Entry {
    fn parse(row: &[&'static str]) -> Option<Self> {
        let (pattern, weight, tag) = match row {
            [pattern, weight] => (pattern, weight, None),
            [pattern, weight, tag] => (pattern, weight, Tag::parse(tag)),
            _ => return None,
        };
        let words: Vec<Pattern> = pattern.split(' ').map(Pattern::parse).collect();
        Some(Self {
            words,
            weight: weight.parse().ok()?,
            tag,
        })
    }

    fn matches(&self, tokens: &[Token]) -> bool {
        self.words.len() <= tokens.len()
            && self
                .words
                .iter()
                .zip(tokens)
                .all(|(pattern, token)| pattern.matches(&token.word))
    }
}

impl Pattern {
    fn parse(word: &'static str) -> Self {
        if let Some(end) = word.strip_prefix('*') {
            Self::End(end)
        } else if let Some(start) = word.strip_suffix('*') {
            Self::Start(start)
        } else {
            Self::Whole(word)
        }
    }

    fn matches(self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == whole,
            Self::Start(start) => word.starts_with(start),
            Self::End(end) => word.ends_with(end),
        }
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
    use crate::words::{fold, tokens};

    #[test]
    fn every_row_is_understood_and_folded() {
        for table in [
            include_str!("../../../../assets/checks/school-words.tsv"),
            include_str!("../../../../assets/checks/private-life-words.tsv"),
        ] {
            let mut seen = BTreeSet::new();
            for row in rows(table) {
                let entry = Entry::parse(&row).unwrap_or_else(|| panic!("{row:?}"));
                assert!((1..=3).contains(&entry.weight), "{row:?}");
                assert_eq!(row[0], fold(row[0]), "{row:?}");
                assert!(seen.insert(row[0]), "{row:?} exists already");
                assert_eq!(
                    entry.tag.is_some(),
                    row.get(2).is_some_and(|tag| !tag.is_empty()),
                    "{row:?}"
                );
                let letters = row[0].trim_matches('*').len();
                assert!(!row[0].contains('*') || letters >= 3, "{row:?} matches too much");
            }
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
