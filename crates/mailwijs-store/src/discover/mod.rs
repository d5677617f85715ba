//! Finds the mail clients of this machine, their accounts, identities and stores.

mod apple_mail;
mod claws;
mod evolution;
mod folder_cache;
mod ini;
mod kmail;
mod mutt;
mod prefs;
mod roots;
pub(crate) mod thunderbird;
mod thunderbird_roots;

pub use roots::Roots;

use std::path::Path;

use crate::search::{self, Hints};
use crate::{MailClient, MailStore};

/// Every mail client with mail on this machine; the profile in use comes before others of the same client.
pub fn discover(roots: &Roots) -> Vec<MailClient> {
    let mut clients = thunderbird_roots::discover(roots);
    clients.extend(evolution::discover(roots));
    clients.extend(claws::discover(roots));
    clients.extend(kmail::discover(roots));
    clients.extend(mutt::discover(roots));
    clients.extend(apple_mail::discover(roots));
    clients
}

/// The store in a directory, with what the client's settings say about its folders.
fn store(root: &Path, name: &str, hints: &Hints) -> MailStore {
    let found = search::search(root, hints);
    MailStore {
        root: root.to_owned(),
        name: name.to_owned(),
        folders: found.folders,
        unreadable: found.unreadable,
    }
}

/// A settings file's text; absent, unreadable and oversized files are no settings.
fn settings(path: &Path) -> Option<String> {
    crate::file::read(path)
        .ok()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}
