//! `cargo xtask dist`: packages to hand out.

use crate::process::{npm, shown};
use crate::system::{self, Purpose};
use crate::trouble::Outcome;
use crate::{say, toolchain, ui, workspace};

/// Builds the app for release and packs it; what stands after `dist` replaces `--bundles deb`.
pub fn run(arguments: &[String]) -> Outcome {
    say::headline("This computer", "seconds");
    toolchain::rust()?;
    toolchain::node()?;
    system::prepare(&[Purpose::CommandLine, Purpose::App])?;
    say::headline("The user interface", "half a minute the first time, then seconds");
    ui::prepare()?;
    say::headline("The packages", "10 to 20 minutes on two cores");
    let mut command = npm(&[
        "exec",
        "--yes",
        "--package=@tauri-apps/cli@2",
        "--",
        "tauri",
        "build",
    ]);
    command.current_dir(workspace::root());
    if arguments.is_empty() {
        command.args(["--bundles", "deb"]);
    } else {
        command.args(arguments);
    }
    shown(&mut command, "What it says above tells why.")
}
