//! Folders that the server lists and does not open: whether it stays so.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::{Cause, Refusal};

/// A folder that is refused at every look for so long, by a server that does not say why, is not going to open.
const LONG: Duration = Duration::from_hours(1);

/// Since when each folder is refused, by its spelled name.
#[derive(Debug, Default)]
pub(super) struct Refusals(HashMap<String, Instant>);

impl Refusals {
    /// What came of reading a folder.
    pub fn note(&mut self, folder: &str, refreshed: &Result<(), Cause>, now: Instant) {
        match refreshed {
            Ok(()) => drop(self.0.remove(folder)),
            Err(Cause::Denied("STATUS" | "EXAMINE", _)) => {
                self.0.entry(folder.to_owned()).or_insert(now);
            }
            Err(_) => {}
        }
    }

    /// Whether a folder that could not be read because of this is closed to this user.
    pub fn is_closed(&self, folder: &str, cause: &Cause, now: Instant) -> bool {
        match cause {
            Cause::Denied("STATUS" | "EXAMINE", Refusal::ForGood) => true,
            Cause::Denied("STATUS" | "EXAMINE", Refusal::Unsaid) => self
                .0
                .get(folder)
                .is_some_and(|since| now.saturating_duration_since(*since) >= LONG),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the folder is closed when it was refused so at each look, these minutes after the first.
    fn closed(refusal: Refusal, minutes: &[u64]) -> bool {
        let begin = Instant::now();
        let mut refusals = Refusals::default();
        let refused = Cause::Denied("EXAMINE", refusal);
        minutes.iter().fold(false, |_, minute| {
            let now = begin + Duration::from_mins(*minute);
            refusals.note("Gedeeld", &Err(refused.clone()), now);
            refusals.is_closed("Gedeeld", &refused, now)
        })
    }

    #[test]
    fn who_says_for_good_is_believed_and_who_has_trouble_is_waited_for() {
        assert!(closed(Refusal::ForGood, &[0]));
        assert!(!closed(Refusal::ForNow, &[0, 600]));
    }

    #[test]
    fn who_does_not_say_is_asked_for_an_hour() {
        assert!(!closed(Refusal::Unsaid, &[0]));
        assert!(!closed(Refusal::Unsaid, &[0, 30, 59]));
        assert!(closed(Refusal::Unsaid, &[0, 30, 60]));
    }

    #[test]
    fn a_folder_that_opened_meanwhile_begins_anew() {
        let begin = Instant::now();
        let later = begin + Duration::from_mins(61);
        let refused = Cause::Denied("STATUS", Refusal::Unsaid);
        let mut refusals = Refusals::default();
        refusals.note("Gedeeld", &Err(refused.clone()), begin);
        refusals.note("Gedeeld", &Err(Cause::Lost), begin);
        assert!(refusals.is_closed("Gedeeld", &refused, later));
        assert!(!refusals.is_closed("Gedeeld", &Cause::Lost, later));
        refusals.note("Gedeeld", &Ok(()), later);
        refusals.note("Gedeeld", &Err(refused.clone()), later);
        assert!(!refusals.is_closed("Gedeeld", &refused, later));
    }
}
