//! The stores being watched.

use std::path::{Path, PathBuf};
use std::thread;

use crossbeam_channel::{Sender, unbounded};
use mailwijs_i18n::Arg;
use mailwijs_nudge::DraftId;
use mailwijs_store::{ClientWatch, DraftKey, MailClient, MailStore, RemoteChange, Roots, StoreError, Watch};

use super::breaches::SENT_SHOWN;
use super::event::AppEvent;
use super::state::State;
use crate::sent::{newest_sent, sent_headers};
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
    watch: Watch,
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
        let (stirs, stirred) = (watch.stirs(), events.clone());
        thread::spawn(move || {
            // Once the app closes nobody listens.
            stirs
                .iter()
                .all(|root| stirred.send(AppEvent::Stirred(root)).is_ok())
        });
        let (before, folders) = (events.clone(), stores.clone());
        thread::spawn(move || {
            // Once the app closes nobody listens.
            let _ = before.send(AppEvent::SentBefore(newest_sent(&folders, SENT_SHOWN)));
        });
        thread::spawn(move || {
            examine_changes(&engine, &stores, &incoming, |change| {
                events.send(AppEvent::StoreChanged(id, change)).is_ok()
            });
        });
        Ok(Self {
            id,
            roots,
            ready: false,
            watch,
        })
    }
}

/// Tells the state when the settings of mail clients change; without it, what changes is taken at the next start.
pub(super) fn watch_clients(roots: Roots, events: Sender<AppEvent>) -> Option<ClientWatch> {
    let tell = move |clients| events.send(AppEvent::ClientsChanged(clients)).is_ok();
    ClientWatch::start(roots, tell).ok()
}

impl State {
    pub fn watch_everything(&mut self) {
        self.client_stores = self.watch(self.stores_of_clients());
        for path in self.config.stores.clone() {
            match mailwijs_store::open(&path) {
                Ok(opened) => self.watch_as_well(opened),
                Err(error) => {
                    let args = [
                        ("path", Arg::from(path.display().to_string())),
                        ("detail", Arg::from(error.to_string())),
                    ];
                    self.problems.push(self.texts.get("problem-store", &args));
                    self.unopened_stores.push(path);
                }
            }
        }
    }

    /// Watches stores that belong to no mail client found.
    pub fn watch_as_well(&mut self, stores: Vec<MailStore>) {
        self.other_stores.extend(stores.iter().cloned());
        self.watch(stores);
    }

    /// A mail client has an account, an identity or a folder more, less or elsewhere, or is new itself.
    pub fn clients_changed(&mut self, clients: Vec<MailClient>) {
        if clients == self.clients {
            return;
        }
        let before = self.stores_of_clients();
        let identities = |clients: &[MailClient]| -> Vec<_> {
            clients
                .iter()
                .flat_map(|client| client.identities.clone())
                .collect()
        };
        let is_someone_else = identities(&clients) != identities(&self.clients);
        self.clients = clients;
        // A copy may stand in a store that is new.
        self.look_at_files();
        self.look_for_found_in_files();
        let stores = self.stores_of_clients();
        let has_root = |stores: &[MailStore], root: &Path| stores.iter().any(|store| store.root == root);
        for left in before.iter().filter(|store| !has_root(&stores, &store.root)) {
            self.forget_passing_in(&left.root);
        }
        if is_someone_else {
            self.own_addresses_changed();
        }
        let own = self.client_stores;
        let Some(watching) = self.watches.iter_mut().find(|watching| Some(watching.id) == own) else {
            self.client_stores = self.watch(stores);
            return;
        };
        watching.roots = stores.iter().map(|store| store.root.clone()).collect();
        watching.watch.set_stores(stores.clone());
        let mut new = stores;
        new.retain(|store| !has_root(&before, &store.root));
        if !new.is_empty() {
            let engine = self.engine.clone();
            thread::spawn(move || engine.get().learn_circles(&sent_headers(&new)));
        }
    }

    /// Where the mailboxes on servers tell what happens in them: to the watch of the mail clients' stores, so that a draft
    /// that a client keeps a copy of is one draft.
    pub fn remote(&mut self) -> Option<Sender<RemoteChange>> {
        if self.client_stores.is_none() {
            self.client_stores = self.start_watch(self.stores_of_clients());
        }
        let own = self.client_stores;
        let watching = self.watches.iter().find(|watching| Some(watching.id) == own)?;
        Some(watching.watch.remote())
    }

    fn stores_of_clients(&self) -> Vec<MailStore> {
        let clients = self.clients.iter();
        clients.flat_map(|client| client.stores.clone()).collect()
    }

    fn watch(&mut self, stores: Vec<MailStore>) -> Option<SourceId> {
        if stores.is_empty() {
            return None;
        }
        self.start_watch(stores)
    }

    fn start_watch(&mut self, stores: Vec<MailStore>) -> Option<SourceId> {
        let id = SourceId(self.next_source);
        self.next_source = self.next_source.wrapping_add(1);
        match Watching::start(id, stores, self.engine.clone(), self.events.clone()) {
            Ok(watching) => {
                self.watches.push(watching);
                Some(id)
            }
            Err(error) => {
                self.problems.push(error.to_string());
                None
            }
        }
    }
}
