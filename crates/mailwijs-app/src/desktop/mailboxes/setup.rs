//! A mailbox is set up in the window, or taken away.

use std::path::Path;
use std::thread;

use crossbeam_channel::Sender;
use mailwijs_history::SecretStoreError;
use mailwijs_i18n::Texts;
use mailwijs_policy::Policy;
use zeroize::Zeroizing;

use super::Stage;
use crate::desktop::event::{Answer, AppEvent};
use crate::desktop::state::State;
use crate::error::{AppError, ErrorCode};
use crate::ipc::{ErrorDto, MailboxWayDto, OutcomeDto, ServerDto};
use crate::mailbox::{Kept, Mailbox, Mailboxes, OpenMailbox, Wanted, WantedSignIn, begin_sign_in, signed_in};

/// A mailbox was tried: it opens, or why not, in words.
pub(in crate::desktop) struct Tried {
    mailbox: Mailbox,
    /// And where its secret is kept.
    opened: Result<(OpenMailbox, Kept), String>,
    /// How often everything had been erased when it was begun.
    erased: u32,
    /// Who waits for what comes of it.
    reply: Option<Sender<Answer>>,
}

impl State {
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
        let erased = self.erased;
        thread::spawn(move || {
            let opened = OpenMailbox::with(&mailbox, secret.clone(), &secrets)
                .and_then(|open| open.check().map(|_| open))
                .map_err(|error| error.say(&texts));
            let tried = Tried {
                opened: opened.map(|open| (open, secrets.keep(&mailbox, &secret))),
                mailbox,
                erased,
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
        let erased = self.erased;
        thread::spawn(move || {
            let signed_in = signed_in(&mailbox, waiting, &secrets, &texts);
            let tried = Tried {
                mailbox,
                opened: signed_in.map(|signed_in| (signed_in.open, signed_in.kept)),
                erased,
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
            erased,
            reply,
        } = tried;
        let url = mailbox.url();
        if erased != self.erased {
            // A keyring that answered a moment ago, or none.
            drop(self.secrets.forget(&mailbox));
            let answer = Err(ErrorDto {
                code: "mailbox".to_owned(),
                message: self.texts.get("mailbox-erased", &[]),
            });
            return reply.map(|reply| (reply, answer));
        }
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
        self.forget_passing_in(Path::new(url));
        self.look_no_more(url);
        self.own_addresses_changed();
        let forgotten = self.secrets.forget(&gone.mailbox);
        Mailboxes::read(&self.config.places)?.remove(url)?;
        match forgotten {
            // Without a keyring nothing was ever put in one.
            Ok(()) | Err(SecretStoreError::Absent) => Ok(OutcomeDto::done()),
            Err(error) => Err(AppError::new(ErrorCode::SecretLeft).because(error)),
        }
    }
}

/// How one gets into the mailbox of an address, by this policy.
///
/// # Errors
/// When the address is none, or signing in there takes what the school has to arrange first.
pub(in crate::desktop) fn way_into(email: String, policy: &Policy) -> Result<MailboxWayDto, AppError> {
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

#[cfg(test)]
mod tests {
    use crossbeam_channel::bounded;
    use mailwijs_imap::{Account, Auth, Credential, Security, Trust};

    use super::*;
    use crate::desktop::still_desk::StillDesk;
    use crate::ipc::UserAction;

    #[test]
    fn a_mailbox_that_was_tried_while_everything_was_erased_is_not_kept() {
        let mut desk = StillDesk::new();
        let mailbox = Mailbox::new(Account {
            email: "an@sintjan.example".to_owned(),
            user: "an".to_owned(),
            host: "imap.sintjan.example".to_owned(),
            port: 993,
            security: Security::Tls,
            auth: Auth::Password,
        });
        let erased = desk.state.erased;
        desk.state.act(UserAction::EraseHistory).unwrap();
        // The thread that tries it knows nothing of that.
        let kept = desk.state.secrets.keep(&mailbox, "Zonnebloem-12");
        let open = OpenMailbox {
            mailbox: mailbox.clone(),
            credential: Credential::Password(Zeroizing::new("Zonnebloem-12".to_owned())),
            trust: Trust::default(),
        };
        let tried = Tried {
            mailbox: mailbox.clone(),
            opened: Ok((open, kept)),
            erased,
            reply: Some(bounded(1).0),
        };
        let (_, answer) = desk.state.mailbox_tried(tried).unwrap();
        assert_eq!(
            answer.unwrap_err().message,
            "Intussen werd alles gewist. Deze mailbox is niet ingesteld."
        );
        assert!(!matches!(desk.state.secrets.of(&mailbox), Ok(Some(_))));
        assert!(!desk.state.config.places.mailboxes().exists());
        assert!(desk.state.mailbox_dtos().is_empty());
    }
}
