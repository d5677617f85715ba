//! The conversation with a server: one command, its answers.

mod abilities;
mod command;
mod connect;
mod literals;
mod login;
mod stream;
mod talk;

pub(crate) use command::Command;
pub(crate) use connect::connect;
pub(crate) use talk::{Heard, Talk};
