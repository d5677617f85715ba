//! What can go wrong with a mailbox on a server, in words that say what to do; never a word of what the server sent.

use crate::Account;

/// Why a mailbox cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{account}: {cause}")]
pub struct ImapError {
    /// [`Account::name`].
    pub account: String,
    /// Why.
    pub cause: Cause,
}

/// Why a mailbox cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// No such host, no network, nobody listens; the system's words.
    #[error("the server cannot be reached ({0}); it is tried again by itself")]
    Unreachable(String),
    /// Its certificate is not to be trusted, or it speaks no TLS where it must.
    #[error(
        "the connection is not safe ({0}); nothing was sent. Check the server's name, or ask your ICT coordinator"
    )]
    Unsafe(String),
    /// Name and password, or the token, are not accepted.
    #[error("the server does not accept the name or the password; set up the mailbox again")]
    Refused,
    /// The provider wants the teacher to sign in again.
    #[error("the sign-in has ended; sign in again")]
    SignInNeeded,
    /// The server does not offer the way to log in that was set up.
    #[error(
        "the server does not let this account log in this way; ask your ICT coordinator whether IMAP is allowed"
    )]
    NotOffered,
    /// The connection ended, or nothing came for too long.
    #[error("the connection was lost; it is made again by itself")]
    Lost,
    /// What came is no IMAP, or not what was asked.
    #[error("the server answers in a way that is not understood ({0})")]
    Nonsense(&'static str),
    /// The server said NO or BAD to a command.
    #[error("the server refuses the command {0}")]
    Denied(&'static str),
}

impl Cause {
    /// With the account it concerns.
    pub fn of(self, account: &Account) -> ImapError {
        ImapError {
            account: account.name(),
            cause: self,
        }
    }

    /// Whether trying again later may help without the teacher doing anything. On a train or in a hotel a stranger's
    /// certificate answers until the laptop is elsewhere; nothing was said to it.
    pub const fn passes(&self) -> bool {
        !matches!(self, Self::Refused | Self::SignInNeeded | Self::NotOffered)
    }
}
