//! The one API surface: what the desktop shell and the command line call.

pub mod demo;
pub mod handoff;
pub mod ipc;
