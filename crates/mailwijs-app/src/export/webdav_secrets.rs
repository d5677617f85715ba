//! The passwords of folders on the school's server: in the keyring, else in memory until the app stops; never in a file.

use std::sync::Arc;

use mailwijs_history::{SecretStore, SecretStoreError};
use url::Url;
use zeroize::Zeroizing;

use crate::mailbox::Kept;
use crate::secrets::Secrets;

/// The passwords of folders on the school's server (WebDAV), by folder and user. Every clone knows the same ones.
#[derive(Clone)]
pub struct WebDavSecrets(Secrets);

impl WebDavSecrets {
    /// Those in this keyring.
    pub fn new(keyring: Arc<dyn SecretStore>) -> Self {
        Self(Secrets::new(keyring))
    }

    /// Keeps the password of this user for this folder, in the place of an earlier one.
    pub fn keep(&self, folder: &Url, user: &str, password: &str) -> Kept {
        self.0.keep(&name(folder, user), password)
    }

    /// Keeps it until the app stops, without a word to the keyring.
    pub fn keep_for_now(&self, folder: &Url, user: &str, password: &str) {
        self.0.keep_for_now(&name(folder, user), password);
    }

    /// The password; `None` when none is kept.
    ///
    /// # Errors
    /// When the keyring cannot be asked.
    pub fn of(&self, folder: &Url, user: &str) -> Result<Option<Zeroizing<String>>, SecretStoreError> {
        self.0.of(&name(folder, user))
    }

    /// Forgets it.
    ///
    /// # Errors
    /// When the keyring cannot be asked; it may keep the password.
    pub fn forget(&self, folder: &Url, user: &str) -> Result<(), SecretStoreError> {
        self.0.forget(&name(folder, user))
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

    #[test]
    fn each_folder_and_user_has_a_password_of_its_own() {
        let secrets = WebDavSecrets::new(Arc::new(mailwijs_history::SessionStore::default()));
        let folder = Url::parse("https://schijf.school.example/dav/zorg/").unwrap();
        let other = Url::parse("https://schijf.school.example/dav/directie/").unwrap();
        assert_eq!(
            secrets.keep(&folder, "an@school.example", "geheim"),
            Kept::Keyring
        );
        let kept = |folder, user| secrets.of(folder, user).unwrap().map(|text| text.to_string());
        assert_eq!(kept(&folder, "an@school.example").as_deref(), Some("geheim"));
        assert_eq!(kept(&folder, "els"), None);
        assert_eq!(kept(&other, "an@school.example"), None);
        secrets.keep_for_now(&folder, "an@school.example", "nieuw");
        assert_eq!(kept(&folder, "an@school.example").as_deref(), Some("nieuw"));
        secrets.forget(&folder, "an@school.example").unwrap();
        assert_eq!(kept(&folder, "an@school.example"), None);
    }
}
