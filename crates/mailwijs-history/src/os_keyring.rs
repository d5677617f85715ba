//! The operating system's keyring: Secret Service, Keychain, Credential Manager.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use keyring::v1::Entry;
use keyring::v1::Error;

use crate::{Secret, SecretStore, SecretStoreError};

/// A Secret Service that was never set up waits for a prompt that nobody sees.
const PATIENCE: Duration = Duration::from_secs(5);

/// The operating system's keyring. A call that does not come back in time is given up: its thread stays behind, parked.
#[derive(Debug, Clone)]
pub struct OsKeyring {
    service: String,
    patience: Duration,
}

impl OsKeyring {
    /// The entries of this app.
    pub fn new() -> Self {
        Self {
            service: "nl.mailwijs.desktop".into(),
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
        name: &str,
        question: impl FnOnce(Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<Option<T>, SecretStoreError> {
        let (service, name) = (self.service.clone(), name.to_owned());
        let (answer, answers) = mpsc::channel();
        thread::Builder::new()
            .name("keyring".into())
            .spawn(move || {
                let answered = Entry::new(&service, &name).and_then(question);
                // Nobody listens any more when it took too long.
                let _ = answer.send(answered);
            })
            .map_err(|error| SecretStoreError::Refused(error.kind().to_string()))?;
        match answers.recv_timeout(self.patience) {
            Ok(Ok(value)) => Ok(Some(value)),
            Ok(Err(Error::NoEntry)) => Ok(None),
            Ok(Err(Error::NoDefaultStore)) => Err(SecretStoreError::Absent),
            Ok(Err(Error::BadDataFormat(..) | Error::BadEncoding(_))) => Err(SecretStoreError::Foreign),
            Ok(Err(error)) => Err(SecretStoreError::Refused(error.to_string())),
            Err(mpsc::RecvTimeoutError::Timeout) => Err(SecretStoreError::Silent(self.patience)),
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(SecretStoreError::Refused("it crashed".into())),
        }
    }
}

impl Default for OsKeyring {
    fn default() -> Self {
        Self::new()
    }
}

impl SecretStore for OsKeyring {
    fn read(&self, name: &str) -> Result<Option<Secret>, SecretStoreError> {
        self.ask(name, |entry| entry.get_secret().map(Secret::new))
    }

    fn write(&self, name: &str, secret: &[u8]) -> Result<(), SecretStoreError> {
        let secret = Secret::new(secret.to_vec());
        self.ask(name, move |entry| entry.set_secret(&secret)).map(drop)
    }

    fn forget(&self, name: &str) -> Result<(), SecretStoreError> {
        self.ask(name, |entry| entry.delete_credential()).map(drop)
    }
}
