//! `OfflineIMAP`: the Maildir repositories of `.offlineimaprc`.

use std::path::PathBuf;

use super::maildirs::{below_home, identity, tree};
use super::trace::Trace;
use super::{Roots, ini, settings};
use crate::search::Hints;
use crate::{MailClient, MailStore};

pub(super) fn discover(roots: &Roots) -> Option<MailClient> {
    let (file, text) = files(roots)
        .into_iter()
        .find_map(|file| settings(&file).map(|text| (file, text)))?;
    let sections = ini::parse(&text);
    let users = sections
        .iter()
        .filter_map(|section| section.get("remoteuser").or_else(|| section.get("user")));
    let identities = users.filter_map(|user| identity("", user, None)).collect();
    let stores: Vec<MailStore> = sections
        .iter()
        .filter(|section| {
            section
                .get("type")
                .is_some_and(|kind| kind.eq_ignore_ascii_case("maildir"))
        })
        .filter_map(|section| {
            let name = section.name.strip_prefix("Repository ").unwrap_or(&section.name);
            // Where nothing is said, `Zorg/Lotte` becomes the directory `Zorg.Lotte`.
            let separator = section
                .get("sep")
                .and_then(|sep| sep.chars().next())
                .unwrap_or('.');
            let root = below_home(section.get("localfolders")?, &roots.home);
            tree(&root, name, Some(separator), &Hints::default())
        })
        .filter(|store| !store.folders.is_empty())
        .collect();
    (!stores.is_empty()).then_some(MailClient {
        name: "OfflineIMAP",
        profile: file,
        identities,
        stores,
    })
}

fn files(roots: &Roots) -> [PathBuf; 2] {
    [
        roots.config.join("offlineimap/config"),
        roots.home.join(".offlineimaprc"),
    ]
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let mut traces = Vec::new();
    for file in files(roots) {
        for section in ini::parse(&settings(&file).unwrap_or_default()) {
            let folders = section.get("localfolders");
            traces.extend(folders.map(|path| Trace::Present(below_home(path, &roots.home))));
        }
        traces.push(Trace::File(file));
    }
    traces
}
