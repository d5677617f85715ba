//! mbsync (isync): the Maildirs of `.mbsyncrc`. Nothing is run, so passwords that a command tells stay there.

use std::path::{Path, PathBuf};

use super::maildirs::{below_home, identity, tree};
use super::trace::Trace;
use super::{Roots, settings};
use crate::search::Hints;
use crate::{FolderRole, MailClient, MailStore};

pub(super) fn discover(roots: &Roots) -> Option<MailClient> {
    let (file, text) = files(roots)
        .into_iter()
        .find_map(|file| settings(&file).map(|text| (file, text)))?;
    let users = words(&text).into_iter().filter(|(key, _)| key == "user");
    let mut identities: Vec<_> = users.filter_map(|(_, user)| identity("", &user, None)).collect();
    identities.dedup();
    let stores: Vec<MailStore> = stores(&text)
        .iter()
        .flat_map(|store| store.trees(&roots.home))
        .collect();
    (!stores.is_empty()).then_some(MailClient {
        name: "mbsync",
        profile: file,
        identities,
        stores,
    })
}

fn files(roots: &Roots) -> [PathBuf; 2] {
    [roots.home.join(".mbsyncrc"), roots.config.join("isyncrc")]
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let mut traces = Vec::new();
    for file in files(roots) {
        for store in stores(&settings(&file).unwrap_or_default()) {
            traces.extend(store.roots(&roots.home).into_iter().map(Trace::Present));
        }
        traces.push(Trace::File(file));
    }
    traces
}

/// One `MaildirStore`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Store {
    name: String,
    /// What is put before the names of mailboxes; a directory when it ends in `/`.
    path: Option<String>,
    inbox: Option<String>,
    trash: Option<String>,
    /// Stands for the `/` between levels in names of directories.
    flatten: Option<char>,
}

impl Store {
    fn inbox(&self, home: &Path) -> PathBuf {
        below_home(self.inbox.as_deref().unwrap_or("~/Maildir"), home)
    }

    /// The inbox may stand in the directory of the others, around it (Maildir++), or elsewhere.
    fn roots(&self, home: &Path) -> Vec<PathBuf> {
        let inbox = self.inbox(home);
        let path = self.path.as_deref().map(|path| directory(path, home));
        let inside = path.as_ref().is_some_and(|path| inbox.starts_with(path));
        path.into_iter().chain((!inside).then_some(inbox)).collect()
    }

    fn trees(&self, home: &Path) -> Vec<MailStore> {
        let mut hints = Hints::default();
        hints.roles.insert(self.inbox(home), FolderRole::Inbox);
        if let (Some(path), Some(trash)) = (&self.path, &self.trash) {
            let trash = directory(path, home).join(trash);
            hints.roles.insert(trash, FolderRole::Trash);
        }
        let roots = self.roots(home).into_iter();
        roots
            .filter_map(|root| tree(&root, &self.name, self.flatten, &hints))
            .filter(|store| !store.folders.is_empty())
            .collect()
    }
}

/// `~/Mail/` is a directory, `~/Mail/school-` the start of the names of several.
fn directory(path: &str, home: &Path) -> PathBuf {
    let whole = below_home(path, home);
    if path.ends_with('/') || whole.is_dir() {
        return whole;
    }
    whole.parent().map(Path::to_owned).unwrap_or(whole)
}

fn stores(text: &str) -> Vec<Store> {
    let mut stores: Vec<Store> = Vec::new();
    let mut inside = false;
    for (key, value) in words(text) {
        match key.as_str() {
            "maildirstore" => {
                inside = true;
                stores.push(Store {
                    name: value,
                    ..Store::default()
                });
            }
            "imapstore" | "imapaccount" | "channel" | "group" => inside = false,
            _ => {
                let Some(store) = stores.last_mut().filter(|_| inside) else {
                    continue;
                };
                match key.as_str() {
                    "path" => store.path = Some(value),
                    "inbox" => store.inbox = Some(value),
                    "trash" => store.trash = Some(value),
                    "flatten" => store.flatten = value.chars().next(),
                    _ => {}
                }
            }
        }
    }
    stores
}

/// Each line's keyword, in small letters, and its first value, without quotes.
fn words(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (key, rest) = line.split_once(char::is_whitespace)?;
            let rest = rest.trim();
            let value = match rest.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next()?,
                None => rest.split_whitespace().next()?,
            };
            Some((key.to_ascii_lowercase(), value.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stores_of_a_configuration() {
        let text = "IMAPStore school\nHost x.example\nPath \"INBOX.\"\n\nMaildirStore hier\n# Path ~/weg/\n\
            Path \"~/Mijn post/\"\nInbox ~/Post\nFlatten .\n\nChannel school\nPath x\n";
        assert_eq!(
            stores(text),
            [Store {
                name: "hier".into(),
                path: Some("~/Mijn post/".into()),
                inbox: Some("~/Post".into()),
                trash: None,
                flatten: Some('.'),
            }]
        );
        let home = Path::new("/nergens");
        assert_eq!(directory("~/Mail/", home), Path::new("/nergens/Mail"));
        assert_eq!(directory("~/Mail/school-", home), Path::new("/nergens/Mail"));
    }
}
