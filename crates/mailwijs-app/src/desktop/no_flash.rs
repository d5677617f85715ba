//! What is painted while the sentences of a draft are being read, by a reader and a clock that the test moves.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, RwLock};

use crossbeam_channel::unbounded;
use mailwijs_checks::{Channel, Report};
use mailwijs_detect::ClassList;
use mailwijs_history::{Key, KeyStore, KeyStoreError};
use mailwijs_i18n::Lang;
use mailwijs_mail::Direction;
use mailwijs_nudge::Moment;
use mailwijs_policy::Template;
use mailwijs_store::{DraftKey, FolderRole, MessageKey, RawMessage, StoreChange};
use tempfile::TempDir;

use super::event::AppEvent;
use super::state::State;
use super::view::View;
use super::watching::SourceId;
use super::{AppConfig, ShellEvent};
use crate::engine::{Engine, Examined};
use crate::ipc::NudgeDto;
use crate::place::Places;
use crate::sentence_layer::Reader;
use crate::watch::{CheckedChange, EngineCell};

const HEAD: &str =
    "From: An Peeters <an.peeters@sintjan.example>\nTo: Joris Maes <joris.maes@sintjan.example>\n";
/// The words tell something; what the sentences say is up to the test.
const TELLING: &str = "Subject: Noor\n\nNoor Claes uit 3B heeft epilepsie.\n";
const PARENTS: &str =
    "Cc: a@familie-a.example, b@familie-b.example, c@familie-c.example, d@familie-d.example\n";

struct NoKeyring;

impl KeyStore for NoKeyring {
    fn read(&self) -> Result<Option<Key>, KeyStoreError> {
        Err(KeyStoreError::Absent)
    }

    fn write(&self, _: &Key) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Absent)
    }

    fn forget(&self) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Absent)
    }
}

/// The state behind a desk where time stands still until the test moves it.
struct StillDesk {
    state: State,
    millis: Arc<AtomicI64>,
    shown: Receiver<ShellEvent>,
    _dir: TempDir,
}

impl StillDesk {
    fn new() -> Self {
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
            keys: Arc::new(NoKeyring),
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
    fn save(&mut self, text: &str) -> Arc<Examined> {
        let message = RawMessage {
            key: MessageKey {
                path: "Drafts/cur/1".into(),
                offset: None,
            },
            store: "Drafts".into(),
            folder: "Drafts".to_owned(),
            role: FolderRole::Drafts,
            draft_flag: true,
            loose: false,
            bytes: text.as_bytes().to_vec(),
        };
        let mail = mailwijs_mail::parse(text.as_bytes());
        let engine = self.state.engine.get();
        let examined = Arc::new(engine.examine(mail, Direction::Draft, Channel::Mail));
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

    fn take(&mut self, event: AppEvent) {
        assert!(self.state.take(event).is_none());
        self.state.publish();
    }

    fn after(&self, millis: i64) {
        self.millis.fetch_add(millis, Ordering::Relaxed);
    }

    /// What was painted since the last call: cards, and their being taken away.
    fn painted(&self) -> Vec<Option<NudgeDto>> {
        let events = self.shown.try_iter();
        let cards = events.filter_map(|event| match event {
            ShellEvent::Nudge(card) => Some(card.map(|card| *card)),
            _ => None,
        });
        cards.collect()
    }
}

#[test]
fn what_the_sentences_take_back_in_time_was_never_painted() {
    let mut desk = StillDesk::new();
    let examined = desk.save(&format!("{HEAD}{TELLING}"));
    assert_eq!(examined.report.findings.len(), 1, "the words must tell something");
    desk.after(242);
    desk.take(AppEvent::SentencesRead(examined, Report::default()));
    desk.after(1000);
    desk.take(AppEvent::Tick);
    assert_eq!(desk.painted(), []);
}

#[test]
fn what_the_sentences_confirm_is_painted_when_they_do() {
    let mut desk = StillDesk::new();
    let examined = desk.save(&format!("{HEAD}{TELLING}"));
    assert_eq!(desk.painted(), []);
    let report = examined.report.clone();
    desk.take(AppEvent::SentencesRead(examined, report));
    assert_eq!(desk.painted().len(), 1);
}

#[test]
fn a_reader_that_takes_too_long_is_not_waited_for() {
    let mut desk = StillDesk::new();
    desk.save(&format!("{HEAD}{TELLING}"));
    desk.after(349);
    desk.take(AppEvent::Tick);
    assert_eq!(desk.painted(), []);
    desk.after(1);
    desk.take(AppEvent::Tick);
    let painted = desk.painted();
    assert_eq!(
        painted[0].as_ref().unwrap().findings[0].rule,
        "sensitive-pupil-data"
    );
}

#[test]
fn no_other_rule_waits() {
    let mut desk = StillDesk::new();
    desk.save(&format!("{HEAD}{PARENTS}{TELLING}"));
    let painted = desk.painted();
    let rules: Vec<&str> = painted[0]
        .iter()
        .flat_map(|card| &card.findings)
        .map(|f| f.rule.as_str())
        .collect();
    assert_eq!(rules, ["visible-recipients"]);
}
