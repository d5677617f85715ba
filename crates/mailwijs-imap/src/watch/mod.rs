//! A mailbox on a server is watched: the folders that matter most each on a connection of its own, the others in turn.

mod age;
mod awake;
mod choose;
mod crew;
mod follow;
mod keep;
mod look;
mod supervise;
mod turns;

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crossbeam_channel::Sender;
use mailwijs_store::RemoteChange;
use tokio::sync::oneshot;

use crate::{Account, Cause, Credential, ImapError, RemoteFolder, Trust, store_url};
pub(crate) use keep::Server;

/// A mailbox that is watched until this is dropped.
#[derive(Debug)]
pub struct Mailbox {
    store: PathBuf,
    out: Sender<RemoteChange>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// How watching a mailbox goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailboxStatus {
    /// Nothing saved from now on is missed, in these folders.
    Watching(Vec<RemoteFolder>),
    /// The mailbox has no folder for drafts yet; it is looked for.
    NoDrafts,
    /// Not now; it is tried again by itself.
    Waiting(ImapError),
    /// Not before the teacher does what the error says.
    Stopped(ImapError),
}

impl MailboxStatus {
    /// Whether the server lets us in.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Watching(_) | Self::NoDrafts)
    }
}

impl Mailbox {
    /// Watches drafts, Sent and every folder that mail may come in to on a thread of its own, and what is thrown away. What happens there goes to `out`, as to
    /// `mailwijs_store::Watch::remote`; how it goes to `status`.
    ///
    /// # Errors
    /// When the certificates to be trusted are none, or the thread cannot be started. That the server cannot be reached is
    /// told to `status`.
    pub fn start(
        account: Account,
        credential: Credential,
        trust: &Trust,
        out: Sender<RemoteChange>,
        status: impl Fn(MailboxStatus) + Send + 'static,
    ) -> Result<Self, ImapError> {
        let tls = trust
            .client_config()
            .map_err(|error| Cause::Unsafe(crate::distrust(&error).to_owned()).of(&account))?;
        let store = store_url(&account);
        let (stop, stopped) = oneshot::channel();
        let name = account.clone();
        let server = Server {
            account,
            credential,
            tls: Arc::new(tls),
        };
        let broken = |error: std::io::Error| Cause::Unreachable(error.kind().to_string()).of(&name);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(broken)?;
        let changes = out.clone();
        let thread = thread::Builder::new()
            .name("mailbox".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    tokio::select! {
                        () = supervise::supervise(server, changes, status) => {}
                        _ = stopped => {}
                    }
                });
                // A sign-in that is being renewed may hang on its provider.
                runtime.shutdown_background();
            })
            .map_err(broken)?;
        Ok(Self {
            store,
            out,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The mailbox's root, as in [`mailwijs_store::RawMessage::store`].
    pub fn store(&self) -> &std::path::Path {
        &self.store
    }
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A panic in it was reported when it happened.
            let _ = thread.join();
        }
        // The watch may have ended before.
        let _ = self.out.send(RemoteChange::Left {
            store: self.store.clone(),
        });
    }
}
