//! A client's program, which ends with its value.

use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_tests::Error;

/// A program that runs.
pub struct Program(Child);

impl Program {
    /// Starts it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(command: &mut Command) -> Result<Self, Error> {
        Ok(Self(command.spawn()?))
    }

    /// Waits until it has ended by itself.
    ///
    /// # Errors
    /// When it still runs after so long.
    pub fn until_ended(&mut self, patience: Duration) -> Result<(), Error> {
        let begin = Instant::now();
        while self.0.try_wait()?.is_none() {
            if begin.elapsed() > patience {
                return Err("the client did not end".into());
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // One that ended by itself needs no end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
