//! What leaves the engine: plain data for the windows ([`window`] and [`today`]) and JSON lines for scripts ([`mod@line`]).

pub mod line;
mod today;
mod window;

pub use today::*;
pub use window::*;
