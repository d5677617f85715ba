//! Cases as the history keeps them.

use jiff::Timestamp;
use mailwijs_handover::{Case, End};
use mailwijs_history::Handover;
use mailwijs_store::Sought;

/// A copy of a mail that was done with is noticed for so long, in days.
const WATCHED_FOR: i64 = 90;

/// A case as it was kept, and by what its mail is recognised; `None` when a newer version wrote it.
pub(crate) fn restore(kept: &Handover) -> Option<(Case, Sought)> {
    let sought = serde_json::from_str(kept.sought.as_deref()?).ok()?;
    Some((Case::restore(&kept.state).ok()?, sought))
}

/// Whether a copy of it still matters.
pub(crate) fn is_watched(case: &Case, now: Timestamp) -> bool {
    match case.end() {
        None => true,
        Some(End::Done(at)) => now.as_second() - at.as_second() < WATCHED_FOR * 24 * 3600,
        Some(End::NotSensitive(_)) => false,
    }
}
