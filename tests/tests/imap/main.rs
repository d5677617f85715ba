//! A mailbox on a real server is watched.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test prepares must work; anything else should stop it"
)]

mod copies;
mod cuts;
mod drafts;
mod follower;
mod lies;
mod mails;
mod other_client;
mod proxy;
mod reading;
mod renumbered;
mod safety;
mod slow;
mod traffic;
mod turns;
mod words;
