//! The one API surface: what the desktop shell and the command line call.
//!
//! The only crate that ties the edges (stores, history, files) to the pure crates. [`engine`] turns one message into a
//! report, [`check`] does so for whole paths, [`scan`] for whole mailboxes, [`watch`] for a stream of store changes, and [`App`] keeps the state
//! behind the tray and the windows.
#![forbid(unsafe_code)]

pub mod cases;
pub mod check;
pub mod demo;
mod desktop;
pub mod doctor;
pub mod engine;
mod error;
pub mod export;
pub mod handoff;
pub mod ipc;
pub mod mailbox;
pub mod place;
pub mod policy_source;
mod privacy;
mod private;
mod render;
pub mod rules;
pub mod scan;
mod secrets;
mod sent;
pub mod sentence_layer;
pub mod watch;

pub use crossbeam_channel;
pub use desktop::{App, AppConfig, ShellEvent};
pub use error::{AppError, ErrorCode};
pub use mailwijs_history as history;
pub use mailwijs_i18n as i18n;
pub use mailwijs_imap as imap;
pub use mailwijs_policy as policy;
pub use privacy::say_only_where_panics_happen;
