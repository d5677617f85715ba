//! What is remembered, and nothing more: nudges and what came of them, the teacher's choices, settings.
//!
//! An encrypted SQLite database (SQLCipher) whose key lies in the operating system's keyring or is drawn from a
//! passphrase; with neither, the history lives in memory. It is never stored in the clear. No mail text, no names
//! and no addresses of a mail go in: what has to be recognised again is kept as a keyed hash ([`History::trigger`] and the
//! like) whose key is in the database itself. What the teacher writes about a breach, and the name to log in with at the school's
//! share, are kept as they are. The tables are described in `src/schema`.

mod accounts;
mod dismissals;
mod error;
mod found;
mod handovers;
mod hash;
mod history;
mod key;
mod migrate;
mod nudges;
mod open;
mod os_keyring;
mod place;
mod secret_store;
mod session_store;
mod settings;
mod silences;

pub use dismissals::Dismissed;
pub use error::HistoryError;
pub use found::Found;
pub use handovers::{Handover, HandoverKind};
pub use hash::{Hash, Hasher};
pub use history::{Availability, History, Kept, KeySource, detect};
pub use key::{KEY_NAME, Key};
pub use nudges::{NudgeEvent, NudgeRecord, Outcome, Outcomes, RuleRecord};
pub use os_keyring::OsKeyring;
pub use place::{Erased, erase, set_aside};
pub use secret_store::{Secret, SecretStore, SecretStoreError};
pub use session_store::SessionStore;
pub use silences::Silence;
