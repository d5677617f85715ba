//! How far a scan has come, on a terminal: by the bytes of mail, which take time more evenly than messages do.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use mailwijs_app::check::MailStore;
use mailwijs_app::scan::Step;

/// A bar with the share that is done, the messages so far, the time that is left and the folder at hand.
const TEMPLATE: &str = "{bar:24} {percent:>3} % · {prefix} · {eta} · {wide_msg}";

/// A line on standard error; nothing where that is no terminal.
pub struct Progress {
    bar: ProgressBar,
    messages: u64,
    /// The folders of each store; none where there is no bar.
    stores: Vec<Vec<Folder>>,
    /// The folder at hand, and the bytes of it that are done.
    at: Option<(usize, usize)>,
    done: u64,
}

struct Folder {
    name: String,
    /// About how many bytes of mail stand before it, and in it.
    before: u64,
    extent: u64,
}

impl Progress {
    /// Looks how much mail there is.
    pub fn over(stores: &[MailStore]) -> Self {
        let mut progress = Self {
            bar: ProgressBar::hidden(),
            messages: 0,
            stores: Vec::new(),
            at: None,
            done: 0,
        };
        if io::stderr().is_terminal() {
            let total = progress.measure(stores);
            progress.bar = ProgressBar::new(total);
            if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
                progress.bar.set_style(style);
            }
            progress.bar.set_prefix("0");
            progress.bar.enable_steady_tick(Duration::from_millis(120));
        }
        progress
    }

    /// About how many bytes of mail the stores hold.
    fn measure(&mut self, stores: &[MailStore]) -> u64 {
        let mut before = 0;
        for store in stores {
            let folders = store.folders.iter().map(|folder| {
                let folder = Folder {
                    name: folder.name.clone(),
                    before,
                    extent: folder.extent(),
                };
                before += folder.extent;
                folder
            });
            self.stores.push(folders.collect());
        }
        before
    }

    /// A message of a store is done.
    pub fn step(&mut self, store: usize, step: &Step) {
        self.messages += u64::from(step.line.is_some());
        let at = step.folder.map(|folder| (store, folder));
        let folder = at.and_then(|(store, folder)| self.stores.get(store)?.get(folder));
        self.bar.set_prefix(self.messages.to_string());
        let Some(folder) = folder else { return };
        if self.at != at {
            (self.at, self.done) = (at, 0);
            self.bar.set_message(folder.name.clone());
        }
        self.done += step.size;
        self.bar
            .set_position(folder.before + self.done.min(folder.extent));
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

#[cfg(test)]
mod tests {
    use mailwijs_app::scan::Mark;

    use super::*;

    #[test]
    fn a_folder_that_holds_more_than_it_seemed_does_not_run_into_the_next() {
        let mut progress = Progress {
            bar: ProgressBar::hidden(),
            messages: 0,
            stores: vec![
                [("Inbox", 0, 100), ("Sent", 100, 50)]
                    .map(|(name, before, extent)| Folder {
                        name: name.to_owned(),
                        before,
                        extent,
                    })
                    .into(),
            ],
            at: None,
            done: 0,
        };
        let mut reached = Vec::new();
        for (folder, size) in [(0, 60), (0, 70), (1, 20)] {
            let step = Step {
                folder: Some(folder),
                size,
                mark: Mark::default(),
                line: None,
            };
            progress.step(0, &step);
            reached.push((progress.bar.position(), progress.bar.message()));
        }
        let of = |at, name: &str| (at, name.to_owned());
        assert_eq!(reached, [of(60, "Inbox"), of(100, "Inbox"), of(120, "Sent")]);
    }

    #[test]
    fn without_mail_there_is_nothing_to_measure() {
        let none: [MailStore; 0] = [];
        assert_eq!(Progress::over(&none).measure(&none), 0);
    }
}
