//! `cargo xtask run`: from a fresh clone to the app in the tray.

use std::process::Command;
use std::time::Instant;

use crate::process::{cargo, shown};
use crate::system::{self, Purpose};
use crate::trouble::{Outcome, Trouble};
use crate::{say, toolchain, ui, workspace};

const APP: &str = "mailwijs-desktop";

/// Checks, builds, starts; what stands after `run` goes to the app.
pub fn run(arguments: &[String]) -> Outcome {
    if !has_display() {
        say::line("There is no display here: Mailwijs will be built, but cannot be shown.");
    }
    say::headline(
        "1/4 This computer",
        "seconds; minutes when packages are installed",
    );
    toolchain::rust()?;
    toolchain::node()?;
    system::prepare(&[Purpose::CommandLine, Purpose::App])?;

    say::headline(
        "2/4 The user interface",
        "half a minute the first time, then seconds",
    );
    ui::prepare()?;

    say::headline(
        "3/4 The app",
        "5 to 8 minutes on two cores the first time, then seconds",
    );
    // Chosen from the whole workspace, so that `cargo xtask test` finds every dependency built the same way.
    shown(
        &mut cargo(&["build", "--workspace", "--bin", APP]),
        "Mend what the compiler names.",
    )?;

    if !has_display() {
        return Err(Trouble::new(
            "built, but not started: there is no display",
            "Run this in a desktop session. To see it at work in this terminal: cargo xtask demo --headless",
        ));
    }
    say::headline(
        "4/4 Mailwijs",
        "look for its icon in the tray; quit from its menu, or with Ctrl-C here",
    );
    let start = Instant::now();
    let mut app = Command::new(workspace::program(APP));
    shown(
        app.args(arguments),
        "What it says above tells why. `cargo xtask run` starts it again.",
    )?;
    say::line(&format!(
        "\nMailwijs was quit, after {}.",
        say::duration(start.elapsed())
    ));
    Ok(())
}

fn has_display() -> bool {
    !cfg!(target_os = "linux") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| has_value(name))
}

fn has_value(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}
