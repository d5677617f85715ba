//! `mailwijs watch` at work, and each line it prints with the moment at which it came.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_tests::Error;
use serde_json::Value;

use super::child::peak_memory;
use super::program::Program;

/// A large store is read through before it is watched.
const READY_BY: Duration = Duration::from_mins(5);

/// A watcher; it ends when this is dropped.
pub struct Watcher {
    child: Child,
    lines: Receiver<Event>,
    /// From its start until every store was watched.
    pub ready: Duration,
}

/// A line that came.
#[derive(Debug, Clone)]
pub struct Event {
    /// When it was read.
    pub at: Instant,
    /// Its kind: `checked`, `discarded`, …
    pub kind: String,
    /// The draft it is about.
    pub draft: String,
    /// The message it is about.
    pub message_id: String,
}

impl Watcher {
    /// Starts to watch and waits until it does.
    pub fn start(program: &Program, store: &Path, sentences: bool) -> Result<Self, Error> {
        let start = Instant::now();
        let mut command = program.command("watch", store, sentences);
        let quiet = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = quiet.spawn()?;
        let output = child.stdout.take().ok_or("no output")?;
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let at = Instant::now();
                if sender.send(Event::of(at, &line)).is_err() {
                    break;
                }
            }
        });
        let mut watcher = Self {
            child,
            lines,
            ready: Duration::ZERO,
        };
        loop {
            let event = watcher
                .next(READY_BY)
                .ok_or("`mailwijs watch` did not come to watching")?;
            if event.kind == "ready" {
                watcher.ready = event.at - start;
                return Ok(watcher);
            }
        }
    }

    /// The next line, unless none comes for so long or the program has ended.
    pub fn next(&self, patience: Duration) -> Option<Event> {
        self.lines.recv_timeout(patience).ok()
    }

    /// The most memory it ever held, in bytes; zero where the system does not tell.
    pub fn peak(&self) -> u64 {
        peak_memory(self.child.id()).unwrap_or_default()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Event {
    fn of(at: Instant, line: &str) -> Self {
        let line: Value = serde_json::from_str(line).unwrap_or_default();
        let field = |name: &str| {
            line.get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Self {
            at,
            kind: field("event"),
            draft: field("draft"),
            message_id: field("message_id"),
        }
    }
}
