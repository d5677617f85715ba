//! What a folder is called, from its path.

use std::path::Path;

use crate::{Folder, StoreFormat, utf7};

/// The folder's name as the teacher knows it: levels below `root`, `/` between them.
pub(crate) fn of(root: &Path, folder: &Folder) -> String {
    let below = folder.path.strip_prefix(root).unwrap_or(&folder.path);
    let mut levels = Vec::new();
    for part in below.components() {
        levels_of(&part.as_os_str().to_string_lossy(), folder.format, &mut levels);
    }
    if levels.is_empty() {
        let own = folder.path.canonicalize().unwrap_or_else(|_| folder.path.clone());
        levels_of(
            &own.file_name().unwrap_or_default().to_string_lossy(),
            folder.format,
            &mut levels,
        );
    }
    levels.join("/")
}

/// One part of a path: `INBOX.sbd` holds Thunderbird's subfolders, `.INBOX.Zorg` is two levels of a Maildir++,
/// `.inbox.directory` holds `KMail`'s subfolders, `Concepten.mbox` is a mailbox of Apple Mail,
/// `INBOX/subfolders/Zorg/cur` a copy that Evolution keeps.
fn levels_of(part: &str, format: StoreFormat, levels: &mut Vec<String>) {
    if format == StoreFormat::EvolutionCache && ["cur", "folders", "subfolders"].contains(&part) {
        return;
    }
    let suffix = match format {
        StoreFormat::Emlx => ".mbox",
        _ => ".sbd",
    };
    let part = part.strip_suffix(suffix).unwrap_or(part);
    let part = part.strip_suffix(".mbox").unwrap_or(part);
    match part.strip_prefix('.').filter(|_| format == StoreFormat::Maildir) {
        Some(dotted) => {
            if let Some(parent) = dotted.strip_suffix(".directory") {
                levels.push(utf7::decode(parent));
            } else {
                levels.extend(
                    dotted
                        .split('.')
                        .filter(|level| !level.is_empty())
                        .map(utf7::decode),
                );
            }
        }
        None => levels.push(utf7::decode(part)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FolderRole;

    fn name(path: &str, format: StoreFormat) -> String {
        of(
            Path::new("/store"),
            &Folder {
                path: path.into(),
                name: String::new(),
                role: FolderRole::Other,
                format,
            },
        )
    }

    #[test]
    fn levels_of_every_kind_of_tree() {
        assert_eq!(
            name("/store/INBOX.sbd/Leerlingen.sbd/4B", StoreFormat::Mbox),
            "INBOX/Leerlingen/4B"
        );
        assert_eq!(
            name("/store/Zorg &- CLB &AOkA6Q-n", StoreFormat::Mbox),
            "Zorg & CLB één"
        );
        assert_eq!(name("/store/.INBOX.Drafts", StoreFormat::Maildir), "INBOX/Drafts");
        assert_eq!(
            name("/store/.inbox.directory/zorg", StoreFormat::Maildir),
            "inbox/zorg"
        );
        assert_eq!(name("/store/.claws/draft", StoreFormat::Mh), ".claws/draft");
        assert_eq!(name("/store/Concepten.mbox", StoreFormat::Emlx), "Concepten");
        assert_eq!(
            name(
                "/store/folders/INBOX/subfolders/Zorg/cur",
                StoreFormat::EvolutionCache
            ),
            "INBOX/Zorg"
        );
        assert_eq!(name("/store", StoreFormat::Maildir), "store");
    }
}
