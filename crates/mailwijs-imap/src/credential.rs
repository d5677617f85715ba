//! The secret that opens a mailbox; never printed, wiped from memory when dropped.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::ImapError;

/// A short-lived token and where a new one comes from.
pub trait AccessToken: Send + Sync {
    /// A token that is valid now; it may ask the provider for one, which takes a second or more.
    ///
    /// # Errors
    /// [`crate::Cause::SignInNeeded`] when the provider no longer honours the sign-in, [`crate::Cause::Unreachable`] when it
    /// cannot be asked now.
    fn get(&self) -> Result<Zeroizing<String>, ImapError>;

    /// The server did not take the last token: the next [`Self::get`] must bring another.
    fn refused(&self);
}

/// What opens a mailbox.
#[derive(Clone)]
pub enum Credential {
    /// A password, or an app password.
    Password(Zeroizing<String>),
    /// SASL XOAUTH2.
    Token(Arc<dyn AccessToken>),
}

impl fmt::Debug for Credential {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Password(_) => "Password(…)",
            Self::Token(_) => "Token(…)",
        })
    }
}
