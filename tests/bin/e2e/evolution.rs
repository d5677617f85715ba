//! Evolution with its own folders on this computer, driven by its keys. It works offline: what is sent waits in its outbox.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, SystemTime};

use mailwijs_tests::{Error, paths};

use crate::client::Driven;
use crate::hands::Hands;
use crate::letter::Letter;
use crate::program::Program;
use crate::scenario::Action;
use crate::screen::Screen;

/// How long it may take to end.
const END: Duration = Duration::from_mins(1);

/// It saves by itself half a minute after the last word, or later on a busy machine.
const SAVES_ITSELF: Duration = Duration::from_mins(2);

/// The main window is called after the folder that it shows.
const MAIN: &str = "^(Mail|Inbox|Drafts)$";
/// Whether what was written may be lost.
const QUESTION: &str = "^ $";

/// The accounts in the order of its list of senders.
const ACCOUNTS: &[&str] = &["an.peeters@prive.example", "an.peeters@sintjan.example"];

/// Evolution in a home.
pub struct Evolution {
    program: Program,
    data: PathBuf,
    mail: PathBuf,
    screen: Screen,
    /// What the newest draft, and the window it is written in, is called.
    subject: String,
}

impl Evolution {
    /// With its Maildir folders, and two accounts that use them.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(store: &str, home: &Path) -> Result<Self, Error> {
        if store != "maildir" {
            return Err(format!("Evolution has no store “{store}” here").into());
        }
        let sources = home.join(".config/evolution/sources");
        fs::create_dir_all(&sources)?;
        for source in fs::read_dir(paths::data("e2e/evolution/sources"))? {
            let source = source?;
            fs::copy(source.path(), sources.join(source.file_name()))?;
        }
        let settings = home.join(".config/glib-2.0/settings");
        fs::create_dir_all(&settings)?;
        fs::copy(paths::data("e2e/evolution/keyfile"), settings.join("keyfile"))?;
        let screen = Screen::with_windows(home)?;
        let program = Program::start(&mut evolution(&screen))?;
        let data = home.join(".local/share/evolution");
        let evolution = Self {
            program,
            mail: data.join("mail/local"),
            data,
            screen,
            subject: String::new(),
        };
        evolution.hands().to(MAIN)?;
        // It goes on making its folders for a while.
        thread::sleep(Duration::from_secs(5));
        Ok(evolution)
    }

    fn hands(&self) -> Hands<'_> {
        Hands(&self.screen)
    }

    fn composing(&self) -> String {
        format!("^{}$", self.subject)
    }

    fn begin(&mut self, letter: &Letter) -> Result<(), Error> {
        evolution(&self.screen).arg(letter.mailto()).status()?;
        self.subject.clone_from(&letter.subject);
        self.hands().to(&self.composing())?;
        // The text comes later than its window.
        thread::sleep(Duration::from_secs(2));
        Ok(())
    }

    /// Shows the drafts and takes the only one there is.
    fn select(&self) -> Result<(), Error> {
        let hands = self.hands();
        let window = hands.to(MAIN)?;
        hands.click(&window, 80, 217)?;
        thread::sleep(Duration::from_secs(2));
        // Below the words that it is offline.
        hands.click(&window, 300, 292)
    }

    /// Types at the end of the text of the window that is open, or of the draft.
    fn type_on(&self, text: &str) -> Result<(), Error> {
        let hands = self.hands();
        if hands.seen(&self.composing())?.is_none() {
            self.select()?;
            hands.press(&["Return"])?;
            hands.to(&self.composing())?;
            thread::sleep(Duration::from_secs(2));
        }
        let window = hands.to(&self.composing())?;
        hands.click(&window, 300, 450)?;
        hands.press(&["ctrl+End"])?;
        hands.write(text)
    }

    fn autosave(&self, text: &str) -> Result<(), Error> {
        let begin = SystemTime::now();
        self.type_on(text)?;
        while begin.elapsed()? < SAVES_ITSELF {
            for entry in fs::read_dir(&self.data)? {
                let entry = entry?;
                let name = entry.file_name();
                if name.to_string_lossy().starts_with(".evolution-composer.autosave")
                    && entry
                        .metadata()
                        .is_ok_and(|file| file.len() > 0 && file.modified().is_ok_and(|at| at > begin))
                {
                    return Ok(());
                }
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err("Evolution did not save by itself".into())
    }

    fn change_account(&self, from: &str) -> Result<(), Error> {
        let hands = self.hands();
        let window = hands.to(&self.composing())?;
        hands.change_account(&window, (230, 145), ACCOUNTS, from)
    }
}

impl Driven for Evolution {
    fn mail(&self) -> &Path {
        &self.mail
    }

    fn act(&mut self, action: &Action) -> Result<(), Error> {
        match action {
            Action::Begin(letter) => self.begin(letter),
            Action::Write(letter) => {
                self.begin(letter)?;
                self.hands().press(&["ctrl+s"])
            }
            Action::Edit { text } => {
                self.type_on(text)?;
                self.hands().press(&["ctrl+s"])
            }
            Action::Autosave { text } => self.autosave(text),
            Action::Discard { text } => {
                self.type_on(text)?;
                self.hands().discard(&self.composing(), QUESTION)
            }
            Action::ChangeIdentity { from } => self.change_account(from),
            Action::Close => self.hands().press_away(&self.composing(), &["ctrl+w"]),
            Action::SendLater => {
                let hands = self.hands();
                hands.to(&self.composing())?;
                hands.press(&["ctrl+Return"])?;
                // That it waits in the outbox.
                hands.to(QUESTION)?;
                hands.press(&["Return"])?;
                hands.until_gone(&self.composing())
            }
            Action::Delete { .. } => {
                self.select()?;
                self.hands().press(&["ctrl+d"])
            }
            Action::EmptyTrash => {
                let hands = self.hands();
                hands.to(MAIN)?;
                hands.press(&["alt+f", "t"])
            }
            _ => Err("Evolution is not driven to do that".into()),
        }
    }

    fn close(&mut self) -> Result<(), Error> {
        let hands = self.hands();
        hands.to(MAIN)?;
        hands.press(&["ctrl+q"])?;
        self.program.until_ended(END)
    }
}

/// With settings from a file in its home, and without what a screen that nobody sees cannot draw.
fn evolution(screen: &Screen) -> Command {
    let mut command = screen.command("evolution");
    command
        .env("GSETTINGS_BACKEND", "keyfile")
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    command
}
