//! Every copy of given mails, in every folder of every store: to prove that a mail is gone, or to say where it still stands.
//!
//! A store's messages are its live ones ([`MailStore::messages`]); here deleted ones count too, as long as their bytes are in
//! a file. What is sought is known by keyed hashes only.

mod finder;
mod judge;
mod sighting;
mod sought;
mod wording;

pub use finder::CopyFinder;
pub use sighting::{Kin, Looked, Sighting};
pub use sought::{Keyed, KeyedHash, Sought};
