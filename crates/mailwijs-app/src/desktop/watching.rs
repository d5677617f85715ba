//! The stores being watched.

use std::path::PathBuf;
use std::thread;

use crossbeam_channel::{Sender, unbounded};
use mailwijs_nudge::DraftId;
use mailwijs_store::{DraftKey, MailStore, StoreError, Watch};

use super::event::AppEvent;
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
        let watch = Watch::start(stores, changes)?;
        thread::spawn(move || {
            examine_changes(&engine, &incoming, |change| {
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
