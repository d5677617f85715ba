//! Apple Mail, Windows Live Mail and the Windows Mail of before it: message files below one directory per account.

use std::fs;
use std::path::{Path, PathBuf};

use super::trace::Trace;
use super::{Roots, store};
use crate::MailClient;
use crate::search::Hints;

const WINDOWS: [(&str, &str); 2] = [
    ("Windows Live Mail", "Microsoft/Windows Live Mail"),
    ("Windows Mail", "Microsoft/Windows Mail"),
];

pub(super) fn discover(roots: &Roots) -> Vec<MailClient> {
    let apple =
        newest_version(&roots.home.join("Library/Mail")).and_then(|place| client("Apple Mail", &place));
    let windows = WINDOWS
        .into_iter()
        .filter_map(|(name, place)| client(name, &roots.local.join(place)));
    apple.into_iter().chain(windows).collect()
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let apple = roots.home.join("Library/Mail");
    let mut places: Vec<PathBuf> = newest_version(&apple).into_iter().collect();
    places.push(apple);
    places.extend(WINDOWS.map(|(_, place)| roots.local.join(place)));
    // An account is one once it has folders.
    let accounts: Vec<PathBuf> = places.iter().flat_map(|place| directories(place)).collect();
    places.extend(accounts);
    places.into_iter().map(Trace::Directories).collect()
}

/// `V10` and the like; a new version of the system copies the store to a directory of its own.
fn newest_version(mail: &Path) -> Option<PathBuf> {
    let versions = directories(mail).into_iter().filter_map(|path| {
        let number: u32 = path.file_name()?.to_str()?.strip_prefix('V')?.parse().ok()?;
        Some((number, path))
    });
    versions.max().map(|(_, path)| path)
}

fn client(name: &'static str, place: &Path) -> Option<MailClient> {
    let accounts = directories(place);
    let stores: Vec<_> = accounts
        .iter()
        .map(|account| {
            store(
                account,
                &account.file_name().unwrap_or_default().to_string_lossy(),
                &Hints::default(),
            )
        })
        .filter(|store| !store.folders.is_empty())
        .collect();
    (!stores.is_empty()).then(|| MailClient {
        name,
        profile: place.to_owned(),
        identities: Vec::new(),
        stores,
    })
}

fn directories(place: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(place)
        .into_iter()
        .flat_map(|entries| entries.filter_map(Result::ok));
    let mut directories: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    directories.sort();
    directories
}
