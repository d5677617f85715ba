//! Signing in to a mailbox in the browser, from the page to the open mailbox.

use std::time::Duration;

use mailwijs_i18n::Texts;
use mailwijs_imap::RemoteFolder;
use mailwijs_imap::oauth::Waiting;

use super::error::{say_sign_in, sign_in_pages};
use super::{Kept, Mailbox, MailboxError, MailboxSecrets, OpenMailbox, trust};

/// Who signs in on a page may have to look for a telephone.
const PATIENCE: Duration = Duration::from_mins(5);

/// A mailbox that was opened by signing in.
#[derive(Debug)]
pub struct SignedIn {
    /// Ready to be opened again.
    pub open: OpenMailbox,
    /// What is in it.
    pub folders: Vec<RemoteFolder>,
    /// Where it is kept what keeps the teacher signed in.
    pub kept: Kept,
}

/// Begins: now [`Waiting::url`] is to be opened in the browser, and [`signed_in`] waits for what comes of it. `None` for a
/// mailbox that is opened by a password.
///
/// # Errors
/// Why nobody can sign in, in words.
pub fn begin_sign_in(mailbox: &Mailbox, texts: &Texts) -> Result<Option<Waiting>, String> {
    let Some(sign_in) = &mailbox.sign_in else {
        return Ok(None);
    };
    let trust = trust(mailbox.ca.as_deref()).map_err(|error| error.say(texts))?;
    let page = sign_in.page(mailbox);
    let page = page.map_err(|error| MailboxError::from(error).say(texts))?;
    let waiting = page.begin(&sign_in.trust(&trust));
    waiting
        .map(Some)
        .map_err(|error| say_sign_in(&error, &mailbox.account, texts))
}

/// Waits for the browser's answer, and opens the mailbox with what it brought. That is kept before the mailbox is opened: on the
/// way the provider may give another, which then takes its place. Blocks for minutes.
///
/// # Errors
/// Why nobody was signed in or the mailbox does not open, in words; then the same is kept as before.
pub fn signed_in(
    mailbox: &Mailbox,
    waiting: Waiting,
    secrets: &MailboxSecrets,
    texts: &Texts,
) -> Result<SignedIn, String> {
    let tokens = waiting
        .wait(&sign_in_pages(texts), PATIENCE)
        .map_err(|error| say_sign_in(&error, &mailbox.account, texts))?;
    let before = secrets.of(mailbox).ok().flatten();
    let kept = secrets.keep(mailbox, &tokens.refresh);
    let opened = OpenMailbox::with(mailbox, tokens.refresh, secrets)
        .and_then(|open| open.check().map(|folders| (open, folders)));
    match opened {
        Ok((open, folders)) => Ok(SignedIn { open, folders, kept }),
        Err(error) => {
            match before {
                Some(before) => drop(secrets.keep(mailbox, &before)),
                // A keyring that answered a moment ago; there is nobody to tell it to.
                None => drop(secrets.forget(mailbox)),
            }
            Err(error.say(texts))
        }
    }
}
