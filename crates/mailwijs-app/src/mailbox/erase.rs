//! Forgetting every mailbox at once.

use std::fs;
use std::io;

use mailwijs_history::SecretStoreError;

use super::{MailboxSecrets, Mailboxes};
use crate::error::{AppError, ErrorCode};
use crate::place::Places;

/// Forgets every mailbox and its secret, and removes the file, also one that cannot be read.
///
/// # Errors
/// When the file cannot be removed, or the keyring may still have a secret; whatever could be forgotten is.
pub fn erase(places: &Places, secrets: &MailboxSecrets) -> Result<(), AppError> {
    let path = places.mailboxes();
    let known = Mailboxes::read(places);
    let mut left = None;
    for mailbox in known.iter().flat_map(Mailboxes::all) {
        match secrets.forget(mailbox) {
            // Without a keyring nothing was ever put in one.
            Ok(()) | Err(SecretStoreError::Absent) => {}
            Err(error) => left = Some(AppError::new(ErrorCode::SecretLeft).because(error)),
        }
    }
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(AppError::at(ErrorCode::WriteFailed, &path, error))
        }
        _ => left.map_or(Ok(()), Err),
    }
}
