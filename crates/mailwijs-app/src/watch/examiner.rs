//! Reads and checks each changed message, in order.

use std::sync::{Arc, PoisonError, RwLock};

use crossbeam_channel::Receiver;
use mailwijs_checks::Channel;
use mailwijs_mail::Direction;
use mailwijs_store::{MailStore, RawMessage, StoreChange};

use crate::check::direction_of;
use crate::engine::{Engine, Examined};
use crate::sent::sent_headers;

/// The engine in force: replaced as a whole when the policy changes.
#[derive(Clone)]
pub struct EngineCell(Arc<RwLock<Arc<Engine>>>);

impl EngineCell {
    /// Holds this engine.
    pub fn new(engine: Engine) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(engine))))
    }

    /// The engine in force now.
    pub fn get(&self) -> Arc<Engine> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another engine in force; what was learned from sent mail stays.
    pub fn replace(&self, engine: Engine) {
        let mut cell = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *cell = Arc::new(engine.with_circles_of(&cell));
    }
}

/// A store change with what the checks say of its message, when it has one.
#[derive(Debug, Clone)]
pub struct CheckedChange {
    /// What happened.
    pub change: StoreChange,
    /// What the checks say of its words.
    pub examined: Option<Arc<Examined>>,
}

/// Learns from what was sent before, then checks every change by its words as it comes and hands it on, until the store
/// stops or `out` answers `false`.
pub fn examine_changes(
    engine: &EngineCell,
    stores: &[MailStore],
    changes: &Receiver<StoreChange>,
    mut out: impl FnMut(CheckedChange) -> bool,
) {
    engine.get().learn_circles(&sent_headers(stores));
    for change in changes {
        let engine = engine.get();
        let examined = examine(&engine, &change).map(Arc::new);
        if let (StoreChange::Sent { .. }, Some(sent)) = (&change, &examined) {
            engine.learn_circles([&sent.mail]);
        }
        if !out(CheckedChange { change, examined }) {
            break;
        }
    }
}

fn examine(engine: &Engine, change: &StoreChange) -> Option<Examined> {
    let with = |message: &RawMessage, direction: Direction| {
        engine.examine(mailwijs_mail::parse(&message.bytes), direction, Channel::Mail)
    };
    match change {
        // What stood in a drafts folder is what was sent: the same rules tell what was still open.
        StoreChange::Saved { message, .. } | StoreChange::Sent { message, .. } => {
            Some(with(message, Direction::Draft))
        }
        StoreChange::Received { message } => {
            let mail = mailwijs_mail::parse(&message.bytes);
            let direction = direction_of(message, &mail);
            Some(engine.examine(mail, direction, Channel::Mail))
        }
        _ => None,
    }
}
