//! Why the history cannot be opened or written.

use std::io;

use rusqlite::ErrorCode;

use crate::SecretStoreError;

/// Why the history cannot be opened or written. Whatever it says, the files on disk are as they were.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The keyring cannot be used.
    #[error("the keyring of this computer cannot be used: {0}")]
    NoKeyring(#[from] SecretStoreError),
    /// There is an encrypted history, but the keyring no longer has its key.
    #[error("the keyring no longer has the key of the history on this computer")]
    KeyMissing,
    /// It is encrypted with a passphrase, which nobody gave.
    #[error("it is encrypted with a passphrase")]
    Locked,
    /// The passphrase does not open the history.
    #[error("this passphrase does not open the history")]
    WrongPassphrase,
    /// An empty passphrase protects nothing.
    #[error("a passphrase is needed")]
    EmptyPassphrase,
    /// The file is not a history, or another key was used for it.
    #[error("the history file was not made with this key, or is no history")]
    Unreadable,
    /// The key fits, but the file is incomplete or damaged.
    #[error("the history file is damaged")]
    Damaged,
    /// The file was written by a newer version of the app.
    #[error("the history was written by a newer version (format {found}, this version knows {known})")]
    TooNew {
        /// The file's format.
        found: i32,
        /// The newest format this version knows.
        known: i32,
    },
    /// Another process keeps the history busy.
    #[error("the history is in use by another process")]
    Busy,
    /// This build has no encryption; nothing is stored.
    #[error("this build cannot encrypt, so nothing is stored")]
    NoEncryption,
    /// No random numbers could be had for a new key.
    #[error("the system gave no random numbers")]
    NoRandomness,
    /// The folder or file cannot be reached.
    #[error("the history folder cannot be used: {0}")]
    Folder(#[from] io::Error),
    /// Anything else SQLite says, by its extended result code (<https://sqlite.org/rescode.html>).
    #[error("the history database failed (SQLite code {0})")]
    Database(i32),
}

impl From<rusqlite::Error> for HistoryError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            // A value of another type than the schema says: somebody else's table.
            return Self::Damaged;
        };
        match failure.code {
            ErrorCode::NotADatabase => Self::Unreadable,
            ErrorCode::DatabaseCorrupt => Self::Damaged,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            _ => Self::Database(failure.extended_code),
        }
    }
}
