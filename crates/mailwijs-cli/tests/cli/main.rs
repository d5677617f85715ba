//! The command line, run as a program.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[cfg(target_os = "linux")]
mod cases;
mod check;
mod gone;
mod home;
mod keyring;
mod mailbox;
mod overview;
mod policy;
mod scan;
mod sentences;
#[cfg(target_os = "linux")]
mod session;
mod sign_in;
mod watch;
