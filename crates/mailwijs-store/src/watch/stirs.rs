//! Tells that something has changed in a store, whatever it is: for those who look for themselves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

/// A store is told of so often at most.
const PAUSE: Duration = Duration::from_millis(200);

/// Who wants to be told.
#[derive(Debug, Clone, Default)]
pub(super) struct Listeners(Arc<Mutex<Vec<Sender<PathBuf>>>>);

impl Listeners {
    /// One more; it listens until its receiver is dropped.
    pub(super) fn add(&self) -> Receiver<PathBuf> {
        let (sender, receiver) = unbounded();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        receiver
    }

    fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    fn tell(&self, store: &Path) {
        let mut listeners = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        listeners.retain(|listener| listener.send(store.to_owned()).is_ok());
    }
}

/// The stores in which something has changed.
#[derive(Debug, Default)]
pub(super) struct Stirs {
    listeners: Listeners,
    /// When each may be told of, if it has not been since.
    stores: BTreeMap<PathBuf, Stir>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Stir {
    /// Something has changed that was not told.
    is_new: bool,
    next: Duration,
}

impl Stirs {
    pub(super) fn new(listeners: Listeners) -> Self {
        Self {
            listeners,
            stores: BTreeMap::new(),
        }
    }

    /// Whether nobody cares.
    pub(super) fn are_idle(&self) -> bool {
        self.listeners.is_empty()
    }

    /// Something has changed in a store.
    pub(super) fn stir(&mut self, store: &Path) {
        if let Some(stir) = self.stores.get_mut(store) {
            stir.is_new = true;
        } else {
            let stir = Stir {
                is_new: true,
                next: Duration::ZERO,
            };
            self.stores.insert(store.to_owned(), stir);
        }
    }

    /// Tells what may be told by now.
    pub(super) fn due(&mut self, now: Duration) {
        for (store, stir) in &mut self.stores {
            if stir.is_new && now >= stir.next {
                self.listeners.tell(store);
                *stir = Stir {
                    is_new: false,
                    next: now + PAUSE,
                };
            }
        }
    }

    /// When something may be told next.
    pub(super) fn next_due(&self) -> Option<Duration> {
        let waiting = self.stores.values().filter(|stir| stir.is_new);
        waiting.map(|stir| stir.next).min()
    }
}

#[cfg(test)]
mod tests;
