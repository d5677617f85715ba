//! Every word that a list, a class or a pattern knows, with a number to compare it by.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::kinds::Kinds;
use crate::starred::{Starred, StarredWords};
use crate::table::Table;

/// The number of a word and, in its highest bits, its [group](WordId::bit); that of no word is 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct WordId(u32);

/// Groups of words are numbered up to this one. Words that no pattern asks for are in group 0.
pub(crate) const GROUPS: u32 = 61;
/// How many bits of a [`WordId`] are the number.
const NUMBER: u32 = 26;

/// The words that somebody knows, folded.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// Words that fit a number of 64 bits: three of four in a text. Apart, since they are found in fewer steps.
    brief: Table<u64, Known>,
    /// Words that fit one of 128 bits: nearly all others.
    short: Table<u128, Known>,
    long: FxHashMap<Box<str>, Known>,
    starred: StarredWords,
}

/// The longest word that is kept as a number of 64 bits, in bytes.
const BRIEF: usize = size_of::<u64>();
/// The longest that is kept as one of 128.
const SHORT: usize = size_of::<u128>();

/// A word's bytes, and zeros after them. No word of a text holds a zero byte, so that none is mistaken for a shorter one.
fn padded<const LENGTH: usize>(word: &str) -> Option<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    Some(bytes)
}

/// The bytes before the zeros.
fn unpadded(bytes: &[u8]) -> &[u8] {
    let length = bytes.iter().position(|byte| *byte == 0);
    bytes.get(..length.unwrap_or(bytes.len())).unwrap_or_default()
}

/// A word kept as a number.
enum Packed {
    Brief(u64),
    Short(u128),
}

/// `None` for a longer one.
fn packed(word: &str) -> Option<Packed> {
    let brief = padded(word).map(u64::from_le_bytes).map(Packed::Brief);
    brief.or_else(|| padded(word).map(u128::from_le_bytes).map(Packed::Short))
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
    /// The number of a word and its group.
    fn new(number: usize, group: u32) -> Self {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        Self(group << NUMBER | number & ((1 << NUMBER) - 1))
    }

    /// Where it stands in a list by number.
    pub const fn index(self) -> usize {
        (self.0 & ((1 << NUMBER) - 1)) as usize
    }

    /// One bit for each group; the highest two bits of 64 are none's.
    ///
    /// Words that patterns ask for in the same place are in one group, so that a few bits tell whether any of them stands
    /// somewhere. With a bit for each of the thirty words that may be a pupil, nearly every stretch of text would seem to have one.
    pub const fn bit(self) -> u64 {
        1 << (self.0 >> NUMBER)
    }
}

impl Vocabulary {
    /// Adds a folded word that no pattern asks for, or what is known of it.
    pub fn add(&mut self, word: &str, kinds: Kinds) -> WordId {
        self.add_to_group(word, kinds, 0)
    }

    /// The same for a word of a pattern: it is in that group, up to [`GROUPS`], unless it was added before.
    pub fn add_to_group(&mut self, word: &str, kinds: Kinds, group: u32) -> WordId {
        let count = self.brief.len() + self.short.len() + self.long.len();
        let fresh = Known {
            id: WordId::new(count + 1, group),
            kinds: Kinds::default(),
        };
        let known = match packed(word) {
            Some(Packed::Brief(word)) => self.brief.entry(word, fresh),
            Some(Packed::Short(word)) => self.short.entry(word, fresh),
            None => Some(self.long.entry(word.into()).or_insert(fresh)),
        };
        let Some(known) = known else {
            return WordId::default();
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
        for (word, known) in self.brief.iter_mut() {
            settle(unpadded(&word.to_le_bytes()), known);
        }
        for (word, known) in self.short.iter_mut() {
            settle(unpadded(&word.to_le_bytes()), known);
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
            Some(Packed::Brief(word)) => self.brief.get(word),
            Some(Packed::Short(word)) => self.short.get(word),
            None => self.long.get(word).copied(),
        };
        known.unwrap_or_default()
    }

    /// What is known of the word that is this part of a folded text.
    #[inline]
    pub fn know_in(&self, text: &str, range: Range<usize>) -> Known {
        let ahead = text.as_bytes().get(range.start..).unwrap_or_default();
        // To take as many bytes as a number has, and to leave out what is beyond the word, is quicker than to copy the word.
        let known = match range.end - range.start {
            length @ 1..=BRIEF => ahead.first_chunk().map(|ahead| {
                let kept = u64::MAX >> (8 * (BRIEF - length));
                self.brief.get(u64::from_le_bytes(*ahead) & kept)
            }),
            length @ 1..=SHORT => ahead.first_chunk().map(|ahead| {
                let kept = u128::MAX >> (8 * (SHORT - length));
                self.short.get(u128::from_le_bytes(*ahead) & kept)
            }),
            _ => None,
        };
        match known {
            Some(known) => known.unwrap_or_default(),
            None => self.know(text.get(range).unwrap_or_default()),
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
        let words = [
            "ik",
            "acht-acht",
            "negen-neg",
            "zestien-letters!",
            "ontwikkelingsstoornis",
        ];
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
