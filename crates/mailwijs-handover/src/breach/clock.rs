//! The clock: a school reports a breach to its authority within 72 hours of noticing it (GDPR article 33, paragraph 1).

use jiff::{SignedDuration, Timestamp};

use super::Breach;

/// From noticing to the authority.
const WITHIN: SignedDuration = SignedDuration::from_hours(72);
/// So long after noticing the teacher is reminded, as long as nothing was reported. The school's contact needs the rest.
const REMINDERS: [SignedDuration; 4] = [
    SignedDuration::from_hours(4),
    SignedDuration::from_hours(24),
    SignedDuration::from_hours(48),
    SignedDuration::from_hours(66),
];

impl Breach {
    /// Until when the authority can be told in time.
    pub fn deadline(&self) -> Timestamp {
        self.after(WITHIN)
    }

    /// Full hours until then; below zero once it is past.
    pub fn hours_left(&self, now: Timestamp) -> i64 {
        let seconds = self.deadline().as_second() - now.as_second();
        seconds.div_euclid(3600)
    }

    /// When the teacher is to be reminded next; never once it was reported or closed.
    pub fn next_reminder(&self) -> Option<Timestamp> {
        if self.reported.is_some() || self.closed.is_some() {
            return None;
        }
        let due = REMINDERS.into_iter().map(|after| self.after(after));
        let since = self.reminded.unwrap_or(self.noticed);
        due.into_iter().find(|at| *at > since)
    }

    /// The teacher was reminded; what was due until now is not said again.
    pub fn was_reminded(&mut self, at: Timestamp) {
        self.reminded = Some(at);
    }

    fn after(&self, wait: SignedDuration) -> Timestamp {
        self.noticed.checked_add(wait).unwrap_or(Timestamp::MAX)
    }
}
