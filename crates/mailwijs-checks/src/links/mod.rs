//! The links a writer puts in a mail, and what is behind them.

mod address;
mod own;
mod services;
mod trackers;
mod wrapper;

pub use address::WebAddress;
pub use own::{OwnLink, own_links};
pub use services::{Service, ShareKind};
pub use trackers::is_tracker;
