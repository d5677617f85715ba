//! People and households: who an address belongs to, and which addresses belong together.

mod address_words;
mod family_greeting;
mod household;
mod person;
mod reading;

pub use address_words::{AddressWord, address_word, is_given_name};
pub use family_greeting::addresses_one_family;
pub use household::{count_persons, households};
pub use person::{Person, same_person};
