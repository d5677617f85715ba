//! "Scan my mailbox": mail that is there already, checked once, out of everybody's way. It can be paused, and goes on after a
//! restart where it was.

mod dto;
mod job;
mod period;

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;
use mailwijs_i18n::Arg;
use serde::{Deserialize, Serialize};

use self::job::{Job, ScanAt, ScanEnd};
use self::period::Period;
use super::state::State;
use crate::check::{Since, rules_in_force};
use crate::error::{AppError, ErrorCode};
use crate::ipc::OutcomeDto;
use crate::ipc::line::Summary;
use crate::scan::Bookmark;
pub(super) use job::ScanNews;

const SETTING: &str = "mailbox-scan";

/// The scan of this teacher's mailboxes.
#[derive(Default)]
pub(super) struct MailboxScan {
    /// Absent until one was asked for.
    kept: Option<Kept>,
    /// One walk at a time: one that was stopped still has to put its bookmark away.
    running: Option<Running>,
    /// It goes on once every mailbox on a server was opened, or was not, and no walk is under way.
    waiting: bool,
    /// What was checked before does not count.
    anew: bool,
    at: ScanAt,
    /// What could not be searched, in words.
    troubles: Vec<String>,
}

struct Running {
    stop: Arc<AtomicBool>,
    /// What it finds is no longer wanted.
    discarded: bool,
}

/// What is remembered of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// See [`Period`].
    period: String,
    /// The first day of it, `YYYY-MM-DD`.
    since: Option<String>,
    stage: Stage,
    messages: u64,
    found: u64,
    errors: u64,
    /// When it came to its stage.
    when: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    Running,
    Paused,
    Done,
}

impl State {
    /// Takes up the scan that the history remembers; one that went on under another history is over.
    pub(super) fn take_up_scan(&mut self) {
        self.stop_scan(true);
        let kept = self.memory.setting(SETTING);
        self.scan.kept = kept.and_then(|kept| serde_json::from_str(&kept).ok());
        self.scan.at = ScanAt::default();
        self.scan.troubles.clear();
        match self.scan.kept.as_ref().map(|kept| kept.stage) {
            Some(Stage::Running) => self.want_scan(false),
            Some(Stage::Paused) => {}
            Some(Stage::Done) | None => self.forget_bookmark(),
        }
    }

    /// Begins anew, so far back.
    pub(super) fn start_scan(&mut self, period: &str) -> Result<OutcomeDto, AppError> {
        let unknown = || AppError::new(ErrorCode::UnknownAction).because(period);
        let since = Period::parse(period)
            .ok_or_else(unknown)?
            .first_day(&self.now(), self.policy.policy.school.country);
        self.stop_scan(false);
        self.scan.at = ScanAt::default();
        self.scan.troubles.clear();
        self.keep_scan(Kept {
            period: period.to_owned(),
            since: since.map(|day| day.to_string()),
            stage: Stage::Running,
            messages: 0,
            found: 0,
            errors: 0,
            when: self.now().timestamp(),
        });
        self.want_scan(true);
        Ok(OutcomeDto::done())
    }

    /// Stops for now.
    pub(super) fn pause_scan(&mut self) {
        self.stop_scan(false);
        self.set_stage_of_scan(Stage::Paused);
    }

    /// Goes on where it was paused.
    pub(super) fn resume_scan(&mut self) {
        let paused = |kept: &Kept| kept.stage == Stage::Paused;
        if self.scan.kept.as_ref().is_some_and(paused) {
            self.scan.troubles.clear();
            self.set_stage_of_scan(Stage::Running);
            self.want_scan(false);
        }
    }

    /// Breaks off for good; what was found stays.
    pub(super) fn cancel_scan(&mut self) {
        self.stop_scan(false);
        self.scan.kept = None;
        self.scan.troubles.clear();
        self.memory.set(SETTING, None);
        self.forget_bookmark();
    }

    fn forget_bookmark(&mut self) {
        self.scan.anew = true;
        crate::scan::forget_mailbox_scan(&self.config.places);
    }

    fn stop_scan(&mut self, discard: bool) {
        self.scan.waiting = false;
        if let Some(running) = &mut self.scan.running {
            running.stop.store(true, Ordering::Relaxed);
            running.discarded |= discard;
        }
    }

    fn want_scan(&mut self, anew: bool) {
        self.scan.anew |= anew;
        self.scan.waiting = true;
        self.go_on_with_scan();
    }

    /// Starts the walk, once nothing stands in its way.
    pub(super) fn go_on_with_scan(&mut self) {
        if !self.scan.waiting || self.scan.running.is_some() || self.is_connecting() {
            return;
        }
        self.scan.waiting = false;
        if std::mem::take(&mut self.scan.anew) {
            crate::scan::forget_mailbox_scan(&self.config.places);
        }
        match self.scan_job() {
            Some(Ok(job)) => {
                self.scan.running = Some(Running {
                    stop: Arc::clone(&job.stop),
                    discarded: false,
                });
                job.start();
            }
            Some(Err(error)) => {
                self.scan.troubles = vec![error.to_string()];
                self.set_stage_of_scan(Stage::Paused);
            }
            None => {}
        }
    }

