//! A profile of Thunderbird or Betterbird: accounts, identities, and a store per account.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::prefs::Prefs;
use super::trace::Trace;
use super::{folder_cache, settings, store};
use crate::search::Hints;
use crate::{FolderRole, Identity, MailStore};

/// A mail server as the profile knows it; Local Folders are one too.
#[derive(Debug)]
struct Server {
    host: String,
    user: String,
    name: String,
    directory: PathBuf,
}

/// The stores of a profile, without its identities.
pub(crate) fn stores(profile: &Path) -> Vec<MailStore> {
    read(profile).1
}

/// A profile's identities and stores.
pub(super) fn read(profile: &Path) -> (Vec<Identity>, Vec<MailStore>) {
    let prefs = Prefs::parse(&settings(&profile.join("prefs.js")).unwrap_or_default());
    let servers = servers(&prefs, profile);
    let identities = identities(&prefs, &servers);
    let hints = hints(&prefs, &servers, profile);
    let mut stores = Vec::new();
    let mut seen = HashSet::new();
    let unlisted = directories_of(profile).into_iter().map(|directory| {
        let name = directory
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        (directory, name)
    });
    for (directory, name) in servers
        .into_iter()
        .map(|server| (server.directory, server.name))
        .chain(unlisted)
    {
        if directory.is_dir() && seen.insert(directory.canonicalize().unwrap_or_else(|_| directory.clone())) {
            stores.push(store(&directory, &name, &hints));
        }
    }
    (identities, stores)
}

/// What [`read`] decides by.
pub(super) fn traces(profile: &Path) -> Vec<Trace> {
    let prefs = profile.join("prefs.js");
    let servers = servers(&Prefs::parse(&settings(&prefs).unwrap_or_default()), profile);
    let mut traces: Vec<Trace> = servers
        .into_iter()
        .map(|server| Trace::Present(server.directory))
        .collect();
    traces.extend([prefs, profile.join("folderCache.json")].map(Trace::File));
    traces.extend(["ImapMail", "Mail"].map(|name| Trace::Directories(profile.join(name))));
    traces
}

fn servers(prefs: &Prefs, profile: &Path) -> Vec<Server> {
    let accounts = prefs.list("mail.accountmanager.accounts");
    accounts
        .filter_map(|account| {
            let key = prefs.get(&format!("mail.account.{account}.server"))?;
            let get = |what: &str| prefs.get(&format!("mail.server.{key}.{what}"));
            let host = get("hostname").unwrap_or_default();
            Some(Server {
                host: host.to_owned(),
                user: get("userName").unwrap_or_default().to_owned(),
                name: get("name").unwrap_or(host).to_owned(),
                directory: directory(get("directory-rel"), get("directory"), profile)?,
            })
        })
        .collect()
}

/// `[ProfD]ImapMail/host` moves along with the profile, so it comes before the absolute path.
fn directory(relative: Option<&str>, absolute: Option<&str>, profile: &Path) -> Option<PathBuf> {
    let moved = relative
        .and_then(|path| path.strip_prefix("[ProfD]"))
        .map(|path| profile.join(path));
    moved.or_else(|| absolute.map(PathBuf::from))
}

/// What stands in `Mail` and `ImapMail`, for accounts whose settings are gone.
fn directories_of(profile: &Path) -> Vec<PathBuf> {
    let mut directories: Vec<PathBuf> = ["ImapMail", "Mail"]
        .iter()
        .filter_map(|name| fs::read_dir(profile.join(name)).ok())
        .flat_map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .collect();
    directories.sort();
    directories
}

fn identities(prefs: &Prefs, servers: &[Server]) -> Vec<Identity> {
    let accounts: Vec<&str> = prefs.list("mail.accountmanager.accounts").collect();
    let keys = accounts.iter().flat_map(|account| {
        prefs
            .list(&format!("mail.account.{account}.identities"))
            .collect::<Vec<_>>()
    });
    keys.filter_map(|key| {
        let get = |what: &str| prefs.get(&format!("mail.identity.{key}.{what}"));
        Some(Identity {
            key: key.to_owned(),
            email: get("useremail")?.to_owned(),
            name: get("fullName").unwrap_or_default().to_owned(),
            drafts: get("draft_folder").and_then(|uri| folder_of(uri, servers)),
        })
    })
    .collect()
}

