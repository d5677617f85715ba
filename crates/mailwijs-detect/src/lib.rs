//! Text becomes [`Entities`]: identifiers, passwords, pupils, sensitive concepts, improper language.
//!
//! One file per detector; the words are data in `assets/`. A text is folded (`normalise`), cut into tokens and sentences
//! (`reading`), searched once for every pattern of the `lexicon`, and then each detector looks at the hits in their
//! surroundings: who it is about (`person`) and what kind of text it is (`context`).
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::string_slice,
        clippy::indexing_slicing,
        clippy::unwrap_used,
        reason = "a test may panic"
    )
)]

mod blocks;
mod class_list;
mod colleague;
mod context;
mod detector;
mod document;
mod entity;
mod identifiers;
mod improper;
mod kinds;
mod language;
mod lexicon;
mod matcher;
mod meaning;
mod mojibake;
mod names;
mod normalise;
mod passage;
mod password;
mod pattern;
mod person;
mod picked;
mod reading;
mod sensitive;
mod sentence_score;
mod sentences;
mod starred;
mod table;
mod tokens;
mod vocabulary;

pub use class_list::{ClassList, ClassListError};
pub use detector::Detector;
pub use document::{Document, Segment};
pub use entity::{Category, Entities, Entity, EntityKind, Improper, Person, Span};
pub use passage::{Passage, Sentence, passages};
pub use password::looks_like_code;
pub use sentence_score::{SENTENCE_CONCEPT, SentenceScore, Topics};
