//! Which mailbox on which server, without its secrets.

use serde::{Deserialize, Serialize};

/// A mailbox on a server, as the teacher or the school's policy describes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The teacher's address: mail from it is this mailbox's own.
    pub email: String,
    /// The name to log in with; most often the address.
    pub user: String,
    /// The server's name, as its certificate must bear it.
    pub host: String,
    /// Its port: 993 for [`Security::Tls`], 143 for [`Security::StartTls`].
    pub port: u16,
    /// How the connection is made safe.
    #[serde(default)]
    pub security: Security,
    /// How the teacher proves who they are.
    #[serde(default)]
    pub auth: Auth,
}

/// How the connection is made safe; without it nothing is sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte (RFC 8314).
    #[default]
    Tls,
    /// The plain connection is raised to TLS before anything is said (RFC 9051, section 6.2.1).
    StartTls,
}

/// How the teacher proves who they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Auth {
    /// A password, or an app password.
    #[default]
    Password,
    /// An access token from the provider's own sign-in page (SASL XOAUTH2).
    OAuth,
}

impl Account {
    /// The account's name in messages and settings: `an@school.example (imap.school.example)`.
    pub fn name(&self) -> String {
        format!("{} ({})", self.email, self.host)
    }
}
