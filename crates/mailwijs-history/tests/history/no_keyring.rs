//! A computer without a keyring.

use mailwijs_history::{Secret, SecretStore, SecretStoreError};

/// Keeps no secret and says so.
pub struct NoKeyring;

impl SecretStore for NoKeyring {
    fn read(&self, _: &str) -> Result<Option<Secret>, SecretStoreError> {
        Err(SecretStoreError::Absent)
    }

    fn write(&self, _: &str, _: &[u8]) -> Result<(), SecretStoreError> {
        Err(SecretStoreError::Absent)
    }

    fn forget(&self, _: &str) -> Result<(), SecretStoreError> {
        Err(SecretStoreError::Absent)
    }
}
