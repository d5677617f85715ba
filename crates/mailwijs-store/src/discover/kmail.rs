//! KMail's local folders: a Maildir tree of Akonadi. (Its IMAP drafts stay in Akonadi's own database.)

use std::fs;
use std::path::{Path, PathBuf};

use super::trace::Trace;
use super::{Roots, store};
use crate::MailClient;
use crate::search::Hints;

pub(super) fn discover(roots: &Roots) -> Vec<MailClient> {
    data(roots)
        .into_iter()
        .filter_map(|data| {
            let stores: Vec<_> = places(&data)
                .iter()
                .map(|place| store(place, "KMail", &Hints::default()))
                .collect();
            let found = stores.iter().any(|store| !store.folders.is_empty());
            found.then(|| MailClient {
                name: "KMail",
                profile: data,
                identities: Vec::new(),
                stores,
            })
        })
        .collect()
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let data = data(roots).into_iter();
    data.flat_map(|data| places(&data).into_iter().chain([data]))
        .map(Trace::Directories)
        .collect()
}

/// Where packages of the distribution, flatpaks and snaps keep their data.
fn data(roots: &Roots) -> [PathBuf; 5] {
    let home = |path: &str| roots.home.join(path);
    [
        roots.data.clone(),
        home(".var/app/org.kde.kmail2/data"),
        home(".var/app/org.kde.kontact/data"),
        home("snap/kmail/current/.local/share"),
        home("snap/kontact/current/.local/share"),
    ]
}

fn places(data: &Path) -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = fs::read_dir(data)
        .into_iter()
        .flat_map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .filter(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            // Subfolders of `local-mail` stand beside it, in `.local-mail.directory`.
            name == "local-mail"
                || name == ".local-mail.directory"
                || name.starts_with("akonadi_maildir_resource")
        })
        .collect();
    places.sort();
    places
}
