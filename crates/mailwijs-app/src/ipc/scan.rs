//! A scan of the mailboxes, as it crosses to the windows.

use serde::Serialize;
use ts_rs::TS;

/// How the scan of the mailboxes goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ScanDto {
    /// `running`, `paused` or `done`.
    pub state: String,
    /// How far back: `school-year`, `two-school-years` or `all`.
    pub period: String,
    /// The first day of that, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// How far it is, in percent; absent where that cannot be told.
    pub share: Option<u8>,
    /// The folder or mailbox at hand; may be empty.
    pub place: String,
    /// Messages that were read.
    pub messages: u32,
    /// Among them those in which something was found.
    pub found: u32,
    /// And those that could not be read.
    pub unread: u32,
    /// When it began, was paused or came to its end, RFC 3339.
    pub when: String,
    /// What could not be searched, in words.
    pub troubles: Vec<String>,
}
