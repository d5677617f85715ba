//! The mailboxes on servers: watched, and how it goes with each.

mod setup;

use std::path::{Path, PathBuf};
use std::thread;

use mailwijs_i18n::Arg;
use mailwijs_imap::oauth::Canceller;
use mailwijs_imap::{Cause, Mailbox as Watched, MailboxStatus};
use mailwijs_store::FolderRole;

use super::event::AppEvent;
use super::state::State;
use crate::ipc::MailboxDto;
use crate::mailbox::{Mailbox, MailboxError, Mailboxes, OpenMailbox, say};
pub(super) use setup::{Tried, way_into};

/// A mailbox on a server, in the list on My mail.
pub(super) struct ServerMailbox {
    mailbox: Mailbox,
    stage: Stage,
    /// Ends the watching when it is dropped.
    watched: Option<Watched>,
    /// With its secret, once that was found.
    open: Option<OpenMailbox>,
    /// Until the server lets us in: what was sent from it was not learned from.
    untaught: bool,
}

/// How far it is with a mailbox.
enum Stage {
    /// The teacher signs in in the browser.
    SigningIn(Canceller),
    /// Its secret is looked up, or the server is called for the first time.
    Connecting,
    /// The server was heard from.
    Goes(MailboxStatus),
    /// It cannot be opened before the teacher does something.
    Failed(String),
}

impl State {
    /// Watches the mailboxes that were set up earlier.
    pub fn watch_mailboxes(&mut self) {
        let mailboxes = match Mailboxes::read(&self.config.places) {
            Ok(mailboxes) => mailboxes.all().to_vec(),
            Err(error) => {
                self.problems.push(error.say(&self.texts));
                return;
            }
        };
        for mailbox in mailboxes {
            let (secrets, events, one) = (self.secrets.clone(), self.events.clone(), mailbox.clone());
            self.list(mailbox, Stage::Connecting);
            // The keyring may take seconds, and ask for a password of its own.
            thread::spawn(move || {
                let opened = OpenMailbox::kept(&one, &secrets);
                // Nobody listens any more once the app closes.
                let _ = events.send(AppEvent::MailboxOpened(one.url(), Box::new(opened)));
            });
        }
    }

    /// The secret of a mailbox was found, or not.
    pub fn mailbox_opened(&mut self, url: &str, opened: Result<OpenMailbox, MailboxError>) {
        match opened {
            Ok(open) => self.watch_mailbox(&open),
            Err(error) => {
                let words = error.say(&self.texts);
                self.set_stage(url, Stage::Failed(words));
            }
        }
    }

    /// How it goes with a mailbox.
    pub fn mailbox_goes(&mut self, url: &str, status: MailboxStatus) {
        let found = self.mailboxes.iter_mut().find(|one| one.mailbox.url() == url);
        if status.is_open()
            && let Some(one) = found
            && std::mem::take(&mut one.untaught)
            && let Some(open) = one.open.clone()
        {
            open.teach(self.engine.clone());
        }
        self.set_stage(url, Stage::Goes(status));
    }

    /// Whether this store is a mailbox on a server: how it goes is told by its status.
    pub fn is_mailbox(&self, store: &Path) -> bool {
        self.mailboxes
            .iter()
            .any(|one| Path::new(&one.mailbox.url()) == store)
    }

    /// What keeps mailboxes from being read before the teacher does something, or looks where the laptop is.
    pub fn mailbox_problems(&self) -> impl Iterator<Item = String> {
        self.mailboxes.iter().filter_map(|one| match &one.stage {
            Stage::Failed(words) => Some(words.clone()),
            Stage::Goes(MailboxStatus::Stopped(error)) => Some(say(error, &self.texts)),
            Stage::Goes(MailboxStatus::Waiting(error)) if matches!(error.cause, Cause::Unsafe(_)) => {
                Some(say(error, &self.texts))
            }
            _ => None,
        })
    }

    /// The list on My mail.
    pub fn mailbox_dtos(&self) -> Vec<MailboxDto> {
        self.mailboxes.iter().map(|one| self.mailbox_dto(one)).collect()
    }

