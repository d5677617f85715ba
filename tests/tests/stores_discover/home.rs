//! Home directories of teachers, and what is found in them.

use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_store::{FolderRole, MailClient, Roots, discover};
use mailwijs_tests::stores;
use tempfile::TempDir;

/// A home with parts of a sample, each in another place.
pub fn moved(sample: &str, places: &[(&str, &str)]) -> TempDir {
    let sample = stores::copy(sample);
    let home = TempDir::new().unwrap();
    for (from, to) in places {
        let to = home.path().join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(sample.path().join(from), to).unwrap();
    }
    home
}

pub fn maildirs(root: &Path, names: &[&str]) {
    for name in names {
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(root.join(name).join(directory)).unwrap();
        }
    }
}

pub fn on_windows(home: &Path) -> Roots {
    Roots {
        home: home.to_owned(),
        config: home.join("AppData/Roaming"),
        data: home.join("AppData/Roaming"),
        local: home.join("AppData/Local"),
    }
}

/// The one client that is found.
#[track_caller]
pub fn only(home: &Path) -> MailClient {
    let mut clients = discover(&Roots::below(home));
    assert_eq!(clients.len(), 1, "{clients:?}");
    clients.remove(0)
}

pub fn drafts_of(client: &MailClient) -> Vec<PathBuf> {
    let folders = client.stores.iter().flat_map(|store| &store.folders);
    folders
        .filter(|folder| folder.role == FolderRole::Drafts)
        .map(|folder| folder.path.clone())
        .collect()
}

/// Names of a client's stores.
pub fn stores(client: &MailClient) -> Vec<&str> {
    client.stores.iter().map(|store| store.name.as_str()).collect()
}

/// Names and roles of a client's folders.
pub fn names(client: &MailClient) -> Vec<(&str, FolderRole)> {
    let folders = client.stores.iter().flat_map(|store| &store.folders);
    folders
        .map(|folder| (folder.name.as_str(), folder.role))
        .collect()
}

pub fn emails(client: &MailClient) -> Vec<&str> {
    let identities = client.identities.iter();
    identities.map(|identity| identity.email.as_str()).collect()
}
