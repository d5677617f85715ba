//! One message's bytes become a [`Mail`]: headers, recipients, text with its zones, attachments.
//!
//! Nothing here can fail: hostile or broken input yields a `Mail` whose `problems` say what was wrong.
#![forbid(unsafe_code)]

mod address;
mod alternative;
mod authentication;
mod body;
mod charset;
mod compose;
mod decode;
mod direction;
mod encoded_word;
mod fields;
mod headers;
mod html;
mod input;
mod links;
mod marks;
mod mime;
mod model;
mod outlook;
mod parse;
mod rewrite;
mod text;
mod transfer;
mod zones;

pub use direction::{FolderHint, guess_direction};
pub use model::*;
pub use outlook::{from_outlook, is_compound};
pub use parse::{parse, parse_with_files};
pub use rewrite::{Rewrite, rewrite};
pub use text::char_offsets;
