//! The steps, one function each.

use std::process::Command;
use std::time::Duration;

use super::{Counts, Failed, Passed};
use crate::process::{self, cargo, npm};
use crate::system::{self, Purpose};
use crate::trouble::Trouble;
use crate::{generated, tidy, toolchain, ui, workspace};

/// One thing that must be in order.
pub struct Step {
    /// For `--only`.
    pub name: &'static str,
    /// What it does.
    pub title: &'static str,
    /// How long it may take, on two cores: the first time, and after that.
    pub expected: &'static str,
    /// The steps after it cannot run without it.
    pub others_need_it: bool,
    /// Does it.
    pub run: fn() -> Result<Passed, Failed>,
}

/// All steps, in order.
pub const STEPS: &[Step] = &[
    Step {
        name: "tools",
        title: "Rust, Node and system packages",
        expected: "seconds; minutes when packages are installed",
        others_need_it: true,
        run: tools,
    },
    Step {
        name: "tidy",
        title: "File lengths, stray words, links in the documents",
        expected: "a second",
        others_need_it: false,
        run: tidy,
    },
    Step {
        name: "fmt",
        title: "Formatting",
        expected: "seconds",
        others_need_it: false,
        run: fmt,
    },
    // Before anything that compiles the app, which embeds the built pages.
    Step {
        name: "ui",
        title: "The user interface: types, tests, build",
        expected: "half a minute the first time",
        others_need_it: true,
        run: interface,
    },
    Step {
        name: "clippy",
        title: "Lints, with warnings as errors",
        expected: "3 to 6 minutes the first time",
        others_need_it: false,
        run: clippy,
    },
    Step {
        name: "docs",
        title: "The documentation of the code, with its links",
        expected: "a minute",
        others_need_it: false,
        run: docs,
    },
    Step {
        name: "build",
        title: "Building the app, the command line and all tests",
        expected: "5 to 8 minutes the first time",
        others_need_it: true,
        run: build,
    },
    Step {
        name: "rust",
        title: "All Rust tests",
        expected: "2 to 5 minutes",
        others_need_it: false,
        run: rust,
    },
    Step {
        name: "gen",
        title: "Generated files are up to date",
        expected: "seconds",
        others_need_it: false,
        run: generated,
    },
];

/// Nothing here takes this long; what does, hangs.
const LIMIT: Duration = Duration::from_mins(40);

fn tools() -> Result<Passed, Failed> {
    toolchain::rust()?;
    toolchain::components()?;
    toolchain::node()?;
    system::prepare(&[Purpose::CommandLine, Purpose::App, Purpose::Tests])?;
    Ok(Passed::default())
}

fn tidy() -> Result<Passed, Failed> {
    Ok(Passed {
        note: tidy::run()?,
        ..Passed::default()
    })
}

fn fmt() -> Result<Passed, Failed> {
    plain(
        "fmt",
        &mut cargo(&["fmt", "--all", "--check", "--", "--color=never"]),
        "Let it be done: cargo fmt --all",
    )
}

fn interface() -> Result<Passed, Failed> {
    ui::packages()?;
    plain(
        "ui-types",
        &mut npm(&["run", "check"]),
        "The same by hand: npm run check, in ui/",
    )?;
    let mut command = npm(&["test"]);
    let logged = process::logged("ui-tests", command.env("NO_COLOR", "1"), LIMIT)?;
    let counts = Counts::of_vitest(&logged.output);
    if !logged.success {
        let trouble = Trouble::new(
            format!("the tests of the user interface: {counts}"),
            logged.output,
        );
        return Err(Failed { trouble, counts });
    }
    plain(
        "ui-build",
        &mut npm(&["run", "build"]),
        "The same by hand: npm run build, in ui/",
    )?;
    Ok(Passed {
        note: counts.to_string(),
        counts,
    })
}

fn clippy() -> Result<Passed, Failed> {
    let mut command = cargo(&["clippy", "--locked", "--workspace", "--all-targets"]);
    command.args(["--", "-D", "warnings"]);
    let advice = "Mend what it names. The same by hand: cargo clippy --workspace --all-targets";
    plain("clippy", &mut command, advice)
}

fn docs() -> Result<Passed, Failed> {
    let mut command = cargo(&["doc", "--locked", "--workspace", "--no-deps"]);
    command
        .arg("--document-private-items")
        .env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links");
    plain("docs", &mut command, "Mend the links it names.")
}

/// Programs and tests in one go: with one selection of packages, every dependency is built with one set of features, once.
fn build() -> Result<Passed, Failed> {
    let mut command = cargo(&["build", "--locked", "--workspace", "--bins", "--tests"]);
    plain("build", &mut command, "Mend what the compiler names.")
}

fn rust() -> Result<Passed, Failed> {
    let mut command = cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]);
    // The tests that write TypeScript types must not touch the committed ones, or the step after this finds nothing stale.
    command.env("TS_RS_EXPORT_DIR", workspace::scratch().join("bindings"));
    let logged = process::logged("rust", &mut command, LIMIT)?;
    let counts = Counts::of_cargo(&logged.output);
    if logged.success {
        return Ok(Passed {
            note: counts.to_string(),
            counts,
        });
    }
    let trouble = Trouble::new(
        format!("`{}`: {counts}", process::spelled(&command)),
        format!(
            "{}\n\nOne test again: cargo test -p PACKAGE NAME",
            failures(&logged.output)
        ),
    );
    Err(Failed { trouble, counts })
}

fn generated() -> Result<Passed, Failed> {
    Ok(Passed {
        note: generated::check_with(&generated::WHOLE)?,
        ..Passed::default()
    })
}

/// The parts of `cargo test`'s output that tell what failed; the end of it when it did not come to testing.
fn failures(output: &str) -> String {
    let mut inside = false;
    let mut kept = Vec::new();
    for line in output.lines() {
        inside |= line == "failures:";
        if inside {
            kept.push(line);
        }
        inside &= !line.starts_with("test result:");
    }
    if kept.is_empty() {
        process::tail(output, 60)
    } else {
        kept.join("\n")
    }
}

fn plain(name: &str, command: &mut Command, advice: &str) -> Result<Passed, Failed> {
    let logged = process::logged(name, command, LIMIT)?;
    if logged.success {
        return Ok(Passed::default());
    }
    let what = format!("`{}` failed", process::spelled(command));
    Err(Trouble::new(
        what,
        format!("{}\n\n{advice}", process::tail(&logged.output, 150)),
    )
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_told_without_what_passed() {
        let output = "\
test a ... ok
test b ... FAILED

failures:

---- b stdout ----
assertion failed

failures:
    b

test result: FAILED. 1 passed; 1 failed
     Running tests/other.rs
test c ... ok
error: 1 target failed:
";
        let told = failures(output);
        assert!(
            told.starts_with("failures:") && told.contains("assertion failed"),
            "{told}"
        );
        assert!(!told.contains("test c"), "{told}");
    }
}
