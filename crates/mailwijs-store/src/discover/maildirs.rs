//! Maildirs that a setting names, and those that stand where programs look for them when no setting does.

use std::path::{Path, PathBuf};

use super::trace::Trace;
use super::{Roots, ini, mutt, settings, store};
use crate::role::role_of;
use crate::search::Hints;
use crate::{FolderRole, Identity, MailClient, MailStore, StoreFormat};

/// A Maildir tree with what a setting says of it; `None` when there is none at `root`.
pub(super) fn tree(root: &Path, name: &str, separator: Option<char>, hints: &Hints) -> Option<MailStore> {
    if !root.is_dir() {
        return None;
    }
    let mut store = store(root, name, hints);
    store
        .folders
        .retain(|folder| folder.format == StoreFormat::Maildir);
    // `[Gmail].Concepten` is one directory where the separator is a dot.
    if let Some(separator) = separator.filter(|separator| *separator != '/') {
        let unnamed = store
            .folders
            .iter_mut()
            .filter(|folder| !hints.names.contains_key(&folder.path));
        for folder in unnamed {
            folder.name = folder.name.replace(separator, "/");
            if folder.role == FolderRole::Other {
                folder.role = role_of(&folder.name);
            }
        }
    }
    Some(store)
}

/// `~/Maildir`, where mail servers and mbsync put mail that nobody said anything about, and what notmuch indexes.
pub(super) fn discover(roots: &Roots) -> Vec<MailClient> {
    let maildir = roots.home.join("Maildir");
    let plain = tree(&maildir, "Maildir", None, &Hints::default())
        .filter(|store| !store.folders.is_empty())
        .map(|store| MailClient {
            name: "Maildir",
            profile: maildir,
            identities: Vec::new(),
            stores: vec![store],
        });
    notmuch(roots).into_iter().chain(plain).collect()
}

fn notmuch(roots: &Roots) -> Option<MailClient> {
    files(roots).into_iter().find_map(|file| {
        let sections = ini::parse(&settings(&file)?);
        let get = |section: &str, key: &str| sections.iter().find(|found| found.name == section)?.get(key);
        let root = get("database", "mail_root").or_else(|| get("database", "path"))?;
        let root = below_home(root, &roots.home);
        let store = tree(&root, "notmuch", None, &Hints::default())?;
        let name = get("user", "name").unwrap_or_default();
        let others = get("user", "other_email").unwrap_or_default().split(';');
        let identities = get("user", "primary_email")
            .into_iter()
            .chain(others)
            .filter(|email| !email.is_empty())
            .map(|email| Identity {
                key: String::new(),
                email: email.to_owned(),
                name: name.to_owned(),
                drafts: None,
            });
        (!store.folders.is_empty()).then(|| MailClient {
            name: "notmuch",
            profile: file,
            identities: identities.collect(),
            stores: vec![store],
        })
    })
}

fn files(roots: &Roots) -> [PathBuf; 2] {
    [
        roots.home.join(".notmuch-config"),
        roots.config.join("notmuch/default/config"),
    ]
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let maildir = Trace::Present(roots.home.join("Maildir"));
    files(roots)
        .into_iter()
        .map(Trace::File)
        .chain([maildir])
        .collect()
}

/// `~/Mail`, `$HOME/Mail`, `/srv/mail/an`; a relative path stands in the home directory.
pub(super) fn below_home(path: &str, home: &Path) -> PathBuf {
    home.join(mutt::expand(path, home, ""))
}

/// The identity of `An Peeters <an@x.example>`, or of an address alone.
pub(super) fn identity(key: &str, mailbox: &str, drafts: Option<PathBuf>) -> Option<Identity> {
    let email = mutt::address(mailbox);
    let name = mailbox.split_once('<').map_or("", |(name, _)| name);
    email.contains('@').then(|| Identity {
        key: key.to_owned(),
        email: email.to_owned(),
        name: name.trim().trim_matches('"').trim().to_owned(),
        drafts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_of_settings() {
        let named = identity("School", "\"An Peeters\" <an@x.example>", None).unwrap();
        assert_eq!(
            (named.email.as_str(), named.name.as_str()),
            ("an@x.example", "An Peeters")
        );
        assert_eq!(identity("", "an@x.example", None).unwrap().name, "");
        assert_eq!(identity("", "an", None), None);
        let home = Path::new("/home/an");
        assert_eq!(below_home("Mail", home), Path::new("/home/an/Mail"));
        assert_eq!(below_home("~/Mail/", home), Path::new("/home/an/Mail"));
        assert_eq!(below_home("/srv/an", home), Path::new("/srv/an"));
    }
}
