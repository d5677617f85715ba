//! Mailboxes on servers, for the page My mail.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A mailbox on a server that was set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct MailboxDto {
    /// Its URL.
    pub id: String,
    /// The teacher's address.
    pub email: String,
    /// The server.
    pub host: String,
    /// `signing-in`, `connecting`, `watching`, `no-drafts`, `waiting` (it is tried again by itself) or `stopped`.
    pub state: String,
    /// What is wrong, and what to do; empty when nothing is.
    pub message: String,
    /// The drafts folders' names.
    pub drafts: Vec<String>,
    /// Last event, RFC 3339.
    pub last_event: Option<String>,
}

/// A server, as the teacher names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ServerDto {
    /// Its name.
    pub host: String,
    /// Its port; `null` for the usual one.
    pub port: Option<u16>,
    /// The connection begins in the clear and is raised to TLS.
    pub starttls: bool,
    /// The name to log in with; empty for the address.
    pub user: String,
}

/// How one gets into the mailbox of an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct MailboxWayDto {
    /// `password`, `browser` (at the provider's own page) or `unknown`: the teacher has to name the server.
    pub way: String,
    /// The server; empty when unknown.
    pub host: String,
}
