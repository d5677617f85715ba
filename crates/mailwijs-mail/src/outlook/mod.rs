//! An Outlook message file (`.msg`, [MS-OXMSG]) becomes an RFC 5322 message.
//!
//! Outlook keeps no mail but properties: who sent it, which flags it has, its text in up to three renderings. They are
//! written as the mail that another client would have saved, so that everything behind this knows one kind of message.

mod body;
mod codepage;
mod message;
mod properties;
mod render;
mod rtf;
mod storage;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use storage::is_compound;

/// The message in an Outlook file, as RFC 5322 bytes: `X-Unsent: 1` on a draft, `X-Unsent: 0` on what was sent.
/// `None` when the bytes are no such file.
pub fn from_outlook(bytes: &[u8]) -> Option<Vec<u8>> {
    if !is_compound(bytes) {
        return None;
    }
    // Readers of compound files meet bytes nobody foresaw.
    catch_unwind(AssertUnwindSafe(|| convert(bytes))).unwrap_or(None)
}

fn convert(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = storage::Storages::open(bytes)?;
    let message = message::Message::read(&mut file, "", 0)?;
    Some(render::render(&message))
}
