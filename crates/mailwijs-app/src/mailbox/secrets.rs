//! The passwords and sign-ins of mailboxes: in the keyring, else in memory until the app stops; never in a file.

use std::sync::Arc;

use mailwijs_history::{SecretStore, SecretStoreError, SessionStore};
use zeroize::Zeroizing;

use super::Mailbox;

/// The secrets of the mailboxes: a password, or what keeps the teacher signed in. Every clone knows the same ones.
#[derive(Clone)]
pub struct MailboxSecrets {
    keyring: Arc<dyn SecretStore>,
    session: Arc<SessionStore>,
}

/// Where a secret is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// In the keyring of this computer.
    Keyring,
    /// In memory, until the app stops; why the keyring could not be used.
    Session(SecretStoreError),
}

impl MailboxSecrets {
    /// Those in this keyring.
    pub fn new(keyring: Arc<dyn SecretStore>) -> Self {
        Self {
            keyring,
            session: Arc::default(),
        }
    }

    /// Keeps a mailbox's secret, in the place of an earlier one.
    pub fn keep(&self, mailbox: &Mailbox, secret: &str) -> Kept {
        let (name, secret) = (mailbox.url(), secret.as_bytes());
        match self.keyring.write(&name, secret) {
            Ok(()) => {
                // Never fails; an older one there would count before the keyring's.
                let _ = self.session.forget(&name);
                Kept::Keyring
            }
            Err(error) => {
                let _ = self.session.write(&name, secret);
                Kept::Session(error)
            }
        }
    }

    /// Keeps a mailbox's secret until the app stops, without a word to the keyring.
    pub fn keep_for_now(&self, mailbox: &Mailbox, secret: &str) {
        let _ = self.session.write(&mailbox.url(), secret.as_bytes());
    }

    /// A mailbox's secret; `None` when none is kept.
    ///
    /// # Errors
    /// When the keyring cannot be asked.
    pub fn of(&self, mailbox: &Mailbox) -> Result<Option<Zeroizing<String>>, SecretStoreError> {
        let name = mailbox.url();
        let secret = match self.session.read(&name)? {
            Some(secret) => Some(secret),
            None => self.keyring.read(&name)?,
        };
        let text = |bytes: Zeroizing<Vec<u8>>| {
            let text = std::str::from_utf8(&bytes).map_err(|_| SecretStoreError::Foreign)?;
            Ok(Zeroizing::new(text.to_owned()))
        };
        secret.map(text).transpose()
    }

    /// Forgets a mailbox's secret.
    ///
    /// # Errors
    /// When the keyring cannot be asked; it may keep the secret.
    pub fn forget(&self, mailbox: &Mailbox) -> Result<(), SecretStoreError> {
        let name = mailbox.url();
        let _ = self.session.forget(&name);
        self.keyring.forget(&name)
    }
}
