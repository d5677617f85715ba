//! Sensitive mail that stays longer than the school's policy says: said at each, and gently reminded of, once a week.

use jiff::{SignedDuration, Timestamp};
use mailwijs_handover::{is_school_time, next_school_day};
use mailwijs_i18n::Arg;

use super::FoundMail;
use crate::desktop::cases::belongs_in_lvs;
use crate::desktop::event::ShellEvent;
use crate::desktop::state::State;

/// Reminders come so far apart.
const APART: SignedDuration = SignedDuration::from_hours(7 * 24);

const DAY: i64 = 24 * 3600;

impl State {
    /// How many days the policy lets received sensitive mail stay.
    pub(super) fn may_stay(&self) -> Option<u16> {
        self.policy.policy.retention.received_sensitive.map(Into::into)
    }

    /// For how many days a mail has been there, when those are too many.
    pub(super) fn days_too_long(&self, mail: &FoundMail) -> Option<u32> {
        let may_stay = i64::from(self.may_stay()?);
        mail.told.rule().filter(|rule| belongs_in_lvs(*rule))?;
        let days = (self.now().timestamp().as_second() - mail.told.date?).div_euclid(DAY);
        u32::try_from(days).ok().filter(|_| days >= may_stay)
    }

    /// How many of the mails whose stores are there stay too long.
    fn too_long(&self) -> usize {
        let sources = self.sources();
        let mails = self.mails_found.all.values();
        mails
            .filter(|mail| sources.contains(&mail.told.source) && self.days_too_long(mail).is_some())
            .count()
    }

    /// When to remind next of mail that stays too long.
    pub fn next_retention_wake(&self) -> Option<Timestamp> {
        if self.too_long() == 0 {
            return None;
        }
        let now = self.now();
        let due = self.memory.reminded_of_retention();
        let due = due
            .and_then(|at| at.checked_add(APART).ok())
            .unwrap_or(now.timestamp());
        Some(if due > now.timestamp() || is_school_time(&now) {
            due
        } else {
            next_school_day(&now).timestamp()
        })
    }

    /// Reminds of it, when it is time.
    pub fn remind_of_retention(&mut self) {
        let now = self.now();
        let is_due = self.next_retention_wake().is_some_and(|at| at <= now.timestamp());
        let is_quiet = self.nudges.paused_until((self.clock)()).is_some();
        if !is_due || is_quiet || !is_school_time(&now) {
            return;
        }
        self.memory.set_reminded_of_retention(now.timestamp());
        let count = u32::try_from(self.too_long()).unwrap_or(u32::MAX);
        let args = [
            ("count", Arg::from(count)),
            ("days", Arg::from(u32::from(self.may_stay().unwrap_or_default()))),
        ];
        self.tell_shell(ShellEvent::Remind {
            text: self.texts.get("retention-reminder", &args),
            page: "lvs",
        });
    }
}
