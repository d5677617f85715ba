//! What the teacher does, and what comes of it.

use jiff::{ToSpan, Zoned};
use mailwijs_checks::Fix;
use mailwijs_i18n::{Arg, Lang, Texts};
use mailwijs_mail::Part;
use mailwijs_nudge::{Act, DraftId, Keep, Moment, NudgeState};
use mailwijs_policy::{AccountKind, RuleId, Template};

use super::replace::without_sentences;
use super::state::State;
use crate::demo::{Demo, Pace, Script};
use crate::error::{AppError, ErrorCode};
use crate::ipc::{KeepReason, OutcomeDto, UserAction};
use crate::mailbox;
use crate::policy_source;
use crate::scan;

type Outcome = Result<OutcomeDto, AppError>;

fn told(message: String) -> OutcomeDto {
    OutcomeDto {
        message,
        ..OutcomeDto::done()
    }
}

impl State {
    /// Does what the teacher asks.
    pub fn act(&mut self, action: UserAction) -> Outcome {
        match action {
            UserAction::Fix { draft, rule, fix } => {
                self.fix(draft_id(&draft)?, rule_id(&rule)?, fix_of(&fix)?)
            }
            UserAction::Keep { draft, rule, reason } => Ok(self.nudge(Act::Keep {
                draft: draft_id(&draft)?,
                rule: rule_id(&rule)?,
                reason: keep(reason),
            })),
            UserAction::KeepAll { draft, reason } => Ok(self.nudge(Act::KeepAll {
                draft: draft_id(&draft)?,
                reason: keep(reason),
            })),
            UserAction::Undo { draft } => Ok(self.nudge(Act::Undo {
                draft: draft_id(&draft)?,
            })),
            UserAction::Attend { draft } => Ok(self.nudge(Act::Attend {
                draft: draft_id(&draft)?,
            })),
            UserAction::Close { draft } => Ok(self.nudge(Act::Close {
                draft: draft_id(&draft)?,
            })),
            UserAction::Show { draft } => Ok(self.nudge(Act::Show {
                draft: draft_id(&draft)?,
            })),
            UserAction::Next => Ok(self.nudge(Act::Next)),
            UserAction::Pause { minutes } => {
                self.nudge(Act::Pause {
                    until: pause_end(minutes),
                });
                Ok(told(self.texts.get("outcome-paused", &[])))
            }
            UserAction::Resume => Ok(self.nudge(Act::Resume)),
            UserAction::SetAccountKind { email, kind } => self.correct(&email, kind.as_deref()),
            UserAction::UnlockHistory { passphrase } => self.unlock(&passphrase),
            UserAction::HistoryInMemory => {
                self.memory.stay_in_memory();
                Ok(OutcomeDto::done())
            }
            UserAction::StartDemo => self.start_demo(),
            UserAction::StopDemo => self.stop_demo(),
            UserAction::UsePolicy { source } => self.use_policy(&source),
            UserAction::SetLanguage { lang } => self.speak(&lang),
            UserAction::ForgetSilence { id } => self.forget_silence(id),
            UserAction::SetQuieter { rule, quieter } => self.set_quieter(rule_id(&rule)?, quieter),
            UserAction::ReceivedHandled { id } => {
                self.found_is_handled(id);
                Ok(OutcomeDto::done())
            }
            UserAction::BeginCase { received } => self.begin_case_of(received),
            UserAction::Case { id, case } => self.act_in_case(id, case),
            UserAction::BeginBreach { sent } => self.begin_breach(sent.as_deref()),
            UserAction::NoBreach => {
                self.breaches.decline();
                Ok(OutcomeDto::done())
            }
            UserAction::Breach { id, breach } => self.act_on_breach(id, breach),
            UserAction::LookForFound => {
                self.look_for_found();
                Ok(OutcomeDto::done())
            }
            UserAction::StartScan { period } => self.start_scan(&period),
            UserAction::PauseScan => {
                self.pause_scan();
                Ok(OutcomeDto::done())
            }
            UserAction::ResumeScan => {
                self.resume_scan();
                Ok(OutcomeDto::done())
            }
            UserAction::CancelScan => {
                self.cancel_scan();
                Ok(OutcomeDto::done())
            }
            UserAction::RemoveMailbox { id } => self.remove_mailbox(&id),
            // Taken before, because its answer comes later.
            UserAction::AddMailbox { .. } => Ok(OutcomeDto::done()),
            UserAction::EraseHistory => {
                self.erased = self.erased.wrapping_add(1);
                self.forget_mailboxes();
                self.forget_share();
                let mailboxes = mailbox::erase(&self.config.places, &self.secrets);
                scan::forget(&self.config.places);
                self.memory.erase().map_err(|error| self.history_error(&error))?;
                self.take_up_cases();
                self.forget_found();
                self.take_up_scan();
                self.take_up_breaches();
                self.begin_nudges_anew();
                mailboxes.map(|()| OutcomeDto::done())
            }
        }
    }

