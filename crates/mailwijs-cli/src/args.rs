//! What the command line accepts.

mod cases;
mod mailbox;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint, builder::PossibleValuesParser};
use mailwijs_app::policy::KnownSystem;

pub use cases::{CasesArgs, CasesCommand, CasesListArgs, CasesTold};
pub use mailbox::{MailboxAddArgs, MailboxCheckArgs, MailboxCommand, PasswordArgs, SignIn};

/// Checks mail drafts against the school's agreements, on this computer only.
#[derive(Debug, Parser)]
#[command(
    name = "mailwijs",
    version,
    propagate_version = true,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "Examples:
  mailwijs check draft.eml
  mailwijs check --policy school.toml --format json ~/Mail/Drafts
  mailwijs watch
  mailwijs policy check school.toml

Exit status: 0 nothing found, 1 at least one finding, 2 wrong use or a path that cannot be opened."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check messages, folders or text
    #[command(after_help = "Examples:
  mailwijs check draft.eml
  mailwijs check --format json ~/.thunderbird/abcd.default/Mail
  mailwijs check - < draft.eml
  echo 'Noor heeft epilepsie' | mailwijs check --channel chat -")]
    Check(CheckArgs),
    /// Check all mail and list only messages with findings
    #[command(after_help = "Examples:
  mailwijs scan
  mailwijs scan --since 2026-09-01 ~/Mail --format json
  mailwijs scan --resume
  mailwijs scan imap://an@school.example@imap.school.example

Exit status: 0 nothing found, 1 at least one finding, 2 wrong use or a path that cannot be opened, 130 stopped before the end.")]
    Scan(ScanArgs),
    /// Watch drafts folders and report each saved draft
    #[command(after_help = "Examples:
  mailwijs watch
  mailwijs watch --format json ~/Mail/Drafts")]
    Watch(WatchArgs),
    /// List mail clients and stores found on this computer, and mailboxes on servers
    Stores(FormatArgs),
    /// Set up mailboxes on a mail server (IMAP), to be read and never changed
    #[command(subcommand)]
    Mailbox(MailboxCommand),
    /// Received mail on its way into the tracking system: how each case stands, and what to do next
    #[command(after_help = "Examples:
  mailwijs cases
  mailwijs cases list --all --format json
  mailwijs cases show 3
  mailwijs cases next

Nothing is changed, neither in the mail nor in the cases: open Mailwijs to go on with one.

Exit status: 0 no case is open, 1 at least one is (of show and next: that one), 2 wrong use or a history that cannot be opened.")]
    Cases(CasesArgs),
    /// Make, check, show or sign a policy file
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// List the rules, or explain one
    Rules(RulesArgs),
    /// Tell whether everything Mailwijs needs is in place
    Doctor(DoctorArgs),
    /// Print a completion script for a shell
    Completions {
        /// Shell
        shell: clap_complete::Shell,
    },
}

/// How the rules are read.
#[derive(Debug, Clone, Args)]
pub struct RulesOfPlay {
    /// Policy file [default: the installed policy, else the built-in Flemish template]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub policy: Option<PathBuf>,
    /// Class list: CSV with a header, columns given name, family name, class
    #[arg(long, value_name = "FILE.csv", value_hint = ValueHint::FilePath)]
    pub class_list: Option<PathBuf>,
    /// By what mail is checked
    #[arg(long, value_enum, default_value_t = Layer::Both)]
    pub layer: Layer,
    /// Language of titles and messages [default: the system's, else nl]
    #[arg(long, value_enum, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// How the rules are read.
    #[command(flatten)]
    pub rules: RulesOfPlay,
    /// Which way the messages go [default: guessed per message]
    #[arg(long, value_enum)]
    pub direction: Option<Direction>,
    /// Where the text will be written; other than mail, `-` reads plain text
    #[arg(long, value_enum, default_value_t = Channel::Mail)]
    pub channel: Channel,
    /// Message, mbox, Maildir, MH folder, folder of .eml or .msg files, mail client profile; `-` reads standard input
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
}

