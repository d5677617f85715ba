//! Where the secrets of mailboxes come from: the keyring, else standard input, else the one at the terminal.

use std::io::{self, IsTerminal};
use std::sync::Arc;

use mailwijs_app::history::OsKeyring;
use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::mailbox::{Mailbox, MailboxError, MailboxSecrets, OpenMailbox};
use zeroize::Zeroizing;

use crate::args::PasswordArgs;
use crate::outcome::{Failure, complain};

/// Where the secrets of mailboxes come from.
pub struct Passwords<'t> {
    args: PasswordArgs,
    secrets: MailboxSecrets,
    texts: &'t Texts,
}

impl<'t> Passwords<'t> {
    /// As these options say.
    pub fn new(args: PasswordArgs, texts: &'t Texts) -> Self {
        Self {
            args,
            secrets: MailboxSecrets::new(Arc::new(OsKeyring::new())),
            texts,
        }
    }

    /// The secrets that are kept.
    pub fn secrets(&self) -> &MailboxSecrets {
        &self.secrets
    }

    /// A password that was never given before: one line of standard input, or asked at the terminal.
    ///
    /// # Errors
    /// When there is nobody to ask.
    pub fn ask(&self, mailbox: &Mailbox) -> Result<Zeroizing<String>, Failure> {
        let args = [("account", Arg::from(mailbox.account.name()))];
        let said = if self.args.password_stdin {
            let mut line = Zeroizing::new(String::new());
            io::stdin().read_line(&mut line)?;
            Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned())
        } else if io::stdin().is_terminal() {
            Zeroizing::new(rpassword::prompt_password(
                self.texts.get("cli-mailbox-password", &args),
            )?)
        } else {
            Zeroizing::default()
        };
        if said.is_empty() {
            return Err(Failure::Told(self.texts.get("cli-mailbox-no-password", &args)));
        }
        Ok(said)
    }

    /// A mailbox with the secret that is kept for it; a password that is not, is asked for this once.
    ///
    /// # Errors
    /// When there is no secret, in words.
    pub fn open(&self, mailbox: &Mailbox) -> Result<OpenMailbox, Failure> {
        let told = |error: &MailboxError| Failure::Told(error.say(self.texts));
        match OpenMailbox::kept(mailbox, &self.secrets) {
            Err(MailboxError::NoSecret { .. }) if mailbox.sign_in.is_none() && self.can_ask() => {
                let secret = self.ask(mailbox)?;
                OpenMailbox::with(mailbox, secret, &self.secrets).map_err(|error| told(&error))
            }
            opened => opened.map_err(|error| told(&error)),
        }
    }

    /// Every mailbox that has a secret, and whether there are others: what is wrong with those is said on standard error.
    ///
    /// # Errors
    /// When standard error or standard input is gone.
    pub fn open_all(&self, mailboxes: &[Mailbox]) -> Result<(Vec<OpenMailbox>, bool), Failure> {
        let (mut opened, mut others) = (Vec::new(), false);
        for mailbox in mailboxes {
            match self.open(mailbox) {
                Ok(open) => opened.push(open),
                Err(Failure::Told(why)) => {
                    complain(&why);
                    others = true;
                }
                Err(gone) => return Err(gone),
            }
        }
        Ok((opened, others))
    }

    fn can_ask(&self) -> bool {
        self.args.password_stdin || io::stdin().is_terminal()
    }
}
