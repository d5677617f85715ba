//! Where Mailwijs keeps its own files.

use std::env;
use std::path::PathBuf;

use directories::ProjectDirs;

/// The folders of this installation; mail never lands in either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The encrypted history, the demo mailbox and where scans were broken off.
    pub data: PathBuf,
    /// The installed policy (`policy.toml`), a trusted key (`policy.pub`), the class list (`class-list.csv`) and the
    /// mailboxes on servers (`mailboxes.toml`).
    pub config: PathBuf,
}

impl Places {
    /// The folders the platform prescribes for this user; the current folder on a machine without a home.
    pub fn from_env() -> Self {
        ProjectDirs::from("", "", "mailwijs").map_or_else(
            || Self {
                data: PathBuf::from("mailwijs"),
                config: PathBuf::from("mailwijs"),
            },
            |dirs| Self {
                data: dirs.data_dir().to_path_buf(),
                config: dirs.config_dir().to_path_buf(),
            },
        )
    }

    /// Stores that are named by hand in `MAILWIJS_STORES`, separated as in `PATH`.
    pub fn named_stores() -> Vec<PathBuf> {
        let stores = env::var_os("MAILWIJS_STORES");
        stores
            .map(|list| env::split_paths(&list).collect())
            .unwrap_or_default()
    }

    /// The installed policy file, whether it exists or not.
    pub fn policy(&self) -> PathBuf {
        self.config.join("policy.toml")
    }

    /// The public key that policies must be signed with, when this file exists.
    pub fn trusted_key(&self) -> PathBuf {
        self.config.join("policy.pub")
    }

    /// The class list, when this file exists.
    pub fn class_list(&self) -> PathBuf {
        self.config.join("class-list.csv")
    }

    /// The mailboxes on servers that were set up, without their secrets; it exists once there was one.
    pub fn mailboxes(&self) -> PathBuf {
        self.config.join("mailboxes.toml")
    }

    /// The folder of the encrypted history.
    pub fn history(&self) -> PathBuf {
        self.data.join("history")
    }

    /// Where a scan was broken off, when this file exists.
    pub fn scan(&self) -> PathBuf {
        self.data.join("scan.jsonl")
    }

    /// Where the app's own scan was broken off, when this file exists.
    pub fn mailbox_scan(&self) -> PathBuf {
        self.data.join("mailbox-scan.jsonl")
    }

    /// The folder of the demo mailbox.
    pub fn demo(&self) -> PathBuf {
        self.data.join("demo")
    }
}
