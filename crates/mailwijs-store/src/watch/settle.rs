//! Files that may still be written to, and when to look at them again. Pure: time and sizes are passed in.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How soon a file that changed is looked at.
const SOON: Duration = Duration::from_millis(15);

/// Size and time of last change, as the file system tells.
pub(super) type Stamp = (u64, Option<std::time::SystemTime>);

#[derive(Debug)]
struct Waiting {
    /// When to look at it.
    due: Duration,
    /// What it looked like, and since when.
    seen: Option<(Stamp, Duration)>,
}

/// The files that wait.
#[derive(Debug, Default)]
pub(super) struct Settling {
    files: HashMap<PathBuf, Waiting>,
}

impl Settling {
    /// Look at `path` when it has been quiet for a moment.
    pub(super) fn changed(&mut self, path: PathBuf, now: Duration) {
        self.files.entry(path).or_insert(Waiting {
            due: now + SOON,
            seen: None,
        });
    }

    /// The file is read now; it waits no longer.
    pub(super) fn forget(&mut self, path: &Path) {
        self.files.remove(path);
    }

    /// The paths that are due.
    pub(super) fn due(&self, now: Duration) -> Vec<PathBuf> {
        let mut due: Vec<_> = self
            .files
            .iter()
            .filter(|(_, waiting)| waiting.due <= now)
            .collect();
        due.sort_by_key(|(path, waiting)| (waiting.due, path.as_os_str().to_owned()));
        due.into_iter().map(|(path, _)| path.clone()).collect()
    }

    /// When the next path is due.
    pub(super) fn next_due(&self) -> Option<Duration> {
        self.files.values().map(|waiting| waiting.due).min()
    }

    /// How long a file that is looked at now has looked like `stamp`. It will be looked at again, less and less often,
    /// until it is forgotten.
    pub(super) fn quiet(&mut self, path: &Path, stamp: Stamp, now: Duration) -> Duration {
        let waiting = self
            .files
            .entry(path.to_owned())
            .or_insert(Waiting { due: now, seen: None });
        let since = match waiting.seen {
            Some((seen, since)) if seen == stamp => since,
            _ => now,
        };
        let quiet = now.saturating_sub(since);
        waiting.seen = Some((stamp, since));
        waiting.due = now + SOON.max(quiet / 4);
        quiet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn a_file_that_grows_is_never_quiet() {
        let mut settling = Settling::default();
        let path = Path::new("Drafts");
        settling.changed(path.into(), ms(0));
        settling.changed(path.into(), ms(10));
        assert_eq!(settling.due(ms(14)), Vec::<PathBuf>::new());
        assert_eq!(settling.due(ms(15)), [path]);
        for step in 1..40 {
            assert_eq!(settling.quiet(path, (step * 65_536, None), ms(15 * step)), ms(0));
        }
        assert_eq!(settling.quiet(path, (39 * 65_536, None), ms(600)), ms(15));
        settling.forget(path);
        assert_eq!(settling.next_due(), None);
    }

    #[test]
    fn a_file_that_stays_as_it_is_is_looked_at_less_and_less() {
        let mut settling = Settling::default();
        let path = Path::new("cur/1");
        let (mut now, mut looks) = (ms(0), 0);
        while settling.quiet(path, (100, None), now) < ms(3000) {
            now = settling.next_due().unwrap();
            looks += 1;
        }
        assert!((5..40).contains(&looks), "{looks}");
    }
}
