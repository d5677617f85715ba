//! Evolution: identities in `*.source` files, local folders in a Maildir++.

use std::fs;
use std::path::{Path, PathBuf};

use super::trace::Trace;
use super::{Roots, ini, settings, store};
use crate::search::Hints;
use crate::{FolderRole, Identity, MailClient};

pub(super) fn discover(roots: &Roots) -> Option<MailClient> {
    places(roots)
        .into_iter()
        .find(|(_, mail)| mail.is_dir())
        .map(|(profile, mail)| {
            let identities = identities(&profile.join("sources"), &mail);
            let mut hints = Hints::default();
            for drafts in identities.iter().filter_map(|identity| identity.drafts.clone()) {
                hints.roles.insert(drafts, FolderRole::Drafts);
            }
            hints.roles.insert(mail.clone(), FolderRole::Inbox);
            hints.names.insert(mail.clone(), "Inbox".to_owned());
            let stores = vec![store(&mail, "On This Computer", &hints)];
            MailClient {
                name: "Evolution",
                profile,
                identities,
                stores,
            }
        })
}

/// Where the settings and the local folders may stand.
fn places(roots: &Roots) -> [(PathBuf, PathBuf); 2] {
    let flatpak = roots.home.join(".var/app/org.gnome.Evolution");
    [
        (
            roots.config.join("evolution"),
            roots.data.join("evolution/mail/local"),
        ),
        (
            flatpak.join("config/evolution"),
            flatpak.join("data/evolution/mail/local"),
        ),
    ]
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let places = places(roots).into_iter();
    places
        .flat_map(|(profile, mail)| [Trace::Files(profile.join("sources")), Trace::Present(mail)])
        .collect()
}

fn identities(sources: &Path, mail: &Path) -> Vec<Identity> {
    let mut files: Vec<_> = fs::read_dir(sources)
        .into_iter()
        .flat_map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "source"))
        .collect();
    files.sort();
    files.iter().filter_map(|file| identity(file, mail)).collect()
}

fn identity(file: &Path, mail: &Path) -> Option<Identity> {
    let sections = ini::parse(&settings(file)?);
    let get = |section: &str, key: &str| sections.iter().find(|found| found.name == section)?.get(key);
    let drafts = get("Mail Composition", "DraftsFolder").and_then(|uri| uri.strip_prefix("folder://local/"));
    Some(Identity {
        key: file.file_stem()?.to_string_lossy().into_owned(),
        email: get("Mail Identity", "Address")?.to_owned(),
        name: get("Mail Identity", "Name").unwrap_or_default().to_owned(),
        drafts: drafts.map(|name| mail.join(format!(".{}", name.replace('/', ".")))),
    })
}
