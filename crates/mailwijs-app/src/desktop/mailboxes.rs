//! The mailboxes on servers: set up, watched, and how it goes with each.

use std::path::Path;
use std::thread;

use crossbeam_channel::Sender;
use mailwijs_history::SecretStoreError;
use mailwijs_i18n::Texts;
use mailwijs_imap::oauth::Canceller;
use mailwijs_imap::{Mailbox as Watched, MailboxStatus};
use mailwijs_policy::Policy;
use mailwijs_store::FolderRole;
use zeroize::Zeroizing;

use super::event::{Answer, AppEvent};
use super::state::State;
use crate::error::{AppError, ErrorCode};
use crate::ipc::{ErrorDto, MailboxDto, MailboxWayDto, OutcomeDto, ServerDto};
use crate::mailbox::{
    Kept, Mailbox, MailboxError, Mailboxes, OpenMailbox, Wanted, WantedSignIn, begin_sign_in, say, signed_in,
};

/// A mailbox on a server, in the list on My mail.
pub(super) struct ServerMailbox {
    mailbox: Mailbox,
    stage: Stage,
    /// Ends the watching when it is dropped.
    watched: Option<Watched>,
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

/// A mailbox was tried: it opens, or why not, in words.
pub(super) struct Tried {
    mailbox: Mailbox,
    /// And where its secret is kept.
    opened: Result<(OpenMailbox, Kept), String>,
    /// Who waits for what comes of it.
    reply: Option<Sender<Answer>>,
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
        self.set_stage(url, Stage::Goes(status));
    }

    /// Sets up a mailbox: by a password it is tried first, at a provider the teacher signs in first. `None` when the answer
    /// follows later.
    pub fn add_mailbox(
        &mut self,
        email: String,
        password: String,
        server: Option<ServerDto>,
        reply: Sender<Answer>,
    ) -> Option<(Sender<Answer>, Answer)> {
        let mailbox = match wanted(email, server).mailbox(&self.policy.policy) {
            Ok(mailbox) => mailbox,
            Err(error) => return Some((reply, Err(error.dto(&self.texts)))),
        };
        // What is wrong with the file is told when the mailbox is to be kept.
        let mailbox = match Mailboxes::read(&self.config.places) {
            Ok(known) => known.as_before(mailbox),
            Err(_) => mailbox,
        };
        if mailbox.sign_in.is_some() {
            let answer = self.sign_in(mailbox);
            return Some((reply, answer));
        }
        let (secrets, events) = (self.secrets.clone(), self.events.clone());
        let texts = Texts::new(self.texts.lang());
        let secret = Zeroizing::new(password);
        thread::spawn(move || {
            let opened = OpenMailbox::with(&mailbox, secret.clone(), &secrets)
                .and_then(|open| open.check().map(|_| open))
                .map_err(|error| error.say(&texts));
            let tried = Tried {
                opened: opened.map(|open| (open, secrets.keep(&mailbox, &secret))),
                mailbox,
                reply: Some(reply),
            };
            // Nobody listens any more once the app closes.
            let _ = events.send(AppEvent::MailboxTried(Box::new(tried)));
        });
        None
    }

    /// Opens the provider's page; what comes of it is seen in the list.
    fn sign_in(&mut self, mailbox: Mailbox) -> Answer {
        let begun = begin_sign_in(&mailbox, &self.texts).map_err(|message| ErrorDto {
            code: "mailbox-sign-in".to_owned(),
            message,
        })?;
        let Some(waiting) = begun else {
            return Ok(OutcomeDto::done());
        };
        let url = waiting.url().to_string();
        self.list(mailbox.clone(), Stage::SigningIn(waiting.canceller()));
        let (secrets, events) = (self.secrets.clone(), self.events.clone());
        let texts = Texts::new(self.texts.lang());
        thread::spawn(move || {
            let signed_in = signed_in(&mailbox, waiting, &secrets, &texts);
            let tried = Tried {
                mailbox,
                opened: signed_in.map(|signed_in| (signed_in.open, signed_in.kept)),
                reply: None,
            };
            // Nobody listens any more once the app closes.
            let _ = events.send(AppEvent::MailboxTried(Box::new(tried)));
        });
        Ok(OutcomeDto {
            message: self.texts.get("outcome-mailbox-signing-in", &[]),
            open: Some(url),
            ..OutcomeDto::done()
        })
    }

