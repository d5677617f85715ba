//! The sentence layer: a small BERT that has read school mail, run on one core of the CPU.
//!
//! It decides on a sentence together with its neighbours and the subject of the mail. A text is cut into windows of whole
//! sentences (`window`), its words into pieces of a `SentencePiece` vocabulary (`vocabulary`), and each window goes through the
//! layers once (`network`). The weights are 8-bit numbers in one file; a layer is widened to 32 bits while it is at work, so
//! that memory stays near the size of the file. Nothing of a text is kept: a [`Memory`] holds scores under a keyed hash.
//!
//! How the weights were made: `training/README.md`.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")
)]

mod document;
mod encoder;
mod memory;
mod network;
mod text;
mod vocabulary;
mod weights;
mod window;

pub use encoder::{Encoder, Judged, Score, TOPICS, Text};
pub use memory::Memory;
pub use weights::LoadError;
