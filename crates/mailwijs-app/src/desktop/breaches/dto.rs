//! Breaches as their page shows them.

use std::cmp::Reverse;
use std::sync::Arc;

use jiff::Timestamp;
use mailwijs_nudge::Moment;

use super::{OneBreach, SENT_SHOWN, answers};
use crate::desktop::state::State;
use crate::desktop::view::Handovers;
use crate::ipc::{BreachContactDto, BreachDto, BreachLineDto, BreachesDto, ReceivedDto};

impl State {
    /// The pages of received mail, cases and breaches.
    pub fn handovers(&self, found: Arc<Vec<ReceivedDto>>) -> Handovers {
        let (open, closed) = self.breach_lines((self.clock)());
        let sent = self.breaches.sent.iter().take(SENT_SHOWN);
        Handovers {
            found,
            cases: self.cases(),
            each_case: self.case_dtos(),
            breaches: BreachesDto {
                open,
                closed,
                sent: sent.map(super::sent::SentMail::dto).collect(),
            },
            each_breach: self
                .breaches
                .all
                .iter()
                .map(|(id, one)| (*id, self.breach_dto(*id, one)))
                .collect(),
        }
    }

    /// Breaches in lines, those that are not closed first.
    pub fn breach_lines(&self, now: Moment) -> (Vec<BreachLineDto>, Vec<BreachLineDto>) {
        let now = Timestamp::from_millisecond(now.0).unwrap_or(Timestamp::MAX);
        let mut lines: Vec<BreachLineDto> = self
            .breaches
            .all
            .iter()
            .map(|(id, one)| line(*id, one, now))
            .collect();
        lines.sort_by_key(|line| Reverse(line.id));
        lines.into_iter().partition(|line| line.closed.is_none())
    }

    fn breach_dto(&self, id: u32, one: &OneBreach) -> BreachDto {
        let breach = &one.breach;
        let hasher = self.memory.hasher();
        let mail = breach
            .mail()
            .and_then(|id| self.breaches.sent.iter().find(|sent| sent.id(&hasher) == id));
        let now = self.now().timestamp();
        BreachDto {
            line: line(id, one, now),
            mail: mail.map(super::sent::SentMail::dto),
            aid: self.aids(breach),
            answers: answers::to_dto(breach.answers()),
            remarks: one.remarks.clone(),
            missing: breach
                .answers()
                .missing()
                .into_iter()
                .map(|question| question.as_str().to_owned())
                .collect(),
            report: self.report_text(&one.without_data()),
            contact: self.breach_contact().map(|contact| BreachContactDto {
                name: contact.name,
                email: contact.email,
            }),
            authority: self.policy.policy.authority().full_name().to_owned(),
        }
    }
}

fn line(id: u32, one: &OneBreach, now: Timestamp) -> BreachLineDto {
    let breach = &one.breach;
    BreachLineDto {
        id,
        kind: breach.kind().map(|kind| kind.as_str().to_owned()),
        noticed: breach.noticed().to_string(),
        deadline: breach.deadline().to_string(),
        hours_left: i32::try_from(breach.hours_left(now)).unwrap_or(i32::MIN),
        reported: breach.reported().map(|at| at.to_string()),
        closed: breach.closed().map(|at| at.to_string()),
    }
}
