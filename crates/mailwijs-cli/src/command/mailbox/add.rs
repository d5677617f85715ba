//! `mailwijs mailbox add`

use mailwijs_app::AppError;
use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::imap::RemoteFolder;
use mailwijs_app::mailbox::{
    Kept, Mailbox, MailboxSecrets, Mailboxes, OpenMailbox, Wanted, WantedSignIn, begin_sign_in, signed_in,
    trust,
};
use mailwijs_app::place::Places;
use mailwijs_app::policy_source;

use super::show::{FoundLine, found, say_folders};
use crate::args::{self, MailboxAddArgs};
use crate::language;
use crate::outcome::{Failure, Outcome, complain};
use crate::output::Output;
use crate::passwords::Passwords;

/// Sets a mailbox up, once it has proved to open.
pub(super) fn add(args: MailboxAddArgs) -> Result<Outcome, Failure> {
    let texts = language::texts(args.lang);
    let told = |error: AppError| Failure::of(&error, &texts);
    let places = Places::from_env();
    let policy = policy_source::load(args.policy.as_deref(), &places, &texts).map_err(told)?;
    // Before anything is asked: a file that cannot be read would be found out only after the password was given.
    let mut mailboxes = Mailboxes::read(&places).map_err(told)?;
    let mut output = Output::new(args.format);
    let passwords = Passwords::new(args.passwords, &texts);
    let ca = args.ca.map(|ca| ca.canonicalize().unwrap_or(ca));
    trust(ca.as_deref()).map_err(told)?;
    let wanted = Wanted {
        email: args.address,
        user: args.user,
        host: args.host,
        port: args.port,
        starttls: args.starttls,
        sign_in: args.sign_in.map(Into::into),
        ca,
    };
    let mailbox = mailboxes.as_before(wanted.mailbox(&policy.policy).map_err(told)?);
    let secrets = passwords.secrets();
    let (folders, kept) = match &mailbox.sign_in {
        None => {
            let password = passwords.ask(&mailbox)?;
            let opened = OpenMailbox::with(&mailbox, password.clone(), secrets);
            let opened = opened.and_then(|open| open.check());
            let folders = opened.map_err(|error| Failure::Told(error.say(&texts)))?;
            (folders, secrets.keep(&mailbox, &password))
        }
        Some(_) => in_the_browser(&mailbox, secrets, &texts)?,
    };
    mailboxes.keep(mailbox.clone()).map_err(told)?;
    if output.is_json() {
        output.json(&FoundLine {
            secret: Some(if kept == Kept::Keyring {
                "keyring"
            } else {
                "session"
            }),
            ..found(&mailbox, &folders)
        })?;
    } else {
        say_folders(&mut output, &mailbox, &folders, &texts)?;
        output.say(&texts.get("cli-mailbox-added", &[]))?;
    }
    if let Kept::Session(error) = kept {
        complain(&texts.get("cli-mailbox-session", &[("detail", Arg::from(error.to_string()))]));
    }
    Ok(Outcome::Clean)
}

/// Has the teacher sign in in the browser.
fn in_the_browser(
    mailbox: &Mailbox,
    secrets: &MailboxSecrets,
    texts: &Texts,
) -> Result<(Vec<RemoteFolder>, Kept), Failure> {
    // What keeps somebody signed in can be typed by nobody: without a keyring it would be lost with this command.
    secrets.of(mailbox).map_err(|error| {
        let args = [("detail", Arg::from(error.to_string()))];
        Failure::Told(texts.get("cli-mailbox-no-keyring", &args))
    })?;
    let Some(waiting) = begin_sign_in(mailbox, texts).map_err(Failure::Told)? else {
        return Err(Failure::Told(texts.get("mailbox-not-signed-in-page", &[])));
    };
    let args = [("url", Arg::from(waiting.url().as_str()))];
    complain(&texts.get("cli-mailbox-sign-in", &args));
    let signed_in = signed_in(mailbox, waiting, secrets, texts).map_err(Failure::Told)?;
    Ok((signed_in.folders, signed_in.kept))
}

impl From<args::SignIn> for WantedSignIn {
    fn from(way: args::SignIn) -> Self {
        match way {
            args::SignIn::Password => Self::Password,
            args::SignIn::Microsoft => Self::Microsoft,
            args::SignIn::Google => Self::Google,
        }
    }
}