    fn mailbox_dto(&self, one: &ServerMailbox) -> MailboxDto {
        let (state, message, drafts) = match &one.stage {
            Stage::SigningIn(_) => ("signing-in", String::new(), Vec::new()),
            Stage::Connecting => ("connecting", String::new(), Vec::new()),
            Stage::Goes(MailboxStatus::Watching(folders)) => {
                let drafts = folders.iter().filter(|folder| folder.role == FolderRole::Drafts);
                (
                    "watching",
                    String::new(),
                    drafts.map(|folder| folder.name.clone()).collect(),
                )
            }
            Stage::Goes(MailboxStatus::NoDrafts) => ("no-drafts", String::new(), Vec::new()),
            Stage::Goes(MailboxStatus::Waiting(error)) => ("waiting", say(error, &self.texts), Vec::new()),
            Stage::Goes(MailboxStatus::Stopped(error)) => ("stopped", say(error, &self.texts), Vec::new()),
            Stage::Failed(words) => ("stopped", words.clone(), Vec::new()),
        };
        let url = one.mailbox.url();
        MailboxDto {
            email: one.mailbox.account.email.clone(),
            host: one.mailbox.account.host.clone(),
            state: state.to_owned(),
            message,
            drafts,
            last_event: self.last_events.get(Path::new(&url)).cloned(),
            id: url,
        }
    }

    /// No mailbox is watched or looked into any more.
    pub fn forget_mailboxes(&mut self) {
        for mailbox in std::mem::take(&mut self.mailboxes) {
            self.look_no_more(&mailbox.mailbox.url());
        }
    }

    /// Mailboxes that are not open: nothing is known of what is in them.
    pub fn unopened_mailboxes(&self) -> Vec<PathBuf> {
        let unopened = self.mailboxes.iter().filter(|one| one.watched.is_none());
        unopened.map(|one| PathBuf::from(one.mailbox.url())).collect()
    }

    /// What the teacher knows a mailbox by.
    pub fn mailbox_name(&self, url: &str) -> String {
        let known = self.mailboxes.iter().find(|one| one.mailbox.url() == url);
        known.map_or_else(|| url.to_owned(), |one| one.mailbox.account.email.clone())
    }

    /// The addresses of the mailboxes: they are the teacher's own.
    pub fn mailbox_addresses(&self) -> impl Iterator<Item = String> {
        self.mailboxes.iter().map(|one| one.mailbox.account.email.clone())
    }

    fn watch_mailbox(&mut self, open: &OpenMailbox) {
        let url = open.mailbox.url();
        let (events, told) = (self.events.clone(), url.clone());
        let Some(remote) = self.remote() else {
            return;
        };
        let watched = Watched::start(
            open.mailbox.account.clone(),
            open.credential.clone(),
            &open.trust,
            remote,
            move |status| {
                // Nobody listens any more once the app closes.
                let _ = events.send(AppEvent::MailboxGoes(told.clone(), status));
            },
        );
        let found = self.mailboxes.iter_mut().find(|one| one.mailbox.url() == url);
        let Some(one) = found else { return };
        match watched {
            Ok(watched) => {
                one.watched = Some(watched);
                one.open = Some(open.clone());
                one.untaught = true;
            }
            Err(error) => {
                one.stage = Stage::Failed(say(&error, &self.texts));
                return;
            }
        }
        self.look_in_mailbox(open);
    }

    /// Puts a mailbox on the list, in the place of an earlier one.
    fn list(&mut self, mailbox: Mailbox, stage: Stage) {
        let url = mailbox.url();
        self.mailboxes.retain(|one| one.mailbox.url() != url);
        self.mailboxes.push(ServerMailbox {
            mailbox,
            stage,
            watched: None,
            open: None,
            untaught: false,
        });
        self.own_addresses_changed();
    }

    fn set_stage(&mut self, url: &str, stage: Stage) {
        if let Some(one) = self.mailboxes.iter_mut().find(|one| one.mailbox.url() == url) {
            one.stage = stage;
        }
        self.go_on_with_scan();
    }

    /// Whether it is still to be known if a mailbox can be opened.
    pub fn is_connecting(&self) -> bool {
        let mut stages = self.mailboxes.iter().map(|one| &one.stage);
        stages.any(|stage| matches!(stage, Stage::Connecting))
    }

    /// The mailboxes that can be opened, and in words those that cannot.
    pub fn mailboxes_to_scan(&self) -> (Vec<OpenMailbox>, Vec<String>) {
        let open = self.mailboxes.iter().filter_map(|one| one.open.clone());
        let closed = self.mailboxes.iter().filter(|one| one.open.is_none());
        let closed = closed.map(|one| {
            let args = [("name", Arg::from(one.mailbox.account.email.as_str()))];
            self.texts.get("scan-mailbox-closed", &args)
        });
        (open.collect(), closed.collect())
    }
}
