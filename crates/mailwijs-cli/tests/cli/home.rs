//! Runs the real binary in a home of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub const CLEAN: &str = "From: An Peeters <an.peeters@sintjan.example>\nTo: Joris Maes <joris.maes@sintjan.example>\n\
Subject: Krijt\nBcc:\n\nDag Joris\n\nIs er nog krijt in het magazijn?\n\nAn\n";

pub const PASSWORD: &str = "From: An Peeters <an.peeters@sintjan.example>\nTo: Joris Maes <joris.maes@sintjan.example>\n\
Subject: Aanmelden\nMessage-ID: <aanmelden@sintjan.example>\nBcc:\n\nDag Joris\n\nHet wachtwoord: Lente2024sj\n\nAn\n";

/// Set for a test that runs inside a D-Bus session of its own.
pub const INSIDE: &str = "MAILWIJS_INSIDE_SESSION";

/// A home without mail clients and without an installed policy.
pub struct Home {
    dir: TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Writes a file, with its folders.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mailwijs"));
        command
            .args(args)
            .current_dir(self.path())
            .env_clear()
            .env("HOME", self.path())
            .env("MAILWIJS_ENCODER", encoder())
            .env("LANG", "nl_BE.UTF-8");
        if std::env::var_os(INSIDE).is_some() {
            for name in ["DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"] {
                command.env(name, std::env::var_os(name).unwrap());
            }
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_with_input(args, b"")
    }

    pub fn run_with_input(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Ran::from(child.wait_with_output().unwrap())
    }

    /// Starts a command that runs until it is stopped.
    pub fn start(&self, args: &[&str]) -> Child {
        self.command(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap()
    }
}

/// The encoder that the environment names, else that of this workspace, whether it is there or not.
pub fn encoder() -> PathBuf {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/encoder/encoder.safetensors");
    std::env::var_os("MAILWIJS_ENCODER").map_or(ours, PathBuf::from)
}

/// What a finished command left.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// The JSON lines it printed.
    pub fn lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// The rule ids of a line's findings.
pub fn rules(line: &Value) -> Vec<&str> {
    line["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap())
        .collect()
}
