//! The real `mailwijs watch`, with a record of every file it touches.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_tests::{Error, paths};

use crate::told::{Drafts, Told};

/// How long an expected event may take to come.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long it must be quiet after the last expected event: longer than anything in Mailwijs waits before it speaks.
const QUIET: Duration = Duration::from_millis(2500);

/// `mailwijs watch` at work.
pub struct Watcher {
    program: Child,
    lines: Receiver<String>,
    drafts: Drafts,
    trace: PathBuf,
}

impl Watcher {
    /// Watches every client that is found in this home; returns once it says it is ready.
    ///
    /// # Errors
    /// When it does not start, or finds nothing to watch.
    pub fn start(mailwijs: &Path, home: &Path, trace: PathBuf) -> Result<Self, Error> {
        let mut command = Command::new("strace");
        // As a grandchild, so that the program itself is ours to end.
        command.args(["-D", "-f", "-y", "-s", "4096", "-e", "signal=none"]);
        command.args(["-e", "trace=%file,fchmod,fchown,ftruncate,fsetxattr,fremovexattr"]);
        command.arg("-o").arg(&trace).arg(mailwijs).arg("watch");
        let mut program = at_home(&mut command, home).stdout(Stdio::piped()).spawn()?;
        let output = program.stdout.take().ok_or("mailwijs has no output")?;
        let (sender, lines) = channel();
        thread::spawn(move || {
            let read = BufReader::new(output).lines().map_while(Result::ok);
            read.map(|line| sender.send(line))
                .take_while(Result::is_ok)
                .for_each(drop);
        });
        let mut watcher = Self {
            program,
            lines,
            drafts: Drafts::default(),
            trace,
        };
        match watcher.next(PATIENCE)? {
            Some(Told::Ready(stores)) if stores > 0 => Ok(watcher),
            other => Err(format!("`mailwijs watch` is not ready to watch anything: {other:?}").into()),
        }
    }

    /// What is told from now on, until as much as `expected` was told and it has been quiet since.
    ///
    /// # Errors
    /// When `mailwijs watch` ended, or prints something that is no event.
    pub fn told(&mut self, expected: usize) -> Result<Vec<String>, Error> {
        let mut told = Vec::new();
        let begin = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(begin.elapsed());
            let wait = if told.len() < expected {
                left.max(QUIET)
            } else {
                QUIET
            };
            match self.next(wait)? {
                Some(Told::Event(event)) => told.push(event),
                Some(Told::Ready(_)) => told.push("ready once more".to_owned()),
                None => return Ok(told),
            }
        }
    }

    /// Asks it to stop; the record of the files it touched.
    ///
    /// # Errors
    /// When it does not end with success.
    pub fn stop(mut self) -> Result<String, Error> {
        Command::new("kill")
            .args(["-INT", &self.program.id().to_string()])
            .status()?;
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if let Some(status) = self.program.try_wait()? {
                if status.success() {
                    return Ok(String::from_utf8_lossy(&std::fs::read(&self.trace)?).into_owned());
                }
                return Err(format!("`mailwijs watch` ended with {status}").into());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err("`mailwijs watch` did not stop when asked".into())
    }

    fn next(&mut self, wait: Duration) -> Result<Option<Told>, Error> {
        match self.lines.recv_timeout(wait) {
            Ok(line) => self.drafts.told(&line).map(Some),
            Err(std::sync::mpsc::RecvTimeoutError::Timeout) => Ok(None),
            Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => Err("`mailwijs watch` ended".into()),
        }
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // One that has stopped needs no end.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The environment and the options of Mailwijs in the home of a scenario: no setting of this computer has a say.
pub fn at_home<'a>(command: &'a mut Command, home: &Path) -> &'a mut Command {
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("XDG_") || text.starts_with("MAILWIJS_") {
            command.env_remove(&name);
        }
    }
    command
        .env("HOME", home)
        .args(["--format", "json", "--lang", "en", "--layer", "rules", "--policy"])
        .arg(paths::data("e2e/policy.toml"))
        .stdin(Stdio::null())
}
