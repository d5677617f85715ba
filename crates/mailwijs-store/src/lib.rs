//! Finds mail clients on disk, reads and watches their stores. Everything is opened read-only and nothing is locked.
//!
//! [`open()`] takes a path named by hand, [`discover()`] looks where mail clients keep their mail; both yield
//! [`MailStore`]s, whose [`MailStore::messages`] are exactly the live ones.
#![forbid(unsafe_code)]

mod copies;
mod discover;
mod draft_tracker;
mod error;
mod extent;
mod file;
mod files;
mod header;
mod headers;
mod listed;
mod mbox;
mod messages;
mod model;
mod mork;
mod name;
mod one;
mod open;
mod recent;
mod role;
mod search;
mod sketch;
pub mod utf7;
mod watch;

pub use copies::{Census, Compared, CopyFinder, Departure, Keyed, KeyedHash, Kin, Looked, Sighting, Sought};
pub use discover::{ClientWatch, Roots, discover};
pub use error::{ReadCause, ReadError, StoreError};
pub use listed::{Listed, Version};
pub use messages::{Listing, Messages};
pub use model::*;
pub use open::open;
pub use role::role_of;
pub use watch::Watch;

/// The largest message that is read, in bytes. Servers refuse mail long before this.
pub const MESSAGE_LIMIT: usize = 256 << 20;
