//! The history on a real disk, with real encryption.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

mod encryption;
mod memory;
mod no_keyring;
mod trouble;
