//! Secrets for as long as the app runs.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{Secret, SecretStore, SecretStoreError};

/// Keeps secrets in memory, until it is dropped: for a computer without a keyring.
#[derive(Default)]
pub struct SessionStore(Mutex<BTreeMap<String, Secret>>);

impl SessionStore {
    fn secrets(&self) -> MutexGuard<'_, BTreeMap<String, Secret>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SecretStore for SessionStore {
    fn read(&self, name: &str) -> Result<Option<Secret>, SecretStoreError> {
        Ok(self.secrets().get(name).cloned())
    }

    fn write(&self, name: &str, secret: &[u8]) -> Result<(), SecretStoreError> {
        self.secrets()
            .insert(name.to_owned(), Secret::new(secret.to_vec()));
        Ok(())
    }

    fn forget(&self, name: &str) -> Result<(), SecretStoreError> {
        self.secrets().remove(name);
        Ok(())
    }
}
