//! Passwords: in the keyring, else in memory until the app stops; never in a file.

use std::sync::Arc;

use mailwijs_history::{SecretStore, SecretStoreError, SessionStore};
use zeroize::Zeroizing;

/// Secrets by name. Every clone knows the same ones.
#[derive(Clone)]
pub(crate) struct Secrets {
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

impl Secrets {
    /// Those in this keyring.
    pub(crate) fn new(keyring: Arc<dyn SecretStore>) -> Self {
        Self {
            keyring,
            session: Arc::default(),
        }
    }

    /// Keeps a secret, in the place of an earlier one.
    pub(crate) fn keep(&self, name: &str, secret: &str) -> Kept {
        match self.keyring.write(name, secret.as_bytes()) {
            Ok(()) => {
                // Never fails; an older one there would count before the keyring's.
                let _ = self.session.forget(name);
                Kept::Keyring
            }
            Err(error) => {
                self.keep_for_now(name, secret);
                Kept::Session(error)
            }
        }
    }

    /// Keeps a secret until the app stops, without a word to the keyring.
    pub(crate) fn keep_for_now(&self, name: &str, secret: &str) {
        let _ = self.session.write(name, secret.as_bytes());
    }

    /// A secret; `None` when none is kept.
    pub(crate) fn of(&self, name: &str) -> Result<Option<Zeroizing<String>>, SecretStoreError> {
        let secret = match self.session.read(name)? {
            Some(secret) => Some(secret),
            None => self.keyring.read(name)?,
        };
        let text = |bytes: Zeroizing<Vec<u8>>| {
            let text = std::str::from_utf8(&bytes).map_err(|_| SecretStoreError::Foreign)?;
            Ok(Zeroizing::new(text.to_owned()))
        };
        secret.map(text).transpose()
    }

    /// Forgets a secret.
    pub(crate) fn forget(&self, name: &str) -> Result<(), SecretStoreError> {
        let _ = self.session.forget(name);
        self.keyring.forget(name)
    }
}
