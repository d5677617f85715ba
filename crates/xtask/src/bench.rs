//! `cargo xtask bench`: how fast the rules are and how fast mailboxes are read, beside others.

use crate::process::{cargo, measuring, shown};
use crate::trouble::Outcome;

/// What stands after `bench` goes to the measurement itself.
pub fn run(arguments: &[String]) -> Outcome {
    let helps = arguments
        .iter()
        .any(|argument| argument == "--help" || argument == "-h");
    if !helps && arguments.first().is_some_and(|what| what == "stores") {
        // The program as it is installed is what reads mailboxes there.
        shown(
            &mut cargo(&["build", "--quiet", "--release", "--package", "mailwijs-cli"]),
            "Mend what the compiler names.",
        )?;
    }
    let mut command = measuring("mailwijs-bench", true);
    command.args(arguments);
    // A folder is named from where the person is.
    if let Ok(here) = std::env::current_dir() {
        command.current_dir(here);
    }
    shown(
        &mut command,
        "`cargo xtask bench --help` tells what it understands.",
    )
}
