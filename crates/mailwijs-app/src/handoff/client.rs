//! The mail clients and how each opens a compose window.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The client a draft came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Client {
    /// Thunderbird or Betterbird with this profile: opens a message file marked `X-Unsent` for editing.
    Thunderbird {
        /// The profile's folder.
        profile: PathBuf,
    },
    /// Evolution: takes a `mailto:` link as its argument.
    Evolution,
    /// Claws Mail: takes a `mailto:` link after `--compose`.
    Claws,
    /// Any other, or one in a sandbox that cannot read a private file: the desktop's own `mailto:` handler.
    Other,
}

impl Client {
    /// By the name and profile the store found it under.
    pub fn of(name: &str, profile: &Path) -> Self {
        let name = name.to_lowercase();
        let sandboxed = profile
            .components()
            .any(|part| matches!(part.as_os_str().to_str(), Some("snap" | ".var")));
        if sandboxed {
            Self::Other
        } else if name.contains("thunderbird") || name.contains("betterbird") {
            Self::Thunderbird {
                profile: profile.to_owned(),
            }
        } else if name.contains("evolution") {
            Self::Evolution
        } else if name.contains("claws") {
            Self::Claws
        } else {
            Self::Other
        }
    }

    /// The arguments with which it opens a compose window for a `mailto:` link; `None` when only the desktop knows how.
    pub(super) fn compose(&self, link: &str) -> Option<Vec<OsString>> {
        match self {
            Self::Thunderbird { profile } => Some(vec!["-profile".into(), profile.into(), link.into()]),
            Self::Evolution => Some(vec![link.into()]),
            Self::Claws => Some(vec!["--compose".into(), link.into()]),
            Self::Other => None,
        }
    }

    /// Whether it can be asked to show a mail. Thunderbird 153 opens it in a tab of its own within half a second, running
    /// or not, from mbox, Maildir and IMAP (`tests/e2e`); a mail in a folder that it never opened it does not find, and
    /// says so itself. The others take no such link.
    pub const fn shows_mail(&self) -> bool {
        matches!(self, Self::Thunderbird { .. })
    }

    /// The arguments with which it shows the mail with this Message-ID: a `mid:` link (RFC 2392).
    pub(super) fn show(&self, message_id: &str) -> Option<Vec<OsString>> {
        let Self::Thunderbird { profile } = self else {
            return None;
        };
        // Whatever stands in a mail, it stays one argument, and that a link.
        Some(vec![
            "-profile".into(),
            profile.into(),
            format!("mid:{message_id}").into(),
        ])
    }

    /// What it may be installed as, likeliest first: names on the PATH, or full paths.
    pub(super) fn programs(&self) -> Vec<OsString> {
        let names: &[&str] = match self {
            Self::Thunderbird { .. } if cfg!(windows) => &[
                r"C:\Program Files\Mozilla Thunderbird\thunderbird.exe",
                r"C:\Program Files (x86)\Mozilla Thunderbird\thunderbird.exe",
                r"C:\Program Files\Betterbird\betterbird.exe",
            ],
            Self::Thunderbird { .. } if cfg!(target_os = "macos") => &[
                "/Applications/Thunderbird.app/Contents/MacOS/thunderbird",
                "/Applications/Betterbird.app/Contents/MacOS/betterbird",
            ],
            Self::Thunderbird { .. } => &["thunderbird", "thunderbird-esr", "betterbird"],
            Self::Evolution => &["evolution"],
            Self::Claws => &["claws-mail"],
            Self::Other => &[],
        };
        names.iter().map(OsString::from).collect()
    }
}
