//! A watched folder: how closely it is followed, and whose drafts or mail it holds.

use std::path::Path;

use super::files_seen::FilesSeen;
use super::mbox_tail::MboxTail;
use crate::{Folder, FolderRole, StoreFormat};

/// A folder that is watched.
#[derive(Debug)]
pub(super) struct WatchedFolder {
    pub folder: Folder,
    /// It is all there is in its store, so nothing but its messages tells what they are.
    pub alone: bool,
    pub messages: Messages,
}

#[derive(Debug)]
pub(super) enum Messages {
    Mbox(MboxTail),
    Files(FilesSeen),
}

impl WatchedFolder {
    /// `None` for folders whose messages do not matter: the trash, junk, archives and templates.
    pub(super) fn new(folder: Folder, store: &Path, alone: bool) -> Option<Self> {
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
            messages,
        })
    }
}
