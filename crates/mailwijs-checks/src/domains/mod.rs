//! Domains: who stands behind a host, and which names are made to look like another.

mod brand;
mod host;
mod likeness;

pub use brand::{Brand, brands};
pub use host::Host;
pub use likeness::{Likeness, Look, is_bait, likeness, mixes_scripts};
