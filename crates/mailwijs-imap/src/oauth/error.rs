//! Why nobody was signed in.

use std::io;

use crate::Cause;

/// Why nobody was signed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// The teacher said no at the provider's page.
    #[error("the sign-in was declined at the provider's page")]
    Declined,
    /// [`super::Canceller::cancel`].
    #[error("the sign-in was cancelled")]
    Cancelled,
    /// The browser brought no answer in time.
    #[error("nobody signed in in time")]
    TimedOut,
    /// This computer lets nobody listen for the browser's answer.
    #[error("the browser's answer cannot be received ({0})")]
    NoListener(io::ErrorKind),
    /// The provider gives a token for now, but none to stay signed in with: a scope is missing.
    #[error(
        "the provider does not let Mailwijs stay signed in; ask your ICT coordinator to check the scopes"
    )]
    Fleeting,
    /// The provider cannot be reached, does not know the client id, or answers something else than it should.
    #[error(transparent)]
    Provider(#[from] Cause),
}
