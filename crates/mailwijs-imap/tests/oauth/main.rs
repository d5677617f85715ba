//! Signing in, with a provider on this computer and something like a browser.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what does not come as it should ends the test"
)]

mod browser;
mod jwt;
#[cfg(unix)]
mod mail_server;
mod provider;
mod renewal;
mod signing_in;
mod strangers;
mod trouble;
