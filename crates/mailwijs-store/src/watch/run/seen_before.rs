//! What stood in a store before it was watched, so that mail that is merely moved about is no news.

use std::time::{Duration, SystemTime};

use super::Run;
use super::age::RECENT;
use crate::{Folder, FolderRole, MailStore, recent};

/// Of one folder so many messages are noted, the newest.
const OF_ONE: usize = 1000;

/// Of all folders together; each costs some 50 µs.
const OF_ALL: usize = 5000;

/// A message may have come in this much later than it was dated.
const ON_THE_WAY: Duration = Duration::from_hours(2);

impl Run {
    /// Notes the messages of the last day. What is older counts as moved by its date.
    pub(super) fn know_recent(&mut self, stores: &[MailStore]) {
        let Some(since) = SystemTime::now().checked_sub(RECENT + ON_THE_WAY) else {
            return;
        };
        let mut folders: Vec<&Folder> = stores
            .iter()
            .flat_map(|store| &store.folders)
            .filter(|folder| order(folder.role).is_some())
            .collect();
        folders.sort_by_key(|folder| order(folder.role));
        let mut left = OF_ALL;
        for folder in folders {
            let found = recent::identities(folder, since, OF_ONE.min(left));
            left -= found.len();
            self.tracker.know(folder.role, found);
            if left == 0 {
                return;
            }
        }
    }
}

/// Where mail is moved from most comes first; drafts have their own book-keeping.
fn order(role: FolderRole) -> Option<u8> {
    match role {
        FolderRole::Inbox => Some(0),
        FolderRole::Other | FolderRole::Archive => Some(1),
        FolderRole::Sent => Some(2),
        FolderRole::Trash | FolderRole::Junk => Some(3),
        FolderRole::Drafts | FolderRole::Outbox | FolderRole::Templates => None,
    }
}
