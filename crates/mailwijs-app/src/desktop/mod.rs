//! The engine behind the tray and the windows: one thread owns the state, windows see snapshots.

mod action;
mod app;
mod breaches;
mod card;
mod cases;
mod config;
mod drafts;
mod event;
mod files;
mod fingerprint;
mod found;
mod hand_over;
mod in_force;
mod mailbox_scan;
mod mailboxes;
mod memory;
#[cfg(test)]
mod no_flash;
#[cfg(test)]
pub(crate) mod no_keyring;
mod pages;
mod paper;
mod replace;
mod state;
#[cfg(test)]
mod still_desk;
mod text_check;
mod view;
mod watching;

pub use app::App;
pub use config::AppConfig;
pub use event::ShellEvent;
pub(crate) use text_check::mail_of;
