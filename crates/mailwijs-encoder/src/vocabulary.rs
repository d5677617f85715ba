//! Words become pieces: the most probable cut by a unigram language model (Kudo, "Subword Regularization", 2018).

use std::collections::HashMap;

use crate::text::normalise;

/// How much less probable an unknown character is than the rarest piece, in natural logarithms (`SentencePiece`).
const PENALTY: f32 = 10.0;

/// The special pieces stand first: start, padding, end, unknown.
pub(crate) const START: u32 = 0;
/// Ends a subject and a window.
pub(crate) const END: u32 = 2;
const UNKNOWN: u32 = 3;

/// Pieces with their log probabilities.
pub(crate) struct Vocabulary {
    pieces: HashMap<Box<str>, (u32, f32)>,
    /// The most characters of a piece.
    longest: usize,
    unknown: f32,
}

/// The best way to a place in the text.
#[derive(Clone, Copy)]
struct Step {
    score: f32,
    from: usize,
    piece: u32,
}

impl Vocabulary {
    /// The pieces in the order of their numbers, each with its log probability.
    pub fn new<'a>(pieces: impl Iterator<Item = (&'a str, f32)>) -> Self {
        let mut all = HashMap::new();
        let (mut longest, mut least) = (1, 0.0_f32);
        for (number, (piece, score)) in (0..).zip(pieces) {
            least = least.min(score);
            if number > UNKNOWN {
                longest = longest.max(piece.chars().count());
                all.insert(piece.into(), (number, score));
            }
        }
        Self {
            pieces: all,
            longest,
            unknown: least - PENALTY,
        }
    }

    /// The pieces of a text; characters outside the vocabulary are unknown pieces.
    pub fn encode(&self, text: &str) -> Vec<u32> {
        let line = normalise(text);
        let mut edges: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
        edges.push(line.len());
        let nowhere = Step {
            score: f32::NEG_INFINITY,
            from: 0,
            piece: UNKNOWN,
        };
        let mut best = vec![nowhere; edges.len()];
        if let Some(first) = best.first_mut() {
            first.score = 0.0;
        }
        for (start, &left) in edges.iter().enumerate() {
            let base = best.get(start).map_or(f32::NEG_INFINITY, |step| step.score);
            let ends = edges.iter().enumerate().skip(start + 1).take(self.longest);
            for (end, &right) in ends {
                let piece = line.get(left..right).and_then(|piece| self.pieces.get(piece));
                let unknown = (end == start + 1).then_some((UNKNOWN, self.unknown));
                for (piece, score) in piece.copied().into_iter().chain(unknown) {
                    if let Some(step) = best.get_mut(end).filter(|step| base + score > step.score) {
                        *step = Step {
                            score: base + score,
                            from: start,
                            piece,
                        };
                    }
                }
            }
        }
        trace(&best)
    }
}

/// Reads the pieces off, from the end back to the beginning.
fn trace(best: &[Step]) -> Vec<u32> {
    let mut found = Vec::new();
    let mut at = best.len().saturating_sub(1);
    while at > 0 {
        let Some(step) = best.get(at) else { break };
        found.push(step.piece);
        at = step.from;
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn small() -> Vocabulary {
        let pieces = [
            "<s>",
            "<pad>",
            "</s>",
            "<unk>",
            "▁",
            "▁school",
            "▁sch",
            "ool",
            "plein",
            "p",
            "s",
        ];
        let scores = [0.0, 0.0, 0.0, 0.0, -2.0, -5.0, -4.0, -4.0, -6.0, -7.0, -7.0];
        Vocabulary::new(pieces.into_iter().zip(scores))
    }

    #[test]
    fn the_most_probable_cut_wins() {
        assert_eq!(small().encode("schoolplein"), [5, 8]);
        assert_eq!(small().encode("school s"), [5, 4, 10]);
    }

    #[test]
    fn unknown_characters_are_one_piece_each() {
        assert_eq!(small().encode("sxx"), [4, 10, 3, 3]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_cut(text in "\\PC{0,60}") {
            let pieces = small().encode(&text);
            prop_assert_eq!(pieces.is_empty(), text.trim().is_empty() || normalise(&text).is_empty());
        }
    }
}
