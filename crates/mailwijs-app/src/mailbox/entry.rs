//! One mailbox on a server.

use std::path::{Path, PathBuf};

use mailwijs_imap::{Account, Auth, Security, store_url};
use serde::{Deserialize, Serialize};
use toml::Table;

use super::BrowserSignIn;

/// One mailbox on a server, without its secret. Keys that a newer version wrote are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "Written", from = "Written")]
pub struct Mailbox {
    /// Which mailbox on which server.
    pub account: Account,
    /// Where the teacher signed in; `None` for a password.
    pub sign_in: Option<BrowserSignIn>,
    /// The only authorities whose certificates are believed (PEM), instead of those the computer believes.
    pub ca: Option<PathBuf>,
    pub(super) newer: Table,
}

impl Mailbox {
    /// A new one.
    pub fn new(account: Account) -> Self {
        Self {
            account,
            sign_in: None,
            ca: None,
            newer: Table::new(),
        }
    }

    /// What it is called wherever a path is, and in the keyring: `imap://an%40school.example@imap.school.example:993`.
    pub fn url(&self) -> String {
        store_url(&self.account).display().to_string()
    }

    /// Whether this is how it is named on the command line: its address, or its URL, with or without escapes, port and user
    /// (`imap://an@school.example@imap.school.example`).
    pub fn is_named(&self, name: &str) -> bool {
        let Some(rest) = name.strip_prefix("imap://") else {
            return name.eq_ignore_ascii_case(&self.account.email);
        };
        let rest = percent_encoding::percent_decode_str(rest.trim_end_matches('/')).decode_utf8_lossy();
        let (user, host) = rest.rsplit_once('@').unwrap_or(("", &rest));
        let Account { host: own, port, .. } = &self.account;
        let is_host = host.eq_ignore_ascii_case(own) || host.eq_ignore_ascii_case(&format!("{own}:{port}"));
        is_host && (user.is_empty() || user == self.account.user)
    }
}

/// Whether a path is the name of a mailbox on a server.
pub fn is_url(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.starts_with("imap://"))
}

/// As it stands in the file: flat, with what is usual left out.
#[derive(Clone, Serialize, Deserialize)]
struct Written {
    email: String,
    user: String,
    host: String,
    port: u16,
    #[serde(default)]
    security: Security,
    #[serde(default)]
    auth: Auth,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ca: Option<PathBuf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sign_in: Option<BrowserSignIn>,
    #[serde(flatten)]
    newer: Table,
}

impl From<Written> for Mailbox {
    fn from(written: Written) -> Self {
        let Written {
            email,
            user,
            host,
            port,
            security,
            auth,
            ca,
            sign_in,
            newer,
        } = written;
        let account = Account {
            email,
            user,
            host,
            port,
            security,
            auth,
        };
        Self {
            account,
            sign_in,
            ca,
            newer,
        }
    }
}

impl From<Mailbox> for Written {
    fn from(mailbox: Mailbox) -> Self {
        let Account {
            email,
            user,
            host,
            port,
            security,
            auth,
        } = mailbox.account;
        Self {
            email,
            user,
            host,
            port,
            security,
            auth,
            ca: mailbox.ca,
            sign_in: mailbox.sign_in,
            newer: mailbox.newer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_has_more_than_one_name() {
        let mailbox = Mailbox::new(Account {
            email: "an@school.example".to_owned(),
            user: "an@school.example".to_owned(),
            host: "imap.school.example".to_owned(),
            port: 993,
            security: Security::Tls,
            auth: Auth::Password,
        });
        for name in [
            "an@school.example",
            "An@School.example",
            mailbox.url().as_str(),
            "imap://an@school.example@imap.school.example",
            "imap://an%40school.example@IMAP.school.example:993/",
            "imap://imap.school.example",
        ] {
            assert!(mailbox.is_named(name), "{name}");
        }
        for other in [
            "",
            "imap://",
            "els@school.example",
            "imap://els@school.example@imap.school.example",
            "imap://an@school.example@imap.school.example:143",
            "imap://an@school.example@imap.other.example",
        ] {
            assert!(!mailbox.is_named(other), "{other}");
        }
    }
}
