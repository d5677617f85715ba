//! The passwords of folders on the school's server: in the keyring, else in memory until the app stops; never in a file.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use mailwijs_history::{SecretStore, SecretStoreError};
use url::Url;
use zeroize::Zeroizing;

use crate::mailbox::Kept;
use crate::secrets::Secrets;

/// The passwords of folders on the school's server (WebDAV), by folder and user. Every clone knows the same ones.
#[derive(Clone)]
pub struct WebDavSecrets {
    secrets: Secrets,
    /// Held while a password is kept or all are forgotten: one comes wholly before the other.
    kept: Arc<Mutex<KeptNow>>,
}

#[derive(Default)]
struct KeptNow {
    /// How often everything was forgotten.
    forgotten: u64,
    /// The names of what was kept since.
    names: BTreeSet<String>,
}

/// Leave to keep a password; it ends once everything is forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leave(u64);

impl WebDavSecrets {
    /// Those in this keyring.
    pub fn new(keyring: Arc<dyn SecretStore>) -> Self {
        Self {
            secrets: Secrets::new(keyring),
            kept: Arc::default(),
        }
    }

    /// Leave to keep a password that is given now, once it has worked.
    pub fn leave(&self) -> Leave {
        Leave(self.kept().forgotten)
    }

    /// Keeps the password of this user for this folder, in the place of an earlier one; `None` when everything was forgotten
    /// since the leave was given.
    pub fn keep(&self, leave: Leave, folder: &Url, user: &str, password: &str) -> Option<Kept> {
        let mut kept = self.kept();
        if leave != Leave(kept.forgotten) {
            return None;
        }
        let name = name(folder, user);
        let where_it_is = self.secrets.keep(&name, password);
        kept.names.insert(name);
        Some(where_it_is)
    }

    /// The password; `None` when none is kept.
    ///
    /// # Errors
    /// When the keyring cannot be asked.
    pub fn of(&self, folder: &Url, user: &str) -> Result<Option<Zeroizing<String>>, SecretStoreError> {
        self.secrets.of(&name(folder, user))
    }

    /// Forgets this one and every password that was kept since the start, and ends every leave to keep one.
    ///
    /// # Errors
    /// When the keyring cannot be asked; it may keep a password.
    pub fn forget_all(&self, earlier: Option<(&Url, &str)>) -> Result<(), SecretStoreError> {
        let mut kept = self.kept();
        kept.forgotten = kept.forgotten.wrapping_add(1);
        let mut names = std::mem::take(&mut kept.names);
        names.extend(earlier.map(|(folder, user)| name(folder, user)));
        let forgotten = names.iter().map(|name| self.secrets.forget(name));
        // One that stays is no reason to keep the others.
        forgotten.fold(Ok(()), Result::and)
    }

    fn kept(&self) -> MutexGuard<'_, KeptNow> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `https://an@schijf.school.example/dav/`: no mailbox is called so.
fn name(folder: &Url, user: &str) -> String {
    let mut name = folder.clone();
    // Only an address without a host takes no user; that of a folder has one.
    let _ = name.set_username(user);
    let _ = name.set_password(None);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> Url {
        Url::parse(&format!("https://schijf.school.example/dav/{name}/")).unwrap()
    }

    fn secrets() -> WebDavSecrets {
        WebDavSecrets::new(Arc::new(mailwijs_history::SessionStore::default()))
    }

    fn kept(secrets: &WebDavSecrets, folder: &Url, user: &str) -> Option<String> {
        secrets.of(folder, user).unwrap().map(|text| text.to_string())
    }

    #[test]
    fn each_folder_and_user_has_a_password_of_its_own() {
        let (secrets, ours, other) = (secrets(), folder("zorg"), folder("directie"));
        let keep = |password| secrets.keep(secrets.leave(), &ours, "an@school.example", password);
        assert_eq!(keep("geheim"), Some(Kept::Keyring));
        assert_eq!(
            kept(&secrets, &ours, "an@school.example").as_deref(),
            Some("geheim")
        );
        assert_eq!(kept(&secrets, &ours, "els"), None);
        assert_eq!(kept(&secrets, &other, "an@school.example"), None);
        keep("nieuw");
        assert_eq!(
            kept(&secrets, &ours, "an@school.example").as_deref(),
            Some("nieuw")
        );
    }

    #[test]
    fn everything_is_forgotten_also_what_was_kept_a_moment_ago() {
        let (secrets, ours, before) = (secrets(), folder("zorg"), folder("directie"));
        let elsewhere = secrets.clone();
        elsewhere.keep(secrets.leave(), &ours, "an", "geheim");
        // As a start before this one left it.
        secrets.secrets.keep(&name(&before, "an"), "oud");
        secrets.forget_all(Some((&before, "an"))).unwrap();
        assert_eq!(kept(&secrets, &ours, "an"), None);
        assert_eq!(kept(&secrets, &before, "an"), None);
    }

    #[test]
    fn what_was_given_before_everything_was_forgotten_is_not_kept_any_more() {
        let (secrets, ours) = (secrets(), folder("zorg"));
        let leave = secrets.leave();
        secrets.forget_all(None).unwrap();
        assert_eq!(secrets.keep(leave, &ours, "an", "geheim"), None);
        assert_eq!(kept(&secrets, &ours, "an"), None);
        secrets.keep(secrets.leave(), &ours, "an", "geheim");
        assert_eq!(
            kept(&secrets, &ours, "an").as_deref(),
            Some("geheim"),
            "a new one is"
        );
    }
}
