//! Words with stars: which words of a text begin so, end so or hold it.

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};
use rustc_hash::FxHashMap;

use super::compiled::OpenWord;
use crate::reading::Reading;

/// Searches for all words with stars at once.
pub(super) struct Openings {
    automaton: Option<AhoCorasick>,
    /// Per text of the automaton, the words that are written so.
    words: Vec<Vec<Opening>>,
}

/// A way to search for a text.
#[derive(Debug, Clone, Copy)]
struct Opening {
    word: u32,
    start: bool,
    end: bool,
}

/// The words with stars that a text's words fit.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// Token and index of the word with a star, in order.
    found: Vec<(usize, u32)>,
    /// A bit for each token that fits any.
    tokens: Vec<u64>,
}

impl Openings {
    /// Gets them ready.
    ///
    /// # Errors
    /// Only when there are more than an automaton can number.
    pub fn new(open: &[OpenWord]) -> Result<Self, BuildError> {
        let mut texts: Vec<&str> = Vec::new();
        let mut words: Vec<Vec<Opening>> = Vec::new();
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        for (word, OpenWord { text, start, end }) in (0..).zip(open) {
            let index = *known.entry(text.as_str()).or_insert_with(|| {
                texts.push(text);
                words.push(Vec::new());
                texts.len() - 1
            });
            if let Some(ways) = words.get_mut(index) {
                ways.push(Opening {
                    word,
                    start: *start,
                    end: *end,
                });
            }
        }
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .build(texts)?;
        Ok(Self {
            automaton: Some(automaton),
            words,
        })
    }

    /// Nothing to search for.
    pub fn none() -> Self {
        Self {
            automaton: None,
            words: Vec::new(),
        }
    }

    /// Searches a text.
    pub fn find(&self, reading: &Reading<'_>) -> Open {
        let mut found = Vec::new();
        let mut token = 0;
        for place in self
            .automaton
            .iter()
            .flat_map(|automaton| automaton.find_overlapping_iter(&reading.folded.text))
        {
            // Matches come by their end; the token that holds one is the last or a little further.
            while reading
                .tokens
                .get(token + 1)
                .is_some_and(|next| next.range.start < place.end())
            {
                token += 1;
            }
            let Some(word) = reading.tokens.get(token).map(|token| &token.range) else {
                continue;
            };
            if place.start() < word.start || word.end < place.end() {
                continue;
            }
            let begins = place.start() == word.start;
            let ends = place.end() == word.end;
            let ways = self.words.get(place.pattern().as_usize()).into_iter().flatten();
            let fits = ways.filter(|way| (way.start || begins) && (way.end || ends));
            found.extend(fits.map(|way| (token, way.word)));
        }
        found.sort_unstable();
        found.dedup();
        let mut tokens = vec![0; token / 64 + 1];
        for (token, _) in &found {
            if let Some(bits) = tokens.get_mut(token / 64) {
                *bits |= 1 << (token % 64);
            }
        }
        Open { found, tokens }
    }
}

impl Open {
    /// Every token that fits a word with a star, and which.
    pub fn iter(&self) -> impl Iterator<Item = (usize, u32)> {
        self.found.iter().copied()
    }

    /// Whether the token fits any.
    pub fn any(&self, token: usize) -> bool {
        let bits = self.tokens.get(token / 64).copied().unwrap_or(0);
        bits >> (token % 64) & 1 == 1
    }

    /// Whether the token fits this one.
    pub fn fits(&self, token: usize, word: u32) -> bool {
        self.any(token) && self.found.binary_search(&(token, word)).is_ok()
    }
}
