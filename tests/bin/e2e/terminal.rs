//! A program in a terminal of its own, with a reader of its screen and hands on its keys.

use std::io::{Read as _, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_tests::Error;

/// How long a program may take to show something or to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// A screen that has not changed for so long waits for a key.
const STILL: Duration = Duration::from_millis(300);

/// A program in a terminal.
pub struct Terminal {
    program: Child,
    keys: ChildStdin,
    screen: Receiver<Vec<u8>>,
}

impl Terminal {
    /// Starts a program, given as words for a shell; `environment` was made for it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(words: &str, environment: impl FnOnce(&mut Command)) -> Result<Self, Error> {
        let mut command = Command::new("script");
        command
            .args([
                "-q",
                "-c",
                &format!("stty rows 40 cols 120; {words}"),
                "/dev/null",
            ])
            .env("TERM", "xterm")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        environment(&mut command);
        let mut program = command.spawn()?;
        let keys = program.stdin.take().ok_or("a terminal without keys")?;
        let mut output = program.stdout.take().ok_or("a terminal without a screen")?;
        let (sender, screen) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let shown = bytes.get(..count).unwrap_or_default().to_vec();
                if sender.send(shown).is_err() {
                    break;
                }
            }
        });
        Ok(Self {
            program,
            keys,
            screen,
        })
    }

    /// Presses keys once the screen has shown `sign` and stands still.
    ///
    /// # Errors
    /// When the sign does not appear.
    pub fn press(&mut self, sign: &str, keys: &str) -> Result<(), Error> {
        let begin = Instant::now();
        let mut shown = Vec::new();
        loop {
            let seen = String::from_utf8_lossy(&shown).contains(sign);
            match self.screen.recv_timeout(STILL) {
                Ok(bytes) => shown.extend(bytes),
                Err(RecvTimeoutError::Timeout) if seen => break,
                Err(RecvTimeoutError::Timeout) if begin.elapsed() < PATIENCE => {}
                Err(_) => {
                    let shown = String::from_utf8_lossy(&shown).into_owned();
                    return Err(format!("the screen never showed “{sign}”, but {shown:?}").into());
                }
            }
        }
        self.keys.write_all(keys.as_bytes())?;
        self.keys.flush()?;
        Ok(())
    }

    /// Waits for the program to end by itself.
    ///
    /// # Errors
    /// When it does not.
    pub fn end(mut self) -> Result<(), Error> {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if self.program.try_wait()?.is_some() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err("the program in the terminal did not end".into())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
