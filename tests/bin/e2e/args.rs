//! What the command line asks for.

use std::path::PathBuf;

use clap::Parser;

/// Drives real mail clients while Mailwijs looks on, and compares what it tells with what was done.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask e2e",
    after_help = "Examples:
  cargo xtask e2e
  cargo xtask e2e --only neomutt
  cargo xtask e2e --only thunderbird-imap-mbox
  cargo xtask e2e --only cases/

The scenarios are in tests/e2e. Exit status: 0 all as expected, 1 something was different, 2 it could not be played."
)]
pub struct Args {
    /// Only the scenarios whose name begins like this; may be repeated
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Keep the home of a client, and what was recorded, where something was different
    #[arg(long)]
    pub keep: bool,
    /// The command line to test
    #[arg(long, value_name = "PROGRAM")]
    pub mailwijs: PathBuf,
}
