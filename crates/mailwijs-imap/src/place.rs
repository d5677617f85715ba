//! Where a message stands on a server, as an URL of RFC 5092, so that it fits where a path does.

use std::path::{Path, PathBuf};

use mailwijs_store::MessageKey;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::Account;

/// What cannot stand as itself in one part of the URL.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'/')
    .add(b':')
    .add(b';')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'@')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The mailbox's root: `imap://an%40school.example@imap.school.example:993`.
pub fn store_url(account: &Account) -> PathBuf {
    let encoded = |text| utf8_percent_encode(text, RESERVED);
    PathBuf::from(format!(
        "imap://{}@{}:{}",
        encoded(&account.user),
        encoded(&account.host),
        account.port
    ))
}

/// A message's place: the folder as numbered by this UIDVALIDITY, and its UID there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
}

impl Place {
    /// The folder with this decoded name, levels separated by `/`, in the mailbox with this [`store_url`].
    pub fn new(store: &Path, folder: &str, uid_validity: u32) -> Self {
        let levels: Vec<String> = folder
            .split('/')
            .map(|level| utf8_percent_encode(level, RESERVED).to_string())
            .collect();
        // A name may begin with `/`; it still stands below the store.
        let mut url = store.as_os_str().to_owned();
        url.push(format!("/{};UIDVALIDITY={uid_validity}", levels.join("/")));
        Self { folder: url.into() }
    }

    /// The folder itself.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The message with this UID.
    pub fn of(&self, uid: u32) -> MessageKey {
        MessageKey {
            path: self.folder.join(format!(";UID={uid}")),
            offset: None,
        }
    }
}

/// The decoded name of the folder with this place, whatever its UIDVALIDITY; `None` of a whole mailbox and of what is no place
/// on a server.
pub fn folder_of(place: &Path) -> Option<String> {
    let below = place.to_str()?.strip_prefix("imap://")?.split_once('/')?.1;
    let (name, _) = below.rsplit_once(";UIDVALIDITY=")?;
    Some(percent_decode_str(name).decode_utf8_lossy().into_owned())
}

/// The UID in a message's place.
pub(crate) fn uid_of(key: &MessageKey) -> Option<u32> {
    key.path
        .file_name()?
        .to_str()?
        .strip_prefix(";UID=")?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Auth, Security};

    #[test]
    fn a_message_has_an_url() {
        let account = Account {
            email: "an@school.example".to_owned(),
            user: "an@school.example".to_owned(),
            host: "imap.school.example".to_owned(),
            port: 993,
            security: Security::Tls,
            auth: Auth::Password,
        };
        let place = Place::new(&store_url(&account), "INBOX/Réunion; 4B", 7);
        assert_eq!(
            place.of(12).path,
            Path::new(
                "imap://an%40school.example@imap.school.example:993/INBOX/R%C3%A9union%3B%204B;UIDVALIDITY=7/;UID=12"
            )
        );
    }

    #[test]
    fn a_place_tells_its_folder() {
        let store = Path::new("imap://an%40school.example@imap.school.example:993");
        for name in ["INBOX/Réunion; 4B", "Gedeeld;UIDVALIDITY=3", "50%/a"] {
            let place = Place::new(store, name, 7);
            assert_eq!(folder_of(place.folder()).as_deref(), Some(name));
        }
        assert_eq!(folder_of(store), None);
        assert_eq!(folder_of(Path::new("/home/an/Mail;UIDVALIDITY=3")), None);
    }

    #[test]
    fn a_name_that_begins_like_a_path_stands_below_the_store() {
        let store = Path::new("imap://an@localhost:993");
        for name in ["/Drafts", "/", "", "../../Drafts", "//x"] {
            let path = Place::new(store, name, 7).of(1).path;
            assert!(path.starts_with(store), "{name}: {}", path.display());
        }
    }
}
