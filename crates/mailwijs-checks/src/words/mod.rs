//! Words as data: reading the tables in `assets/checks/` and finding their words in a text.

mod fold;
mod table;
mod tokens;
mod vocabulary;

pub use fold::fold;
pub use table::rows;
pub use tokens::{Token, tokens};
pub use vocabulary::{Found, Tag, private_life, school_life};
