//! How the program was started, the first time or once more while it runs.

use crate::window;
use tauri::AppHandle;

/// What the command line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Launch {
    /// Show the main window: the default, and what a second start does.
    Open,
    /// Tray only: how the session starts it.
    Hidden,
    /// Stop the running Mailwijs.
    Quit,
}

impl Launch {
    /// Reads the arguments (without the program's name); the last one that says something wins.
    pub fn from_args(args: impl IntoIterator<Item = String>) -> Self {
        args.into_iter()
            .fold(Self::Open, |before, arg| match arg.as_str() {
                "--open" => Self::Open,
                "--hidden" => Self::Hidden,
                "--quit" => Self::Quit,
                _ => before,
            })
    }

    /// Does in the running Mailwijs what a second start asked for.
    pub fn in_running(self, app: &AppHandle) {
        match self {
            Self::Open => window::main::open(app),
            Self::Hidden => {}
            Self::Quit => app.exit(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Launch;

    fn launch(args: &[&str]) -> Launch {
        Launch::from_args(args.iter().map(ToString::to_string))
    }

    #[test]
    fn a_plain_start_opens_the_main_window() {
        assert_eq!(launch(&[]), Launch::Open);
    }

    #[test]
    fn the_session_starts_it_hidden() {
        assert_eq!(launch(&["--hidden"]), Launch::Hidden);
    }

    #[test]
    fn the_last_word_wins_and_unknown_words_are_left_alone() {
        assert_eq!(launch(&["--hidden", "--quit", "--watch", "/mail"]), Launch::Quit);
        assert_eq!(launch(&["--hidden", "--open"]), Launch::Open);
    }
}
