//! A desk for tests, where time stands still until the test moves it, and where nobody reads sentences but the test.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, RwLock};

use crossbeam_channel::unbounded;
use mailwijs_checks::Channel;
use mailwijs_detect::ClassList;
use mailwijs_i18n::Lang;
use mailwijs_imap::Trust;
use mailwijs_mail::Direction;
use mailwijs_nudge::Moment;
use mailwijs_policy::Template;
use mailwijs_store::{DraftKey, FolderRole, MessageKey, RawMessage, StoreChange};
use tempfile::TempDir;

use super::event::AppEvent;
use super::no_keyring::NoKeyring;
use super::state::State;
use super::view::View;
use super::watching::SourceId;
use super::{AppConfig, ShellEvent};
use crate::engine::{Engine, Examined};
use crate::ipc::NudgeDto;
use crate::place::Places;
use crate::sentence_layer::Reader;
use crate::watch::{CheckedChange, EngineCell};

/// The state behind a desk where time stands still until the test moves it.
pub struct StillDesk {
    pub state: State,
    millis: Arc<AtomicI64>,
    shown: Receiver<ShellEvent>,
    _dir: TempDir,
}

impl StillDesk {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let config = AppConfig {
            places: Places {
                data: dir.path().join("data"),
                config: dir.path().join("config"),
            },
            roots: None,
            lang: Some(Lang::Nl),
            stores: Vec::new(),
            encoder: None,
            secrets: Arc::new(NoKeyring),
            trust: Trust::default(),
        };
        let cell = EngineCell::new(Engine::new(Template::Flemish.policy(), &ClassList::default()));
        let view = Arc::new(RwLock::new(View::empty()));
        let (shell, shown) = channel();
        let tell = move |event| drop(shell.send(event));
        let mut state = State::start(config, unbounded().0, view, cell, Reader::busy(), tell);
        let millis = Arc::new(AtomicI64::new(1_000_000));
        let time = Arc::clone(&millis);
        state.clock = Box::new(move || Moment(time.load(Ordering::Relaxed)));
        Self {
            state,
            millis,
            shown,
            _dir: dir,
        }
    }

    /// A draft is saved and checked by its words.
    pub fn save(&mut self, text: &str) -> Arc<Examined> {
        let message = message(text, FolderRole::Drafts);
        let examined = self.examine(text, Direction::Draft);
        let change = StoreChange::Saved {
            draft: DraftKey(1),
            message,
        };
        let checked = CheckedChange {
            change,
            examined: Some(Arc::clone(&examined)),
        };
        self.take(AppEvent::StoreChanged(SourceId(0), checked));
        examined
    }

    /// A mail comes in and is checked by its words.
    pub fn receive(&mut self, text: &str) -> Arc<Examined> {
        let examined = self.examine(text, Direction::Received);
        let checked = CheckedChange {
            change: StoreChange::Received {
                message: message(text, FolderRole::Inbox),
            },
            examined: Some(Arc::clone(&examined)),
        };
        self.take(AppEvent::StoreChanged(SourceId(0), checked));
        examined
    }

    fn examine(&self, text: &str, direction: Direction) -> Arc<Examined> {
        let mail = mailwijs_mail::parse(text.as_bytes());
        Arc::new(self.state.engine.get().examine(mail, direction, Channel::Mail))
    }

    /// Something happens, and what came of it is published.
    pub fn take(&mut self, event: AppEvent) {
        assert!(self.state.take(event).is_none());
        self.state.publish();
    }

    pub fn after(&self, millis: i64) {
        self.millis.fetch_add(millis, Ordering::Relaxed);
    }

    /// Moves the clock to this hour of a day in January 1970, by the clock on the wall.
    pub fn at(&self, day: i8, hour: i8) {
        let wall = jiff::civil::date(1970, 1, day).at(hour, 0, 0, 0);
        let at = wall.to_zoned(jiff::tz::TimeZone::system()).unwrap();
        self.millis
            .store(at.timestamp().as_millisecond(), Ordering::Relaxed);
    }

    /// What the teacher was reminded of since the last call.
    pub fn reminders(&self) -> Vec<String> {
        let events = self.shown.try_iter();
        let texts = events.filter_map(|event| match event {
            ShellEvent::Remind { text, .. } => Some(text),
            _ => None,
        });
        texts.collect()
    }

    /// How often windows were told since the last call that something is new.
    pub fn changes(&self) -> usize {
        let events = self.shown.try_iter();
        events.filter(|event| *event == ShellEvent::Changed).count()
    }

    /// What was painted since the last call: cards, and their being taken away.
    pub fn painted(&self) -> Vec<Option<NudgeDto>> {
        let events = self.shown.try_iter();
        let cards = events.filter_map(|event| match event {
            ShellEvent::Nudge(card) => Some(card.map(|card| *card)),
            _ => None,
        });
        cards.collect()
    }
}

fn message(text: &str, role: FolderRole) -> RawMessage {
    RawMessage {
        key: MessageKey {
            path: "Mail/cur/1".into(),
            offset: None,
        },
        store: "Mail".into(),
        folder: "Mail".to_owned(),
        role,
        draft_flag: role == FolderRole::Drafts,
        loose: false,
        bytes: text.as_bytes().to_vec(),
    }
}
