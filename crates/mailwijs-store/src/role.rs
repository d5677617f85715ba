//! Which role a folder plays, from its name in any language (`assets/folders/roles.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::FolderRole;

static ROLES: LazyLock<HashMap<String, FolderRole>> =
    LazyLock::new(|| parse(include_str!("../../../assets/folders/roles.tsv")).collect());

fn parse(table: &str) -> impl Iterator<Item = (String, FolderRole)> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let role = match columns.next()? {
                "inbox" => FolderRole::Inbox,
                "drafts" => FolderRole::Drafts,
                "sent" => FolderRole::Sent,
                "outbox" => FolderRole::Outbox,
                "trash" => FolderRole::Trash,
                "junk" => FolderRole::Junk,
                "archive" => FolderRole::Archive,
                "templates" => FolderRole::Templates,
                _ => return None,
            };
            Some((columns.next()?.trim().to_lowercase(), role))
        })
}

/// The role of a folder with this decoded name, levels separated by `/` (`[Gmail]/Concepten`).
///
/// Folders below the archive (`Archives/2026`), the trash or the junk folder share its role; a folder below the inbox
/// or the drafts has a role of its own.
#[must_use]
pub fn role_of(name: &str) -> FolderRole {
    let levels: Vec<String> = name
        .split('/')
        .map(|level| level.trim().to_lowercase())
        .filter(|level| !level.is_empty())
        .collect();
    let Some((last, parents)) = levels.split_last() else {
        return FolderRole::Other;
    };
    // mbsync and Courier flatten `INBOX/Drafts` to `INBOX.Drafts`.
    let last = last.strip_prefix("inbox.").unwrap_or(last);
    if let Some(role) = ROLES.get(last) {
        return *role;
    }
    parents
        .iter()
        .filter_map(|parent| ROLES.get(parent).copied())
        .find(|role| matches!(role, FolderRole::Archive | FolderRole::Trash | FolderRole::Junk))
        .unwrap_or(FolderRole::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_four_languages() {
        for (name, role) in [
            ("Concepten", FolderRole::Drafts),
            ("[Gmail]/Concepten", FolderRole::Drafts),
            ("BROUILLONS", FolderRole::Drafts),
            ("Entwürfe", FolderRole::Drafts),
            ("postponed", FolderRole::Drafts),
            ("Éléments envoyés", FolderRole::Sent),
            ("Verzonden items", FolderRole::Sent),
            ("Unsent Messages", FolderRole::Outbox),
            ("Prullenbak", FolderRole::Trash),
            ("Archives/2026", FolderRole::Archive),
            ("INBOX", FolderRole::Inbox),
            ("INBOX.Drafts", FolderRole::Drafts),
            ("INBOX/Leerlingen/4B", FolderRole::Other),
            ("", FolderRole::Other),
        ] {
            assert_eq!(role_of(name), role, "{name}");
        }
    }

    #[test]
    fn every_line_of_the_table_counts() {
        let table = include_str!("../../../assets/folders/roles.tsv");
        let lines = table
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .count();
        assert_eq!(parse(table).count(), lines);
        assert_eq!(ROLES.len(), lines, "a name stands in the table twice");
    }
}
