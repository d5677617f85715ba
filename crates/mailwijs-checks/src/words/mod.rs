//! Words as data: reading the tables in `assets/checks/` and finding their words in a text.

mod fold;
mod phrases;
mod sentences;
mod table;
mod tokens;
mod vocabulary;

pub use fold::fold;
#[cfg(test)]
pub use phrases::faults;
pub use phrases::{Phrases, two_columns};
pub use sentences::{Sentence, own_sentences};
pub use table::rows;
pub use tokens::{Token, tokens};
pub use vocabulary::{Found, Tag, private_life, school_life};
