//! Why a mailbox on a server cannot be opened, in the reader's language.

use mailwijs_history::SecretStoreError;
use mailwijs_i18n::{Arg, Texts};
use mailwijs_imap::oauth::{Pages, SignInError};
use mailwijs_imap::{Account, Cause, ImapError};

use crate::error::AppError;

/// Why a mailbox on a server cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailboxError {
    /// Its password, or sign-in, is not in the keyring.
    NoSecret {
        /// [`mailwijs_imap::Account::name`].
        account: String,
        /// Why the keyring could not be asked; `None` when it could.
        keyring: Option<SecretStoreError>,
    },
    /// The server, or the way to it.
    Server(ImapError),
    /// A file that is needed.
    File(AppError),
}

impl MailboxError {
    /// In the reader's language, with what to do.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::NoSecret { account, keyring } => {
                let id = if keyring.is_some() {
                    "mailbox-no-keyring"
                } else {
                    "mailbox-no-secret"
                };
                texts.get(id, &[("account", Arg::from(account.as_str()))])
            }
            Self::Server(error) => say_once(error, texts),
            Self::File(error) => error.say(texts),
        }
    }
}

impl From<ImapError> for MailboxError {
    fn from(error: ImapError) -> Self {
        Self::Server(error)
    }
}

impl From<AppError> for MailboxError {
    fn from(error: AppError) -> Self {
        Self::File(error)
    }
}

/// Why nobody was signed in, in the reader's language, with what to do.
pub(super) fn say_sign_in(error: &SignInError, account: &Account, texts: &Texts) -> String {
    let detail = |words: String| [("detail", Arg::from(words))];
    match error {
        SignInError::Declined | SignInError::Cancelled => texts.get("mailbox-sign-in-declined", &[]),
        SignInError::TimedOut => texts.get("mailbox-sign-in-timed-out", &[]),
        SignInError::Fleeting => texts.get("mailbox-sign-in-fleeting", &[]),
        SignInError::NoListener(kind) => texts.get("mailbox-sign-in-no-listener", &detail(kind.to_string())),
        SignInError::Provider(cause) => say(&cause.clone().of(account), texts),
    }
}

/// The words that the browser shows at the end of a sign-in.
pub(super) fn sign_in_pages(texts: &Texts) -> Pages {
    Pages {
        language: texts.lang().as_str().to_owned(),
        done: texts.get("mailbox-signed-in-page", &[]),
        failed: texts.get("mailbox-not-signed-in-page", &[]),
    }
}

/// As [`say`], of a server that was tried once and is not tried again by itself.
fn say_once(error: &ImapError, texts: &Texts) -> String {
    let args = |words: &str| {
        [
            ("account", Arg::from(error.account.as_str())),
            ("detail", Arg::from(detail(words, texts))),
        ]
    };
    match &error.cause {
        Cause::Unreachable(words) => texts.get("mailbox-unreachable-once", &args(words)),
        Cause::Lost => texts.get("mailbox-lost-once", &args("")),
        _ => say(error, texts),
    }
}

/// What a server that is watched, or the way to it, has to say, in the reader's language, with what to do.
pub fn say(error: &ImapError, texts: &Texts) -> String {
    let (id, words) = match &error.cause {
        Cause::Unreachable(words) => ("mailbox-unreachable", words.as_str()),
        Cause::Unsafe(words) => ("mailbox-unsafe", words.as_str()),
        Cause::Refused => ("mailbox-refused", ""),
        Cause::SignInNeeded => ("mailbox-sign-in-needed", ""),
        Cause::NotOffered => ("mailbox-not-offered", ""),
        Cause::Lost => ("mailbox-lost", ""),
        Cause::Nonsense(what) => ("mailbox-nonsense", *what),
        Cause::Denied(command, _) => ("mailbox-denied", *command),
    };
    let args = [
        ("account", Arg::from(error.account.as_str())),
        ("detail", Arg::from(detail(words, texts))),
    ];
    texts.get(id, &args)
}

/// What exactly is wrong, in the reader's language where it is one of the usual things; else in the system's words.
fn detail(words: &str, texts: &Texts) -> String {
    let joined = |kind: String, word: &str| {
        if kind.is_empty() {
            word.to_owned()
        } else {
            kind + "-" + word
        }
    };
    let parts = words.split(|letter: char| !letter.is_alphanumeric());
    let kind = parts.filter(|word| !word.is_empty()).fold(String::new(), joined);
    let args = [("kind", Arg::from(kind)), ("detail", Arg::from(words))];
    texts.get("mailbox-detail", &args).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use mailwijs_i18n::Lang;

    use super::*;

    fn said(cause: Cause) -> String {
        let account = "an@school.example (imap.school.example)".to_owned();
        MailboxError::Server(ImapError { account, cause }).say(&Texts::new(Lang::Nl))
    }

    #[test]
    fn the_usual_troubles_are_told_in_the_readers_language_and_others_as_they_are() {
        let expired = said(Cause::Unsafe(
            "the certificate is not valid yet; is the clock right?".to_owned(),
        ));
        assert!(
            expired.contains("(het certificaat geldt nog niet; staat de klok juist?)"),
            "{expired}"
        );
        let refused = said(Cause::Unreachable(
            std::io::ErrorKind::ConnectionRefused.to_string(),
        ));
        assert!(refused.contains("(op deze poort antwoordt niemand)"), "{refused}");
        let odd = said(Cause::Unreachable("printer on fire".to_owned()));
        assert!(odd.contains("(printer on fire)"), "{odd}");
    }
}
