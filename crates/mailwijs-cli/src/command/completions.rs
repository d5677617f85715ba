//! `mailwijs completions`

use clap::CommandFactory;

use crate::args::Cli;
use crate::outcome::{Failure, Outcome};

/// Prints a completion script.
pub fn run(shell: clap_complete::Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "mailwijs", &mut script);
    std::io::Write::write_all(&mut std::io::stdout().lock(), &script)?;
    Ok(Outcome::Clean)
}
