//! `cargo xtask eval`: the labelled mails, with precision and recall per rule.

use crate::process::{cargo, shown};
use crate::trouble::Outcome;

/// What stands after `eval` goes to the evaluation itself.
pub fn run(arguments: &[String]) -> Outcome {
    let mut command = cargo(&[
        "run",
        "--quiet",
        "--package",
        "mailwijs-tests",
        "--bin",
        "mailwijs-eval",
        "--",
    ]);
    shown(
        command.args(arguments),
        "`cargo xtask eval --help` tells what it understands.",
    )
}
