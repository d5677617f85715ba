//! The stores being watched.

use std::path::PathBuf;
use std::thread;

use crossbeam_channel::{Sender, unbounded};
use mailwijs_i18n::Arg;
use mailwijs_nudge::DraftId;
use mailwijs_store::{DraftKey, MailStore, StoreError, Watch};

use super::event::AppEvent;
use super::state::State;
use crate::watch::{EngineCell, examine_changes};

/// One watch: each numbers its drafts on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct SourceId(pub u16);

impl SourceId {
    /// A draft's number among all watches.
    pub fn draft(self, key: DraftKey) -> DraftId {
        DraftId((u64::from(self.0) << 48) | (key.0 & 0xffff_ffff_ffff))
    }
}

/// A running watch; dropping it ends it.
pub(super) struct Watching {
    pub id: SourceId,
    pub roots: Vec<PathBuf>,
    /// Nothing saved from now on is missed.
    pub ready: bool,
    _watch: Watch,
}

impl Watching {
    /// Starts watching: every change is checked on a thread of its own and handed on.
    pub fn start(
        id: SourceId,
        stores: Vec<MailStore>,
        engine: EngineCell,
        events: Sender<AppEvent>,
    ) -> Result<Self, StoreError> {
        let roots = stores.iter().map(|store| store.root.clone()).collect();
        let (changes, incoming) = unbounded();
        let watch = Watch::start(stores.clone(), changes)?;
        thread::spawn(move || {
            examine_changes(&engine, &stores, &incoming, |change| {
                events.send(AppEvent::StoreChanged(id, change)).is_ok()
            });
        });
        Ok(Self {
            id,
            roots,
            ready: false,
            _watch: watch,
        })
    }
}

impl State {
    pub fn watch_everything(&mut self) {
        let stores = self.clients.iter().flat_map(|client| client.stores.clone());
        self.watch(stores.collect());
        for path in self.config.stores.clone() {
            match mailwijs_store::open(&path) {
                Ok(opened) => self.watch_as_well(opened),
                Err(error) => {
                    let args = [
                        ("path", Arg::from(path.display().to_string())),
                        ("detail", Arg::from(error.to_string())),
                    ];
                    self.problems.push(self.texts.get("problem-store", &args));
                }
            }
        }
    }

    /// Watches stores that belong to no mail client found.
    pub fn watch_as_well(&mut self, stores: Vec<MailStore>) {
        self.other_stores.extend(stores.iter().cloned());
        self.watch(stores);
    }

    fn watch(&mut self, stores: Vec<MailStore>) {
        if stores.is_empty() {
            return;
        }
        let id = SourceId(self.next_source);
        self.next_source = self.next_source.wrapping_add(1);
        match Watching::start(id, stores, self.engine.clone(), self.events.clone()) {
            Ok(watching) => self.watches.push(watching),
            Err(error) => self.problems.push(error.to_string()),
        }
    }
}
