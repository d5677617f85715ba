//! Store changes become checked changes, and lines for `mailwijs watch`.

mod examiner;
mod followed;
mod gone;
mod ledger;
mod lines;
mod on_servers;
mod run;
mod servers;
mod set_up;

pub use examiner::{CheckedChange, EngineCell, examine_changes};
pub use followed::Followed;
pub use ledger::Ledger;
pub use run::run;
