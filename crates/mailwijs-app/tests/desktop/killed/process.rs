//! A running engine in a process of its own, as the tests hold it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use mailwijs_app::ipc::UserAction;
use serde_json::Value;

use super::engine::{ANSWER, FOLDER, SHOW};

/// Long enough for a busy machine; a test that passes never waits this long.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running engine; it is killed when it is dropped.
pub struct Process {
    child: Child,
    orders: ChildStdin,
    answers: Receiver<Value>,
}

impl Process {
    /// Starts an engine on this folder, without waiting for it.
    pub fn start(folder: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "killed::engine::the_process_that_is_killed",
                "--nocapture",
            ])
            .env(FOLDER, folder)
            .env("XDG_RUNTIME_DIR", folder.join("session"))
            .env("TMPDIR", folder.join("session"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // A line that was cut off by the kill is no answer.
                let shown = line
                    .strip_prefix(ANSWER)
                    .and_then(|json| serde_json::from_str(json).ok());
                if shown.is_some_and(|shown| sender.send(shown).is_err()) {
                    break;
                }
            }
        });
        Self {
            orders: child.stdin.take().unwrap(),
            child,
            answers,
        }
    }

    /// What it says next of how everything stands.
    pub fn answer(&self) -> Value {
        self.answers
            .recv_timeout(PATIENCE)
            .expect("it says nothing, or has ended")
    }

    /// Has the teacher do this, without waiting for it.
    pub fn order(&mut self, action: &UserAction) {
        self.say(&serde_json::to_string(action).unwrap());
    }

    /// Has the teacher do this; how everything stands then.
    pub fn act(&mut self, action: &UserAction) -> Value {
        self.order(action);
        self.answer()
    }

    /// How everything stands, once this holds.
    pub fn once(&mut self, holds: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            self.say(SHOW);
            let shown = self.answer();
            if holds(&shown) {
                return shown;
            }
            assert!(Instant::now() < end, "it never came: {shown:#}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// SIGKILL: nothing of it runs any more. What it still said after what was heard.
    pub fn kill(mut self) -> Option<Value> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.answers.iter().last()
    }

    fn say(&mut self, line: &str) {
        writeln!(self.orders, "{line}").unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
