//! What the desktop app starts with.

use std::path::PathBuf;
use std::sync::Arc;

use mailwijs_history::{OsKeyring, SecretStore};
use mailwijs_i18n::Lang;
use mailwijs_imap::Trust;
use mailwijs_store::Roots;

use crate::place::Places;
use crate::sentence_layer::encoder_file;

/// What the desktop app starts with.
#[derive(Clone)]
pub struct AppConfig {
    /// Its own folders.
    pub places: Places,
    /// Where mail clients keep their files; `None` on a machine without a home.
    pub roots: Option<Roots>,
    /// The language asked for; else the one chosen earlier, else the system's.
    pub lang: Option<Lang>,
    /// Stores to watch besides those of the mail clients found.
    pub stores: Vec<PathBuf>,
    /// The sentence encoder's file; without one mail is checked by its words alone.
    pub encoder: Option<PathBuf>,
    /// Where the key of the history and the secrets of mailboxes on servers are kept.
    pub secrets: Arc<dyn SecretStore>,
    /// Whose certificates are believed of the school's file share.
    pub trust: Trust,
}

impl AppConfig {
    /// The platform's folders, the encoder of this installation, and the stores that are named by hand.
    pub fn from_env() -> Self {
        Self {
            places: Places::from_env(),
            roots: Roots::from_env(),
            lang: None,
            stores: Places::named_stores(),
            encoder: encoder_file(),
            secrets: Arc::new(OsKeyring::new()),
            trust: Trust::default(),
        }
    }
}
