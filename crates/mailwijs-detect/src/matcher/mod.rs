//! Finds where patterns match: each word of a text leads to the patterns that it is the anchor of, and then the words around it
//! are looked at.
//!
//! The anchor of a pattern is its most telling word, one for each alternative. Words are compared by their number in the
//! vocabulary.

mod compiled;
mod first;
mod nearby;
mod search;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::kinds::Kinds;
use crate::pattern::Pattern;
use crate::reading::Reading;
use crate::vocabulary::Vocabulary;
use compiled::{Anchor, Compiled, Term};
use search::Search;

/// Many patterns, ready to be found together.
pub(crate) struct Matcher(Compiled);

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
    pub fn new(patterns: &[Pattern], vocabulary: &mut Vocabulary) -> Self {
        Self(Compiled::new(patterns, vocabulary))
    }

    /// Every match, ordered by its tokens and then by pattern, each once. The reading must know the matcher's vocabulary.
    pub fn find(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let mut search = Search::new(&self.0, reading);
        let mut hits = Vec::new();
        let mut try_all = |anchors: &[Anchor], token: usize| {
            let promising = |anchor: &&Anchor| anchor.is_promising(&reading.tokens, token);
            for anchor in anchors.iter().filter(promising) {
                let tokens = search.around(*anchor, token);
                hits.extend(tokens.map(|tokens| Hit {
                    pattern: anchor.pattern(),
                    tokens,
                }));
            }
        };
        for (index, token) in reading.tokens.iter().enumerate() {
            if token.kinds.has_any(Kinds::ANCHOR) {
                try_all(self.0.anchors(Term::Word(token.id)), index);
            }
        }
        for &(token, word) in &reading.starred {
            try_all(self.0.anchors(Term::Starred(word)), token);
        }
        hits.sort_unstable_by_key(|hit| (hit.tokens.start, hit.tokens.end, hit.pattern));
        hits.dedup();
        hits
    }
}
