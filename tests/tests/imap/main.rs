//! A mailbox on a real server is watched.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test prepares must work; anything else should stop it"
)]

mod drafts;
mod follower;
mod other_client;
mod reading;
mod traffic;
