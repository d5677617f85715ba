//! What can go wrong, told so that the reader knows what to do.

use std::path::Path;

use mailwijs_i18n::{Arg, Texts};

use crate::ipc::ErrorDto;

/// Stable codes of what can go wrong; each has its text in `assets/i18n/*/errors.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    /// The policy file cannot be opened.
    PolicyUnreadable,
    /// The policy file has mistakes.
    PolicyInvalid,
    /// This installation accepts signed policies only, and this one has no right signature.
    PolicySignature,
    /// The class list cannot be opened.
    ClassListUnreadable,
    /// The class list has no usable header or rows.
    ClassListInvalid,
    /// There is nothing at the path.
    PathMissing,
    /// The path may not be read.
    PathDenied,
    /// The path holds no mail.
    PathNotMail,
    /// A path or store cannot be opened for another reason.
    PathUnreadable,
    /// Standard input cannot be read.
    InputUnreadable,
    /// There is nothing to watch or scan: no mail client was found and no store was named.
    NoStores,
    /// Watching could not start.
    WatchFailed,
    /// The history cannot be opened.
    HistoryUnavailable,
    /// The history waits for a passphrase that cannot be given here.
    HistoryLocked,
    /// The passphrase does not open the history.
    WrongPassphrase,
    /// The card's draft is not there any more.
    DraftGone,
    /// No mail client here has an account of the school.
    NoSchoolAccount,
    /// The demo mailbox could not be made.
    DemoFailed,
    /// The action names something that does not exist.
    UnknownAction,
    /// The list of mailboxes on servers cannot be opened.
    MailboxesUnreadable,
    /// The list of mailboxes on servers is not as it was written.
    MailboxesInvalid,
    /// The list of mailboxes on servers was written by a newer version.
    MailboxesNewer,
    /// No mailbox of this name was set up.
    UnknownMailbox,
    /// What was given as an address is none.
    NotAnAddress,
    /// Nobody knows which server keeps mail for this domain.
    UnknownServer,
    /// Signing in at this provider takes an app that the school's policy does not name.
    NoClientId,
    /// The file with an own certificate authority cannot be opened.
    AuthorityUnreadable,
    /// The file with an own certificate authority holds no certificate.
    AuthorityInvalid,
    /// The keyring may still have the secret of a mailbox that was removed.
    SecretLeft,
    /// The mail of a case stands in no store any more.
    MailGone,
    /// The files for the tracking system could not be made.
    ExportFailed,
    /// The school's file share refused.
    ShareFailed,
    /// A file could not be written.
    WriteFailed,
    /// The engine has stopped.
    Stopped,
}

impl ErrorCode {
    /// The code as text, also the id of its message after `error-`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PolicyUnreadable => "policy-unreadable",
            Self::PolicyInvalid => "policy-invalid",
            Self::PolicySignature => "policy-signature",
            Self::ClassListUnreadable => "class-list-unreadable",
            Self::ClassListInvalid => "class-list-invalid",
            Self::PathMissing => "path-missing",
            Self::PathDenied => "path-denied",
            Self::PathNotMail => "path-not-mail",
            Self::PathUnreadable => "path-unreadable",
            Self::InputUnreadable => "input-unreadable",
            Self::NoStores => "no-stores",
            Self::WatchFailed => "watch-failed",
            Self::HistoryUnavailable => "history-unavailable",
            Self::HistoryLocked => "history-locked",
            Self::WrongPassphrase => "wrong-passphrase",
            Self::DraftGone => "draft-gone",
            Self::NoSchoolAccount => "no-school-account",
            Self::DemoFailed => "demo-failed",
            Self::UnknownAction => "unknown-action",
            Self::MailboxesUnreadable => "mailboxes-unreadable",
            Self::MailboxesInvalid => "mailboxes-invalid",
            Self::MailboxesNewer => "mailboxes-newer",
            Self::UnknownMailbox => "unknown-mailbox",
            Self::NotAnAddress => "not-an-address",
            Self::UnknownServer => "unknown-server",
            Self::NoClientId => "no-client-id",
            Self::AuthorityUnreadable => "authority-unreadable",
            Self::AuthorityInvalid => "authority-invalid",
            Self::SecretLeft => "secret-left",
            Self::MailGone => "mail-gone",
            Self::ExportFailed => "export-failed",
            Self::ShareFailed => "share-failed",
            Self::WriteFailed => "write-failed",
            Self::Stopped => "stopped",
        }
    }
}

/// Something that went wrong. Holds no mail text, names or addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppError {
    /// What.
    pub code: ErrorCode,
    /// The file or folder concerned; empty when there is none.
    pub path: String,
    /// What the system or the parser says of it; empty when nothing.
    pub detail: String,
}

impl AppError {
    /// An error that concerns no file.
    pub const fn new(code: ErrorCode) -> Self {
        Self {
            code,
            path: String::new(),
            detail: String::new(),
        }
    }

    /// An error about a file, with what the system says.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "reads as `map_err(|error| …)` at every call"
    )]
    pub fn at(code: ErrorCode, path: &Path, detail: impl ToString) -> Self {
        Self {
            code,
            path: path.display().to_string(),
            detail: detail.to_string(),
        }
    }

    /// The same error with what the system says.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "as `at`")]
    pub fn because(mut self, detail: impl ToString) -> Self {
        self.detail = detail.to_string();
        self
    }

    /// The error in the reader's language, with what to do.
    pub fn say(&self, texts: &Texts) -> String {
        let args = [
            ("path", Arg::from(self.path.as_str())),
            ("detail", Arg::from(self.detail.as_str())),
        ];
        texts
            .get(&format!("error-{}", self.code.as_str()), &args)
            .trim_end()
            .to_owned()
    }

    /// For a window.
    pub fn dto(&self, texts: &Texts) -> ErrorDto {
        ErrorDto {
            code: self.code.as_str().to_owned(),
            message: self.say(texts),
        }
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {} {}", self.code.as_str(), self.path, self.detail)
    }
}

impl std::error::Error for AppError {}
