//! What the teacher does in a case.

use mailwijs_handover::{CopyId, FiledIn, Route, next_school_day};
use mailwijs_i18n::Arg;
use mailwijs_mail::Address;
use mailwijs_policy::KnownSystem;
use mailwijs_store::Sighting;

use super::OneCase;
use crate::desktop::state::State;
use crate::error::{AppError, ErrorCode};
use crate::handoff::Letter;
use crate::ipc::{CaseAction, OutcomeDto};

impl State {
    /// Does it; every action may come twice.
    pub fn act_in_case(&mut self, id: u32, act: CaseAction) -> Result<OutcomeDto, AppError> {
        self.cases.touched = self.now().timestamp();
        let outcome = self.do_in_case(id, act);
        self.keep_case(id);
        outcome
    }

    fn do_in_case(&mut self, id: u32, act: CaseAction) -> Result<OutcomeDto, AppError> {
        let now = self.now();
        let at = now.timestamp();
        let one = self.case_mut(id)?;
        match act {
            CaseAction::NotSensitive => {
                one.case.not_sensitive(at);
                one.export = None;
            }
            CaseAction::Route { route, email } => match (route.as_str(), email) {
                ("myself", _) => one.case.choose(Route::Myself),
                ("colleague", Some(email)) => return self.ask_colleague(id, &email),
                ("colleague", None) => one.case.choose(Route::Colleague),
                (other, _) => return Err(unknown(other)),
            },
            CaseAction::OpenSystem => {
                one.case.hand();
                return Ok(self.open_system());
            }
            CaseAction::Copy { text } => {
                one.case.hand();
                return Ok(OutcomeDto {
                    message: self.texts.get("case-copied", &[]),
                    clipboard: Some(text),
                    ..OutcomeDto::done()
                });
            }
            CaseAction::Export => return self.export_case(id),
            CaseAction::OpenExport => return self.open_export(id),
            // Taken before, because its answer comes later.
            CaseAction::ToShare { .. } => {}
            CaseAction::Filed { place } => {
                let place = FiledIn::ALL
                    .into_iter()
                    .find(|one| one.as_str() == place)
                    .ok_or_else(|| unknown(&place))?;
                one.case.file(place, at);
                // It is in: the files have done their work.
                one.export = None;
                self.look_again();
            }
            CaseAction::NotFiled => one.case.not_filed(),
            CaseAction::Stays { copy, stays } => {
                let copy = copy_of(one, &copy)?;
                let found = one.case.copies().find(|(id, _)| *id == copy);
                if let Some(mail) = found.map(|(_, copy)| copy.mail) {
                    one.case.stays(mail, stays, at);
                }
            }
            CaseAction::NoCopyIn { place, no_copy } => self.say_of_place(id, &place, no_copy)?,
            CaseAction::ShowMail { copy } => {
                let copy = copy_of(one, &copy)?;
                let place = one.places.get(&copy).cloned().ok_or_else(gone)?;
                return self.show_mail(&place);
            }
            CaseAction::Look => self.look_again(),
            CaseAction::Later => {
                one.case.remind_at(next_school_day(&now).timestamp());
                return Ok(said(self.texts.get("case-later", &[])));
            }
        }
        Ok(OutcomeDto::done())
    }

    pub(super) fn case_mut(&mut self, id: u32) -> Result<&mut OneCase, AppError> {
        self.cases.all.get_mut(&id).ok_or_else(|| unknown("case"))
    }

    fn open_system(&self) -> OutcomeDto {
        let system = self.policy.policy.tracking_system.as_ref();
        let url = system.and_then(|system| system.url.as_ref());
        let Some(url) = url else {
            return said(self.no_page());
        };
        OutcomeDto {
            open: Some(url.to_string()),
            ..OutcomeDto::done()
        }
    }

    /// That the policy names no page of the tracking system; what it looks like, when the system is known; and who fills it in.
    fn no_page(&self) -> String {
        let name = self.tracking_system();
        let known = KnownSystem::named(&name);
        let mut args = vec![("system", Arg::from(name))];
        let id = match known.and_then(|system| Some((system, system.page?))) {
            None => "case-no-url",
            Some((system, page)) => {
                args.push(("page", Arg::from(page)));
                if system.is_per_school() {
                    "case-no-url-per-school"
                } else {
                    "case-no-url-shared"
                }
            }
        };
        self.texts.get(id, &args)
    }

    /// Opens a message to a colleague who may file it: it says that there is something, not what.
    fn ask_colleague(&mut self, id: u32, email: &str) -> Result<OutcomeDto, AppError> {
        let system = self.policy.policy.tracking_system.as_ref();
        let delegates = system
            .map(|system| system.delegates.as_slice())
            .unwrap_or_default();
        let colleague = delegates
            .iter()
            .find(|one| one.email.to_string() == email)
            .ok_or_else(|| unknown("colleague"))?;
        let args = [
            ("name", Arg::from(colleague.name.as_str())),
            ("system", Arg::from(self.tracking_system())),
        ];
        let letter = Letter {
            to: vec![Address {
                name: colleague.name.clone(),
                email: email.to_owned(),
            }],
            bcc: Vec::new(),
            subject: self.texts.get("case-colleague-subject", &args),
            text: self.texts.get("case-colleague-text", &args),
        };
        let outcome = self.write_letter(&letter, None);
        let one = self.case_mut(id)?;
        one.case.choose(Route::Colleague);
        one.case.hand();
        Ok(outcome)
    }

    /// Whether the mail client that keeps a copy can show it.
    pub(super) fn can_show(&self, place: &Sighting) -> bool {
        place.message_id.is_some()
            && self
                .client_of(&place.store)
                .is_some_and(|client| client.shows_mail())
    }

    fn show_mail(&self, place: &Sighting) -> Result<OutcomeDto, AppError> {
        let client = self.client_of(&place.store).ok_or_else(gone)?;
        let id = place.message_id.as_deref().ok_or_else(gone)?;
        if self.launcher.show(&client, id) {
            return Ok(OutcomeDto::done());
        }
        let args = [("folder", Arg::from(place.folder.as_str()))];
        Ok(said(self.texts.get("case-find-yourself", &args)))
    }
}

fn copy_of(one: &OneCase, id: &str) -> Result<CopyId, AppError> {
    let known = |copy: &CopyId| one.case.copies().any(|(id, _)| id == *copy);
    id.parse()
        .ok()
        .map(CopyId)
        .filter(known)
        .ok_or_else(|| unknown("copy"))
}

fn gone() -> AppError {
    AppError::new(ErrorCode::MailGone)
}

pub(super) fn unknown(what: &str) -> AppError {
    AppError::new(ErrorCode::UnknownAction).because(what)
}

fn said(message: String) -> OutcomeDto {
    OutcomeDto {
        message,
        ..OutcomeDto::done()
    }
}
