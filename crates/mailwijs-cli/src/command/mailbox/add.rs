//! `mailwijs mailbox add`

use std::time::Duration;

use mailwijs_app::AppError;
use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::mailbox::{
    BrowserSignIn, Kept, Mailbox, Mailboxes, OpenMailbox, Wanted, WantedSignIn, say, say_sign_in,
    sign_in_pages, trust,
};
use mailwijs_app::place::Places;
use mailwijs_app::policy_source;
use zeroize::Zeroizing;

use super::show::{FoundLine, found, say_folders};
use crate::args::{self, MailboxAddArgs};
use crate::language;
use crate::outcome::{Failure, Outcome, complain};
use crate::output::Output;
use crate::passwords::Passwords;

/// Who signs in on a page may have to look for a telephone.
const SIGNING_IN: Duration = Duration::from_mins(5);

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
    let mailbox = wanted.mailbox(&policy.policy).map_err(told)?;
    let secrets = passwords.secrets();
    let secret = match &mailbox.sign_in {
        None => passwords.ask(&mailbox)?,
        Some(sign_in) => {
            // What keeps somebody signed in can be typed by nobody: without a keyring it would be lost with this command.
            secrets.of(&mailbox).map_err(|error| {
                Failure::Told(texts.get(
                    "cli-mailbox-no-keyring",
                    &[("detail", Arg::from(error.to_string()))],
                ))
            })?;
            sign_in_at(sign_in, &mailbox, &texts)?
        }
    };
    // While the mailbox is opened a provider may give another sign-in, which takes the place of this one.
    let signed_in = mailbox.sign_in.as_ref().map(|_| secrets.keep(&mailbox, &secret));
    let opened = OpenMailbox::with(&mailbox, secret.clone(), secrets).and_then(|open| open.check());
    let folders = opened.map_err(|error| {
        if signed_in.is_some() && mailboxes.named(&mailbox.url()).is_none() {
            // Best effort: nothing was set up that it could open.
            let _ = secrets.forget(&mailbox);
        }
        Failure::Told(error.say(&texts))
    })?;
    let kept = signed_in.unwrap_or_else(|| secrets.keep(&mailbox, &secret));
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

/// Has the teacher sign in in the browser; what keeps them signed in.
fn sign_in_at(
    sign_in: &BrowserSignIn,
    mailbox: &Mailbox,
    texts: &Texts,
) -> Result<Zeroizing<String>, Failure> {
    let account = &mailbox.account;
    let page = sign_in
        .page(mailbox)
        .map_err(|error| Failure::Told(say(&error, texts)))?;
    let certificates = trust(mailbox.ca.as_deref()).map_err(|error| Failure::of(&error, texts))?;
    let failed = |error| Failure::Told(say_sign_in(&error, account, texts));
    let waiting = page.begin(&sign_in.trust(&certificates)).map_err(failed)?;
    complain(&texts.get(
        "cli-mailbox-sign-in",
        &[("url", Arg::from(waiting.url().as_str()))],
    ));
    let tokens = waiting.wait(&sign_in_pages(texts), SIGNING_IN).map_err(failed)?;
    Ok(tokens.refresh)
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
