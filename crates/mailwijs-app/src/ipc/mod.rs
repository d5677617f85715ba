//! What leaves the engine: plain data for the windows ([`window`]) and JSON lines for scripts ([`mod@line`]).

pub mod line;
mod window;

pub use window::*;
