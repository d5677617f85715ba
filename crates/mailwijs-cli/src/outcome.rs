//! How a command ends.

use std::io;
use std::process::ExitCode;

use mailwijs_app::AppError;
use mailwijs_app::i18n::Texts;

/// How a command ended, as its exit status tells (`docs/cli.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 0: nothing found, or done.
    Clean,
    /// 1: at least one finding.
    Found,
    /// 2: wrong use, or a path that cannot be opened.
    Unusable,
    /// 130: stopped by a signal before it was done.
    Interrupted,
}

/// What a shell says of a program that Ctrl-C ended.
pub const INTERRUPTED: u8 = 130;

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Found => Self::from(1),
            Outcome::Unusable => Self::from(2),
            Outcome::Interrupted => Self::from(INTERRUPTED),
        }
    }
}

/// Why a command could not go on.
#[derive(Debug)]
pub enum Failure {
    /// In the reader's language, with what to do.
    Told(String),
    /// Whoever read our output has stopped reading: nothing to complain about.
    ReaderGone,
}

impl Failure {
    /// An engine error, said in the reader's language.
    pub fn of(error: &AppError, texts: &Texts) -> Self {
        Self::Told(error.say(texts))
    }

    /// Says it on standard error and gives the exit status.
    pub fn tell(self) -> Outcome {
        match self {
            Self::Told(message) => {
                complain(&message);
                Outcome::Unusable
            }
            Self::ReaderGone => Outcome::Clean,
        }
    }
}

/// Says on standard error what is wrong.
pub fn complain(message: &str) {
    anstream::eprintln!("mailwijs: {message}");
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::ReaderGone
        } else {
            Self::Told(error.to_string())
        }
    }
}
