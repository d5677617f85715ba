//! How it goes with the mailboxes on servers that are watched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use mailwijs_i18n::Texts;
use mailwijs_imap::{Cause, Mailbox as Watched, MailboxStatus};

use crate::mailbox::{OpenMailbox, say};

/// What is known of each server; told once, in the reader's language.
#[derive(Default)]
pub(super) struct Servers {
    /// Mailboxes that are not watched yet, and of which nothing is wrong so far.
    awaited: BTreeSet<PathBuf>,
    /// What is watched already, to be told with the rest.
    held: Option<Vec<PathBuf>>,
    /// What was last said of a mailbox, until it is watched again.
    said: BTreeMap<PathBuf, Cause>,
    /// What mailboxes are called in the words of the watch itself.
    names: Vec<String>,
}

impl Servers {
    /// A mailbox is to be watched.
    pub fn expect(&mut self, open: &OpenMailbox, watched: &Watched) {
        self.awaited.insert(watched.store().to_owned());
        self.names.push(format!("{}: ", open.mailbox.account.name()));
    }

    /// These stores are watched now; gives them back when they may be told, because none is waited for any more.
    pub fn ready(&mut self, stores: Vec<PathBuf>) -> Option<Vec<PathBuf>> {
        for store in &stores {
            self.awaited.remove(store);
        }
        self.held = Some(stores);
        self.release()
    }

    /// How it goes with a mailbox: what to say of it, and the stores that may now be told as watched.
    pub fn goes(
        &mut self,
        store: &Path,
        status: &MailboxStatus,
        texts: &Texts,
    ) -> (Option<String>, Option<Vec<PathBuf>>) {
        let error = match status {
            MailboxStatus::Watching(_) | MailboxStatus::NoDrafts => {
                self.said.remove(store);
                return (None, None);
            }
            MailboxStatus::Waiting(error) | MailboxStatus::Stopped(error) => error,
        };
        self.awaited.remove(store);
        let before = self.said.insert(store.to_owned(), error.cause.clone());
        let news = (before.as_ref() != Some(&error.cause)).then(|| say(error, texts));
        (news, self.release())
    }

    /// Whether the watch's own word on a mailbox says what [`Self::goes`] says better.
    pub fn is_said(&self, message: &str) -> bool {
        self.names.iter().any(|name| message.starts_with(name))
    }

    fn release(&mut self) -> Option<Vec<PathBuf>> {
        if self.awaited.is_empty() {
            self.held.take()
        } else {
            None
        }
    }
}
