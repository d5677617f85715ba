//! Watches stores and tells what happens in them, within milliseconds, without ever writing to them.

mod files_seen;
mod folder;
mod mbox_tail;
mod paths;
mod run;
mod settle;
mod touch;
mod whole;

use std::thread::{self, JoinHandle};

use crossbeam_channel::{Sender, unbounded};
use notify::RecommendedWatcher;

use crate::{MailStore, StoreChange, StoreError};
use run::Run;

/// Watches stores until it is dropped.
#[derive(Debug)]
pub struct Watch {
    /// Dropped first, which ends the thread's wait.
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches `stores` on a thread of its own, which sends what happens to `changes`: first
    /// [`StoreChange::Ready`], once nothing that is saved can be missed any more, then every change as it comes.
    ///
    /// Messages that are there already are noted silently. Where the operating system cannot watch (a network drive,
    /// too many folders), the folders are looked through every two seconds.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn start(stores: Vec<MailStore>, changes: Sender<StoreChange>) -> Result<Self, StoreError> {
        let (events, incoming) = unbounded();
        let watcher: Option<RecommendedWatcher> = notify::recommended_watcher(move |event| {
            // After the thread has ended nobody waits for events.
            let _ = events.send(event);
        })
        .ok();
        let (stop, stopped) = crossbeam_channel::bounded(0);
        let thread = thread::Builder::new()
            .name("mail-watch".to_owned())
            .spawn(move || Run::new(stores, changes, watcher).run(&incoming, &stopped))
            .map_err(|error| StoreError::Watch(error.to_string()))?;
        Ok(Self {
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // The thread ends at its next wait; a panic in it was reported when it happened.
            let _ = thread.join();
        }
    }
}
