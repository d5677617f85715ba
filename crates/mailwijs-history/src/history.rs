//! The history: opened in one of three ways.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use crate::hash::Salt;
use crate::{Hash, Hasher, HistoryError, KEY_NAME, Key, SecretStore, open, place};

/// How a history is to be kept.
#[derive(Clone, Copy)]
pub enum KeySource<'a> {
    /// Encrypted on disk, with a key in this store; the key is made on first use.
    Keyring(&'a dyn SecretStore),
    /// Encrypted on disk, with a key drawn from this passphrase.
    Passphrase(&'a str),
    /// In memory: gone when the app stops.
    Memory,
}

/// How a history is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kept {
    /// Encrypted on disk, key in the keyring.
    Keyring,
    /// Encrypted on disk, key from a passphrase.
    Passphrase,
    /// In memory.
    Memory,
}

impl Kept {
    /// Its file in this folder.
    pub(crate) fn file(self, dir: &Path) -> Option<PathBuf> {
        match self {
            Self::Keyring => Some(dir.join(place::KEYRING_FILE)),
            Self::Passphrase => Some(dir.join(place::PASSPHRASE_FILE)),
            Self::Memory => None,
        }
    }
}

/// What can be opened without asking the teacher anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// The keyring answers: open with [`KeySource::Keyring`].
    Keyring,
    /// There is no usable keyring: the teacher chooses a passphrase, or memory.
    NeedsChoice,
    /// A history with a passphrase waits for it.
    Locked,
}

/// Looks at the folder and the keyring; opens and writes nothing.
pub fn detect(dir: &Path, secrets: &dyn SecretStore) -> Availability {
    if dir.join(place::PASSPHRASE_FILE).exists() {
        return Availability::Locked;
    }
    if Key::read(secrets).is_ok() {
        Availability::Keyring
    } else {
        Availability::NeedsChoice
    }
}

/// Everything that is remembered. One thread owns it.
pub struct History {
    pub(crate) connection: Connection,
    salt: Salt,
    kept: Kept,
}

impl History {
    /// Opens the history in this folder, or begins one. A file that cannot be opened stays exactly as it is.
    ///
    /// # Errors
    /// See [`HistoryError`].
    pub fn open(dir: &Path, source: KeySource<'_>) -> Result<Self, HistoryError> {
        match source {
            KeySource::Memory => Self::begin(open::in_memory()?, Kept::Memory),
            KeySource::Passphrase("") => Err(HistoryError::EmptyPassphrase),
            KeySource::Passphrase(passphrase) => Self::open_file(dir, Kept::Passphrase, |_| {
                Ok(Zeroizing::new(passphrase.to_owned()))
            })
            .map_err(|error| match error {
                HistoryError::Unreadable => HistoryError::WrongPassphrase,
                other => other,
            }),
            KeySource::Keyring(secrets) => Self::open_file(dir, Kept::Keyring, |new| {
                key_of(secrets, new).map(|key| key.literal())
            }),
        }
    }

    /// Opens the history in this folder to read in it, with the key in this store: no row of it changes, and nothing is begun.
    /// `None` when there is no history, or one from before there were cases.
    ///
    /// # Errors
    /// See [`HistoryError`]; [`HistoryError::Locked`] when it waits for a passphrase.
    pub fn look_into(dir: &Path, secrets: &dyn SecretStore) -> Result<Option<Self>, HistoryError> {
        if dir.join(place::PASSPHRASE_FILE).exists() {
            return Err(HistoryError::Locked);
        }
        let file = dir.join(place::KEYRING_FILE);
        if place::is_new(&file) {
            return Ok(None);
        }
        if place::is_fragment(&file) {
            return Err(HistoryError::Damaged);
        }
        let key = Key::read(secrets)?.ok_or(HistoryError::KeyMissing)?;
        let connection = open::to_read(&file, &key.literal())?;
        let has_cases = connection
            .prepare("SELECT 1 FROM sqlite_schema WHERE name = 'handover'")?
            .exists([])?;
        if has_cases {
            Self::begin(connection, Kept::Keyring).map(Some)
        } else {
            Ok(None)
        }
    }

    /// How it is kept.
    pub fn kept(&self) -> Kept {
        self.kept
    }

    /// What set off a finding of this rule: its normalised words or concept, in its context.
    pub fn trigger(&self, rule: &str, words: &str, context: &str) -> Hash {
        self.salt.hash("trigger", &[rule, words, context])
    }

    /// A draft, by what stays the same about it.
    pub fn draft(&self, fingerprint: &str) -> Hash {
        self.salt.hash("draft", &[fingerprint])
    }

    /// Hashes as this history does, for another thread.
    pub fn hasher(&self) -> Hasher {
        Hasher(self.salt.clone())
    }

    pub(crate) fn address(&self, email: &str) -> Hash {
        self.salt.hash("address", &[email])
    }

    /// Takes the write lock at once: one that began as a reader could not wait for another process's write.
    pub(crate) fn write(&mut self) -> Result<Transaction<'_>, HistoryError> {
        Ok(self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    fn open_file(
        dir: &Path,
        kept: Kept,
        key: impl FnOnce(bool) -> Result<Zeroizing<String>, HistoryError>,
    ) -> Result<Self, HistoryError> {
        let Some(file) = kept.file(dir) else {
            return Err(HistoryError::Unreadable);
        };
        let _alone = place::lock(dir, open::PATIENCE)?;
        if place::is_fragment(&file) {
            return Err(HistoryError::Damaged);
        }
        let key = key(place::is_new(&file))?;
        place::prepare(&file)?;
        Self::begin(open::on_disk(&file, &key)?, kept)
    }

    fn begin(connection: Connection, kept: Kept) -> Result<Self, HistoryError> {
        let salt = Salt::load(&connection)?;
        Ok(Self {
            connection,
            salt,
            kept,
        })
    }
}

/// The key in the store; a new one only for a new history, and only once the store has proved to keep it.
fn key_of(secrets: &dyn SecretStore, new: bool) -> Result<Key, HistoryError> {
    if let Some(key) = Key::read(secrets)? {
        return Ok(key);
    }
    if !new {
        return Err(HistoryError::KeyMissing);
    }
    let key = Key::random()?;
    secrets.write(KEY_NAME, key.as_bytes())?;
    if Key::read(secrets)?.as_ref() == Some(&key) {
        Ok(key)
    } else {
        Err(HistoryError::KeyMissing)
    }
}
