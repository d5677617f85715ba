//! Hands on the keys and the mouse of a screen, for a client that offers no other way in.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_tests::Error;

use crate::screen::Screen;

/// How long a window may take to come or to go.
const PATIENCE: Duration = Duration::from_secs(40);

/// A window that has just come takes a moment before it takes keys.
const SETTLED: Duration = Duration::from_millis(600);

/// Between what a hand does and the next thing: a client needs to follow.
const MOMENT: Duration = Duration::from_millis(250);

/// What a window is known by while it lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window(String);

/// The hands on one screen.
pub struct Hands<'a>(pub &'a Screen);

impl Hands<'_> {
    /// The window in whose title this stands, where there is one now.
    ///
    /// # Errors
    /// When the screen cannot be looked at.
    pub fn seen(&self, title: &str) -> Result<Option<Window>, Error> {
        let found = self.said(["search", "--onlyvisible", "--name", title])?;
        Ok(found.lines().last().map(|id| Window(id.to_owned())))
    }

    /// Waits for a window and goes to it.
    ///
    /// # Errors
    /// When it does not come.
    pub fn to(&self, title: &str) -> Result<Window, Error> {
        let begin = Instant::now();
        let mut waited = false;
        while begin.elapsed() < PATIENCE {
            if let Some(window) = self.seen(title)? {
                if waited {
                    thread::sleep(SETTLED);
                }
                self.said(["windowactivate", "--sync", &window.0])?;
                thread::sleep(MOMENT);
                return Ok(window);
            }
            waited = true;
            thread::sleep(Duration::from_millis(50));
        }
        Err(format!("no window “{title}” came; there are: {}", self.titles()?).into())
    }

    /// Waits until no window has this in its title.
    ///
    /// # Errors
    /// When one stays.
    pub fn until_gone(&self, title: &str) -> Result<(), Error> {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if self.seen(title)?.is_none() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(format!("the window “{title}” stays; there are: {}", self.titles()?).into())
    }

    /// Presses keys, one after the other, in the window that has them.
    ///
    /// # Errors
    /// When there is no such key.
    pub fn press(&self, keys: &[&str]) -> Result<(), Error> {
        for key in keys {
            self.said(["key", "--clearmodifiers", key])?;
            thread::sleep(MOMENT);
        }
        Ok(())
    }

    /// Types a text.
    ///
    /// # Errors
    /// When it cannot be typed.
    pub fn write(&self, text: &str) -> Result<(), Error> {
        self.said(["type", "--delay", "15", "--", text])?;
        thread::sleep(MOMENT);
        Ok(())
    }

    /// Clicks in a window, so far from its upper left corner.
    ///
    /// # Errors
    /// When the window is gone.
    pub fn click(&self, window: &Window, across: u32, down: u32) -> Result<(), Error> {
        let (across, down) = (across.to_string(), down.to_string());
        self.said(["mousemove", "--window", &window.0, &across, &down])?;
        thread::sleep(MOMENT);
        self.said(["click", "1"])?;
        thread::sleep(MOMENT);
        Ok(())
    }

    /// Goes to a window and presses keys after which it goes.
    ///
    /// # Errors
    /// When it does not come, or stays.
    pub fn press_away(&self, title: &str, keys: &[&str]) -> Result<(), Error> {
        self.to(title)?;
        self.press(keys)?;
        self.until_gone(title)
    }

    /// Asks a compose window to close, and says no when it asks whether to save: the answer to the left of the one that
    /// stands ready.
    ///
    /// # Errors
    /// When it does not ask, or stays.
    pub fn discard(&self, composing: &str, question: &str) -> Result<(), Error> {
        self.press(&["ctrl+w"])?;
        self.to(question)?;
        self.press(&["Left", "space"])?;
        self.until_gone(composing)
    }

    /// Takes another one of the accounts from the list at this place in a compose window, and saves.
    ///
    /// # Errors
    /// When there is no such account.
    pub fn change_account(
        &self,
        window: &Window,
        (across, down): (u32, u32),
        accounts: &[&str],
        wanted: &str,
    ) -> Result<(), Error> {
        let above = accounts.iter().position(|account| *account == wanted);
        let above = above.ok_or_else(|| format!("there is no account {wanted}"))?;
        self.click(window, across, down)?;
        self.press(&["Home"])?;
        self.press(&vec!["Down"; above])?;
        self.press(&["Return", "ctrl+s"])
    }

    fn titles(&self) -> Result<String, Error> {
        let titles = self.said(["search", "--onlyvisible", "--name", ".", "getwindowname", "%@"])?;
        Ok(titles.lines().collect::<Vec<_>>().join(", "))
    }

    fn said(&self, words: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Result<String, Error> {
        let mut command: Command = self.0.command("xdotool");
        let output = command.args(words).stdout(Stdio::piped()).output()?;
        Ok(String::from_utf8(output.stdout)?)
    }
}
