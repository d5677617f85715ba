//! The handle that the shell holds.

use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use mailwijs_checks::Channel;
use mailwijs_detect::ClassList;
use mailwijs_i18n::{Lang, Texts};
use mailwijs_policy::Template;

use super::cases::check_note;
use super::config::AppConfig;
use super::event::{AppEvent, Paper, ShellEvent};
use super::mailboxes::way_into;
use super::state::State;
use super::text_check::check_text;
use super::view::View;
use crate::engine::Engine;
use crate::error::{AppError, ErrorCode};
use crate::ipc::{
    BreachDto, BreachesDto, CaseDto, CasesDto, ErrorDto, MailboxWayDto, MyMailDto, NudgeDto, OutcomeDto,
    ReceivedDto, TextCheckDto, TodayDto, ToneDto, TrayDto, UserAction,
};
use crate::sentence_layer::{Reader, SentenceLayer};
use crate::watch::EngineCell;

/// What ending takes at most: a demo mailbox to remove, a file to close.
const PUTTING_AWAY: Duration = Duration::from_secs(2);

/// The running engine. Cheap to clone; every clone speaks to the same one.
#[derive(Clone)]
pub struct App {
    events: Sender<AppEvent>,
    view: Arc<RwLock<View>>,
    engine: EngineCell,
    reader: Reader,
    /// Closes when the engine has ended.
    ended: Receiver<()>,
}

impl App {
    /// Starts the engine on its own thread; `shell` is called there whenever something must be shown.
    ///
    /// # Errors
    /// When the thread cannot be started. Everything else (no mail client, a broken policy) is told in the windows.
    pub fn start(config: AppConfig, shell: impl Fn(ShellEvent) + Send + 'static) -> Result<Self, AppError> {
        let (events, incoming) = unbounded();
        let view = Arc::new(RwLock::new(View::empty()));
        let built_in = Template::Flemish.policy();
        let engine = EngineCell::new(Engine::new(built_in, &ClassList::default()));
        let reader = Reader::start(engine.clone(), SentenceLayer::at(config.encoder.clone()));
        let (own, shared, cell, reads) = (events.clone(), Arc::clone(&view), engine.clone(), reader.clone());
        let (running, ended) = bounded(0);
        thread::Builder::new()
            .name("mailwijs-state".to_owned())
            .spawn(move || {
                State::start(config, own, shared, cell, reads, shell).run(&incoming);
                drop(running);
            })
            .map_err(|error| AppError::new(ErrorCode::Stopped).because(error))?;
        Ok(Self {
            events,
            view,
            engine,
            reader,
            ended,
        })
    }

    /// Does what the teacher asks and waits for what came of it.
    ///
    /// # Errors
    /// In the teacher's language, with what to do.
    pub fn act(&self, action: UserAction) -> Result<OutcomeDto, ErrorDto> {
        let (reply, answer) = bounded(1);
        let sent = self.events.send(AppEvent::UserActed(action, reply));
        let stopped = || AppError::new(ErrorCode::Stopped).dto(&Texts::new(Lang::default()));
        sent.map_err(|_| stopped())?;
        answer.recv().map_err(|_| stopped())?
    }

    /// What the checks say of a text that is about to be written on this channel (`mail`, `internal`, `chat`, `social`
    /// or `video`), by its words and its sentences; takes a moment. Nothing of it is kept.
    ///
    /// # Errors
    /// When there is no such channel.
    pub fn check_text(&self, text: &str, channel: &str) -> Result<TextCheckDto, ErrorDto> {
        let texts = self.texts();
        let unknown = || {
            AppError::new(ErrorCode::UnknownAction)
                .because(channel)
                .dto(&texts)
        };
        let channel = Channel::parse(channel).ok_or_else(unknown)?;
        Ok(check_text(
            &self.engine.get(),
            &self.reader,
            &texts,
            text,
            channel,
        ))
    }

