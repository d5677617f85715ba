//! People and households: who an address belongs to, and which addresses belong together.

mod address_words;
mod class_label;
mod conversation;
mod family_greeting;
mod greeting;
mod household;
mod person;
mod reader;
mod reading;

pub use address_words::{AddressWord, address_word, is_given_name, is_glued_office};
pub use class_label::ClassLabel;
pub use conversation::new_readers;
pub use family_greeting::{addresses_one_family, greeted_child};
pub use greeting::{Greeted, greeted, greets_with_title};
pub use household::{count_persons, households};
pub use person::{Likeness, Person, same_person};
pub use reader::Reader;
