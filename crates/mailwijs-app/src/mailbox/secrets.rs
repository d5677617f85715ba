//! The passwords and sign-ins of mailboxes: in the keyring, else in memory until the app stops; never in a file.

use std::sync::Arc;

use mailwijs_history::{SecretStore, SecretStoreError};
use zeroize::Zeroizing;

use super::Mailbox;
use crate::secrets::Secrets;

pub use crate::secrets::Kept;

/// The secrets of the mailboxes: a password, or what keeps the teacher signed in. Every clone knows the same ones.
#[derive(Clone)]
pub struct MailboxSecrets(Secrets);

impl MailboxSecrets {
    /// Those in this keyring.
    pub fn new(keyring: Arc<dyn SecretStore>) -> Self {
        Self(Secrets::new(keyring))
    }

    /// Keeps a mailbox's secret, in the place of an earlier one.
    pub fn keep(&self, mailbox: &Mailbox, secret: &str) -> Kept {
        self.0.keep(&mailbox.url(), secret)
    }

    /// Keeps a mailbox's secret until the app stops, without a word to the keyring.
    pub fn keep_for_now(&self, mailbox: &Mailbox, secret: &str) {
        self.0.keep_for_now(&mailbox.url(), secret);
    }

    /// A mailbox's secret; `None` when none is kept.
    ///
    /// # Errors
    /// When the keyring cannot be asked.
    pub fn of(&self, mailbox: &Mailbox) -> Result<Option<Zeroizing<String>>, SecretStoreError> {
        self.0.of(&mailbox.url())
    }

    /// Forgets a mailbox's secret.
    ///
    /// # Errors
    /// When the keyring cannot be asked; it may keep the secret.
    pub fn forget(&self, mailbox: &Mailbox) -> Result<(), SecretStoreError> {
        self.0.forget(&mailbox.url())
    }
}
