//! A walk through whole mailboxes: the newest mail first, on all cores but out of the way of other programs, broken off and
//! gone on with at will.

mod bookmark;
mod give_way;
mod mailbox;
mod mark;
mod walk;

pub(crate) use bookmark::forget;
pub use bookmark::{Bookmark, NoBookmark};
pub(crate) use give_way::give_way;
pub use mark::{Known, Mark};
pub use walk::{Pace, Step};
