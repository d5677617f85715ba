//! Which messages of an mbox are still there for its mail client, and which are only bytes that wait for compaction.

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::entry::Entry;
use super::reader::MboxReader;
use crate::{FolderRole, header, mork};

/// `X-Mozilla-Status` bit of a message that is deleted, moved away or saved anew ("Expunged").
pub(crate) const EXPUNGED: u16 = 0x0008;

/// How to tell live messages from ghosts.
#[derive(Debug)]
pub(crate) enum Liveness {
    /// By the status bits in each message: local folders, POP, and every other program's mbox.
    Status,
    /// By Thunderbird's index: the offsets it lists are live.
    Tokens(HashSet<u64>),
    /// The index of an IMAP copy is missing or being rewritten: the newest of each message counts.
    Newest(HashMap<u64, u64>),
}

impl Liveness {
    /// Reads what is needed to judge the messages of the mbox at `path`.
    pub(crate) fn of(path: &Path, role: FolderRole) -> Self {
        if !is_imap_copy(path) {
            return Self::Status;
        }
        if let Some(tokens) = index_beside(path) {
            return Self::Tokens(tokens);
        }
        Self::newest(path, role)
    }

    /// Of each message the copy that stands last, whatever the index lists.
    pub(crate) fn newest(path: &Path, role: FolderRole) -> Self {
        let mut newest = HashMap::new();
        if let Ok(file) = crate::file::open(path) {
            let mut reader = MboxReader::new(file, 0);
            while let Ok(Some(entry)) = reader.next_entry() {
                newest.insert(identity(entry.stored(), role, entry.offset), entry.offset);
            }
        }
        Self::Newest(newest)
    }

    /// What can be told without reading the whole mbox: the same, but where the index of an IMAP copy is missing, the bits.
    pub(crate) fn at_hand(path: &Path) -> Self {
        let tokens = is_imap_copy(path).then(|| index_beside(path)).flatten();
        tokens.map_or(Self::Status, Self::Tokens)
    }

    /// Whether `entry` is live.
    pub(crate) fn is_live(&self, entry: &Entry, role: FolderRole) -> bool {
        let expunged = mozilla_status(entry.stored()).is_some_and(|status| status & EXPUNGED != 0);
        match self {
            Self::Status => !expunged,
            Self::Tokens(tokens) => tokens.contains(&entry.offset),
            Self::Newest(newest) => {
                let identity = identity(entry.stored(), role, entry.offset);
                !expunged && newest.get(&identity).is_none_or(|offset| *offset == entry.offset)
            }
        }
    }
}

/// What copies of one message in an IMAP copy have in common: the Message-ID, and for drafts, which get a new one at each save, the
/// subject and the sender.
pub(crate) fn identity(stored: &[u8], role: FolderRole, offset: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    if matches!(role, FolderRole::Drafts | FolderRole::Templates) {
        (header::first(stored, "Subject"), header::first(stored, "From")).hash(&mut hasher);
    } else if let Some(id) = header::first(stored, "Message-ID") {
        id.hash(&mut hasher);
    } else {
        offset.hash(&mut hasher);
    }
    hasher.finish()
}

/// The bits of the first `X-Mozilla-Status`; a second, stale one stands in mail that was archived from IMAP.
pub(crate) fn mozilla_status(stored: &[u8]) -> Option<u16> {
    let value = std::str::from_utf8(header::first(stored, "X-Mozilla-Status")?).ok()?;
    u16::from_str_radix(value, 16).ok()
}

/// Whether this is Thunderbird's offline copy of an IMAP folder, in which deleted messages bear no mark.
pub(crate) fn is_imap_copy(path: &Path) -> bool {
    let under_imap = |path: &Path| path.components().any(|part| part.as_os_str() == "ImapMail");
    under_imap(path) || path.canonicalize().is_ok_and(|path| under_imap(&path))
}

/// The offsets that the `.msf` index beside an mbox lists; `None` when it is absent or half-written.
pub(crate) fn index_beside(mbox: &Path) -> Option<HashSet<u64>> {
    let bytes = crate::file::read(&msf_of(mbox)).ok()?;
    let tokens = mork::store_tokens(&bytes)?;
    Some(
        tokens
            .iter()
            .filter_map(|token| std::str::from_utf8(token).ok()?.parse().ok())
            .collect(),
    )
}

/// The names of the files that the `.msf` index of a Maildir lists; `None` when it is absent or half-written.
pub(crate) fn names_beside(maildir: &Path) -> Option<HashSet<Vec<u8>>> {
    let bytes = crate::file::read(&msf_of(maildir)).ok()?;
    Some(mork::store_tokens(&bytes)?.into_iter().collect())
}

/// The path of the index that belongs to a folder.
pub(crate) fn msf_of(folder: &Path) -> PathBuf {
    let mut name = OsString::from(folder);
    name.push(".msf");
    PathBuf::from(name)
}
