//! `cargo xtask bench checks`: how fast the rules are, beside others.

use crate::process::{cargo, shown};
use crate::trouble::Outcome;

/// What stands after `bench` goes to the measurement itself.
pub fn run(arguments: &[String]) -> Outcome {
    let mut command = cargo(&[
        "run",
        "--quiet",
        "--release",
        "--package",
        "mailwijs-tests",
        "--no-default-features",
        "--bin",
        "mailwijs-bench",
        "--",
    ]);
    shown(
        command.args(arguments),
        "`cargo xtask bench --help` tells what it understands.",
    )
}
