//! Claws Mail and Sylpheed: MH folders listed in `folderlist.xml`, accounts in `accountrc`.

use std::path::{Path, PathBuf};

use quick_xml::events::{BytesStart, Event};

use super::trace::Trace;
use super::{Roots, ini, settings, store};
use crate::search::Hints;
use crate::{FolderRole, Identity, MailClient};

/// A client with the directory of its settings, and the one that its mailboxes are named from.
type Place = (&'static str, PathBuf, PathBuf);

/// Claws Mail's flatpak may use the whole home directory, and then uses the same one; its own is for who took that away.
fn places(roots: &Roots) -> [Place; 5] {
    let flatpak = roots.home.join(".var/app/org.claws_mail.Claws-Mail");
    let home = || roots.home.clone();
    [
        ("Claws Mail", roots.home.join(".claws-mail"), home()),
        ("Claws Mail", flatpak.join(".claws-mail"), flatpak),
        ("Claws Mail", roots.config.join("Claws-mail"), home()),
        ("Sylpheed", roots.home.join(".sylpheed-2.0"), home()),
        ("Sylpheed", roots.config.join("Sylpheed"), home()),
    ]
}

pub(super) fn discover(roots: &Roots) -> Vec<MailClient> {
    places(roots)
        .iter()
        .filter_map(|(name, profile, home)| client(name, profile, home))
        .collect()
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let mut traces = Vec::new();
    for (_, profile, home) in places(roots) {
        let list = profile.join("folderlist.xml");
        let (mailboxes, _) = folders(&settings(&list).unwrap_or_default(), &home);
        traces.extend(mailboxes.into_iter().map(|(path, _)| Trace::Present(path)));
        traces.extend([list, profile.join("accountrc")].map(Trace::File));
    }
    traces
}

fn client(name: &'static str, profile: &Path, home: &Path) -> Option<MailClient> {
    let list = settings(&profile.join("folderlist.xml"))?;
    let (mailboxes, hints) = folders(&list, home);
    let drafts = hints
        .roles
        .iter()
        .find(|(_, role)| **role == FolderRole::Drafts)
        .map(|(path, _)| path.clone());
    let accounts = ini::parse(&settings(&profile.join("accountrc")).unwrap_or_default());
    let identities = accounts.iter().filter_map(|account| {
        Some(Identity {
            key: account.name.strip_prefix("Account:")?.trim().to_owned(),
            email: account.get("address")?.to_owned(),
            name: account.get("name").unwrap_or_default().to_owned(),
            drafts: drafts.clone(),
        })
    });
    let stores = mailboxes
        .iter()
        .filter(|(path, _)| path.is_dir())
        .map(|(path, name)| store(path, name, &hints));
    Some(MailClient {
        name,
        profile: profile.to_owned(),
        identities: identities.collect(),
        stores: stores.collect(),
    })
}

/// The MH mailboxes with their names, and the roles of their folders.
fn folders(list: &str, home: &Path) -> (Vec<(PathBuf, String)>, Hints) {
    let mut mailboxes: Vec<(PathBuf, String)> = Vec::new();
    let mut hints = Hints::default();
    let mut in_mh = false;
    let mut reader = quick_xml::Reader::from_str(list);
    loop {
        let element = match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => element,
            Ok(Event::Eof) | Err(_) => return (mailboxes, hints),
            Ok(_) => continue,
        };
        let get = |name: &str| attribute(&element, name);
        match element.name().as_ref() {
            "folder" => {
                in_mh = get("type").is_some_and(|kind| kind == "mh");
                if in_mh && let Some(path) = get("path") {
                    mailboxes.push((home.join(&path), get("name").unwrap_or(path)));
                }
            }
            "folderitem" if in_mh => {
                if let (Some((mailbox, _)), Some(path), Some(role)) = (
                    mailboxes.last(),
                    get("path"),
                    get("type").and_then(|kind| role(&kind)),
                ) {
                    hints.roles.insert(mailbox.join(path), role);
                }
            }
            _ => {}
        }
    }
}

/// Claws calls the folder of sent mail `outbox` and the one of mail that waits `queue`.
fn role(kind: &str) -> Option<FolderRole> {
    Some(match kind {
        "inbox" => FolderRole::Inbox,
        "outbox" => FolderRole::Sent,
        "draft" => FolderRole::Drafts,
        "queue" => FolderRole::Outbox,
        "trash" => FolderRole::Trash,
        "junk" => FolderRole::Junk,
        _ => return None,
    })
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    quick_xml::escape::unescape(&attribute.value)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_a_mailbox() {
        let list = "<folderlist><folder type=\"imap\" path=\"x\"><folderitem type=\"draft\" path=\"y\"/></folder>\
            <folder type=\"mh\" name=\"Post &amp; co\" path=\"Mail\"><folderitem type=\"draft\" path=\"draft\" />\
            <folderitem type=\"outbox\" path=\"sent\" /><folderitem type=\"normal\" path=\"zorg\" /></folder>";
        let (mailboxes, hints) = folders(list, Path::new("/home/an"));
        assert_eq!(
            mailboxes,
            [(PathBuf::from("/home/an/Mail"), "Post & co".to_owned())]
        );
        assert_eq!(
            hints.roles.get(Path::new("/home/an/Mail/draft")),
            Some(&FolderRole::Drafts)
        );
        assert_eq!(
            hints.roles.get(Path::new("/home/an/Mail/sent")),
            Some(&FolderRole::Sent)
        );
        assert_eq!(hints.roles.len(), 2);
    }
}
