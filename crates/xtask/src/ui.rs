//! The user interface: its packages and its build, made anew only when something changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::process::{npm, shown};
use crate::trouble::Outcome;
use crate::{say, workspace};

/// What the build reads, besides the pages and the packages.
const INPUTS: &[&str] = &[
    "src",
    "../assets/i18n",
    "package.json",
    "package-lock.json",
    "svelte.config.js",
    "tsconfig.json",
    "vite.config.ts",
];

/// Sees to it that `ui/dist` is what the sources say.
pub fn prepare() -> Outcome {
    packages()?;
    if is_built() {
        say::line("   the user interface is up to date");
        return Ok(());
    }
    shown(
        &mut npm(&["run", "build"]),
        "Mend what vite names; `npm run check` in ui/ says more.",
    )
}

/// Sees to it that `ui/node_modules` is what the lock file says.
pub fn packages() -> Outcome {
    let ui = workspace::ui();
    let installed = modified(&ui.join("node_modules/.package-lock.json"));
    let wanted = modified(&ui.join("package-lock.json"));
    if installed.is_some() && installed >= wanted {
        return Ok(());
    }
    say::line("   fetching the packages of the user interface, about 15 seconds");
    shown(
        &mut npm(&["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
        "npm could not fetch the packages: is there a network? Then run the command again.",
    )
}

fn is_built() -> bool {
    let ui = workspace::ui();
    let built = pages(&ui.join("dist")).filter_map(|page| modified(&page)).min();
    let inputs = INPUTS.iter().map(|input| ui.join(input)).chain(pages(&ui));
    built.is_some() && inputs.filter_map(|input| newest(&input)).max() <= built
}

/// The HTML files in a folder: one for each window.
fn pages(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    files.filter(|path| path.extension().is_some_and(|end| end == "html"))
}

/// The latest change at or below a path; a folder's own date tells of files that went.
fn newest(path: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(path).into_iter().flatten().flatten();
    below
        .filter_map(|entry| newest(&entry.path()))
        .chain(modified(path))
        .max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
