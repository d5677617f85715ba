//! Thunderbird's `folderCache.json`: what each folder is for, whatever its language and however its name was cut.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::settings;
use crate::FolderRole;
use crate::search::Hints;

/// One folder's entry; the other fields do not matter here.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    #[serde(default)]
    flags: u64,
    #[serde(default)]
    online_name: String,
    #[serde(default)]
    hier_delim: u32,
}

/// Adds what a profile's cache says. It is written when Thunderbird closes, so it may be absent or of before.
pub(super) fn read(profile: &Path, hints: &mut Hints) {
    let Some(text) = settings(&profile.join("folderCache.json")) else {
        return;
    };
    let Ok(entries) = serde_json::from_str::<HashMap<String, Entry>>(&text) else {
        return;
    };
    for (key, entry) in entries {
        let Some(path) = locate(profile, &key) else {
            continue;
        };
        if let Some(role) = role(entry.flags) {
            hints.roles.insert(path.clone(), role);
        }
        if let Some(name) = name(&entry) {
            hints.names.insert(path, name);
        }
    }
}

/// The folder that a key names. Keys are absolute paths of indexes, of where the profile stood when it was written.
fn locate(profile: &Path, key: &str) -> Option<PathBuf> {
    let key = key.replace('\\', "/");
    let folder = key.strip_suffix(".msf")?;
    let below = ["/ImapMail/", "/Mail/", "/News/"]
        .iter()
        .find_map(|place| folder.find(place).and_then(|at| folder.get(at + 1..)))?;
    Some(profile.join(below))
}

/// Flags of `nsMsgFolderFlags`.
fn role(flags: u64) -> Option<FolderRole> {
    const ROLES: [(u64, FolderRole); 8] = [
        (0x0400, FolderRole::Drafts),
        (0x0200, FolderRole::Sent),
        (0x0800, FolderRole::Outbox),
        (0x0100, FolderRole::Trash),
        (0x4000_0000, FolderRole::Junk),
        (0x4000, FolderRole::Archive),
        (0x40_0000, FolderRole::Templates),
        (0x1000, FolderRole::Inbox),
    ];
    ROLES
        .iter()
        .find(|(flag, _)| flags & flag != 0)
        .map(|(_, role)| *role)
}

fn name(entry: &Entry) -> Option<String> {
    if entry.online_name.is_empty() {
        return None;
    }
    let delimiter = char::from_u32(entry.hier_delim).filter(char::is_ascii_punctuation);
    let levels = entry.online_name.split(delimiter.unwrap_or('/'));
    Some(levels.map(crate::utf7::decode).collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_every_platform() {
        let profile = Path::new("/p");
        for key in [
            "/home/an/.thunderbird/k3x9p2qa.default-esr/ImapMail/imap.x/INBOX.sbd/4B.msf",
            "C:\\Users\\an\\AppData\\Roaming\\Thunderbird\\Profiles\\k3\\ImapMail\\imap.x\\INBOX.sbd\\4B.msf",
        ] {
            assert_eq!(
                locate(profile, key),
                Some(PathBuf::from("/p/ImapMail/imap.x/INBOX.sbd/4B")),
                "{key}"
            );
        }
        assert_eq!(locate(profile, "/home/an/ImapMail/imap.x"), None);
    }

    #[test]
    fn flags_seen_in_a_dutch_profile() {
        assert_eq!(role(134_751_252), Some(FolderRole::Drafts));
        assert_eq!(role(134_750_228), None);
    }
}
