//! Mailboxes and their folders, for scripts and for people.

use std::path::Path;

use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::imap::{Auth, RemoteFolder, Security};
use mailwijs_app::mailbox::Mailbox;
use serde::Serialize;

use crate::outcome::Failure;
use crate::output::Output;

/// One mailbox, as a line for scripts.
#[derive(Serialize)]
pub(super) struct MailboxLine<'a> {
    pub(super) mailbox: String,
    pub(super) email: &'a str,
    pub(super) user: &'a str,
    pub(super) host: &'a str,
    pub(super) port: u16,
    pub(super) security: &'static str,
    pub(super) sign_in: &'a str,
    pub(super) ca: Option<&'a Path>,
}

/// What a mailbox was found to hold, as a line for scripts.
#[derive(Serialize)]
pub(super) struct FoundLine {
    pub(super) mailbox: String,
    pub(super) folders: Vec<FolderLine>,
    /// Where its secret is kept from now on: `keyring`, or `session` for nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) secret: Option<&'static str>,
    pub(super) error: Option<String>,
}

#[derive(Serialize)]
pub(super) struct FolderLine {
    name: String,
    role: &'static str,
}

/// A mailbox that was forgotten, as a line for scripts.
#[derive(Serialize)]
pub(super) struct RemovedLine {
    pub(super) removed: String,
}

pub(super) fn line(mailbox: &Mailbox) -> MailboxLine<'_> {
    let account = &mailbox.account;
    MailboxLine {
        mailbox: mailbox.url(),
        email: &account.email,
        user: &account.user,
        host: &account.host,
        port: account.port,
        security: match account.security {
            Security::Tls => "tls",
            Security::StartTls => "starttls",
        },
        sign_in: match (account.auth, &mailbox.sign_in) {
            (Auth::Password, _) => "password",
            (Auth::OAuth, sign_in) => sign_in
                .as_ref()
                .and_then(|sign_in| sign_in.provider.as_deref())
                .unwrap_or("other"),
        },
        ca: mailbox.ca.as_deref(),
    }
}

pub(super) fn found(mailbox: &Mailbox, folders: &[RemoteFolder]) -> FoundLine {
    let folders = folders.iter().map(|folder| FolderLine {
        name: folder.name.clone(),
        role: folder.role.as_str(),
    });
    FoundLine {
        mailbox: mailbox.url(),
        folders: folders.collect(),
        secret: None,
        error: None,
    }
}

pub(super) fn say_folders(
    output: &mut Output,
    mailbox: &Mailbox,
    folders: &[RemoteFolder],
    texts: &Texts,
) -> Result<(), Failure> {
    output.say(&mailbox.account.name())?;
    for folder in folders {
        let args = [("role", Arg::from(folder.role.as_str()))];
        let role = texts.get("cli-mailbox-role", &args);
        output.say(format!("  {}  {}", folder.name, role.trim()).trim_end())?;
    }
    if !folders.iter().any(|folder| folder.role.as_str() == "drafts") {
        output.say(&texts.get("cli-mailbox-no-drafts", &[]))?;
    }
    Ok(())
}
