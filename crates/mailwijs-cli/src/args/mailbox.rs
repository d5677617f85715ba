//! What `mailwijs mailbox` accepts.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};

use super::{Format, FormatArgs, Lang};

/// Where passwords come from that the keyring does not have: a terminal is asked.
#[derive(Debug, Clone, Copy, Args)]
pub struct PasswordArgs {
    /// Read passwords that the keyring does not have from standard input, one a line
    #[arg(long)]
    pub password_stdin: bool,
}

/// `mailbox …`.
#[derive(Debug, Subcommand)]
pub enum MailboxCommand {
    /// Set up a mailbox, once it has proved to open
    #[command(after_help = "Examples:
  mailwijs mailbox add an.peeters@school.example
  mailwijs mailbox add an.peeters@school.example --host imap.school.example --starttls
  mailwijs mailbox add an.peeters@school.example --password-stdin < password.txt

The server follows from the school's policy ([[mailboxes]]) or from the address where it is known.
The password goes to the keyring of this computer, never into a file.")]
    Add(MailboxAddArgs),
    /// List the mailboxes that were set up
    List(FormatArgs),
    /// Try whether a mailbox opens; without a name, every one
    Check(MailboxCheckArgs),
    /// Forget a mailbox and its password
    Remove {
        /// Its address, or its imap: URL
        #[arg(value_name = "MAILBOX")]
        name: String,
        /// How to print
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

/// `mailbox add`.
#[derive(Debug, Args)]
pub struct MailboxAddArgs {
    /// Your address
    #[arg(value_name = "ADDRESS")]
    pub address: String,
    /// Server [default: by the policy or the address]
    #[arg(long)]
    pub host: Option<String>,
    /// Port [default: 993, with --starttls 143]
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    pub port: Option<u16>,
    /// Begin in the clear and encrypt before anything is said, instead of encrypting at once
    #[arg(long)]
    pub starttls: bool,
    /// Name to log in with [default: the address]
    #[arg(long)]
    pub user: Option<String>,
    /// How to sign in [default: by the policy, else password]
    #[arg(long, value_enum, value_name = "WAY")]
    pub sign_in: Option<SignIn>,
    /// Certificate (PEM) of the only authority to be believed, for a school with one of its own [default: as this computer]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub ca: Option<PathBuf>,
    /// Where the password comes from.
    #[command(flatten)]
    pub passwords: PasswordArgs,
    /// Policy file [default: the installed policy, else the built-in Flemish template]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub policy: Option<PathBuf>,
    /// Language of the messages [default: the system's, else nl]
    #[arg(long, value_enum, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `mailbox check`.
#[derive(Debug, Args)]
pub struct MailboxCheckArgs {
    /// Its address, or its imap: URL
    #[arg(value_name = "MAILBOX")]
    pub name: Option<String>,
    /// Where the password comes from.
    #[command(flatten)]
    pub passwords: PasswordArgs,
    /// Language of the messages [default: the system's, else nl]
    #[arg(long, value_enum, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How to sign in to a mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SignIn {
    /// With a password, or an app password
    Password,
    /// On Microsoft's page, in the browser
    Microsoft,
    /// On Google's page, in the browser
    Google,
}
