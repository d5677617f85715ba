//! `cargo xtask e2e`: real mail clients, driven while Mailwijs looks on.

use crate::process::{cargo, shown};
use crate::system::{self, Purpose};
use crate::trouble::Outcome;
use crate::{say, workspace};

/// What stands after `e2e` goes to the program that drives the clients.
pub fn run(arguments: &[String]) -> Outcome {
    // Who only asks for help need not wait for a build.
    if !arguments
        .iter()
        .any(|argument| argument == "--help" || argument == "-h")
    {
        system::prepare(&[Purpose::CommandLine])?;
        say::headline(
            "The command line",
            "2 to 8 minutes on two cores the first time, then seconds",
        );
        shown(
            &mut cargo(&["build", "--package", "mailwijs-cli"]),
            "Mend what the compiler names.",
        )?;
    }
    shown(
        cargo(&[
            "run",
            "--quiet",
            "--package",
            "mailwijs-tests",
            "--bin",
            "mailwijs-e2e",
            "--",
        ])
        .arg("--mailwijs")
        .arg(workspace::program("mailwijs"))
        .args(arguments),
        "Each line with ✗ above is a difference between what was done in the client and what Mailwijs told.",
    )
}
