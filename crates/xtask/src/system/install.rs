//! Installs packages where that can be done without a question; otherwise says the exact command.

use std::process::Command;

use super::Distribution;
use crate::trouble::{Outcome, Trouble};
use crate::{process, say};

/// Installs these packages, or stops with the line to type.
pub fn install(distribution: Distribution, packages: &[&str]) -> Outcome {
    let Some(installer) = distribution.installer() else {
        return Err(Trouble::new(
            "some system packages are missing",
            "Install the things named above with your system's package manager, then run the command again.",
        ));
    };
    let line = format!("{} {}", installer.join(" "), packages.join(" "));
    let Some(prefix) = privilege() else {
        return Err(Trouble::new(
            "some system packages are missing",
            format!("Install them, then run the command again:\n\n    sudo {line}"),
        ));
    };
    say::line(&format!("   installing, one to five minutes: {line}"));
    if distribution == Distribution::Debian {
        // The lists may be old or, in a container, absent.
        quietly(prefix, &["apt-get", "update"])?;
    }
    let mut words = installer.to_vec();
    words.extend(packages);
    quietly(prefix, &words)
}

/// What to put before a command so that it runs as root: nothing for root itself.
fn privilege() -> Option<&'static [&'static str]> {
    if process::answer("id", &["-u"]).as_deref() == Some("0") {
        Some(&["env"])
    } else {
        process::answer("sudo", &["-n", "true"]).map(|_| &["sudo", "-n", "env"][..])
    }
}

fn quietly(prefix: &[&str], words: &[&str]) -> Outcome {
    let all: Vec<&str> = [prefix, &["DEBIAN_FRONTEND=noninteractive"], words].concat();
    let (program, arguments) = all
        .split_first()
        .map_or(("env", &[][..]), |(first, rest)| (*first, rest));
    let mut command = Command::new(program);
    let logged = process::logged(
        "packages",
        command.args(arguments),
        std::time::Duration::from_mins(20),
    )?;
    if logged.success {
        return Ok(());
    }
    Err(Trouble::new(
        format!("`{}` failed", words.join(" ")),
        format!("The end of its output:\n\n{}", process::tail(&logged.output, 30)),
    ))
}
