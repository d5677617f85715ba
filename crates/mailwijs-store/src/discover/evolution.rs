//! Evolution: identities in `*.source` files, local folders in a Maildir++, copies of what stands on servers, and the
//! compose windows that are open.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::trace::Trace;
use super::{Roots, ini, settings, store};
use crate::search::Hints;
use crate::{Folder, FolderRole, Identity, MailClient, MailStore, StoreFormat};

/// Where one installation of Evolution keeps its files.
#[derive(Debug)]
struct Places {
    config: PathBuf,
    data: PathBuf,
    cache: PathBuf,
}

impl Places {
    /// The directories of a packaging that has a home of its own.
    fn below(home: &Path, [config, data, cache]: [&str; 3]) -> Self {
        Self {
            config: home.join(config).join("evolution"),
            data: home.join(data).join("evolution"),
            cache: home.join(cache).join("evolution"),
        }
    }

    /// Debian's package and the like, flatpak, snap.
    fn all(roots: &Roots) -> [Self; 4] {
        let home = |path: &str| roots.home.join(path);
        let usual = [".config", ".local/share", ".cache"];
        [
            Self {
                config: roots.config.join("evolution"),
                data: roots.data.join("evolution"),
                cache: roots.local.join("evolution"),
            },
            Self::below(&home(".var/app/org.gnome.Evolution"), ["config", "data", "cache"]),
            Self::below(&home("snap/evolution/current"), usual),
            Self::below(&home("snap/evolution/common"), usual),
        ]
    }

    fn local(&self) -> PathBuf {
        self.data.join("mail/local")
    }

    /// The copies of an account's folders.
    fn copies(&self, account: &str) -> PathBuf {
        self.cache.join("mail").join(account).join("folders")
    }

    /// The folder of `folder://local/Zorg/Lotte`, or of `folder://<account>/INBOX/Zorg`.
    fn folder(&self, uri: &str) -> Option<PathBuf> {
        let (account, path) = uri.strip_prefix("folder://")?.split_once('/')?;
        let path = percent_decode_str(path).decode_utf8().ok()?;
        if account == "local" {
            return Some(self.local().join(format!(".{}", path.replace('/', "."))));
        }
        let account = percent_decode_str(account).decode_utf8().ok()?;
        let below = path.replace('/', "/subfolders/");
        Some(self.copies(&account).join(below).join("cur"))
    }
}

pub(super) fn discover(roots: &Roots) -> Vec<MailClient> {
    Places::all(roots).iter().filter_map(client).collect()
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let places = Places::all(roots);
    places
        .iter()
        .flat_map(|places| {
            let copies = accounts(places).into_iter();
            let copies = copies.map(|account| Trace::Present(places.copies(&account)));
            copies.chain([
                Trace::Files(places.config.join("sources")),
                Trace::Present(places.local()),
                Trace::Directories(places.cache.join("mail")),
            ])
        })
        .collect()
}

fn client(places: &Places) -> Option<MailClient> {
    let sources = Sources::read(&places.config.join("sources"));
    let mut hints = Hints::default();
    sources.roles(places, &mut hints);
    let mail = places.local();
    hints.roles.insert(mail.clone(), FolderRole::Inbox);
    hints.names.insert(mail.clone(), "Inbox".to_owned());
    let local = mail.is_dir().then(|| store(&mail, "On This Computer", &hints));
    let copies = accounts(places).into_iter().map(|account| {
        let name = sources.name(&account).unwrap_or(&account);
        store(&places.copies(&account), name, &hints)
    });
    let mut stores: Vec<MailStore> = local.into_iter().chain(copies).collect();
    if stores.is_empty() {
        return None;
    }
    stores.extend(open_windows(places));
    Some(MailClient {
        name: "Evolution",
        profile: places.config.clone(),
        identities: sources.identities(places),
        stores,
    })
}

/// The accounts with copies on this machine.
fn accounts(places: &Places) -> Vec<String> {
    let mut accounts: Vec<String> = fs::read_dir(places.cache.join("mail"))
        .into_iter()
        .flat_map(|entries| entries.filter_map(Result::ok))
        .filter(|entry| entry.path().join("folders").is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    accounts.sort();
    accounts
}

/// Where Evolution saves what is being written; there need not be anything yet.
fn open_windows(places: &Places) -> Option<MailStore> {
    places.data.is_dir().then(|| MailStore {
        root: places.data.clone(),
        name: "Evolution".to_owned(),
        folders: vec![Folder {
            path: places.data.clone(),
            name: "Autosave".to_owned(),
            role: FolderRole::Drafts,
            format: StoreFormat::EvolutionAutosave,
        }],
        unreadable: Vec::new(),
        hints: Hints::default(),
    })
}

/// The `*.source` files, by their name: accounts, identities and ways to send.
struct Sources(Vec<(String, HashMap<String, ini::Section>)>);

impl Sources {
    fn read(directory: &Path) -> Self {
        let mut files: Vec<PathBuf> = fs::read_dir(directory)
            .into_iter()
            .flat_map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "source"))
            .collect();
        files.sort();
        let read = files.iter().filter_map(|file| {
            let sections = ini::parse(&settings(file)?).into_iter();
            let uid = file.file_stem()?.to_string_lossy().into_owned();
            Some((
                uid,
                sections.map(|section| (section.name.clone(), section)).collect(),
            ))
        });
        Self(read.collect())
    }

    fn name(&self, account: &str) -> Option<&str> {
        let (_, sections) = self.0.iter().find(|(uid, _)| uid == account)?;
        sections.get("Data Source")?.get("DisplayName")
    }

    fn roles(&self, places: &Places, hints: &mut Hints) {
        for (_, sections) in &self.0 {
            for (section, key, role) in [
                ("Mail Account", "ArchiveFolder", FolderRole::Archive),
                ("Mail Submission", "SentFolder", FolderRole::Sent),
                ("Mail Composition", "TemplatesFolder", FolderRole::Templates),
                ("Mail Composition", "DraftsFolder", FolderRole::Drafts),
            ] {
                let uri = sections.get(section).and_then(|section| section.get(key));
                if let Some(path) = uri.and_then(|uri| places.folder(uri)) {
                    hints.roles.insert(path, role);
                }
            }
        }
    }

    fn identities(&self, places: &Places) -> Vec<Identity> {
        let identities = self.0.iter().filter_map(|(uid, sections)| {
            let get = |section: &str, key: &str| sections.get(section)?.get(key);
            Some(Identity {
                key: uid.clone(),
                email: get("Mail Identity", "Address")?.to_owned(),
                name: get("Mail Identity", "Name").unwrap_or_default().to_owned(),
                drafts: get("Mail Composition", "DraftsFolder").and_then(|uri| places.folder(uri)),
            })
        });
        identities.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_uris() {
        let places = Places::below(Path::new("/h"), ["config", "data", "cache"]);
        for (uri, path) in [
            (
                "folder://local/Zorg/Lotte",
                "/h/data/evolution/mail/local/.Zorg.Lotte",
            ),
            (
                "folder://a1b2/INBOX/Mijn%20concepten",
                "/h/cache/evolution/mail/a1b2/folders/INBOX/subfolders/Mijn concepten/cur",
            ),
        ] {
            assert_eq!(places.folder(uri), Some(PathBuf::from(path)));
        }
        assert_eq!(places.folder("rommel"), None);
    }
}
