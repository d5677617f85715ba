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
    Denied(&'static str, Refusal),
}

/// What a server says of how long it refuses something, by a code of RFC 5530.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// This user may not, or there is no such thing.
    ForGood,
    /// It has trouble, or somebody else is at it.
    ForNow,
    /// It does not say.
    Unsaid,
}

impl Refusal {
    /// By what stands behind NO.
    pub(crate) fn of(said: &str) -> Self {
        let code = said.trim_start().strip_prefix('[').unwrap_or_default();
        let code = code.split([']', ' ']).next().unwrap_or_default();
        match code.to_ascii_uppercase().as_str() {
            "NOPERM" | "NONEXISTENT" => Self::ForGood,
            "UNAVAILABLE" | "INUSE" | "LIMIT" | "SERVERBUG" | "CORRUPTION" | "OVERQUOTA" => Self::ForNow,
            _ => Self::Unsaid,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_how_long_a_server_refuses() {
        assert_eq!(Refusal::of("[NOPERM] Permission denied."), Refusal::ForGood);
        assert_eq!(
            Refusal::of("[nonexistent] Unknown Mailbox: x (Failure)"),
            Refusal::ForGood
        );
        assert_eq!(
            Refusal::of("[UNAVAILABLE] Temporary problem NOPERM"),
            Refusal::ForNow
        );
        for said in ["", "Permission denied", "[ALERT] [NOPERM]", "[", "[NOPERMIT] x"] {
            assert_eq!(Refusal::of(said), Refusal::Unsaid, "{said}");
        }
    }
}
