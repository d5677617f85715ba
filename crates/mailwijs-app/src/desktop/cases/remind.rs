//! Reminders of cases that wait: gently, on a school day.

use jiff::{SignedDuration, Timestamp};
use mailwijs_handover::{is_school_time, next_school_day};
use mailwijs_i18n::Arg;

use super::looker::Eye;
use crate::desktop::event::ShellEvent;
use crate::desktop::state::State;

/// So long after a change the teacher is still at it.
const BUSY: SignedDuration = SignedDuration::from_mins(10);
/// A server is looked at again after so long, while the teacher is at it.
const OFTEN: SignedDuration = SignedDuration::from_millis(1500);
/// And after so long while a case waits.
const SELDOM: SignedDuration = SignedDuration::from_mins(5);

impl State {
    /// When a case has to be looked at again because of the time.
    pub fn next_case_wake(&self) -> Option<Timestamp> {
        let now = self.now();
        let exports = self
            .cases
            .all
            .values()
            .filter_map(|one| Some(one.export.as_ref()?.until()));
        let reminders = self
            .cases
            .all
            .values()
            .filter(|one| one.case.end().is_none())
            .map(|one| one.case.remind());
        let reminders = reminders.map(|at| {
            // One that is due already waits for school to begin.
            if at > now.timestamp() || is_school_time(&now) {
                at
            } else {
                next_school_day(&now).timestamp()
            }
        });
        let looks = self.next_call().into_iter().chain(self.cases.unfinished.next());
        exports.chain(reminders).chain(looks).min()
    }

    /// When the servers are to be looked at again, and what could not be looked at because looking went wrong. A server does
    /// not tell what is deleted in all its folders: while the teacher is at it a step ticks within two seconds; a case that
    /// waits is looked at now and then.
    fn next_call(&self) -> Option<Timestamp> {
        if self.cases.open() == 0 {
            return None;
        }
        let lookers = self.cases.lookers.iter();
        let calls = lookers.filter_map(|(eye, looker)| match (looker.stumbled, eye) {
            (Some(at), _) => at.checked_add(SELDOM).ok(),
            (None, Eye::Server(_)) => self.next_call_to_servers(),
            (None, Eye::Files) => None,
        });
        calls.min()
    }

    fn next_call_to_servers(&self) -> Option<Timestamp> {
        let at = self.now().timestamp();
        let is_busy = self.cases.touched.duration_until(at) < BUSY;
        let after = if is_busy { OFTEN } else { SELDOM };
        self.cases.called.checked_add(after).ok()
    }

    /// Looks again, when it is time.
    pub fn call_servers(&mut self) {
        let now = self.now().timestamp();
        if self.cases.unfinished.is_due(now) {
            self.look_at_files();
        }
        if self.next_call().is_none_or(|at| at > now) {
            return;
        }
        let rests = |at: Option<Timestamp>| at.and_then(|at| at.checked_add(SELDOM).ok()) > Some(now);
        let lookers = self.cases.lookers.iter();
        let eyes: Vec<Eye> = lookers
            .filter(|(_, looker)| !rests(looker.stumbled))
            .map(|(eye, _)| eye.clone())
            .collect();
        self.look_through(&eyes);
    }

    /// Reminds of what is due, and wipes files whose hour is over.
    pub fn remind_of_cases(&mut self) {
        let now = self.now();
        let at = now.timestamp();
        for one in self.cases.all.values_mut() {
            if one.export.as_ref().is_some_and(|export| export.until() <= at) {
                one.export = None;
            }
        }
        let due: Vec<u32> = self
            .cases
            .all
            .iter()
            .filter(|(_, one)| one.case.is_due(at))
            .map(|(id, _)| *id)
            .collect();
        if due.is_empty() || !is_school_time(&now) || self.nudges.paused_until((self.clock)()).is_some() {
            return;
        }
        let next = next_school_day(&now).timestamp();
        for id in &due {
            if let Some(one) = self.cases.all.get_mut(id) {
                one.case.remind_at(next);
            }
            self.keep_case(*id);
        }
        let args = [
            ("count", Arg::from(u32::try_from(due.len()).unwrap_or(u32::MAX))),
            ("system", Arg::from(self.tracking_system())),
        ];
        self.tell_shell(ShellEvent::Remind {
            text: self.texts.get("case-reminder", &args),
            page: "lvs",
        });
    }
}

#[cfg(test)]
mod tests {
    use mailwijs_detect::Category;
    use mailwijs_store::Sought;

    use crate::desktop::event::AppEvent;
    use crate::desktop::still_desk::StillDesk;
    use crate::ipc::{BreachAction, CaseAction, UserAction};

    /// The first of January 1970 is a Thursday.
    fn begun() -> StillDesk {
        let mut desk = StillDesk::new();
        desk.at(1, 10);
        desk.state.begin_case(Sought::default(), &[Category::Medical]);
        desk
    }

    fn reminders(desk: &mut StillDesk) -> Vec<String> {
        desk.take(AppEvent::Tick);
        desk.reminders()
    }

    #[test]
    fn a_case_that_waits_is_reminded_once_a_school_day() {
        let mut desk = begun();
        assert_eq!(reminders(&mut desk), [""; 0]);
        desk.at(2, 7);
        assert_eq!(reminders(&mut desk), [""; 0], "school has not begun");
        desk.at(2, 9);
        let told = reminders(&mut desk);
        assert_eq!(told, ["Er wacht nog een mail om naar Smartschool te brengen."]);
        desk.at(2, 15);
        assert_eq!(reminders(&mut desk), [""; 0], "once a day");
        desk.at(3, 10);
        assert_eq!(reminders(&mut desk), [""; 0], "Saturday");
        desk.at(5, 10);
        assert_eq!(reminders(&mut desk).len(), 1, "Monday");
    }

    #[test]
    fn a_case_that_is_put_off_or_ended_stays_silent() {
        let mut desk = begun();
        desk.at(2, 8);
        let later = UserAction::Case {
            id: 1,
            case: CaseAction::Later,
        };
        desk.state.act(later).unwrap();
        desk.at(2, 10);
        assert_eq!(reminders(&mut desk), [""; 0]);
        let ended = UserAction::Case {
            id: 1,
            case: CaseAction::NotSensitive,
        };
        desk.state.act(ended).unwrap();
        desk.at(5, 10);
        assert_eq!(reminders(&mut desk), [""; 0]);
    }

    #[test]
    fn a_breach_is_reminded_by_its_clock_until_it_is_reported() {
        let mut desk = StillDesk::new();
        desk.at(1, 10);
        desk.state.act(UserAction::BeginBreach { sent: None }).unwrap();
        desk.at(1, 15);
        let told = reminders(&mut desk);
        assert_eq!(
            told,
            ["Je noteerde een mogelijk datalek. Er zijn nog 67 uur om het te melden."]
        );
        assert_eq!(reminders(&mut desk), [""; 0]);
        desk.at(4, 11);
        assert_eq!(
            reminders(&mut desk),
            ["Je noteerde een mogelijk datalek. De 72 uur zijn om: meld het vandaag nog."]
        );
        let reported = UserAction::Breach {
            id: 1,
            breach: BreachAction::Reported,
        };
        desk.state.act(reported).unwrap();
        desk.at(6, 11);
        assert_eq!(reminders(&mut desk), [""; 0]);
    }
}
