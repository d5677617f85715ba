//! One message's bytes become a [`Mail`]: headers, recipients, text with its zones, attachments.
//!
//! Nothing here can fail: hostile or broken input yields a `Mail` whose `problems` say what was wrong.
#![forbid(unsafe_code)]

mod model;

pub use model::*;
