//! What leaves the engine: plain data for the windows ([`window`] and [`today`]) and JSON lines for scripts ([`mod@line`]).

pub mod line;
mod mailbox;
mod today;
mod window;

pub use mailbox::*;
pub use today::*;
pub use window::*;