    fn nudge(&mut self, act: Act) -> OutcomeDto {
        let decision = self.nudges.acted(act, (self.clock)());
        self.show(&decision);
        OutcomeDto::done()
    }

    fn fix(&mut self, draft: DraftId, rule: RuleId, fix: Fix) -> Outcome {
        let open = self
            .drafts
            .get(&draft)
            .ok_or_else(|| AppError::new(ErrorCode::DraftGone))?;
        let outcome = match fix {
            Fix::MoveToBcc | Fix::GroupToBcc | Fix::UseSchoolAccount | Fix::RemoveRecipient => {
                self.hand_over(open, rule, fix)?
            }
            Fix::MoveToLvs => self.to_tracking_system(open),
            Fix::ReplaceSentence => self.without_the_sentences(open, rule),
            Fix::RemoveText => told(self.texts.get("outcome-remove-text", &[])),
            Fix::SeparateMails => told(self.texts.get("outcome-separate-mails", &[])),
        };
        self.nudge(Act::Fix { draft, rule, fix });
        Ok(outcome)
    }

    /// The teacher's own text without what does not belong in it, to be pasted over the old one.
    fn without_the_sentences(&self, open: &super::state::OpenDraft, rule: RuleId) -> OutcomeDto {
        let findings = open
            .examined
            .report
            .findings
            .iter()
            .filter(|finding| finding.rule == rule);
        let places: Vec<_> = findings
            .flat_map(|finding| &finding.evidence)
            .filter(|evidence| matches!(evidence.span.part, Part::Body { .. }))
            .map(|evidence| evidence.span.range.clone())
            .collect();
        let instead = self
            .texts
            .get("replacement", &[("system", Arg::from(self.tracking_system()))]);
        let text = without_sentences(&open.examined.mail.body.content, &places, &instead);
        OutcomeDto {
            message: self.texts.get("outcome-replaced", &[]),
            clipboard: Some(text.trim().to_owned()),
            ..OutcomeDto::done()
        }
    }

    /// What the school calls its tracking system.
    pub(super) fn tracking_system(&self) -> String {
        let system = self.policy.policy.tracking_system.as_ref();
        system.map_or_else(
            || self.texts.get("tracking-system", &[]),
            |system| system.name.clone(),
        )
    }

    fn to_tracking_system(&self, open: &super::state::OpenDraft) -> OutcomeDto {
        let system = self.policy.policy.tracking_system.as_ref();
        let name = self.tracking_system();
        let url = system.and_then(|system| system.url.as_ref().map(ToString::to_string));
        let id = if url.is_some() {
            "outcome-lvs"
        } else {
            "outcome-lvs-no-url"
        };
        let body = &open.examined.mail.body;
        let own: String = body.slices(mailwijs_mail::ZoneKind::Own).collect();
        OutcomeDto {
            message: self.texts.get(id, &[("system", Arg::from(name))]),
            clipboard: Some(own.trim().to_owned()),
            open: url,
            ..OutcomeDto::done()
        }
    }

    fn correct(&mut self, email: &str, kind: Option<&str>) -> Outcome {
        let kind = match kind {
            Some(word) => Some(AccountKind::parse(word).ok_or_else(|| unknown(word))?),
            None => None,
        };
        self.memory
            .correct(email, kind)
            .map_err(|error| self.history_error(&error))?;
        self.renew_engine();
        self.check_open_drafts_again();
        Ok(OutcomeDto::done())
    }

    fn unlock(&mut self, passphrase: &str) -> Outcome {
        self.memory
            .unlock(passphrase)
            .map_err(|error| self.history_error(&error))?;
        if let Some(lang) = self.memory.lang() {
            self.texts = Texts::new(lang);
        }
        self.renew_engine();
        self.take_up_cases();
        self.take_up_found();
        self.take_up_scan();
        self.take_up_breaches();
        self.begin_nudges_anew();
        Ok(OutcomeDto::done())
    }

    /// Another history remembers other answers: what is open is looked at with them.
    fn begin_nudges_anew(&mut self) {
        self.show(&mailwijs_nudge::NudgeDecision::Withdraw);
        self.nudges = NudgeState::new(self.memory.nudge_memory());
        self.check_open_drafts_again();
    }

    fn forget_silence(&mut self, id: u32) -> Outcome {
        let triggers = self
            .memory
            .forget_silence(id)
            .map_err(|error| self.history_error(&error))?;
        for trigger in triggers {
            self.nudge(Act::Forget { trigger });
        }
        Ok(OutcomeDto::done())
    }

