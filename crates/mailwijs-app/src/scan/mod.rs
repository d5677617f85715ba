//! A walk through whole mailboxes: the newest mail first, on all cores but out of the way of other programs, broken off and
//! gone on with at will.

mod bookmark;
mod course;
mod give_way;
mod mailbox;
mod mark;
mod walk;

pub use bookmark::{Bookmark, NoBookmark};
pub(crate) use bookmark::{forget, forget_mailbox_scan};
pub use course::Course;
pub(crate) use give_way::give_way;
pub use mark::{Known, Mark};
pub(crate) use walk::Walk;
pub use walk::{Pace, Step};
