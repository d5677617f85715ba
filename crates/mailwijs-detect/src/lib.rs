//! Text becomes [`Entities`]: identifiers, passwords, pupils, sensitive concepts, improper language.
//!
//! One file per detector; the words are data in `assets/`.
#![forbid(unsafe_code)]

mod document;
mod entity;

pub use document::{Document, Segment};
pub use entity::{Category, Entities, Entity, EntityKind, Improper, Person, Span};