    fn set_quieter(&mut self, rule: RuleId, quieter: bool) -> Outcome {
        self.memory
            .set_quieter(rule, quieter)
            .map_err(|error| self.history_error(&error))?;
        self.nudge(Act::Answered { rule });
        self.renew_engine();
        self.check_open_drafts_again();
        Ok(OutcomeDto::done())
    }

    fn start_demo(&mut self) -> Outcome {
        if self.demo.is_some() {
            return Ok(OutcomeDto::done());
        }
        let dir = self.config.places.demo();
        let failed = |error: &dyn std::fmt::Display| AppError::at(ErrorCode::DemoFailed, &dir, error);
        let script = Script::embedded().map_err(|error| failed(&error))?;
        let demo = Demo::start(&dir, &script, Pace::Scripted).map_err(|error| failed(&error))?;
        let stores = mailwijs_store::open(demo.path()).map_err(|error| failed(&error))?;
        self.watch_as_well(stores);
        self.demo = Some(demo);
        Ok(OutcomeDto::done())
    }

    fn stop_demo(&mut self) -> Outcome {
        let Some(demo) = self.demo.take() else {
            return Ok(OutcomeDto::done());
        };
        let dir = demo.path().to_path_buf();
        self.watches
            .retain(|watching| !watching.roots.iter().any(|root| root.starts_with(&dir)));
        self.other_stores.retain(|store| !store.root.starts_with(&dir));
        self.forget_passing_in(&dir);
        let ours: Vec<DraftId> = self
            .drafts
            .iter()
            .filter(|(_, draft)| draft.message.key.path.starts_with(&dir))
            .map(|(id, _)| *id)
            .collect();
        for id in ours {
            self.drafts.remove(&id);
            let decision = self.nudges.gone(id, (self.clock)());
            self.show(&decision);
        }
        demo.stop()
            .map_err(|error| AppError::at(ErrorCode::DemoFailed, &dir, error))?;
        Ok(OutcomeDto::done())
    }

    fn use_policy(&mut self, source: &str) -> Outcome {
        let places = &self.config.places;
        let template = source.strip_prefix("template:").map(|name| match name {
            "be" => Ok(Template::Flemish),
            "nl" => Ok(Template::Dutch),
            other => Err(unknown(other)),
        });
        match template.transpose()? {
            Some(template) => policy_source::install(template.toml().as_bytes(), None, places)?,
            None => policy_source::install_file(std::path::Path::new(source), places, &self.texts)?,
        }
        self.reload_policy();
        if let Some(problem) = self.policy_problem.take() {
            return Err(AppError::at(
                ErrorCode::PolicyInvalid,
                &places_policy(self),
                problem,
            ));
        }
        let school = self.policy.policy.school.name.as_str();
        Ok(told(
            self.texts.get("outcome-policy", &[("school", Arg::from(school))]),
        ))
    }

    fn speak(&mut self, lang: &str) -> Outcome {
        let lang = Lang::parse(lang).ok_or_else(|| unknown(lang))?;
        self.memory
            .set_lang(lang)
            .map_err(|error| self.history_error(&error))?;
        self.texts = Texts::new(lang);
        self.show_again();
        Ok(OutcomeDto::done())
    }

    fn history_error(&self, error: &mailwijs_history::HistoryError) -> AppError {
        let code = match error {
            mailwijs_history::HistoryError::WrongPassphrase => ErrorCode::WrongPassphrase,
            _ => ErrorCode::HistoryUnavailable,
        };
        AppError::new(code).because(self.texts.get(super::memory::error_text(error), &[]))
    }
}

fn places_policy(state: &State) -> std::path::PathBuf {
    state.config.places.policy()
}

fn draft_id(text: &str) -> Result<DraftId, AppError> {
    text.parse()
        .map(DraftId)
        .map_err(|_| AppError::new(ErrorCode::DraftGone))
}

fn rule_id(text: &str) -> Result<RuleId, AppError> {
    RuleId::parse(text).ok_or_else(|| unknown(text))
}

const fn keep(reason: KeepReason) -> Keep {
    match reason {
        KeepReason::Fine => Keep::Fine,
        KeepReason::NotRight => Keep::NotRight,
        KeepReason::Later => Keep::Later,
    }
}

fn fix_of(text: &str) -> Result<Fix, AppError> {
    Fix::parse(text).ok_or_else(|| unknown(text))
}

fn unknown(what: &str) -> AppError {
    AppError::new(ErrorCode::UnknownAction).because(what)
}

/// So many minutes from now, or tomorrow when school starts.
fn pause_end(minutes: Option<u32>) -> Moment {
    let from_now = Zoned::now();
    let end = match minutes {
        Some(minutes) => from_now.checked_add(i64::from(minutes).minutes()),
        None => from_now
            .tomorrow()
            .and_then(|day| day.start_of_day())
            .and_then(|day| day.checked_add(7.hours())),
    };
    Moment(end.unwrap_or(from_now).timestamp().as_millisecond())
}
