//! `cargo xtask bench checks`: how fast the rules are, beside others.

use crate::process::{measuring, shown};
use crate::trouble::Outcome;

/// What stands after `bench` goes to the measurement itself.
pub fn run(arguments: &[String]) -> Outcome {
    shown(
        measuring("mailwijs-bench", true).args(arguments),
        "`cargo xtask bench --help` tells what it understands.",
    )
}