fn hints(prefs: &Prefs, servers: &[Server], profile: &Path) -> Hints {
    let mut hints = Hints::default();
    for account in prefs.list("mail.accountmanager.accounts") {
        for key in prefs.list(&format!("mail.account.{account}.identities")) {
            for (what, role) in [
                ("fcc_folder", FolderRole::Sent),
                ("archive_folder", FolderRole::Archive),
                ("stationery_folder", FolderRole::Templates),
                ("draft_folder", FolderRole::Drafts),
            ] {
                let uri = prefs.get(&format!("mail.identity.{key}.{what}"));
                if let Some(path) = uri.and_then(|uri| folder_of(uri, servers)) {
                    hints.roles.insert(path, role);
                }
            }
        }
        if let Some(server) = prefs.get(&format!("mail.account.{account}.server"))
            && let Some(trash) = prefs.get(&format!("mail.server.{server}.trash_folder_name"))
            && let Some(directory) = directory(
                prefs.get(&format!("mail.server.{server}.directory-rel")),
                prefs.get(&format!("mail.server.{server}.directory")),
                profile,
            )
        {
            hints
                .roles
                .insert(below(&directory, trash.split('/')), FolderRole::Trash);
        }
    }
    // The cache knows the server's own special folders; it has the last word.
    folder_cache::read(profile, &mut hints);
    hints
}

/// The file or directory of `imap://an%40school@host/INBOX/Concepten` or `mailbox://nobody@Local%20Folders/Drafts`.
fn folder_of(uri: &str, servers: &[Server]) -> Option<PathBuf> {
    let (_, rest) = uri.split_once("://")?;
    let (authority, path) = rest.split_once('/')?;
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (user, host) = (percent_decode(user), percent_decode(host));
    let server = servers
        .iter()
        .find(|server| server.host.eq_ignore_ascii_case(&host) && server.user == user)
        .or_else(|| {
            servers
                .iter()
                .find(|server| server.host.eq_ignore_ascii_case(&host))
        })?;
    let levels: Vec<String> = path
        .split('/')
        .filter(|level| !level.is_empty())
        .map(percent_decode)
        .collect();
    (!levels.is_empty()).then(|| below(&server.directory, levels.iter().map(String::as_str)))
}

/// Each level but the last stands in `<level>.sbd`.
fn below<'a>(directory: &Path, levels: impl Iterator<Item = &'a str>) -> PathBuf {
    let mut path = directory.to_owned();
    let mut levels = levels.peekable();
    while let Some(level) = levels.next() {
        if levels.peek().is_some() {
            path.push(format!("{level}.sbd"));
        } else {
            path.push(level);
        }
    }
    path
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let digits = after
            .get(..2)
            .filter(|digits| *first == b'%' && digits.iter().all(u8::is_ascii_hexdigit));
        match digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draft_folders_of_every_kind() {
        let server = |host: &str, user: &str| Server {
            host: host.into(),
            user: user.into(),
            name: host.into(),
            directory: PathBuf::from("/p").join(host),
        };
        let servers = [
            server("imap.x.example", "an@x.example"),
            server("Local Folders", "nobody"),
        ];
        for (uri, path) in [
            (
                "imap://an%40x.example@imap.x.example/Concepten",
                "/p/imap.x.example/Concepten",
            ),
            (
                "imap://an%40x.example@imap.x.example/[Gmail]/Concepten",
                "/p/imap.x.example/[Gmail].sbd/Concepten",
            ),
            (
                "mailbox://nobody@Local%20Folders/Drafts",
                "/p/Local Folders/Drafts",
            ),
        ] {
            assert_eq!(folder_of(uri, &servers), Some(PathBuf::from(path)));
        }
        assert_eq!(folder_of("imap://an@elders.example/Concepten", &servers), None);
        assert_eq!(folder_of("rommel", &servers), None);
        assert_eq!(percent_decode("50%% %zz %C3%A9"), "50%% %zz é");
    }
}