/// `scan`.
#[derive(Debug, Args)]
pub struct ScanArgs {
    /// How the rules are read.
    #[command(flatten)]
    pub rules: RulesOfPlay,
    /// Only messages dated on or after this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Go on with the last scan that was stopped before its end: what it checked is not checked again
    #[arg(long)]
    pub resume: bool,
    /// Do not give way to other programs
    #[arg(long)]
    pub full_speed: bool,
    /// Stores, and imap: URLs of mailboxes that were set up [default: every mail client and mailbox]
    #[arg(value_name = "STORE", value_hint = ValueHint::AnyPath)]
    pub stores: Vec<PathBuf>,
    /// Where the passwords of mailboxes come from.
    #[command(flatten)]
    pub passwords: PasswordArgs,
}

/// `watch`.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// How the rules are read.
    #[command(flatten)]
    pub rules: RulesOfPlay,
    /// Stores, and imap: URLs of mailboxes that were set up [default: every mail client and mailbox]
    #[arg(value_name = "STORE", value_hint = ValueHint::AnyPath)]
    pub stores: Vec<PathBuf>,
    /// Where the passwords of mailboxes come from.
    #[command(flatten)]
    pub passwords: PasswordArgs,
}

/// Only `--format`.
#[derive(Debug, Args)]
pub struct FormatArgs {
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `rules`.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// Rule id, for example visible-recipients
    pub id: Option<String>,
    /// Language
    #[arg(long, value_enum, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `doctor`.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Policy file to look at [default: the installed policy]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub policy: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `policy …`.
#[derive(Debug, Subcommand)]
pub enum PolicyCommand {
    /// Write a template to fill in
    New {
        /// Which template [default: vlaams, or that of the country of the system]
        #[arg(long, value_enum)]
        template: Option<Template>,
        /// The student tracking system of the school, to fill in its name and address
        #[arg(long, ignore_case = true, value_parser = PossibleValuesParser::new(KnownSystem::all().iter().map(|system| system.name)))]
        system: Option<String>,
        /// Where to; `-` for standard output. An existing file is never overwritten
        #[arg(default_value = "policy.toml", value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    /// Check a policy file; says where it is wrong and what was meant
    Check {
        /// Policy file
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// Language of the messages
        #[arg(long, value_enum, value_name = "LANG")]
        lang: Option<Lang>,
        /// How to print
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Print the policy in force, with every default filled in
    Show {
        /// Policy file [default: the installed policy, else the built-in Flemish template]
        #[arg(value_hint = ValueHint::FilePath)]
        file: Option<PathBuf>,
    },
    /// Print the JSON Schema of policy files
    Schema,
    /// Make a key pair to sign with: FILE.key (keep it secret) and FILE.pub
    Keygen {
        /// Name of the two files, without ending
        file: PathBuf,
    },
    /// Sign a policy file; writes FILE.minisig beside it
    Sign {
        /// Policy file
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// Secret key file (minisign)
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        key: PathBuf,
    },
    /// Verify the signature beside a policy file
    Verify {
        /// Policy file
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// Public key file (minisign), or the key itself
        #[arg(long, value_name = "FILE|KEY")]
        public_key: String,
    },
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// One JSON object per line
    Json,
}

/// By what mail is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layer {
    /// Its words alone: the same on every computer, and faster
    Rules,
    /// Its words and its sentences, where the encoder is installed
    Both,
}

/// Language of titles and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Dutch
    Nl,
    /// French
    Fr,
    /// English
    En,
}

/// Which way a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Direction {
    /// Being written
    Draft,
    /// Came in
    Received,
    /// Went out
    Sent,
}

/// Where the text will be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Channel {
    /// Mail
    Mail,
    /// The school's internal message system
    Internal,
    /// Text messages, `WhatsApp` and the like
    Chat,
    /// Social media
    Social,
    /// Video calls
    Video,
}

/// A built-in policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Template {
    /// For a school in Flanders
    Vlaams,
    /// For a school in the Netherlands
    Nederlands,
}