    /// Keeps a mailbox that opens, and watches it.
    pub fn mailbox_tried(&mut self, tried: Tried) -> Option<(Sender<Answer>, Answer)> {
        let Tried {
            mailbox,
            opened,
            reply,
        } = tried;
        let url = mailbox.url();
        // Who took a mailbox off the list while it was signed in to does not want it any more.
        if reply.is_none() && !self.mailboxes.iter().any(|one| one.mailbox.url() == url) {
            // A keyring that answered a moment ago; there is nobody to tell it to.
            drop(self.secrets.forget(&mailbox));
            return None;
        }
        let answer = match opened {
            Ok((open, kept)) => self
                .keep_mailbox(&open, &kept)
                .map_err(|error| error.dto(&self.texts)),
            Err(message) => {
                if reply.is_none() {
                    self.set_stage(&url, Stage::Failed(message.clone()));
                }
                Err(ErrorDto {
                    code: "mailbox".to_owned(),
                    message,
                })
            }
        };
        reply.map(|reply| (reply, answer))
    }

    fn keep_mailbox(&mut self, open: &OpenMailbox, kept: &Kept) -> Result<OutcomeDto, AppError> {
        Mailboxes::read(&self.config.places)?.keep(open.mailbox.clone())?;
        self.list(open.mailbox.clone(), Stage::Connecting);
        self.watch_mailbox(open);
        let id = match kept {
            Kept::Keyring => "outcome-mailbox-added",
            Kept::Session(_) => "outcome-mailbox-added-for-now",
        };
        Ok(OutcomeDto {
            message: self.texts.get(id, &[]),
            ..OutcomeDto::done()
        })
    }

    /// Watches a mailbox no more and forgets its secret.
    pub fn remove_mailbox(&mut self, url: &str) -> Result<OutcomeDto, AppError> {
        let Some(at) = self.mailboxes.iter().position(|one| one.mailbox.url() == url) else {
            return Ok(OutcomeDto::done());
        };
        let gone = self.mailboxes.remove(at);
        if let Stage::SigningIn(canceller) = &gone.stage {
            canceller.cancel();
        }
        self.inbox.forget(Path::new(url));
        self.own_addresses_changed();
        let forgotten = self.secrets.forget(&gone.mailbox);
        Mailboxes::read(&self.config.places)?.remove(url)?;
        match forgotten {
            // Without a keyring nothing was ever put in one.
            Ok(()) | Err(SecretStoreError::Absent) => Ok(OutcomeDto::done()),
            Err(error) => Err(AppError::new(ErrorCode::SecretLeft).because(error)),
        }
    }

    /// Whether this store is a mailbox on a server: how it goes is told by its status.
    pub fn is_mailbox(&self, store: &Path) -> bool {
        self.mailboxes
            .iter()
            .any(|one| Path::new(&one.mailbox.url()) == store)
    }

    /// What keeps mailboxes from being read before the teacher does something.
    pub fn mailbox_problems(&self) -> impl Iterator<Item = String> {
        self.mailboxes.iter().filter_map(|one| match &one.stage {
            Stage::Failed(words) => Some(words.clone()),
            Stage::Goes(MailboxStatus::Stopped(error)) => Some(say(error, &self.texts)),
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
            Ok(watched) => one.watched = Some(watched),
            Err(error) => one.stage = Stage::Failed(say(&error, &self.texts)),
        }
    }

    /// Puts a mailbox on the list, in the place of an earlier one.
    fn list(&mut self, mailbox: Mailbox, stage: Stage) {
        let url = mailbox.url();
        self.mailboxes.retain(|one| one.mailbox.url() != url);
        self.mailboxes.push(ServerMailbox {
            mailbox,
            stage,
            watched: None,
        });
        self.own_addresses_changed();
    }

    fn set_stage(&mut self, url: &str, stage: Stage) {
        if let Some(one) = self.mailboxes.iter_mut().find(|one| one.mailbox.url() == url) {
            one.stage = stage;
        }
    }
}

/// How one gets into the mailbox of an address, by this policy.
///
/// # Errors
/// When the address is none, or signing in there takes what the school has to arrange first.
pub(super) fn way_into(email: String, policy: &Policy) -> Result<MailboxWayDto, AppError> {
    let (way, host) = match wanted(email, None).mailbox(policy) {
        Ok(mailbox) if mailbox.sign_in.is_some() => ("browser", mailbox.account.host),
        Ok(mailbox) => ("password", mailbox.account.host),
        Err(error) if error.code == ErrorCode::UnknownServer => ("unknown", String::new()),
        Err(error) => return Err(error),
    };
    Ok(MailboxWayDto {
        way: way.to_owned(),
        host,
    })
}

/// What the teacher filled in.
fn wanted(email: String, server: Option<ServerDto>) -> Wanted {
    let Some(server) = server else {
        return Wanted {
            email,
            ..Wanted::default()
        };
    };
    let filled = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Wanted {
        email,
        user: filled(server.user),
        host: filled(server.host),
        port: server.port,
        starttls: server.starttls,
        sign_in: Some(WantedSignIn::Password),
        ca: None,
    }
}
