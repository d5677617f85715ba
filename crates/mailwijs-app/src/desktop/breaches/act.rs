//! What the teacher does about a breach.

use mailwijs_checks::Channel;
use mailwijs_handover::{Aid, Kind};
use mailwijs_i18n::{Arg, RuleText};
use mailwijs_mail::Direction;
use mailwijs_policy::RuleId;

use super::answers;
use crate::desktop::state::State;
use crate::desktop::text_check::mail_of;
use crate::error::{AppError, ErrorCode};
use crate::ipc::{BreachAction, OutcomeDto};
use crate::render::said;

impl State {
    /// Something was sent wrong: a mail that was picked, or one that is only described.
    pub fn begin_breach(&mut self, sent: Option<&str>) -> Result<OutcomeDto, AppError> {
        let mail = match sent {
            None => None,
            Some(id) => {
                let found = self
                    .breaches
                    .sent
                    .iter()
                    .find(|mail| mail.message_id == id)
                    .cloned();
                Some(found.ok_or_else(|| AppError::new(ErrorCode::MailGone))?)
            }
        };
        self.note_breach(mail.as_ref());
        self.breaches.decline();
        Ok(OutcomeDto::done())
    }

    /// Does it; every action may come twice.
    pub fn act_on_breach(&mut self, id: u32, act: BreachAction) -> Result<OutcomeDto, AppError> {
        let unknown = |word: &str| AppError::new(ErrorCode::UnknownAction).because(word);
        let at = self.now().timestamp();
        let remarks = match &act {
            BreachAction::Answer { answers } => Some(self.remarks(&answers.what)),
            _ => None,
        };
        let one = self.breaches.all.get_mut(&id).ok_or_else(|| unknown("breach"))?;
        let mut outcome = OutcomeDto::done();
        match act {
            BreachAction::Kind { kind } => {
                let kind = Kind::ALL
                    .into_iter()
                    .find(|one| one.as_str() == kind)
                    .ok_or_else(|| unknown(&kind))?;
                one.breach.say(kind);
            }
            BreachAction::Answer { answers } => {
                one.breach.answer(answers::from_dto(answers));
                one.remarks = remarks.unwrap_or_default();
            }
            BreachAction::Aid { aid } => {
                let aid = Aid::ALL
                    .into_iter()
                    .find(|one| one.as_str() == aid)
                    .ok_or_else(|| unknown(&aid))?;
                one.breach.aid(aid);
                let mail = one.breach.mail();
                let hasher = self.memory.hasher();
                let mail = self
                    .breaches
                    .sent
                    .iter()
                    .find(|sent| Some(sent.id(&hasher)) == mail);
                outcome = self.go_with(aid, mail);
            }
            BreachAction::Report => {
                let breach = one.without_data();
                outcome = self.send_report(&breach);
            }
            BreachAction::Reported => one.breach.report(at),
            BreachAction::Close => one.breach.close(at),
            BreachAction::Reopen => one.breach.reopen(),
        }
        self.keep_breach(id);
        Ok(outcome)
    }

    /// What in a text must not stand in a report: whom or what it was about.
    fn remarks(&self, text: &str) -> Vec<String> {
        let examined = self
            .engine
            .get()
            .examine(mail_of(text), Direction::Draft, Channel::Mail);
        let told = [RuleId::SensitivePupilData, RuleId::Identifier, RuleId::Password];
        let findings = examined
            .report
            .findings
            .iter()
            .filter(|finding| told.contains(&finding.rule));
        findings
            .map(|finding| {
                let what = said(&self.texts, finding, RuleText::Title);
                self.texts.get("breach-remark", &[("what", Arg::from(what))])
            })
            .collect()
    }
}
