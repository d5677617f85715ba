//! What the windows and the command line share about cases: how a look into the stores becomes evidence.

mod by_history;
pub(crate) mod evidence;

pub(crate) use by_history::ByHistory;
