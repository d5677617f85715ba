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

pub(crate) use command::Command;
pub(crate) use connect::connect;
#[cfg(test)]
pub(crate) use script::{Act, say, talk_with};
pub(crate) use talk::{Heard, Talk};
