//! Finds where patterns match: each word of a text leads to the patterns that it is the anchor of, and then the words around it
//! are looked at.
//!
//! The anchor of a pattern is its most telling word, one for each alternative. Words are compared by their number in the
//! vocabulary; only words with a star are searched for in the text itself.

mod compiled;
mod openings;
mod search;
#[cfg(test)]
mod tests;

use std::ops::Range;

use aho_corasick::BuildError;

use crate::kinds::Kinds;
use crate::pattern::Pattern;
use crate::reading::Reading;
use crate::vocabulary::Vocabulary;
use compiled::{Anchor, Compiled, Term};
use openings::Openings;
use search::Search;

/// Many patterns, ready to be found together.
pub(crate) struct Matcher {
    compiled: Compiled,
    openings: Openings,
}

/// A pattern that matches.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Hit {
    /// Index in the patterns the matcher was built from.
    pub pattern: usize,
    /// First to last token.
    pub tokens: Range<usize>,
}

impl Matcher {
    /// Gets the patterns ready and adds their words to the vocabulary.
    ///
    /// # Errors
    /// Only when there are more words with stars than an automaton can number.
    pub fn new(patterns: &[Pattern], vocabulary: &mut Vocabulary) -> Result<Self, BuildError> {
        let compiled = Compiled::new(patterns, vocabulary);
        let openings = Openings::new(compiled.open_words())?;
        Ok(Self { compiled, openings })
    }

    /// A matcher that finds nothing.
    pub fn empty() -> Self {
        Self {
            compiled: Compiled::default(),
            openings: Openings::none(),
        }
    }

    /// Every match, ordered by its tokens and then by pattern, each once. The reading must know the matcher's vocabulary.
    pub fn find(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let open = self.openings.find(reading);
        let mut search = Search::new(&self.compiled, reading, &open);
        let mut hits = Vec::new();
        let mut try_all = |anchors: &[Anchor], token: usize| {
            for anchor in anchors {
                let tokens = search.around(*anchor, token);
                hits.extend(tokens.map(|tokens| Hit {
                    pattern: anchor.pattern(),
                    tokens,
                }));
            }
        };
        for (index, token) in reading.tokens.iter().enumerate() {
            if token.kinds.has_any(Kinds::ANCHOR) {
                try_all(self.compiled.anchors(Term::Word(token.id)), index);
            }
        }
        for (token, word) in open.iter() {
            try_all(self.compiled.anchors(Term::Open(word)), token);
        }
        hits.sort_unstable_by_key(|hit| (hit.tokens.start, hit.tokens.end, hit.pattern));
        hits.dedup();
        hits
    }
}
