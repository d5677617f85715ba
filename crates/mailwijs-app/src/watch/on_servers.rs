//! The mailboxes on servers that are watched.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crossbeam_channel::Sender;
use mailwijs_imap::{Mailbox as Watched, MailboxStatus};
use mailwijs_store::Watch;

use super::EngineCell;
use super::lines::{Lines, Status};
use super::set_up::SetUp;
use crate::ipc::line::WatchLine;
use crate::mailbox::OpenMailbox;

/// Those that are watched; dropping it ends that.
pub(super) struct OnServers {
    watched: Vec<Watched>,
    /// What was sent from these was not learned from yet.
    untaught: BTreeMap<PathBuf, OpenMailbox>,
    /// Held here too, so that somebody may always speak.
    status: Sender<Status>,
}

impl OnServers {
    /// None yet. How it goes with each is told here.
    pub fn new(status: Sender<Status>) -> Self {
        Self {
            watched: Vec::new(),
            untaught: BTreeMap::new(),
            status,
        }
    }

    /// Begins to watch one; the line that tells why not.
    pub fn add(&mut self, open: OpenMailbox, lines: &mut Lines, watch: &Watch) -> Option<WatchLine> {
        let root = PathBuf::from(open.mailbox.url());
        match lines.watch(&open, watch, &self.status) {
            Ok(mailbox) => {
                self.watched.push(mailbox);
                self.untaught.insert(root, open);
                None
            }
            Err(why) => Some(lines.refused(&root, &why)),
        }
    }

    /// One was set up or removed meanwhile; the line that tells why it is not watched.
    pub fn change(&mut self, change: SetUp, lines: &mut Lines, watch: &Watch) -> Option<WatchLine> {
        match change {
            SetUp::Added(opened, root) => match *opened {
                Ok(open) => self.add(open, lines, watch),
                Err(why) => Some(lines.shut(&root, &why)),
            },
            SetUp::Removed(root) => {
                self.watched.retain(|mailbox| mailbox.store() != root);
                self.untaught.remove(&root);
                None
            }
        }
    }

    /// How it goes with one. The first time that the server lets us in, what was sent from it is learned from: a second
    /// connection that is refused as well would lock some accounts.
    pub fn goes(&mut self, store: &Path, status: &MailboxStatus, engine: &EngineCell) {
        if status.is_open()
            && let Some(open) = self.untaught.remove(store)
        {
            open.teach(engine.clone());
        }
    }
}
