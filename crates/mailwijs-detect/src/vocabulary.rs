//! Every word that a list, a class or a pattern knows, with a number to compare it by.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::kinds::Kinds;
use crate::starred::{Starred, StarredWords};

/// The number of a word; that of no word is 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct WordId(u32);

/// The words that somebody knows, folded.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// Words that fit a number: nearly all.
    short: FxHashMap<u128, Known>,
    long: FxHashMap<Box<str>, Known>,
    starred: StarredWords,
}

/// The longest word that is kept as a number, in bytes.
const SHORT: usize = size_of::<u128>();

/// A word's bytes as a number. No word of a text holds a zero byte, so that none is mistaken for a shorter one.
fn packed(word: &str) -> Option<u128> {
    let mut bytes = [0; SHORT];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    Some(u128::from_le_bytes(bytes))
}

/// What is known of one word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    /// Its number.
    pub id: WordId,
    /// What it is.
    pub kinds: Kinds,
}

impl WordId {
    /// Where it stands in a list by number.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// One bit of 64 for a word of the vocabulary, none for another.
    pub const fn bit(self) -> u64 {
        if self.0 == 0 { 0 } else { 1 << (self.0 % 64) }
    }
}

impl Vocabulary {
    /// Adds a folded word, or what is known of it.
    pub fn add(&mut self, word: &str, kinds: Kinds) -> WordId {
        let count = self.short.len() + self.long.len();
        let fresh = || Known {
            id: WordId(u32::try_from(count + 1).unwrap_or(u32::MAX)),
            kinds: Kinds::default(),
        };
        let known = match packed(word) {
            Some(word) => self.short.entry(word).or_insert_with(fresh),
            None => self.long.entry(word.into()).or_insert_with(fresh),
        };
        known.kinds = known.kinds.or(kinds);
        known.id
    }

    /// Adds a word with a star; its number.
    pub fn add_starred(&mut self, word: Starred) -> u32 {
        self.starred.add(word)
    }

    /// Finds out which words fit one with a star, so that nobody need look again; once all are added.
    pub fn settle(&mut self) {
        let starred = &self.starred;
        let settle = |word: &[u8], known: &mut Known| {
            let mut fits = false;
            starred.find(word, |_| fits = true);
            if !fits {
                known.kinds = known.kinds.or(Kinds::UNSTARRED);
            }
        };
        for (word, known) in &mut self.short {
            let bytes = word.to_le_bytes();
            let length = bytes.iter().position(|byte| *byte == 0).unwrap_or(SHORT);
            settle(bytes.get(..length).unwrap_or_default(), known);
        }
        for (word, known) in &mut self.long {
            settle(word.as_bytes(), known);
        }
    }

    /// Every word with a star.
    pub const fn starred(&self) -> &StarredWords {
        &self.starred
    }

    /// What is known of a folded word.
    pub fn know(&self, word: &str) -> Known {
        let known = match packed(word) {
            Some(word) => self.short.get(&word),
            None => self.long.get(word),
        };
        known.copied().unwrap_or_default()
    }

    /// What is known of the word that is this part of a folded text.
    pub fn know_in(&self, text: &str, range: Range<usize>) -> Known {
        let ahead = text.as_bytes().get(range.start..range.start + SHORT);
        let ahead: Option<[u8; SHORT]> = ahead.and_then(|ahead| ahead.try_into().ok());
        match ahead {
            // Quicker than to copy as many bytes as the word has.
            Some(ahead) if (1..=SHORT).contains(&range.len()) => {
                let kept = u128::MAX >> (8 * (SHORT - range.len()));
                let word = u128::from_le_bytes(ahead) & kept;
                self.short.get(&word).copied().unwrap_or_default()
            }
            _ => self.know(text.get(range).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_and_gathers_what_it_is() {
        let mut vocabulary = Vocabulary::default();
        let dag = vocabulary.add("dag", Kinds::GREETING);
        assert_ne!(dag, vocabulary.add("mama", Kinds::PARENT));
        assert_eq!(dag, vocabulary.add("dag", Kinds::DUTCH));
        let known = vocabulary.know("dag");
        assert!(known.kinds.has_any(Kinds::GREETING) && known.kinds.has_any(Kinds::DUTCH));
        assert_eq!(vocabulary.know("nacht").id, WordId::default());
    }

    #[test]
    fn words_are_known_wherever_they_stand() {
        let mut vocabulary = Vocabulary::default();
        let words = ["ik", "zestien-letters!", "ontwikkelingsstoornis"];
        let ids = words.map(|word| vocabulary.add(word, Kinds::default()));
        for (word, id) in words.iter().zip(ids) {
            for after in ["", " ", " en nog heel veel meer woorden"] {
                let text = format!("dag {word}{after}");
                assert_eq!(vocabulary.know_in(&text, 4..4 + word.len()).id, id, "{text}");
            }
        }
        assert_eq!(vocabulary.know_in("ikke", 0..4).id, WordId::default());
    }
}
