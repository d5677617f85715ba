//! `cargo xtask eval`: the labelled mails, with precision and recall per rule.

use crate::process::{measuring, shown};
use crate::trouble::Outcome;

/// What stands after `eval` goes to the evaluation itself, but for `--release`.
pub fn run(arguments: &[String]) -> Outcome {
    let (release, rest): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|argument| *argument == "--release");
    let mut command = measuring("mailwijs-eval", !release.is_empty());
    command.args(rest);
    // A folder is named from where the person is.
    if let Ok(here) = std::env::current_dir() {
        command.current_dir(here);
    }
    shown(
        &mut command,
        "`cargo xtask eval --help` tells what it understands.",
    )
}
