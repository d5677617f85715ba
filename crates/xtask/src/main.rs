//! Developer commands: `cargo xtask run`, `cargo xtask test` and what they are made of.
//!
//! Only the standard library, so that the first thing a newcomer builds is there in seconds.

mod bench;
mod demo;
mod dist;
mod e2e;
mod eval;
mod generated;
mod process;
mod run;
mod say;
mod system;
mod test;
mod tidy;
mod toolchain;
mod train;
mod trouble;
mod ui;
mod workspace;

use std::process::ExitCode;

use crate::trouble::{Outcome, Trouble};

const USAGE: &str = "\
cargo xtask COMMAND

  run                 check this computer, build Mailwijs and start it in the tray
  test                everything a developer must keep green
    --list            name the steps and what they take
    --only STEP       one step; may be repeated
  demo --headless     a scripted teacher against `mailwijs watch`, in this terminal
  e2e                 real mail clients against `mailwijs watch`: minutes
    --only CLIENT     one of them; may be repeated
  gen                 make the generated files anew: TypeScript types, rule pages, schema
    --check           only say which are stale
  eval                how well the rules do on labelled mails; --help tells more
  bench checks        how fast the rules are, beside ripgrep and Presidio
  bench stores        how fast mailboxes are read, beside mu, notmuch and mail-parser; minutes
  train               the sentence encoder anew from the labelled mails: about an hour on two cores
  tidy                file lengths, words that do not belong here, links in the documents
  dist                a .deb to hand out
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            trouble.tell();
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    match command {
        "run" => run::run(rest),
        "test" => test::run(rest),
        "demo" => demo::run(rest),
        "gen" => generated::run(rest),
        "e2e" => e2e::run(rest),
        "eval" => eval::run(rest),
        "bench" => bench::run(rest),
        "dist" => dist::run(rest),
        "train" => train::run(rest),
        "tidy" => tidy::run().map(|note| say::line(&note)),
        "help" | "--help" | "-h" => {
            say::line(USAGE);
            Ok(())
        }
        other => Err(Trouble::new(format!("there is no command `{other}`"), USAGE)),
    }
}
