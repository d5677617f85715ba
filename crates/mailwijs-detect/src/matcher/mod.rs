//! Finds where patterns match: each word of a text leads to the patterns that it is the anchor of, and then the words around it
//! are looked at.
//!
//! The anchor of a pattern is its most telling word, one for each alternative. Words are compared by their number in the
//! vocabulary.

mod anchors;
mod compiled;
mod compiler;
mod nearby;
mod search;
mod signs;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::kinds::Kinds;
use crate::pattern::Pattern;
use crate::reading::Reading;
use crate::vocabulary::Vocabulary;
use compiled::{Compiled, Term};
use search::Search;
use signs::Signs;

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
        let mut hits = Vec::with_capacity(reading.anchors.len() / 8);
        let mut anchors = reading.anchors.iter().map(|index| *index as usize).peekable();
        let mut starred = reading.starred.iter().peekable();
        for sentence in &reading.sentences {
            if !sentence.kinds.has_any(Kinds::ANCHOR.or(Kinds::STARRED)) {
                continue;
            }
            let end = sentence.tokens.end;
            let signs = Signs::of_all(sentence);
            search.enter(sentence.tokens.clone());
            let first = hits.len();
            let mut try_all = |term: Term, token: usize| {
                for anchor in self.0.anchors(term, signs) {
                    if anchor.is_promising(&reading.tokens, token)
                        && let Some(tokens) = search.around(anchor, token)
                    {
                        let pattern = anchor.pattern();
                        hits.push(Hit { pattern, tokens });
                    }
                }
            };
            while let Some(index) = anchors.next_if(|index| *index < end) {
                if let Some(token) = reading.tokens.get(index) {
                    try_all(Term::Word(token.id), index);
                }
            }
            while let Some((index, word)) = starred.next_if(|(index, _)| *index < end) {
                try_all(Term::Starred(*word), *index);
            }
            let found = hits.get_mut(first..).unwrap_or_default();
            found.sort_unstable_by_key(|hit| (hit.tokens.start, hit.tokens.end, hit.pattern));
        }
        hits.dedup();
        hits
    }
}
