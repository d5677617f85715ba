//! The conversation with a server: one command, its answers.

mod abilities;
mod command;
mod connect;
mod guard;
mod literals;
mod login;
#[cfg(test)]
mod script;
mod stream;
mod talk;

pub(crate) use command::{Command, Which};
pub(crate) use connect::connect;
#[cfg(test)]
pub(crate) use script::{Act, say, talk_with};
pub(crate) use talk::{Heard, Talk};

// The library writes all that is said and heard to the log at its lowest level; the words for it are not compiled in at all.
const _: () = assert!(log::STATIC_MAX_LEVEL as usize <= log::LevelFilter::Warn as usize);
