//! What the store tells the rest of the product.

use std::path::PathBuf;

use crate::ReadError;
use crate::search::Hints;

/// The role a folder plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FolderRole {
    /// Incoming mail.
    Inbox,
    /// Drafts.
    Drafts,
    /// Sent mail.
    Sent,
    /// Waiting to be sent ("Unsent Messages").
    Outbox,
    /// Deleted mail.
    Trash,
    /// Unwanted mail.
    Junk,
    /// Archived mail.
    Archive,
    /// Templates: neither a draft nor a message.
    Templates,
    /// Any other folder.
    Other,
}

impl FolderRole {
    /// Its word for scripts and texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::Drafts => "drafts",
            Self::Sent => "sent",
            Self::Outbox => "outbox",
            Self::Trash => "trash",
            Self::Junk => "junk",
            Self::Archive => "archive",
            Self::Templates => "templates",
            Self::Other => "other",
        }
    }
}

/// How a folder keeps its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StoreFormat {
    /// One file per message in cur/ and new/.
    Maildir,
    /// One file per folder, messages behind `From ` lines.
    Mbox,
    /// One numbered file per message.
    Mh,
    /// A folder of `.eml` or `.msg` files.
    EmlFolder,
    /// Apple Mail's `.emlx` files.
    Emlx,
    /// Evolution's copies of a server's folder, spread over `cur/00` to `cur/3f`; the folder's path is that of `cur`.
    EvolutionCache,
    /// Evolution's open compose windows, each in a hidden file.
    EvolutionAutosave,
    /// A single message file.
    SingleFile,
}

/// One folder of a mail store on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its file or directory.
    pub path: PathBuf,
    /// Its name as the teacher knows it, with `/` between levels, for example `INBOX/Leerlingen/4B`.
    pub name: String,
    /// What it is for.
    pub role: FolderRole,
    /// How it keeps messages.
    pub format: StoreFormat,
}

/// A mail store: an account's folders, or a path that was named by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailStore {
    /// Root on disk.
    pub root: PathBuf,
    /// What the teacher knows it as: the account's name, or the path.
    pub name: String,
    /// Every folder, sorted by path.
    pub folders: Vec<Folder>,
    /// Folders that could not be looked into.
    pub unreadable: Vec<ReadError>,
    /// What its client's settings say about folders, also about those that do not exist yet.
    pub(crate) hints: Hints,
}

/// A mail client found on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailClient {
    /// For example `Thunderbird`.
    pub name: &'static str,
    /// The profile or configuration it was read from.
    pub profile: PathBuf,
    /// Its accounts and identities.
    pub identities: Vec<Identity>,
    /// Its stores.
    pub stores: Vec<MailStore>,
}

/// A sender identity of a mail client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The client's own key (`id1`), for handing a draft back.
    pub key: String,
    /// Address.
    pub email: String,
    /// Full name.
    pub name: String,
    /// Where its drafts are saved, when known.
    pub drafts: Option<PathBuf>,
}

/// Where one stored message stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageKey {
    /// The file.
    pub path: PathBuf,
    /// Byte offset of the `From ` line in an mbox; `None` elsewhere.
    pub offset: Option<u64>,
}

/// A live message, as its store holds it: From_ line removed, mbox quoting undone, emlx framing removed,
/// Outlook's properties written as mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawMessage {
    /// Where it stands.
    pub key: MessageKey,
    /// The root of the store it stands in.
    pub store: PathBuf,
    /// The folder's name.
    pub folder: String,
    /// The folder's role.
    pub role: FolderRole,
    /// Maildir flags or similar: the store itself marks it as a draft.
    pub draft_flag: bool,
    /// A message file that stands in no mail folder, such as an `.eml` in Downloads: only its header tells its direction.
    pub loose: bool,
    /// RFC 5322 bytes.
    pub bytes: Vec<u8>,
}

/// The same draft across saves: stays the same while the client gives each save a new Message-ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DraftKey(pub u64);

/// What happened in a watched store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreChange {
    /// Every store is being watched: nothing saved after this is missed.
    Ready {
        /// The roots.
        stores: Vec<PathBuf>,
    },
    /// A version of a draft was saved (also one put in the outbox: its role says so).
    Saved {
        /// The draft.
        draft: DraftKey,
        /// This version.
        message: RawMessage,
    },
    /// Two keys turned out to be the same draft: an older copy made place for one that was first taken for another draft.
    /// `old` is not used any more; what was last saved under it is the draft's latest version.
    Merged {
        /// No longer used.
        old: DraftKey,
        /// Used from now on.
        into: DraftKey,
    },
    /// A draft is gone without being sent.
    Discarded {
        /// The draft.
        draft: DraftKey,
    },
    /// A message turned up in Sent.
    Sent {
        /// The draft it was, when one was seen.
        draft: Option<DraftKey>,
        /// The sent message.
        message: RawMessage,
    },
    /// A message came in.
    Received {
        /// The message.
        message: RawMessage,
    },
    /// Something could not be read; watching goes on.
    Failed {
        /// The store's root.
        store: PathBuf,
        /// What, without mail text.
        message: String,
    },
}

/// What happened in a mailbox that is no file, such as one on an IMAP server: told to a watch by whoever speaks with the
/// server, see [`Watch::remote`](crate::Watch::remote).
///
/// Messages stand under paths that nothing opens: the URL of RFC 5092 without an offset
/// (`imap://an@mail.example:993/Drafts;UIDVALIDITY=7/;UID=12`), below that of their store (`imap://an@mail.example:993/`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemoteChange {
    /// Every folder of the mailbox is looked at: nothing saved from now on is missed.
    Ready {
        /// The mailbox.
        store: PathBuf,
    },
    /// It stood there before; noted silently. Needed for each draft and for the mail of the last day in every other folder,
    /// the trash too: what is older counts as moved by its date.
    Stood {
        /// The message.
        message: RawMessage,
    },
    /// It is new under this key: a draft that was saved, a mail that was sent or one that came in, by its folder's role.
    /// Nothing is told of mail that is known from elsewhere, or of sent or received mail dated more than a day ago.
    ///
    /// When a server renumbers a folder (its UIDVALIDITY changes), all of it appears under the new keys, and only then the
    /// old keys vanish.
    Appeared {
        /// The message.
        message: RawMessage,
    },
    /// It is deleted, marked as deleted or moved away.
    Vanished {
        /// Where it stood.
        place: MessageKey,
    },
    /// Anything happened in it, be it nothing that is told: for those who look for themselves.
    Stirred {
        /// The mailbox.
        store: PathBuf,
    },
    /// Something could not be read or reached; watching goes on.
    Failed {
        /// The mailbox.
        store: PathBuf,
        /// What, without mail text.
        message: String,
    },
    /// The mailbox is not watched any more: drafts that stand nowhere else are told as discarded.
    Left {
        /// The mailbox.
        store: PathBuf,
    },
}
