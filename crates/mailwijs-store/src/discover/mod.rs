//! Finds the mail clients of this machine, their accounts, identities and stores.

mod aerc;
mod apple_mail;
mod changes;
mod claws;
mod doubles;
mod evolution;
mod folder_cache;
mod ini;
mod kmail;
mod maildirs;
mod mbsync;
mod mutt;
mod offlineimap;
mod prefs;
mod roots;
pub(crate) mod thunderbird;
mod thunderbird_roots;
mod trace;

pub use changes::ClientWatch;
pub use roots::Roots;

use std::path::Path;

use crate::search::{self, Hints};
use crate::{MailClient, MailStore};
use trace::Trace;

/// Every mail client with mail on this machine; the profile in use comes before others of the same client.
pub fn discover(roots: &Roots) -> Vec<MailClient> {
    let mut clients = thunderbird_roots::discover(roots);
    clients.extend(evolution::discover(roots));
    clients.extend(claws::discover(roots));
    clients.extend(kmail::discover(roots));
    clients.extend(aerc::discover(roots));
    clients.extend(mutt::discover(roots));
    clients.extend(apple_mail::discover(roots));
    // What only fetches mail knows nothing of drafts; it comes last.
    clients.extend(mbsync::discover(roots));
    clients.extend(offlineimap::discover(roots));
    clients.extend(maildirs::discover(roots));
    doubles::leave_out(&mut clients);
    clients
}

/// Everything on disk that [`discover()`] decides by, whether it is there yet or not.
fn traces(roots: &Roots) -> Vec<Trace> {
    let mut traces = thunderbird_roots::traces(roots);
    traces.extend(evolution::traces(roots));
    traces.extend(claws::traces(roots));
    traces.extend(kmail::traces(roots));
    traces.extend(aerc::traces(roots));
    traces.extend(mutt::traces(roots));
    traces.extend(apple_mail::traces(roots));
    traces.extend(mbsync::traces(roots));
    traces.extend(offlineimap::traces(roots));
    traces.extend(maildirs::traces(roots));
    traces
}

/// The store in a directory, with what the client's settings say about its folders.
fn store(root: &Path, name: &str, hints: &Hints) -> MailStore {
    let found = search::search(root, hints);
    MailStore {
        root: root.to_owned(),
        name: name.to_owned(),
        folders: found.folders,
        unreadable: found.unreadable,
        hints: hints.below(root),
    }
}

/// A settings file's text; absent, unreadable and oversized files are no settings.
fn settings(path: &Path) -> Option<String> {
    crate::file::read(path)
        .ok()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}
