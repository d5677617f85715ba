//! How far a scan has come, on a terminal.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use mailwijs_app::check::MailStore;
use mailwijs_app::scan::{Course, Step};

/// A bar with the share that is done, the messages so far, the time that is left and the folder at hand.
const TEMPLATE: &str = "{bar:24} {percent:>3} % · {prefix} · {eta} · {wide_msg}";

/// A line on standard error; nothing where that is no terminal.
pub struct Progress {
    bar: ProgressBar,
    messages: u64,
    /// Empty where there is no bar.
    course: Course,
}

impl Progress {
    /// Looks how much mail there is.
    pub fn over(stores: &[MailStore]) -> Self {
        let mut progress = Self {
            bar: ProgressBar::hidden(),
            messages: 0,
            course: Course::default(),
        };
        if io::stderr().is_terminal() {
            progress.course = Course::over(stores, &|_| true);
            progress.bar = ProgressBar::new(progress.course.total());
            if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
                progress.bar.set_style(style);
            }
            progress.bar.set_prefix("0");
            progress.bar.enable_steady_tick(Duration::from_millis(120));
        }
        progress
    }

    /// A message of a store is done.
    pub fn step<T>(&mut self, store: usize, step: &Step<T>) {
        self.messages += u64::from(step.told.is_some());
        self.bar.set_prefix(self.messages.to_string());
        if let Some((reached, folder)) = self.course.step(store, step.folder, step.size) {
            if let Some(folder) = folder {
                self.bar.set_message(folder.to_owned());
            }
            self.bar.set_position(reached);
        }
    }

    /// Writes something without the bar in its way.
    pub fn hidden_while<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the bar away.
    pub fn end(self) {
        self.bar.finish_and_clear();
    }
}
