//! Everything that it takes to open a mailbox on a server.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use mailwijs_imap::{Credential, RemoteFolder, Trust, newest_headers};
use mailwijs_mail::Mail;
use mailwijs_store::FolderRole;
use zeroize::Zeroizing;

use super::{Mailbox, MailboxError, MailboxSecrets};
use crate::error::{AppError, ErrorCode};
use crate::watch::EngineCell;

/// As many sent mails of a folder tell who is written to together.
const MOST_SENT: usize = 500;

/// A mailbox with its secret, ready to be opened.
#[derive(Debug, Clone)]
pub struct OpenMailbox {
    /// Which.
    pub mailbox: Mailbox,
    /// What opens it.
    pub credential: Credential,
    /// Whose certificates are believed.
    pub trust: Trust,
}

impl OpenMailbox {
    /// With the secret that is kept for it.
    ///
    /// # Errors
    /// When there is no secret, or the file with its authorities cannot be used.
    pub fn kept(mailbox: &Mailbox, secrets: &MailboxSecrets) -> Result<Self, MailboxError> {
        let missing = |keyring| MailboxError::NoSecret {
            account: mailbox.account.name(),
            keyring,
        };
        let secret = secrets.of(mailbox).map_err(|error| missing(Some(error)))?;
        Self::with(mailbox, secret.ok_or_else(|| missing(None))?, secrets)
    }

    /// With this secret: a password, or what keeps the teacher signed in.
    ///
    /// # Errors
    /// When the file with its authorities cannot be used.
    pub fn with(
        mailbox: &Mailbox,
        secret: Zeroizing<String>,
        secrets: &MailboxSecrets,
    ) -> Result<Self, MailboxError> {
        let trust = trust(mailbox.ca.as_deref())?;
        let credential = match &mailbox.sign_in {
            None => Credential::Password(secret),
            Some(sign_in) => Credential::Token(Arc::new(sign_in.tokens(mailbox, secret, &trust, secrets)?)),
        };
        Ok(Self {
            mailbox: mailbox.clone(),
            credential,
            trust,
        })
    }

    /// The headers of the newest mails in its Sent folders, in the order in which they were sent; takes as long as that
    /// takes, on a connection of its own.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn sent_headers(&self) -> Result<Vec<Mail>, MailboxError> {
        let Mailbox { account, .. } = &self.mailbox;
        let headers = newest_headers(
            account,
            &self.credential,
            &self.trust,
            FolderRole::Sent,
            MOST_SENT,
        )?;
        let mut mails: Vec<Mail> = headers
            .iter()
            .map(|header| mailwijs_mail::parse(header))
            .collect();
        mails.sort_by_key(|mail| mail.date);
        Ok(mails)
    }

    /// Has the engine learn from what was sent from it who is written to together, aside. That it cannot be read is told by
    /// its watch.
    pub fn teach(self, engine: EngineCell) {
        thread::spawn(move || {
            if let Ok(sent) = self.sent_headers() {
                engine.get().learn_circles(&sent);
            }
        });
    }

    /// Connects, logs in and lists the folders; takes as long as that takes.
    ///
    /// # Errors
    /// Why not, with what to do.
    pub fn check(&self) -> Result<Vec<RemoteFolder>, MailboxError> {
        Ok(mailwijs_imap::check(
            &self.mailbox.account,
            &self.credential,
            &self.trust,
        )?)
    }
}

/// Whose certificates are believed: only those of the authorities in this file (PEM), when there is one.
///
/// # Errors
/// When the file cannot be read or holds no certificate.
pub fn trust(ca: Option<&Path>) -> Result<Trust, AppError> {
    let Some(path) = ca else {
        return Ok(Trust::Platform);
    };
    let pem = fs::read(path).map_err(|error| AppError::at(ErrorCode::AuthorityUnreadable, path, error))?;
    Trust::only_pem(&pem).ok_or_else(|| AppError::at(ErrorCode::AuthorityInvalid, path, ""))
}
