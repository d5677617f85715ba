//! `mailwijs mailbox …`

mod add;
mod show;

use std::path::Path;

use mailwijs_app::history::SecretStoreError;
use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::mailbox::{Mailbox, Mailboxes};
use mailwijs_app::place::Places;
use mailwijs_app::{AppError, ErrorCode};

use self::show::{FoundLine, RemovedLine, found, line, say_folders};
use crate::args::{Format, FormatArgs, MailboxCheckArgs, MailboxCommand, PasswordArgs};
use crate::language;
use crate::outcome::{Failure, Outcome, complain};
use crate::output::Output;
use crate::passwords::Passwords;

/// Sets up, lists, tries or forgets mailboxes.
pub fn run(command: MailboxCommand) -> Result<Outcome, Failure> {
    match command {
        MailboxCommand::Add(args) => add::add(args),
        MailboxCommand::List(args) => list(&args),
        MailboxCommand::Check(args) => check(&args),
        MailboxCommand::Remove { name, format } => remove(&name, format),
    }
}

fn list(args: &FormatArgs) -> Result<Outcome, Failure> {
    let texts = language::texts(None);
    let mailboxes = read(&texts)?;
    let mut output = Output::new(args.format);
    if mailboxes.all().is_empty() && !output.is_json() {
        output.say(&texts.get("cli-mailbox-none", &[]))?;
    }
    for mailbox in mailboxes.all() {
        let line = line(mailbox);
        if output.is_json() {
            output.json(&line)?;
        } else {
            let (security, sign_in) = (line.security, line.sign_in);
            output.say(&format!(
                "{}  {}  {security}  {sign_in}",
                line.email, line.mailbox
            ))?;
        }
    }
    Ok(Outcome::Clean)
}

fn check(args: &MailboxCheckArgs) -> Result<Outcome, Failure> {
    let texts = language::texts(args.lang);
    let mailboxes = read(&texts)?;
    let chosen = match &args.name {
        None => mailboxes.all().to_vec(),
        Some(name) => vec![named(&mailboxes, name, &texts)?],
    };
    let mut output = Output::new(args.format);
    if chosen.is_empty() && !output.is_json() {
        output.say(&texts.get("cli-mailbox-none", &[]))?;
    }
    let passwords = Passwords::new(args.passwords, &texts);
    let mut outcome = Outcome::Clean;
    for mailbox in &chosen {
        let folders = passwords
            .open(mailbox)
            .and_then(|open| open.check().map_err(|error| Failure::Told(error.say(&texts))));
        match folders {
            Ok(folders) if output.is_json() => output.json(&found(mailbox, &folders))?,
            Ok(folders) => say_folders(&mut output, mailbox, &folders, &texts)?,
            Err(Failure::Told(why)) => {
                outcome = Outcome::Unusable;
                if output.is_json() {
                    output.json(&FoundLine {
                        error: Some(why),
                        ..found(mailbox, &[])
                    })?;
                } else {
                    complain(&why);
                }
            }
            Err(gone) => return Err(gone),
        }
    }
    Ok(outcome)
}

fn remove(name: &str, format: Format) -> Result<Outcome, Failure> {
    let texts = language::texts(None);
    let mut mailboxes = read(&texts)?;
    let mailbox = named(&mailboxes, name, &texts)?;
    let no_passwords = PasswordArgs {
        password_stdin: false,
    };
    let forgotten = Passwords::new(no_passwords, &texts).secrets().forget(&mailbox);
    mailboxes
        .remove(&mailbox.url())
        .map_err(|error| Failure::of(&error, &texts))?;
    let mut output = Output::new(format);
    if output.is_json() {
        output.json(&RemovedLine {
            removed: mailbox.url(),
        })?;
    } else {
        let args = [("account", Arg::from(mailbox.account.name()))];
        output.say(&texts.get("cli-mailbox-removed", &args))?;
    }
    match forgotten {
        // Without a keyring nothing was ever put in one.
        Ok(()) | Err(SecretStoreError::Absent) => Ok(Outcome::Clean),
        Err(error) => Err(Failure::of(
            &AppError::new(ErrorCode::SecretLeft).because(error),
            &texts,
        )),
    }
}

fn read(texts: &Texts) -> Result<Mailboxes, Failure> {
    Mailboxes::read(&Places::from_env()).map_err(|error| Failure::of(&error, texts))
}

fn named(mailboxes: &Mailboxes, name: &str, texts: &Texts) -> Result<Mailbox, Failure> {
    let unknown = || AppError::at(ErrorCode::UnknownMailbox, Path::new(name), "");
    let found = mailboxes.named(name).cloned();
    found.ok_or_else(|| Failure::of(&unknown(), texts))
}