    /// How one gets into the mailbox of this address.
    ///
    /// # Errors
    /// In the teacher's language, with what to do.
    pub fn find_mailbox(&self, email: String) -> Result<MailboxWayDto, ErrorDto> {
        way_into(email, self.engine.get().policy()).map_err(|error| error.dto(&self.texts()))
    }

    fn texts(&self) -> Texts {
        Texts::new(self.read(|view| Lang::parse(&view.tray.lang).unwrap_or_default()))
    }

    /// The visible card.
    pub fn nudge(&self) -> Option<NudgeDto> {
        self.read(|view| view.nudge.clone())
    }

    /// The Today page.
    pub fn today(&self) -> TodayDto {
        self.read(|view| view.today.clone())
    }

    /// The My mail page.
    pub fn my_mail(&self) -> MyMailDto {
        self.read(|view| view.my_mail.clone())
    }

    /// Received mail that something is to be done about, the newest first.
    pub fn found(&self) -> Vec<ReceivedDto> {
        self.read(|view| view.handovers.found.to_vec())
    }

    /// The page of cases.
    pub fn cases(&self) -> CasesDto {
        self.read(|view| view.handovers.cases.clone())
    }

    /// One case.
    pub fn case(&self, id: u32) -> Option<CaseDto> {
        let of = |view: &View| {
            view.handovers
                .each_case
                .iter()
                .find(|(one, _)| *one == id)
                .cloned()
        };
        self.read(of).map(|(_, case)| case)
    }

    /// The page of breaches.
    pub fn breaches(&self) -> BreachesDto {
        self.read(|view| view.handovers.breaches.clone())
    }

    /// One breach.
    pub fn breach(&self, id: u32) -> Option<BreachDto> {
        let of = |view: &View| {
            view.handovers
                .each_breach
                .iter()
                .find(|(one, _)| *one == id)
                .cloned()
        };
        self.read(of).map(|(_, breach)| breach)
    }

    /// Words in a note for the tracking system that judge instead of telling what was seen.
    pub fn check_note(&self, note: &str) -> Vec<ToneDto> {
        check_note(note, &self.texts())
    }

    /// The receipt of a case, as PDF: when, which category, how many copies; nothing of the mail.
    ///
    /// # Errors
    /// In the teacher's language, with what to do.
    pub fn receipt_pdf(&self, case: u32) -> Result<Vec<u8>, ErrorDto> {
        self.print(Paper::Receipt(case))
    }

    /// The proof of cleaning up, as PDF: every case that was done in the school year that begins in this calendar year, or ever; of
    /// each when, which category, where it was filed and how many copies, and nothing of any mail.
    ///
    /// # Errors
    /// In the teacher's language, with what to do; also when no case was done.
    pub fn clean_up_pdf(&self, year: Option<i16>) -> Result<Vec<u8>, ErrorDto> {
        self.print(Paper::CleanUp(year))
    }

    /// The report of a breach, as PDF.
    ///
    /// # Errors
    /// In the teacher's language, with what to do.
    pub fn report_pdf(&self, breach: u32) -> Result<Vec<u8>, ErrorDto> {
        self.print(Paper::Report(breach))
    }

    fn print(&self, paper: Paper) -> Result<Vec<u8>, ErrorDto> {
        let (reply, answer) = bounded(1);
        let sent = self.events.send(AppEvent::Print(paper, reply));
        let stopped = || AppError::new(ErrorCode::Stopped).dto(&Texts::new(Lang::default()));
        sent.map_err(|_| stopped())?;
        answer.recv().map_err(|_| stopped())?
    }

    /// The tray.
    pub fn tray(&self) -> TrayDto {
        self.read(|view| view.tray.clone())
    }

    /// Ends the engine and waits, for two seconds at most, until it has put everything away; every clone answers with
    /// its last view from then on.
    pub fn stop(self) {
        if self.events.send(AppEvent::Stop).is_ok() {
            // Closed is what it waits for; a time-out means that something is stuck, and the program ends anyway.
            let _ = self.ended.recv_timeout(PUTTING_AWAY);
        }
    }

    fn read<T>(&self, of: impl FnOnce(&View) -> T) -> T {
        of(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }
}
