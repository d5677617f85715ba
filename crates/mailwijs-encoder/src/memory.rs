//! What was read before need not be read again.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use crate::encoder::Score;
use crate::window::Window;

/// Scores of the windows of the last few texts, under hashes with a secret key: no word can be read out of it.
#[derive(Default)]
pub struct Memory {
    key: RandomState,
    known: HashMap<u64, Known>,
    turn: u64,
}

struct Known {
    scores: Vec<Score>,
    last_used: u64,
}

/// After so many readings in which it did not occur a window is forgotten.
const KEPT: u64 = 64;

impl Memory {
    /// The scores of a window: the subject's, then each sentence's.
    pub(crate) fn get(&self, window: &Window) -> Option<&[Score]> {
        self.known
            .get(&self.hash(window))
            .map(|known| known.scores.as_slice())
    }

    /// Keeps the scores of a window.
    pub(crate) fn put(&mut self, window: &Window, scores: Vec<Score>) {
        let known = Known {
            scores,
            last_used: self.turn,
        };
        self.known.insert(self.hash(window), known);
    }

    /// One reading is done; what has not been of use for long is forgotten.
    pub(crate) fn turn(&mut self) {
        self.turn += 1;
        let oldest = self.turn.saturating_sub(KEPT);
        self.known.retain(|_, known| known.last_used >= oldest);
    }

    /// How many windows are known.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Nothing is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    fn hash(&self, window: &Window) -> u64 {
        self.key.hash_one((&window.pieces, &window.subject))
    }
}
