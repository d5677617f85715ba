//! Every copy of given mails, in every folder of every store: to prove that a mail is gone, or to say where it still stands.
//!
//! A store's messages are its live ones ([`MailStore::messages`](crate::MailStore::messages)); here deleted ones count too, as long as their bytes are in
//! a file. What is sought is known by keyed hashes only.

mod beside;
mod census;
mod compared;
mod files_known;
mod finder;
mod inboxes;
mod index;
mod judge;
mod marks;
mod mbox_head;
mod mbox_index;
mod mbox_known;
mod sighting;
mod sought;
mod stamp;
#[cfg(test)]
mod tests;
mod wording;

pub use census::{Census, Departure};
pub use compared::Compared;
pub use finder::CopyFinder;
pub use sighting::{Kin, Looked, Sighting};
pub use sought::{Keyed, KeyedHash, Sought};
