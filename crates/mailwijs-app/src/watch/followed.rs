//! What `mailwijs watch` is about: what was named, or every mail client, now and later, and every mailbox on a server.

use std::path::Path;

use crossbeam_channel::{Receiver, never, unbounded};
use mailwijs_store::{ClientWatch, MailClient, MailStore, Roots};

use super::set_up::Setups;
use crate::check::Sources;
use crate::error::AppError;
use crate::mailbox::{Mailbox, MailboxSecrets};
use crate::place::Places;

/// Stores, what becomes of the mail clients that have them, and mailboxes on servers.
pub struct Followed {
    /// As they are now.
    pub stores: Vec<MailStore>,
    /// Mailboxes on servers.
    pub mailboxes: Vec<Mailbox>,
    /// All mail clients, each time their settings have changed; nothing when the stores were named.
    pub(super) clients: Receiver<Vec<MailClient>>,
    _watch: Option<ClientWatch>,
    /// Nothing was named: mailboxes that are set up later are followed too.
    is_all: bool,
}

impl Followed {
    /// What is at these paths, see [`Sources::at`]; with no path, mail clients that are set up later are followed too. Where that cannot be watched, the mail clients of this moment are all.
    ///
    /// # Errors
    /// As for [`Sources::at`].
    pub fn of<P: AsRef<Path>>(paths: &[P]) -> Result<Self, AppError> {
        let (told, clients) = unbounded();
        // Before the stores are looked for, so that no account falls in between.
        let watch = paths
            .is_empty()
            .then(Roots::from_env)
            .flatten()
            .and_then(|roots| ClientWatch::start(roots, move |clients| told.send(clients).is_ok()).ok());
        let Sources { stores, mailboxes } = Sources::at(paths)?;
        Ok(Self {
            stores,
            mailboxes,
            clients: if watch.is_some() { clients } else { never() },
            _watch: watch,
            is_all: paths.is_empty(),
        })
    }

    /// Mailboxes on servers as they are set up and removed; nobody's when the stores were named.
    pub(super) fn setups(&self, secrets: MailboxSecrets) -> Option<Setups> {
        self.is_all
            .then(|| Setups::follow(Places::from_env(), secrets, self.mailboxes.clone()))
    }

    /// Takes the mail clients as they are now; when their stores differ from before, those that are new.
    pub(super) fn take(&mut self, clients: Vec<MailClient>) -> Option<Vec<MailStore>> {
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