    fn scan_job(&mut self) -> Option<io::Result<Job>> {
        let since = self.scan.kept.as_ref()?.since.as_deref();
        let since = since.and_then(|day| Since::parse(day).ok());
        let places = &self.config.places;
        let encoder = self.config.encoder.as_deref().unwrap_or(Path::new(""));
        let mut rules = rules_in_force(&self.policy.policy, &[&places.class_list(), encoder]).to_vec();
        rules.extend(since.into_iter().flat_map(|since| since.seconds().to_le_bytes()));
        let path = places.mailbox_scan();
        let begun = Bookmark::go_on(&path, &rules).or_else(|_| {
            let (bookmark, known) = Bookmark::begin(&path, &rules)?;
            Ok((bookmark, known, Summary::default()))
        });
        let (bookmark, known, summary) = match begun {
            Ok(begun) => begun,
            Err(error) => return Some(Err(error)),
        };
        let (mailboxes, closed) = self.mailboxes_to_scan();
        self.scan.troubles.extend(closed);
        Some(Ok(Job {
            stores: self.stores_to_scan(),
            mailboxes,
            engine: self.engine.get(),
            encoder: self.config.encoder.clone(),
            since,
            bookmark,
            known,
            summary,
            hasher: self.memory.hasher(),
            stop: Arc::default(),
            events: self.events.clone(),
        }))
    }

    /// The demo's mailbox is nobody's.
    fn stores_to_scan(&self) -> Vec<mailwijs_store::MailStore> {
        let mut stores = self.all_stores();
        stores.retain(|store| !self.is_demo(&store.root));
        stores
    }

    /// It goes so.
    pub(super) fn scan_goes(&mut self, news: ScanNews) {
        let Some(running) = &self.scan.running else { return };
        let (stopped, discarded) = (running.stop.load(Ordering::Relaxed), running.discarded);
        match news {
            ScanNews::Found(find, taken_down) => {
                if !discarded {
                    self.list_found(*find);
                }
                // It waits for this.
                let _ = taken_down.send(());
            }
            ScanNews::At(at) if !stopped => self.scan.at = at,
            ScanNews::At(_) => {}
            ScanNews::Broken => {
                self.scan.running = None;
                if !stopped {
                    self.scan.troubles.push(self.texts.get("scan-broken", &[]));
                    self.set_stage_of_scan(Stage::Paused);
                }
                self.go_on_with_scan();
            }
            ScanNews::Ended(end) => {
                self.scan.running = None;
                if !stopped {
                    self.scan_ended(end);
                } else if self
                    .scan
                    .kept
                    .as_ref()
                    .is_some_and(|kept| kept.stage == Stage::Paused)
                {
                    self.scan.at = end.at;
                    self.set_stage_of_scan(Stage::Paused);
                }
                if self.scan.anew {
                    // It has put its bookmark away since it was told to stop.
                    crate::scan::forget_mailbox_scan(&self.config.places);
                }
                self.go_on_with_scan();
            }
        }
    }

    fn scan_ended(&mut self, end: ScanEnd) {
        self.scan.at = end.at;
        let stage = if end.failed.is_empty() {
            Stage::Done
        } else {
            Stage::Paused
        };
        for (open, error) in end.failed {
            let args = [
                ("name", Arg::from(open.mailbox.account.email.as_str())),
                ("why", Arg::from(error.say(&self.texts))),
            ];
            self.scan
                .troubles
                .push(self.texts.get("scan-mailbox-failed", &args));
        }
        self.set_stage_of_scan(stage);
    }

    fn set_stage_of_scan(&mut self, stage: Stage) {
        let Some(kept) = self.scan.kept.clone() else {
            return;
        };
        let at = &self.scan.at;
        self.keep_scan(Kept {
            stage,
            messages: at.messages.max(kept.messages),
            found: at.found.max(kept.found),
            errors: at.errors.max(kept.errors),
            when: self.now().timestamp(),
            ..kept
        });
    }

    fn keep_scan(&mut self, kept: Kept) {
        if let Ok(json) = serde_json::to_string(&kept) {
            self.memory.set(SETTING, Some(&json));
        }
        self.scan.kept = Some(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::event::AppEvent;
    use crate::desktop::still_desk::StillDesk;

    #[test]
    fn a_search_in_which_something_went_wrong_waits_and_says_so() {
        let mut desk = StillDesk::new();
        desk.state.start_scan("all").unwrap();
        assert_eq!(desk.state.scan_dto().unwrap().state, "running");
        desk.take(AppEvent::ScanGoes(ScanNews::Broken));
        let told = desk.state.scan_dto().unwrap();
        assert_eq!(
            (told.state.as_str(), told.troubles),
            (
                "paused",
                vec![
                    "Bij het doorzoeken liep iets mis. Kies Verdergaan om het opnieuw te proberen."
                        .to_owned()
                ]
            )
        );
        desk.state.resume_scan();
        assert_eq!(desk.state.scan_dto().unwrap().state, "running");
    }
    #[test]
    fn a_search_that_was_begun_anew_is_not_held_up_by_the_one_before() {
        let mut desk = StillDesk::new();
        desk.state.start_scan("all").unwrap();
        desk.state.start_scan("school-year").unwrap();
        assert!(desk.state.scan.waiting, "the one before has to end first");
        desk.take(AppEvent::ScanGoes(ScanNews::Broken));
        let told = desk.state.scan_dto().unwrap();
        assert_eq!((told.state.as_str(), told.troubles.len()), ("running", 0));
        assert!(!desk.state.scan.waiting && desk.state.scan.running.is_some());
    }
}
