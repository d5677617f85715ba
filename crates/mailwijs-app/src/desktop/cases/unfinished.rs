//! Files that were being written when they were looked at are looked at again: soon, and then less and less often. Nothing else
//! need happen in their store.

use jiff::{SignedDuration, Timestamp};
use mailwijs_store::{Looked, ReadCause};

/// So long after the first look that found one.
const SOON: SignedDuration = SignedDuration::from_millis(300);
/// So long after one of many.
const SELDOM: SignedDuration = SignedDuration::from_secs(10);

/// When files are looked at again.
#[derive(Debug, Default)]
pub struct Unfinished {
    at: Option<Timestamp>,
    /// How long was waited for the last look, while each finds something unfinished.
    waited: Option<SignedDuration>,
}

impl Unfinished {
    /// This was seen now.
    pub fn take_in(&mut self, looked: &Looked, now: Timestamp) {
        let is_unfinished = looked
            .unread
            .iter()
            .any(|error| error.cause == ReadCause::Unfinished);
        self.waited = is_unfinished.then(|| self.waited.map_or(SOON, |waited| (waited * 2).min(SELDOM)));
        self.at = self.waited.and_then(|wait| now.checked_add(wait).ok());
    }

    /// When it is time; `None` when nothing is unfinished, or it is being looked at.
    pub const fn next(&self) -> Option<Timestamp> {
        self.at
    }

    /// Whether it is time; once.
    pub fn is_due(&mut self, now: Timestamp) -> bool {
        self.at.take_if(|at| *at <= now).is_some()
    }
}

#[cfg(test)]
mod tests {
    use mailwijs_store::ReadError;

    use super::*;

    fn looked(cause: Option<ReadCause>) -> Looked {
        let error = |cause| ReadError {
            path: "/mail/Trash".into(),
            offset: None,
            cause,
        };
        Looked {
            sightings: Vec::new(),
            unread: cause.map(error).into_iter().collect(),
        }
    }

    #[test]
    fn what_stays_unfinished_is_looked_at_less_and_less_often() {
        let mut unfinished = Unfinished::default();
        let mut now = Timestamp::UNIX_EPOCH;
        let mut waits = Vec::new();
        for _ in 0..8 {
            unfinished.take_in(&looked(Some(ReadCause::Unfinished)), now);
            let next = unfinished.next().unwrap();
            waits.push(next.duration_since(now).as_millis());
            assert!(!unfinished.is_due(now));
            now = next;
            assert!(unfinished.is_due(now) && !unfinished.is_due(now), "once");
        }
        assert_eq!(waits, [300, 600, 1200, 2400, 4800, 9600, 10_000, 10_000]);
        unfinished.take_in(&looked(Some(ReadCause::TooLarge)), now);
        assert_eq!(unfinished.next(), None, "it will not get any smaller");
        unfinished.take_in(&looked(Some(ReadCause::Unfinished)), now);
        assert_eq!(unfinished.next(), now.checked_add(SOON).ok(), "another one");
    }
}
