//! Tables of words and phrases, each with what it means.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::{Token, rows};

/// Words and phrases with their meanings.
#[derive(Debug)]
pub struct Phrases<T> {
    entries: Vec<Entry<T>>,
    /// Entries by the whole first word.
    by_word: HashMap<&'static str, Vec<usize>>,
    /// Entries whose first word has a wildcard.
    wild: Vec<usize>,
}

#[derive(Debug)]
struct Entry<T> {
    words: Vec<Pattern>,
    meaning: T,
}

/// One word of a phrase; `*` at either end stands for the rest of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pattern {
    Whole(&'static str),
    Start(&'static str),
    End(&'static str),
}

impl<T> Phrases<T> {
    /// Reads a table; `read` takes a row apart into the phrase and its meaning, and leaves a bad row out.
    pub fn new(table: &'static str, read: impl Fn(&[&'static str]) -> Option<(&'static str, T)>) -> Self {
        let entries: Vec<Entry<T>> = rows(table)
            .filter_map(|row| {
                let (phrase, meaning) = read(&row)?;
                let words = phrase.split(' ').map(Pattern::parse).collect();
                Some(Entry { words, meaning })
            })
            .collect();
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

    /// Every place of a phrase, as a range of the tokens given, in order of their beginnings.
    pub fn all<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = (&'a T, Range<usize>)> {
        self.hits(tokens).filter_map(|(index, at)| {
            let entry = self.entries.get(index)?;
            Some((&entry.meaning, at..at + entry.words.len()))
        })
    }

    /// The first place of each phrase that stands in the text, in the order of the table.
    pub fn first(&self, tokens: &[Token]) -> Vec<(&T, Range<usize>)> {
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for (index, at) in self.hits(tokens) {
            first.entry(index).or_insert(at);
        }
        let found = first.into_iter().filter_map(|(index, at)| {
            let entry = self.entries.get(index)?;
            Some((&entry.meaning, at..at + entry.words.len()))
        });
        found.collect()
    }

    /// Entries and the tokens they begin at.
    fn hits<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = (usize, usize)> + 'a {
        (0..tokens.len()).flat_map(move |at| {
            let rest = tokens.get(at..).unwrap_or_default();
            let word = rest.first().map_or("", |token| token.word.as_str());
            let candidates = self.by_word.get(word).into_iter().flatten().chain(&self.wild);
            candidates
                .filter(move |index| self.entries.get(**index).is_some_and(|entry| entry.matches(rest)))
                .map(move |index| (*index, at))
        })
    }
}

impl<T> Entry<T> {
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

/// Reads the rows of a table that has a word for the meaning, then the phrase.
pub fn two_columns<T>(
    meaning: impl Fn(&str) -> Option<T>,
) -> impl Fn(&[&'static str]) -> Option<(&'static str, T)> {
    move |row| match *row {
        [said, phrase] => Some((phrase, meaning(said)?)),
        _ => None,
    }
}

/// What is wrong with the rows of a table, for its test: a row that is not understood, a phrase that is not folded or stands
/// twice for one meaning, a wildcard that matches too much.
#[cfg(test)]
pub fn faults<T>(
    table: &'static str,
    read: impl Fn(&[&'static str]) -> Option<(&'static str, T)>,
) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let mut fault = |row: &Vec<&'static str>| {
        let Some((phrase, _)) = read(row) else {
            return Some("is not understood");
        };
        let letters = phrase.trim_matches('*').len();
        if phrase != super::fold(phrase) {
            Some("is not folded")
        } else if !seen.insert(row.clone()) {
            Some("exists already")
        } else if phrase.contains('*') && letters < 3 {
            Some("matches too much")
        } else if phrase.contains(['\'', '-', '.', ',']) {
            Some("holds a mark that parts words: write a space")
        } else {
            None
        }
    };
    rows(table)
        .filter_map(|row| fault(&row).map(|fault| format!("{row:?} {fault}")))
        .collect()
}
