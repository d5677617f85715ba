//! KMail's local folders: a Maildir tree of Akonadi. (Its IMAP drafts stay in Akonadi's own database.)

use std::fs;
use std::path::PathBuf;

use super::trace::Trace;
use super::{Roots, store};
use crate::MailClient;
use crate::search::Hints;

pub(super) fn discover(roots: &Roots) -> Option<MailClient> {
    let stores: Vec<_> = places(roots)
        .iter()
        .map(|place| store(place, "KMail", &Hints::default()))
        .collect();
    let found = stores.iter().any(|store| !store.folders.is_empty());
    found.then(|| MailClient {
        name: "KMail",
        profile: roots.data.clone(),
        identities: Vec::new(),
        stores,
    })
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let places = places(roots).into_iter().map(Trace::Directories);
    places.chain([Trace::Directories(roots.data.clone())]).collect()
}

fn places(roots: &Roots) -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = fs::read_dir(&roots.data)
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
