//! Store changes become checked changes, and lines for `mailwijs watch`.

mod examiner;
mod followed;
mod ledger;
mod lines;

pub use examiner::{CheckedChange, EngineCell, examine_changes};
pub use ledger::Ledger;
pub use lines::run;
