//! `cargo xtask eval`: the labelled mails, with precision and recall per rule.

use crate::process::{cargo, shown};
use crate::trouble::Outcome;
use crate::workspace;

/// What stands after `eval` goes to the evaluation itself, but for `--release`.
pub fn run(arguments: &[String]) -> Outcome {
    let mut command = cargo(&[
        "run",
        "--quiet",
        "--package",
        "mailwijs-tests",
        "--no-default-features",
        "--bin",
        "mailwijs-eval",
    ]);
    let (release, rest): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|argument| *argument == "--release");
    command.args(release);
    command
        .arg("--manifest-path")
        .arg(workspace::root().join("Cargo.toml"));
    command.arg("--").args(rest);
    // A folder is named from where the person is.
    if let Ok(here) = std::env::current_dir() {
        command.current_dir(here);
    }
    shown(
        &mut command,
        "`cargo xtask eval --help` tells what it understands.",
    )
}
