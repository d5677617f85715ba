//! The watcher against a real folder, in which a test does what mail clients do (the traces of real ones were the model).
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod accounts;
mod apple_mail;
mod clients;
mod evolution;
mod folder;
mod journeys;
mod load;
mod look_alikes;
mod moves;
mod server;
mod thunderbird;
mod traps;
