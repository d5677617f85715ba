//! The links a writer puts in a mail, and what is behind them.

mod address;
mod own;
mod services;

pub use own::{OwnLink, own_links};
pub use services::{Service, ShareKind};
