//! The JSON lines of the command line: a contract that others script against (`docs/cli.md`).

use serde::Serialize;

/// One message that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MessageLine {
    /// The file, as it was named or found.
    pub path: String,
    /// Byte offset of the `From ` line; only for a message in an mbox.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
    /// `Message-ID` without angle brackets.
    pub message_id: Option<String>,
    /// `draft`, `received` or `sent`; absent when the message could not be read.
    pub direction: Option<&'static str>,
    /// Subject.
    pub subject: Option<String>,
    /// The sender's address.
    pub from: Option<String>,
    /// What was found, gravest first.
    pub findings: Vec<FindingLine>,
    /// What could not be looked at, in words; left out when everything was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<String>,
    /// Why the message could not be read.
    pub error: Option<String>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingLine {
    /// Rule id.
    pub rule: &'static str,
    /// `info`, `warn` or `stop`.
    pub severity: &'static str,
    /// Only for `sensitive-pupil-data`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<&'static str>,
    /// What, in the chosen language.
    pub title: String,
    /// Why, in the chosen language.
    pub message: String,
    /// Paragraph of the agreements.
    pub policy_ref: Option<String>,
    /// The places that show it.
    pub evidence: Vec<EvidenceLine>,
    /// Ways out, best first.
    pub fixes: Vec<&'static str>,
}

/// A place that shows a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvidenceLine {
    /// `from to cc bcc subject body quoted attachment:NAME link`.
    pub part: String,
    /// Exactly the text between `start` and `end`.
    pub text: String,
    /// Offset in Unicode scalar values in that part's decoded text.
    pub start: usize,
    /// End, exclusive, counted alike.
    pub end: usize,
}

/// The last line of a scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SummaryLine {
    /// The totals.
    pub summary: Summary,
}

/// Totals of a scan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Messages read.
    pub messages: u64,
    /// Messages with at least one finding.
    pub with_findings: u64,
    /// Messages that could not be read.
    pub errors: u64,
    /// Findings by rule id.
    pub rules: std::collections::BTreeMap<&'static str, u64>,
    /// The scan was broken off; left out when it came to its end.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub interrupted: bool,
}

/// One event of `mailwijs watch`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub enum WatchLine {
    /// A version of a draft was checked.
    Checked {
        /// When, RFC 3339 in UTC with microseconds.
        at: String,
        /// Root of the store.
        store: String,
        /// Folder name.
        folder: String,
        /// The draft across its saves.
        draft: String,
        /// `Message-ID` of this version.
        message_id: Option<String>,
        /// Subject.
        subject: String,
        /// What was found; empty for a clean draft.
        findings: Vec<FindingLine>,
    },
    /// A draft was put right.
    Resolved {
        /// When.
        at: String,
        /// The draft.
        draft: String,
        /// The rules that no longer speak.
        rules: Vec<&'static str>,
    },
    /// A message was sent.
    Sent {
        /// When.
        at: String,
        /// The draft it was, when one was seen.
        draft: Option<String>,
        /// `Message-ID`.
        message_id: Option<String>,
        /// What was still open.
        open_findings: Vec<FindingLine>,
    },
    /// A message came in.
    Received {
        /// When.
        at: String,
        /// Root of the store.
        store: String,
        /// Folder name.
        folder: String,
        /// `Message-ID`.
        message_id: Option<String>,
        /// What was found.
        findings: Vec<FindingLine>,
    },
    /// A received mail is no longer in a folder, or nothing of it is left where it was deleted before.
    Gone {
        /// When.
        at: String,
        /// `Message-ID`.
        message_id: Option<String>,
        /// The folder it left.
        folder: String,
        /// Folders that still show it.
        left_in: Vec<String>,
        /// Whether its bytes are still in a file: a mail client removes them later, when it compacts or expunges a folder.
        bytes_left: bool,
    },
    /// A draft is gone without being sent.
    Discarded {
        /// When.
        at: String,
        /// The draft.
        draft: String,
    },
    /// Every store is being watched.
    Ready {
        /// When.
        at: String,
        /// Roots.
        stores: Vec<String>,
    },
    /// Something could not be read; watching goes on.
    Error {
        /// When.
        at: String,
        /// Root of the store.
        store: String,
        /// What to do.
        message: String,
    },
}
