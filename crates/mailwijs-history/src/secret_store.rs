//! Where secrets are kept: outside every file of ours.

use std::time::Duration;

use zeroize::Zeroizing;

/// A secret; wiped from memory when dropped. Never print it.
pub type Secret = Zeroizing<Vec<u8>>;

/// A place outside our files that keeps secrets, each under a name.
pub trait SecretStore: Send + Sync {
    /// The secret of this name, when there is one.
    ///
    /// # Errors
    /// When the place cannot be used.
    fn read(&self, name: &str) -> Result<Option<Secret>, SecretStoreError>;

    /// Keeps this secret, in the place of any other of this name.
    ///
    /// # Errors
    /// When the place cannot be used.
    fn write(&self, name: &str, secret: &[u8]) -> Result<(), SecretStoreError>;

    /// Forgets the secret of this name; fine when there is none.
    ///
    /// # Errors
    /// When the place cannot be used.
    fn forget(&self, name: &str) -> Result<(), SecretStoreError>;
}

/// Why a secret store cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretStoreError {
    /// This computer or session has none.
    #[error("there is none in this session")]
    Absent,
    /// It did not answer in time: it was never set up, or waits for a password.
    #[error("it did not answer within {} seconds", .0.as_secs())]
    Silent(Duration),
    /// It refused; the system's words.
    #[error("{0}")]
    Refused(String),
    /// What it keeps under our name is not what we put there.
    #[error("what it keeps for Mailwijs is something else")]
    Foreign,
}
