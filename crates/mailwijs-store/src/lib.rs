//! Finds mail clients on disk, reads and watches their stores. Everything is opened read-only.

mod model;

pub use model::*;
