//! The database's key.

use std::fmt;
use std::fmt::Write as _;

use zeroize::Zeroizing;

use crate::{HistoryError, SecretStore, SecretStoreError};

/// The name under which the key is kept in a [`SecretStore`].
pub const KEY_NAME: &str = "history";

/// The 32-byte key of the database. Wiped from memory when dropped, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A new one, from the system's random numbers.
    ///
    /// # Errors
    /// When the system gives none.
    pub fn random() -> Result<Self, HistoryError> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *bytes).map_err(|_| HistoryError::NoRandomness)?;
        Ok(Self(bytes))
    }

    /// The key with these bytes; `None` when there are not exactly 32.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// The key that this store keeps, when it keeps one.
    pub(crate) fn read(secrets: &dyn SecretStore) -> Result<Option<Self>, SecretStoreError> {
        let secret = secrets.read(KEY_NAME)?;
        secret
            .map(|bytes| Self::from_bytes(&bytes).ok_or(SecretStoreError::Foreign))
            .transpose()
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// As SQLCipher takes a raw key: `x'…'`, 64 hexadecimal digits.
    pub(crate) fn literal(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(67));
        literal.push_str("x'");
        for byte in self.0.iter() {
            // Writing to a String cannot fail.
            let _ = write!(literal, "{byte:02x}");
        }
        literal.push('\'');
        literal
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}
