//! The handle that the shell holds.

use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use crossbeam_channel::{Sender, bounded, unbounded};
use mailwijs_i18n::Texts;

use super::config::AppConfig;
use super::event::{AppEvent, ShellEvent};
use super::state::State;
use super::view::View;
use crate::error::{AppError, ErrorCode};
use crate::ipc::{ErrorDto, MyMailDto, NudgeDto, OutcomeDto, TodayDto, TrayDto, UserAction};

/// The running engine. Cheap to clone; every clone speaks to the same one.
#[derive(Debug, Clone)]
pub struct App {
    events: Sender<AppEvent>,
    view: Arc<RwLock<View>>,
}

impl App {
    /// Starts the engine on its own thread; `shell` is called there whenever something must be shown.
    ///
    /// # Errors
    /// When the thread cannot be started. Everything else (no mail client, a broken policy) is told in the windows.
    pub fn start(config: AppConfig, shell: impl Fn(ShellEvent) + Send + 'static) -> Result<Self, AppError> {
        let (events, incoming) = unbounded();
        let view = Arc::new(RwLock::new(View::empty()));
        let (own, shared) = (events.clone(), Arc::clone(&view));
        thread::Builder::new()
            .name("mailwijs-state".to_owned())
            .spawn(move || State::start(config, own, shared, shell).run(&incoming))
            .map_err(|error| AppError::new(ErrorCode::Stopped).because(error))?;
        Ok(Self { events, view })
    }

    /// Does what the teacher asks and waits for what came of it.
    ///
    /// # Errors
    /// In the teacher's language, with what to do.
    pub fn act(&self, action: UserAction) -> Result<OutcomeDto, ErrorDto> {
        let (reply, answer) = bounded(1);
        let sent = self.events.send(AppEvent::UserActed(action, reply));
        let stopped = || AppError::new(ErrorCode::Stopped).dto(&Texts::new(mailwijs_i18n::Lang::default()));
        sent.map_err(|_| stopped())?;
        answer.recv().map_err(|_| stopped())?
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

    /// The tray.
    pub fn tray(&self) -> TrayDto {
        self.read(|view| view.tray.clone())
    }

    /// Ends the engine; every clone answers with its last view from then on.
    pub fn stop(self) {
        // A thread that is gone has stopped already.
        let _ = self.events.send(AppEvent::Stop);
    }

    fn read<T>(&self, of: impl FnOnce(&View) -> T) -> T {
        of(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }
}
