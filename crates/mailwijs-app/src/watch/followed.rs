//! The stores that `mailwijs watch` is about: those that were named, or those of every mail client, now and later.

use std::path::Path;

use crossbeam_channel::{Receiver, never, unbounded};
use mailwijs_store::{ClientWatch, MailClient, MailStore, Roots};

use crate::check::Checker;
use crate::error::AppError;

/// Stores, and what becomes of the mail clients that have them.
pub struct Followed {
    /// As they are now.
    pub stores: Vec<MailStore>,
    /// All mail clients, each time their settings have changed; nothing when the stores were named.
    pub clients: Receiver<Vec<MailClient>>,
    _watch: Option<ClientWatch>,
}

impl Followed {
    /// The stores at these paths; with no path, those of every mail client on this computer, also of one that is set up
    /// later. Where that cannot be watched, the mail clients of this moment are all.
    ///
    /// # Errors
    /// When a path cannot be opened, or nothing was named and nothing found.
    pub fn of<P: AsRef<Path>>(checker: &Checker, paths: &[P]) -> Result<Self, AppError> {
        let (told, clients) = unbounded();
        // Before the stores are looked for, so that no account falls in between.
        let watch = paths
            .is_empty()
            .then(Roots::from_env)
            .flatten()
            .and_then(|roots| ClientWatch::start(roots, move |clients| told.send(clients).is_ok()).ok());
        Ok(Self {
            stores: checker.stores(paths)?,
            clients: if watch.is_some() { clients } else { never() },
            _watch: watch,
        })
    }

    /// Takes the mail clients as they are now; when their stores differ from before, those that are new.
    pub fn take(&mut self, clients: Vec<MailClient>) -> Option<Vec<MailStore>> {
        let stores: Vec<MailStore> = clients.into_iter().flat_map(|client| client.stores).collect();
        if stores == self.stores {
            return None;
        }
        let before = std::mem::replace(&mut self.stores, stores.clone());
        let mut new = stores;
        new.retain(|store| before.iter().all(|known| known.root != store.root));
        Some(new)
    }
}
