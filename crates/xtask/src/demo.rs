//! `cargo xtask demo --headless`: the scripted teacher against `mailwijs watch`, in this terminal.

use std::process::Command;

use crate::process::{cargo, shown};
use crate::system::{self, Purpose};
use crate::trouble::{Outcome, Trouble};
use crate::{say, toolchain, workspace};

/// Builds the command line and plays the script.
pub fn run(arguments: &[String]) -> Outcome {
    if arguments != ["--headless"] {
        return Err(Trouble::new(
            "the demo with windows is part of the app",
            "In this terminal: cargo xtask demo --headless\nWith windows: cargo xtask run, then choose the demo mailbox.",
        ));
    }
    say::headline("This computer", "seconds; minutes when packages are installed");
    toolchain::rust()?;
    system::prepare(&[Purpose::CommandLine])?;
    say::headline(
        "The command line",
        "2 to 4 minutes on two cores the first time, then seconds",
    );
    let build = [
        "build",
        "--package",
        "mailwijs-cli",
        "--package",
        "mailwijs-tests",
        "--bins",
    ];
    shown(&mut cargo(&build), "Mend what the compiler names.")?;
    say::headline(
        "A teacher writes ten mails; `mailwijs watch` looks on",
        "under four minutes; Ctrl-C ends it",
    );
    let mut player = Command::new(workspace::program("mailwijs-demo"));
    replace(player.arg(workspace::program("mailwijs")))
}

/// Gives way to the player, so that Ctrl-C leaves it the time to clean up and nothing else speaks meanwhile.
#[cfg(unix)]
fn replace(player: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    let error = player.exec();
    Err(Trouble::new(
        format!("the demo could not be started: {error}"),
        "Was it built just now?",
    ))
}

#[cfg(not(unix))]
fn replace(player: &mut Command) -> Outcome {
    shown(player, "What it says above tells why.")
}
