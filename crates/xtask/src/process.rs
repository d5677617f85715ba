//! Starting other programs: cargo, npm, and whatever else a step needs.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::trouble::{Outcome, Trouble};
use crate::{say, workspace};

/// How often a silent log (CI) hears that a step is still at work.
const HEARTBEAT: Duration = Duration::from_mins(1);

/// `cargo`, the one that started us, at the root of the workspace.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(workspace::root());
    // What cargo told us about this package must not reach the packages it builds next.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name.as_ref());
        }
    }
    if std::env::var_os("CI").is_some() {
        // A machine that builds once has no use for what makes the second build fast.
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// A program of `tests/` that needs nothing of the app; what is added are its own arguments.
pub fn measuring(program: &str, release: bool) -> Command {
    let mut command = cargo(&[
        "run",
        "--quiet",
        "--package",
        "mailwijs-tests",
        "--no-default-features",
    ]);
    if release {
        command.arg("--release");
    }
    command.args(["--bin", program, "--manifest-path"]);
    command.arg(workspace::root().join("Cargo.toml")).arg("--");
    command
}

/// `npm` in the user interface's folder.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(workspace::ui());
    command
}

/// What a program prints on its standard output, when it can be started and is content.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command that speaks for itself on this terminal.
pub fn shown(command: &mut Command, advice: &str) -> Outcome {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Trouble::new(
            format!("`{}` ended with {status}", spelled(command)),
            advice,
        ))
    }
}

/// How a command that wrote to a log ended.
pub struct Logged {
    /// It said it succeeded.
    pub success: bool,
    /// Everything it printed.
    pub output: String,
}

/// Runs a command whose output goes to a log file, with a sign of life meanwhile; ends it after `limit`.
pub fn logged(name: &str, command: &mut Command, limit: Duration) -> Result<Logged, Trouble> {
    let folder = workspace::scratch();
    let path = folder.join(format!("{name}.log"));
    let log = fs::create_dir_all(&folder)
        .and_then(|()| File::create(&path))
        .map_err(|error| {
            Trouble::new(
                format!("cannot write {}: {error}", path.display()),
                "Is the disk full or read-only?",
            )
        })?;
    let both = log.try_clone().map_err(|error| cannot_start(command, &error))?;
    command.stdin(Stdio::null()).stdout(log).stderr(both);
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;

    let start = Instant::now();
    let mut last_beat = start;
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break Some(status),
            Ok(None) if start.elapsed() > limit => {
                let _ = child.kill();
                break None;
            }
            Ok(None) => {}
            Err(error) => return Err(cannot_start(command, &error)),
        }
        thread::sleep(Duration::from_millis(100));
        if last_beat.elapsed() >= HEARTBEAT && !is_terminal() {
            last_beat = Instant::now();
            say::line(&format!(
                "   … {} so far: {}",
                say::duration(start.elapsed()),
                last_line(&path)
            ));
        }
        if start.elapsed().as_millis() % 1000 < 100 {
            say::passing(&format!(
                "{}  {}",
                say::duration(start.elapsed()),
                last_line(&path)
            ));
        }
    };
    say::settle();
    let output = String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).into_owned();
    match status {
        Some(status) => Ok(Logged {
            success: status.success(),
            output,
        }),
        None => Err(Trouble::new(
            format!(
                "`{}` was still at work after {}",
                spelled(command),
                say::duration(limit)
            ),
            format!(
                "It was stopped. Its output is in {}; the end of it:\n\n{}",
                path.display(),
                tail(&output, 40)
            ),
        )),
    }
}

/// The last `count` lines of a text.
pub fn tail(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .iter()
        .skip(lines.len().saturating_sub(count))
        .copied()
        .collect::<Vec<_>>()
        .join("\n")
}

/// The command as one would type it.
pub fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![
        program
            .file_name()
            .unwrap_or(program.as_os_str())
            .to_string_lossy()
            .into_owned(),
    ];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn cannot_start(command: &Command, error: &io::Error) -> Trouble {
    Trouble::new(
        format!("`{}` could not be run: {error}", spelled(command)),
        "Is it installed, and on your PATH?",
    )
}

fn is_terminal() -> bool {
    io::IsTerminal::is_terminal(&io::stdout())
}

fn last_line(path: &Path) -> String {
    let text = fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    text.lines()
        .rev()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_the_end() {
        assert_eq!(tail("a\nb\nc", 2), "b\nc");
        assert_eq!(tail("a", 2), "a");
    }

    #[test]
    fn commands_are_spelled_as_typed() {
        assert_eq!(
            spelled(Command::new("/usr/bin/npm").args(["run", "build"])),
            "npm run build"
        );
    }

    #[test]
    #[cfg(unix)]
    fn a_command_that_hangs_is_ended_and_what_it_said_is_kept() {
        let mut sleeper = Command::new("sh");
        sleeper.args(["-c", "echo hello; exec sleep 60"]);
        let trouble = logged("test-of-the-limit", &mut sleeper, Duration::from_millis(500))
            .err()
            .unwrap();
        assert!(
            trouble.headline().contains("was still at work after 0 s"),
            "{trouble:?}"
        );
    }

    #[test]
    #[cfg(unix)]
    fn both_streams_of_a_command_reach_the_log() {
        let mut speaker = Command::new("sh");
        speaker.args(["-c", "echo out; echo err >&2; exit 3"]);
        let logged = logged("test-of-the-log", &mut speaker, Duration::from_secs(20)).unwrap();
        assert!(!logged.success);
        assert_eq!(logged.output, "out\nerr\n");
    }
}
