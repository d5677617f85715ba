//! The `mailwijs` command line: the engine without a window.
#![forbid(unsafe_code)]

mod args;
mod command;
mod language;
mod outcome;
mod output;
mod passwords;

use clap::Parser;

use crate::args::{Cli, Command};

fn main() -> std::process::ExitCode {
    mailwijs_app::say_only_where_panics_happen();
    let cli = Cli::parse();
    let result = match cli.command {
        Command::Check(args) => command::check::run(&args),
        Command::Scan(args) => command::scan::run(&args),
        Command::Watch(args) => command::watch::run(&args),
        Command::Stores(args) => command::stores::run(&args),
        Command::Mailbox(args) => command::mailbox::run(args),
        Command::Cases(args) => command::cases::run(args),
        Command::Policy(args) => command::policy::run(args),
        Command::Rules(args) => command::rules::run(&args),
        Command::Doctor(args) => command::doctor::run(&args),
        Command::Completions { shell } => command::completions::run(shell),
    };
    result.unwrap_or_else(outcome::Failure::tell).into()
}
