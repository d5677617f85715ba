//! A watched folder: how closely it is followed, and whose drafts or mail it holds.

use std::path::Path;
use std::time::Duration;

use super::files_seen::FilesSeen;
use super::mbox_tail::MboxTail;
use crate::{Folder, FolderRole, StoreFormat};

/// How long the first synchronisation of an account may take.
const FILLING: Duration = Duration::from_hours(1);

/// A folder that is watched.
#[derive(Debug)]
pub(super) struct WatchedFolder {
    pub folder: Folder,
    /// It is all there is in its store, so nothing but its messages tells what they are.
    pub alone: bool,
    /// Since when it is watched, if it turned up later: an account that is new fetches its old mail first.
    pub since: Option<Duration>,
    pub messages: Messages,
}

#[derive(Debug)]
pub(super) enum Messages {
    Mbox(MboxTail),
    Files(FilesSeen),
}

impl WatchedFolder {
    /// `None` for folders whose messages do not matter: the trash, junk, archives and templates.
    pub(super) fn new(folder: Folder, store: &Path, alone: bool, since: Option<Duration>) -> Option<Self> {
        use FolderRole::{Archive, Drafts, Inbox, Junk, Other, Outbox, Sent, Templates, Trash};
        let full = match folder.role {
            Drafts | Outbox => true,
            Other => alone,
            Inbox | Sent => false,
            Trash | Junk | Archive | Templates => return None,
        };
        let messages = match folder.format {
            StoreFormat::Mbox => Messages::Mbox(MboxTail::new(&folder, store, full)),
            _ => Messages::Files(FilesSeen::new(&folder, store, full)),
        };
        Some(Self {
            folder,
            alone,
            since,
            messages,
        })
    }

    /// Whether only mail of today counts as coming in: in a folder among others mail is moved about, and a folder that is
    /// new is filled with what was there all along.
    pub(super) fn wants_recent(&self, now: Duration) -> bool {
        (self.folder.role == FolderRole::Other && !self.alone)
            || self.since.is_some_and(|since| now < since + FILLING)
    }
}
