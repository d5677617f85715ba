//! Several programs share one mailbox: mbsync fetches it, aerc and mutt show it. Each folder is read once.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::{FolderRole, MailClient};

/// Leaves each folder to the first client that has it, with the role that any of them gives it. What is left without
/// folders by that is left out; a client that no longer has a store stays only for its identities.
pub(super) fn leave_out(clients: &mut Vec<MailClient>) {
    let mut first: HashMap<_, PathBuf> = HashMap::new();
    let mut roles: HashMap<PathBuf, FolderRole> = HashMap::new();
    for client in &mut *clients {
        client.stores.retain_mut(|store| {
            let was_empty = store.folders.is_empty();
            store.folders.retain(|folder| {
                let real = folder.path.canonicalize().unwrap_or_else(|_| folder.path.clone());
                let key = (real, folder.format);
                let Some(path) = first.get(&key) else {
                    first.insert(key, folder.path.clone());
                    return true;
                };
                if folder.role != FolderRole::Other {
                    roles.entry(path.clone()).or_insert(folder.role);
                }
                false
            });
            was_empty || !store.folders.is_empty()
        });
    }
    clients.retain(|client| !client.stores.is_empty() || !client.identities.is_empty());
    let folders = clients
        .iter_mut()
        .flat_map(|client| &mut client.stores)
        .flat_map(|store| &mut store.folders);
    for folder in folders.filter(|folder| folder.role == FolderRole::Other) {
        if let Some(role) = roles.get(&folder.path) {
            folder.role = *role;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Hints;
    use crate::{Folder, MailStore, StoreFormat};

    fn client(name: &'static str, folders: &[(&str, FolderRole)]) -> MailClient {
        let folders = folders.iter().map(|(path, role)| Folder {
            path: path.into(),
            name: (*path).to_owned(),
            role: *role,
            format: StoreFormat::Maildir,
        });
        MailClient {
            name,
            profile: PathBuf::new(),
            identities: Vec::new(),
            stores: vec![MailStore {
                root: "/post".into(),
                name: name.to_owned(),
                folders: folders.collect(),
                unreadable: Vec::new(),
                hints: Hints::default(),
            }],
        }
    }

    #[test]
    fn each_folder_stays_with_the_first_that_has_it() {
        let mut clients = vec![
            client(
                "aerc",
                &[
                    ("/post/later", FolderRole::Drafts),
                    ("/post/weg", FolderRole::Other),
                ],
            ),
            client(
                "mutt",
                &[
                    ("/post/later", FolderRole::Other),
                    ("/post/weg", FolderRole::Sent),
                ],
            ),
            client(
                "mbsync",
                &[
                    ("/post/later", FolderRole::Other),
                    ("/post/4B", FolderRole::Other),
                ],
            ),
            client("nieuw", &[]),
        ];
        leave_out(&mut clients);
        let left: Vec<(&str, Vec<(&str, FolderRole)>)> = clients
            .iter()
            .map(|client| {
                let folders = client.stores.iter().flat_map(|store| &store.folders);
                (
                    client.name,
                    folders
                        .map(|folder| (folder.name.as_str(), folder.role))
                        .collect(),
                )
            })
            .collect();
        assert_eq!(
            left,
            [
                (
                    "aerc",
                    vec![
                        ("/post/later", FolderRole::Drafts),
                        ("/post/weg", FolderRole::Sent)
                    ]
                ),
                ("mbsync", vec![("/post/4B", FolderRole::Other)]),
                ("nieuw", vec![])
            ]
        );
    }
}
