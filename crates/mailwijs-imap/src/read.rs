//! All mail of a mailbox, one message after the other, newest first.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use mailwijs_store::{FolderRole, MessageKey, RawMessage};

use crate::check::blocking;
use crate::fetch::{LARGEST, marks, message, open, search};
use crate::folders::list;
use crate::sync::Listing;
use crate::wire::{Talk, Which, connect};
use crate::{Account, Cause, Credential, ImapError, Place, RemoteFolder, Trust, distrust, store_url};

/// Which messages of a mailbox are read.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Only those that came on this day or later, by the server's clock.
    pub since: Option<Date>,
    /// Only those in folders with these roles.
    pub roles: &'a dyn Fn(FolderRole) -> bool,
    /// Whether the message at a place was read already: it does not come over again.
    pub is_known: &'a dyn Fn(&MessageKey) -> bool,
}

impl Wanted<'_> {
    /// Every message.
    pub const ALL: Wanted<'static> = Wanted {
        since: None,
        roles: &|_| true,
        is_known: &|_| false,
    };
}

/// What reading a mailbox brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A folder comes next, with so many messages.
    Folder {
        /// The folder.
        folder: RemoteFolder,
        /// How many there are, those that are skipped among them.
        messages: usize,
    },
    /// A message.
    Message(RawMessage),
    /// One that is too large to be read; where it stands.
    Skipped(MessageKey),
    /// One that was read already; where it stands.
    Known(MessageKey),
}

/// Reads what is wanted in every folder but that of unwanted mail, the inbox and the drafts first, and in each the newest message first,
/// until `each` breaks off.
///
/// Memory holds one message at a time; nothing in the mailbox changes.
///
/// # Errors
/// Why the mailbox, or the rest of it, cannot be read.
pub fn read(
    account: &Account,
    credential: &Credential,
    trust: &Trust,
    wanted: Wanted<'_>,
    mut each: impl FnMut(Reading) -> ControlFlow<()>,
) -> Result<(), ImapError> {
    let tls = trust
        .client_config()
        .map_err(|error| Cause::Unsafe(distrust(&error).to_owned()).of(account))?;
    let store = store_url(account);
    let walked = blocking(async {
        let mut talk = connect(account, credential, Arc::new(tls)).await?;
        for folder in in_order(list(&mut talk).await?, wanted.roles) {
            if read_folder(&mut talk, &store, folder, wanted, &mut each)
                .await?
                .is_break()
            {
                break;
            }
        }
        talk.end().await;
        Ok(())
    });
    walked.map_err(|cause| cause.of(account))
}

/// What matters most comes first.
fn in_order(mut folders: Vec<RemoteFolder>, wanted: &dyn Fn(FolderRole) -> bool) -> Vec<RemoteFolder> {
    use FolderRole::{Archive, Drafts, Inbox, Junk, Other, Outbox, Sent, Templates, Trash};
    folders.retain(|folder| folder.role != Junk && wanted(folder.role));
    folders.sort_by_key(|folder| match folder.role {
        Drafts | Outbox => 0,
        Inbox => 1,
        Other | Templates => 2,
        Sent => 3,
        Trash => 4,
        Archive | Junk => 5,
    });
    folders
}

/// The messages of the folder that is open, those since a day when one is given.
async fn listing(talk: &mut Talk, since: Option<Date>) -> Result<Listing, Cause> {
    let Some(since) = since else {
        return marks(talk, 1, None).await;
    };
    let wanted = match search(talk, Which::Since(since)).await {
        Ok(wanted) => wanted,
        // Then all are read, and the dates in them tell.
        Err(Cause::Denied(..)) => return marks(talk, 1, None).await,
        Err(cause) => return Err(cause),
    };
    let Some(first) = wanted.first() else {
        return Ok(Listing::default());
    };
    let mut listing = marks(talk, *first, None).await?;
    listing.marks.retain(|uid, _| wanted.contains(uid));
    Ok(listing)
}

async fn read_folder(
    talk: &mut Talk,
    store: &Path,
    folder: RemoteFolder,
    wanted: Wanted<'_>,
    each: &mut impl FnMut(Reading) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Cause> {
    let opened = match open(talk, &folder.spelled).await {
        Ok(opened) => opened,
        // A folder that may not be opened, or is gone by now, does not keep the others from being read.
        Err(Cause::Denied(..)) => return Ok(ControlFlow::Continue(())),
        Err(cause) => return Err(cause),
    };
    let listing = if opened.exists == 0 {
        Listing::default()
    } else {
        listing(talk, wanted.since).await?
    };
    let place = Place::new(store, &folder.name, opened.uid_validity);
    let live = listing.marks.iter().filter(|(_, mark)| !mark.deleted).rev();
    let begin = Reading::Folder {
        folder: folder.clone(),
        messages: live.clone().count(),
    };
    if each(begin).is_break() {
        return Ok(ControlFlow::Break(()));
    }
    for (uid, mark) in live {
        let reading = if (wanted.is_known)(&place.of(*uid)) {
            Reading::Known(place.of(*uid))
        } else if mark.size > LARGEST {
            Reading::Skipped(place.of(*uid))
        } else {
            let Some(bytes) = message(talk, *uid, mark, None).await? else {
                continue;
            };
            Reading::Message(RawMessage {
                key: place.of(*uid),
                store: store.to_owned(),
                folder: folder.name.clone(),
                role: folder.role,
                draft_flag: mark.draft,
                loose: false,
                bytes,
            })
        };
        if each(reading).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}
