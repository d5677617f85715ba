//! aerc: accounts in `accounts.conf`; those that live on a server alone have nothing on disk.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::maildirs::{below_home, identity, tree};
use super::trace::Trace;
use super::{Roots, ini, settings};
use crate::search::Hints;
use crate::{FolderRole, Identity, MailClient, MailStore};

pub(super) fn discover(roots: &Roots) -> Option<MailClient> {
    let (file, text) = files(roots)
        .into_iter()
        .find_map(|file| settings(&file).map(|text| (file, text)))?;
    let accounts = ini::parse(&text);
    let (identities, stores): (Vec<_>, Vec<_>) =
        accounts.iter().map(|account| read(account, &roots.home)).unzip();
    let stores: Vec<MailStore> = stores.into_iter().flatten().collect();
    // Accounts of a server tell who the teacher is, but without a store there is nothing to look after.
    (!stores.is_empty()).then(|| MailClient {
        name: "aerc",
        profile: file,
        identities: identities.into_iter().flatten().collect(),
        stores,
    })
}

fn files(roots: &Roots) -> [PathBuf; 2] {
    [
        roots.config.join("aerc/accounts.conf"),
        roots.home.join("Library/Preferences/aerc/accounts.conf"),
    ]
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let mut traces = Vec::new();
    for file in files(roots) {
        for account in ini::parse(&settings(&file).unwrap_or_default()) {
            let source = account.get("source");
            let place = source.and_then(|source| source_of(source, &account, &roots.home));
            traces.extend(place.map(|place| Trace::Present(place.root)));
        }
        traces.push(Trace::File(file));
    }
    traces
}

/// An account's identities, and its store when it has one on this machine.
fn read(account: &ini::Section, home: &Path) -> (Vec<Identity>, Option<MailStore>) {
    let place = account
        .get("source")
        .and_then(|source| source_of(source, account, home));
    let drafts = place
        .as_ref()
        .map(|place| place.folder(account.get("postpone").unwrap_or("Drafts")));
    let names = account
        .get("from")
        .into_iter()
        .chain(account.get("aliases").into_iter().flat_map(|all| all.split(',')));
    let identities = names
        .filter_map(|name| identity(&account.name, name.trim(), drafts.clone()))
        .collect();
    let store = place.and_then(|place| {
        let mut hints = Hints::default();
        for (key, usual, role) in [
            ("default", "INBOX", FolderRole::Inbox),
            ("archive", "Archive", FolderRole::Archive),
            ("copy-to", "Sent", FolderRole::Sent),
            ("postpone", "Drafts", FolderRole::Drafts),
        ] {
            let name = account.get(key).unwrap_or(usual);
            hints.roles.insert(place.folder(name), role);
        }
        tree(&place.root, &account.name, None, &hints)
    });
    (identities, store.filter(|store| !store.folders.is_empty()))
}

/// Where an account keeps its mail.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    root: PathBuf,
    /// Maildir++: the root is the inbox and `Zorg/Lotte` is `.Zorg.Lotte`.
    dotted: bool,
}

impl Place {
    fn folder(&self, name: &str) -> PathBuf {
        if !self.dotted {
            return self.root.join(name);
        }
        if name == "INBOX" {
            return self.root.clone();
        }
        self.root.join(format!(".{}", name.replace('/', ".")))
    }
}

/// `maildir://~/Mail`, `maildirpp:///home/an/Mail`, `notmuch://~/Mail` with the directory of its messages apart.
fn source_of(source: &str, account: &ini::Section, home: &Path) -> Option<Place> {
    let (scheme, path) = source.split_once("://")?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let (path, dotted) = match scheme {
        "maildir" => (path.as_ref(), false),
        "maildirpp" => (path.as_ref(), true),
        "notmuch" => (account.get("maildir-store").unwrap_or(&path), false),
        _ => return None,
    };
    Some(Place {
        root: below_home(path, home),
        dotted,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_of_every_kind() {
        let home = Path::new("/home/an");
        for (lines, root, drafts) in [
            ("source=maildir://~/Mail", "/home/an/Mail", "/home/an/Mail/Drafts"),
            (
                "source = maildirpp:///srv/An%20Peeters\npostpone = Zorg/Later",
                "/srv/An Peeters",
                "/srv/An Peeters/.Zorg.Later",
            ),
            (
                "source=notmuch://~/Mail\nmaildir-store=~/Mail/school",
                "/home/an/Mail/school",
                "/home/an/Mail/school/Drafts",
            ),
        ] {
            let account = ini::parse(&format!("[School]\n{lines}")).remove(0);
            let place = source_of(account.get("source").unwrap(), &account, home).unwrap();
            assert_eq!(place.root, Path::new(root));
            let postpone = account.get("postpone").unwrap_or("Drafts");
            assert_eq!(place.folder(postpone), Path::new(drafts));
        }
        let server = ini::parse("[School]\nsource=imaps://an@x.example").remove(0);
        assert_eq!(source_of("imaps://an@x.example", &server, home), None);
    }
}
