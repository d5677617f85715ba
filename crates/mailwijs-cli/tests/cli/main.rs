//! The command line, run as a program.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod check;
mod home;
mod mailbox;
mod overview;
mod policy;
mod scan;
mod sentences;
mod watch;
