//! What leaves the engine: plain data for the windows ([`window`] and [`today`]) and JSON lines for scripts ([`mod@line`]).

mod breach;
mod case;
pub mod line;
mod mailbox;
mod scan;
mod today;
mod window;

pub use breach::*;
pub use case::*;
pub use mailbox::*;
pub use scan::*;
pub use today::*;
pub use window::*;
