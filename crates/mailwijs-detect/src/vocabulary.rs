//! Every word that a list, a class or a pattern knows, with a number to compare it by.

use rustc_hash::FxHashMap;

use crate::kinds::Kinds;

/// The number of a word; that of no word is 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct WordId(u32);

/// The words that somebody knows, folded.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: FxHashMap<Box<str>, Known>,
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
        if let Some(known) = self.words.get_mut(word) {
            known.kinds = known.kinds.or(kinds);
            return known.id;
        }
        let id = WordId(u32::try_from(self.words.len() + 1).unwrap_or(u32::MAX));
        self.words.insert(word.into(), Known { id, kinds });
        id
    }

    /// What is known of a folded word.
    pub fn know(&self, word: &str) -> Known {
        self.words.get(word).copied().unwrap_or_default()
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
}
