//! How long it took from a change on disk until Mailwijs showed it.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::scenario::Action;

/// No tick may take longer.
pub const LIMIT: Duration = Duration::from_secs(2);

/// Each kind of change, and how long each of its ticks took.
#[derive(Debug, Default)]
pub struct Delays(BTreeMap<&'static str, Vec<Duration>>);

impl Delays {
    /// A tick after this was done.
    pub fn took(&mut self, action: &Action, delay: Duration) {
        if let Some(kind) = kind(action) {
            self.0.entry(kind).or_default().push(delay);
        }
    }

    /// The table: of each kind of change how many there were, the median and the worst, in milliseconds.
    pub fn table(&self) -> Vec<String> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![format!(
            "{:<24} {:>6} {:>10} {:>10}",
            "from the change on disk", "times", "median", "worst"
        )];
        let row = |(kind, delays): (&&str, &Vec<Duration>)| {
            let mut sorted = delays.clone();
            sorted.sort();
            let median = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
            let worst = sorted.last().copied().unwrap_or_default();
            let times = sorted.len();
            format!(
                "{kind:<24} {times:>6} {:>7} ms {:>7} ms",
                median.as_millis(),
                worst.as_millis()
            )
        };
        lines.extend(self.0.iter().map(row));
        lines
    }
}

const fn kind(action: &Action) -> Option<&'static str> {
    match action {
        Action::Receive(_) => Some("came in"),
        Action::Copy { .. } => Some("copied"),
        Action::Delete { .. } => Some("deleted"),
        Action::Restore { .. } => Some("taken out of the trash"),
        Action::EmptyTrash => Some("trash emptied"),
        Action::Compact { .. } => Some("compacted"),
        _ => None,
    }
}
