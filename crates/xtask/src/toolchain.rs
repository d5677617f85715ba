//! Are Rust and Node here, and new enough?

use std::fs;

use crate::trouble::{Outcome, Trouble};
use crate::{process, say, workspace};

/// Vite 8 and Svelte 5 want at least this Node.
const NODE: (u32, u32) = (20, 19);

/// Rust, at least the version that `Cargo.toml` names.
pub fn rust() -> Outcome {
    let wanted = manifest_rust_version();
    let found = process::answer("rustc", &["--version"]).unwrap_or_default();
    match version(&found) {
        Some(version) if version >= wanted => {
            say::line(&format!("   {found}"));
            Ok(())
        }
        _ => Err(Trouble::new(
            format!(
                "Rust {}.{} or newer is needed; found: {}",
                wanted.0,
                wanted.1,
                or_nothing(&found)
            ),
            "Install it with rustup (see rustup.rs), or `rustup update stable`.",
        )),
    }
}

/// Node and npm.
pub fn node() -> Outcome {
    let found = process::answer("node", &["--version"]).unwrap_or_default();
    if version(&found).is_none_or(|version| version < NODE) {
        return Err(Trouble::new(
            format!(
                "Node {}.{} or newer is needed; found: {}",
                NODE.0,
                NODE.1,
                or_nothing(&found)
            ),
            "Install Node from nodejs.org, with nvm or fnm, or from your system's packages when they are new enough.",
        ));
    }
    let npm = process::answer(if cfg!(windows) { "npm.cmd" } else { "npm" }, &["--version"]);
    let npm = npm.ok_or_else(|| {
        Trouble::new(
            "Node is here, but npm is not",
            "Install npm (Debian: `apt-get install npm`).",
        )
    })?;
    say::line(&format!("   node {found}, npm {npm}"));
    Ok(())
}

/// The formatter and the linter, which a minimal Rust installation leaves out.
pub fn components() -> Outcome {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::answer("cargo", &[subcommand, "--version"]).is_none() {
            return Err(Trouble::new(
                format!("cargo {subcommand} is missing"),
                format!("Install it: rustup component add {component}"),
            ));
        }
    }
    Ok(())
}

fn manifest_rust_version() -> (u32, u32) {
    let manifest = fs::read_to_string(workspace::root().join("Cargo.toml")).unwrap_or_default();
    let line = manifest.lines().find(|line| line.starts_with("rust-version"));
    line.and_then(version).unwrap_or((1, 95))
}

/// The first `major.minor` in a text.
fn version(text: &str) -> Option<(u32, u32)> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .find_map(|word| {
            let mut parts = word.split('.');
            Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
        })
}

fn or_nothing(found: &str) -> &str {
    if found.is_empty() { "nothing" } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_the_tools_print_them() {
        assert_eq!(version("rustc 1.95.0 (59807616e 2026-04-14)"), Some((1, 95)));
        assert_eq!(version("v20.20.2"), Some((20, 20)));
        assert_eq!(version("rust-version = \"1.95\""), Some((1, 95)));
        assert_eq!(version("command not found"), None);
    }

    #[test]
    fn the_manifest_names_a_rust_version() {
        assert!(manifest_rust_version() >= (1, 95));
    }
}
