//! "I sent something wrong": the breaches that were noted, and how they are kept.

mod act;
mod aid;
mod answers;
mod dto;
mod report;
mod sent;

use std::collections::BTreeMap;

use jiff::Timestamp;
use mailwijs_handover::{Answers, Breach};
use mailwijs_history::{Handover, HandoverKind};
use mailwijs_i18n::Arg;

pub use sent::MOST as SENT_SHOWN;
use sent::SentMail;

use super::event::ShellEvent;
use super::state::State;
use crate::ipc::SentDto;

/// All breaches, and the mail that was sent lately.
#[derive(Default)]
pub struct Breaches {
    all: BTreeMap<u32, OneBreach>,
    /// Newest first.
    sent: Vec<SentMail>,
    /// It was sent with a grave finding open.
    offer: Option<SentDto>,
}

struct OneBreach {
    breach: Breach,
    kept: String,
    /// What stands in the answers that must not be in a report: until that is mended the words stay in memory.
    remarks: Vec<String>,
}

impl OneBreach {
    /// As it is told and kept: without words that repeat the data.
    fn without_data(&self) -> Breach {
        let mut breach = self.breach.clone();
        if !self.remarks.is_empty() {
            breach.answer(Answers {
                what: String::new(),
                ..breach.answers().clone()
            });
        }
        breach
    }
}

impl Breaches {
    /// One of them, without words that repeat the data.
    pub fn get(&self, id: u32) -> Option<Breach> {
        self.all.get(&id).map(OneBreach::without_data)
    }

    /// The mail that was sent with a grave finding open.
    pub fn offer(&self) -> Option<&SentDto> {
        self.offer.as_ref()
    }

    /// Nothing went wrong with it.
    pub fn decline(&mut self) {
        self.offer = None;
    }
}

impl State {
    /// Takes up the breaches that the history remembers.
    pub fn take_up_breaches(&mut self) {
        self.breaches.all.clear();
        for kept in self.memory.handovers(HandoverKind::Breach) {
            // One that a newer version wrote stays as it is, for that version.
            if let Ok(breach) = Breach::restore(&kept.state) {
                let one = OneBreach {
                    breach,
                    kept: kept.state,
                    remarks: Vec::new(),
                };
                self.breaches.all.insert(kept.id, one);
            }
        }
    }

    /// Notes a breach about this mail, or about none, with what the mail tells of it; one that is open for it already goes on.
    /// It is written down once, whole.
    pub fn note_breach(&mut self, mail: Option<&SentMail>) -> u32 {
        let id = mail.map(|mail| mail.id(&self.memory.hasher()));
        let is_same =
            |one: &OneBreach| id.is_some() && one.breach.mail() == id && one.breach.closed().is_none();
        let open = self.breaches.all.iter().find(|(_, one)| is_same(one));
        let last = self.breaches.all.last_key_value().map_or(0, |(last, _)| *last);
        let free = last
            .saturating_add(1)
            .max(self.memory.next_handover(HandoverKind::Breach));
        let number = open.map_or(free, |(number, _)| *number);
        let now = self.now().timestamp();
        let one = self.breaches.all.entry(number).or_insert_with(|| OneBreach {
            breach: Breach::notice(now, id),
            kept: String::new(),
            remarks: Vec::new(),
        });
        if let Some(mail) = mail {
            let known = mail.answers(one.breach.answers());
            one.breach.answer(known);
        }
        self.keep_breach(number);
        number
    }

    /// Writes a breach down, if anything about it changed. Words that repeat the data are not written.
    fn keep_breach(&mut self, id: u32) {
        let Some(one) = self.breaches.all.get_mut(&id) else {
            return;
        };
        let state = one.without_data().save();
        if state == one.kept {
            return;
        }
        let handover = Handover {
            id,
            state: state.clone(),
            sought: None,
        };
        if self.memory.put_handover(HandoverKind::Breach, &handover) {
            one.kept = state;
        }
    }

    /// When a reminder of the clock is due.
    pub fn next_breach_wake(&self) -> Option<Timestamp> {
        self.breaches
            .all
            .values()
            .filter_map(|one| one.breach.next_reminder())
            .min()
    }

    /// Reminds of breaches that were not reported yet. The clock does not stop at night; Mailwijs speaks at any hour of the
    /// day but not while it is paused.
    pub fn remind_of_breaches(&mut self) {
        if self.nudges.paused_until((self.clock)()).is_some() {
            return;
        }
        let now = self.now().timestamp();
        let is_due = |one: &OneBreach| one.breach.next_reminder().is_some_and(|at| at <= now);
        let due: Vec<u32> = self
            .breaches
            .all
            .iter()
            .filter(|(_, one)| is_due(one))
            .map(|(id, _)| *id)
            .collect();
        let mut least = i64::MAX;
        for id in &due {
            if let Some(one) = self.breaches.all.get_mut(id) {
                least = least.min(one.breach.hours_left(now));
                one.breach.was_reminded(now);
            }
            self.keep_breach(*id);
        }
        if !due.is_empty() {
            let hours = u32::try_from(least.max(0)).unwrap_or(u32::MAX);
            self.tell_shell(ShellEvent::Remind {
                text: self.texts.get("breach-reminder", &[("hours", Arg::from(hours))]),
                page: "breach",
            });
        }
    }
}
