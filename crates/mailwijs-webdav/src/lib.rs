//! A mail put in a folder of the school's server, over WebDAV (RFC 4918).
//!
//! Besides `mailwijs-imap` the only crate that opens a connection, and only to the address the school's policy names. Each mail
//! gets a new folder there; nothing that was there is overwritten, and what came there is looked at again afterwards.
#![forbid(unsafe_code)]

mod address;
mod answer;
mod client;
mod error;
mod folder;
mod multistatus;

pub use address::FolderAddress;
pub use client::Login;
pub use error::{NotPut, WebDavError};
pub use folder::{NewFile, Put, WebDav};
