//! Where the key is kept.

use std::time::Duration;

use crate::Key;

/// A place outside the database that keeps its key.
pub trait KeyStore {
    /// The key, when there is one.
    ///
    /// # Errors
    /// When the place cannot be used.
    fn read(&self) -> Result<Option<Key>, KeyStoreError>;

    /// Keeps this key, in the place of any other.
    ///
    /// # Errors
    /// When the place cannot be used.
    fn write(&self, key: &Key) -> Result<(), KeyStoreError>;

    /// Forgets the key; fine when there is none.
    ///
    /// # Errors
    /// When the place cannot be used.
    fn forget(&self) -> Result<(), KeyStoreError>;
}

/// Why a key store cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyStoreError {
    /// This computer or session has none.
    #[error("there is none in this session")]
    Absent,
    /// It did not answer in time: it was never set up, or waits for a password.
    #[error("it did not answer within {} seconds", .0.as_secs())]
    Silent(Duration),
    /// It refused; the system's words.
    #[error("{0}")]
    Refused(String),
    /// What it keeps under the app's name is no key.
    #[error("what it keeps for Mailwijs is not a key")]
    NotAKey,
}
