//! What a look at the stores brings.

use std::path::PathBuf;

use crate::{FolderRole, MessageKey, ReadError};

/// What a message is to the mail that is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kin {
    /// The mail itself: the same Message-ID, or the same text and files.
    Same,
    /// It answers, forwards or quotes the mail, or stands in the same conversation.
    Conversation,
}

/// A message that is a sought mail or akin to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sighting {
    /// [`Sought::id`](super::Sought::id) of the mail.
    pub of: u64,
    /// Where the message stands.
    pub key: MessageKey,
    /// The root of the store it stands in.
    pub store: PathBuf,
    /// The folder's name; of what a mail client left beside a folder, the name of that folder.
    pub folder: String,
    /// The folder's role.
    pub role: FolderRole,
    /// What it is to the mail.
    pub kin: Kin,
    /// Whether the mail client still shows it. If not it is deleted, but its bytes are still in the file: in an mbox until it
    /// is compacted, in `.compact-temp`, under Maildir's flag `T`, marked as deleted in an index.
    pub live: bool,
    /// Its `Message-ID`, without angle brackets.
    pub message_id: Option<String>,
    /// Its subject.
    pub subject: String,
    /// Its `Date`, in seconds since the Unix epoch.
    pub date: Option<i64>,
}

/// What one look brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked {
    /// Every copy, in the order of mails and places.
    pub sightings: Vec<Sighting>,
    /// What could not be read: a mail that stood there may still stand there, and does not count as gone.
    pub unread: Vec<ReadError>,
}
