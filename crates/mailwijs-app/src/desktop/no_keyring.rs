//! A computer that has no keyring, for tests.

use mailwijs_history::{Key, KeyStore, KeyStoreError};

/// Keeps no key and says so.
pub struct NoKeyring;

impl KeyStore for NoKeyring {
    fn read(&self) -> Result<Option<Key>, KeyStoreError> {
        Err(KeyStoreError::Absent)
    }

    fn write(&self, _: &Key) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Absent)
    }

    fn forget(&self) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Absent)
    }
}
