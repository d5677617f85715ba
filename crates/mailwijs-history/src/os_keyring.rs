//! The operating system's keyring: Secret Service, Keychain, Credential Manager.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use keyring::v1::Entry;
use keyring::v1::Error;
use zeroize::Zeroizing;

use crate::{Key, KeyStore, KeyStoreError};

/// A Secret Service that was never set up waits for a prompt that nobody sees.
const PATIENCE: Duration = Duration::from_secs(5);

/// The operating system's keyring. A call that does not come back in time is given up: its thread stays behind, parked.
#[derive(Debug, Clone)]
pub struct OsKeyring {
    service: String,
    account: String,
    patience: Duration,
}

impl OsKeyring {
    /// The entry of this app.
    pub fn new() -> Self {
        Self {
            service: "nl.mailwijs.desktop".into(),
            account: "history".into(),
            patience: PATIENCE,
        }
    }

    /// Waits so long for an answer instead of five seconds.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<Option<T>, KeyStoreError> {
        let (service, account) = (self.service.clone(), self.account.clone());
        let (answer, answers) = mpsc::channel();
        thread::Builder::new()
            .name("keyring".into())
            .spawn(move || {
                let answered = Entry::new(&service, &account).and_then(question);
                // Nobody listens any more when it took too long.
                let _ = answer.send(answered);
            })
            .map_err(|error| KeyStoreError::Refused(error.kind().to_string()))?;
        match answers.recv_timeout(self.patience) {
            Ok(Ok(value)) => Ok(Some(value)),
            Ok(Err(Error::NoEntry)) => Ok(None),
            Ok(Err(Error::NoDefaultStore)) => Err(KeyStoreError::Absent),
            Ok(Err(Error::BadDataFormat(..) | Error::BadEncoding(_))) => Err(KeyStoreError::NotAKey),
            Ok(Err(error)) => Err(KeyStoreError::Refused(error.to_string())),
            Err(mpsc::RecvTimeoutError::Timeout) => Err(KeyStoreError::Silent(self.patience)),
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(KeyStoreError::Refused("it crashed".into())),
        }
    }
}

impl Default for OsKeyring {
    fn default() -> Self {
        Self::new()
    }
}

impl KeyStore for OsKeyring {
    fn read(&self) -> Result<Option<Key>, KeyStoreError> {
        let secret = self.ask(|entry| entry.get_secret().map(Zeroizing::new))?;
        secret
            .map(|bytes| Key::from_bytes(&bytes).ok_or(KeyStoreError::NotAKey))
            .transpose()
    }

    fn write(&self, key: &Key) -> Result<(), KeyStoreError> {
        let key = key.clone();
        self.ask(move |entry| entry.set_secret(key.as_bytes())).map(drop)
    }

    fn forget(&self) -> Result<(), KeyStoreError> {
        self.ask(|entry| entry.delete_credential()).map(drop)
    }
}
