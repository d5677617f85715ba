//! Claws Mail with MH folders, driven by its remote commands and its keys.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use mailwijs_tests::{Error, paths};

use crate::client::Driven;
use crate::hands::Hands;
use crate::letter::Letter;
use crate::program::Program;
use crate::scenario::Action;
use crate::screen::Screen;

/// How long it may take to end.
const END: Duration = Duration::from_secs(40);

/// In the titles of its windows.
const MAIN: &str = " - Claws Mail ";
const COMPOSE: &str = "Compose message";
/// What the title of a window says whose text is not saved.
const EDITED: &str = r"\[Edited\]";
const SURELY: &str = "^Empty trash$";
const QUESTION: &str = "^(Save changes|Discard message)$";

/// The accounts in their order, by address.
const ACCOUNTS: &[&str] = &["an.peeters@sintjan.example", "an.peeters@prive.example"];

/// Claws Mail in a home.
pub struct Claws {
    program: Program,
    home: PathBuf,
    mail: PathBuf,
    screen: Screen,
}

impl Claws {
    /// With the folders that its first start makes.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(store: &str, home: &Path) -> Result<Self, Error> {
        if store != "mh" {
            return Err(format!("Claws Mail has no store “{store}” here").into());
        }
        let settings = home.join(".claws-mail");
        fs::create_dir(&settings)?;
        for name in ["accountrc", "clawsrc", "folderlist.xml", "menurc"] {
            let text = fs::read_to_string(paths::data("e2e/claws").join(name))?;
            fs::write(
                settings.join(name),
                text.replace("{home}", &home.to_string_lossy()),
            )?;
        }
        for folder in ["inbox", "sent", "draft", "queue", "trash"] {
            fs::create_dir_all(home.join("Mail").join(folder))?;
        }
        for spool in ["spool", "spool-at-home"] {
            fs::write(home.join(spool), "")?;
        }
        let screen = Screen::with_windows(home)?;
        let program = Program::start(&mut screen.command("claws-mail"))?;
        let claws = Self {
            program,
            home: home.to_owned(),
            mail: home.join("Mail"),
            screen,
        };
        Hands(&claws.screen).to(MAIN)?;
        Ok(claws)
    }

    /// Tells the one that runs to do something.
    fn tell(&self, words: &[&str]) -> Result<(), Error> {
        self.screen.command("claws-mail").args(words).status()?;
        Ok(())
    }

    fn begin(&self, letter: &Letter) -> Result<(), Error> {
        self.tell(&["--compose", &letter.mailto()])?;
        Hands(&self.screen).to(COMPOSE)?;
        Ok(())
    }

    /// Types at the end of the text of the window that is open, or of the newest draft.
    fn type_on(&self, text: &str) -> Result<(), Error> {
        let hands = Hands(&self.screen);
        if hands.seen(COMPOSE)?.is_none() {
            let newest = self.drafts()?.pop().ok_or("there is no draft")?;
            self.select(newest)?;
            hands.press(&["F6"])?;
        }
        let window = hands.to(COMPOSE)?;
        hands.click(&window, 300, 480)?;
        hands.press(&["ctrl+End"])?;
        hands.write(text)
    }

    /// Nobody is asked about a window that has not heard the last words yet.
    fn discard(&self, text: &str) -> Result<(), Error> {
        self.type_on(text)?;
        let hands = Hands(&self.screen);
        hands.to(EDITED)?;
        hands.discard(COMPOSE, QUESTION)
    }

    fn change_account(&self, from: &str) -> Result<(), Error> {
        let hands = Hands(&self.screen);
        let window = hands.to(COMPOSE)?;
        // At the height of the line that tells who writes.
        hands.change_account(&window, (93, 145), ACCOUNTS, from)
    }

    fn delete(&self, subject: &str) -> Result<(), Error> {
        let line = format!("Subject: {subject}");
        for draft in self.drafts()? {
            let text = fs::read_to_string(self.mail.join("draft").join(draft.to_string()))?;
            if text.lines().any(|found| found == line) {
                self.select(draft)?;
                return Hands(&self.screen).press(&["ctrl+d"]);
            }
        }
        Err(format!("there is no draft “{subject}”").into())
    }

    /// As a server on this computer delivers: into an mbox, from where Claws takes it.
    fn receive(&self, letter: &Letter) -> Result<(), Error> {
        let mail = format!(
            "From MAILER-DAEMON Mon Nov 23 08:00:00 2026\n{}\n",
            letter.mail()?
        );
        fs::write(self.home.join("spool"), mail)?;
        self.tell(&["--receive-all"])
    }

    /// The numbers of the drafts, the newest last.
    fn drafts(&self) -> Result<Vec<u32>, Error> {
        let mut numbers = Vec::new();
        for entry in fs::read_dir(self.mail.join("draft"))? {
            // Beside the mails stand files with other names.
            numbers.extend(entry?.file_name().to_string_lossy().parse::<u32>());
        }
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn select(&self, draft: u32) -> Result<(), Error> {
        self.tell(&["--select", &format!("#mh/Mail/draft/{draft}")])?;
        thread::sleep(Duration::from_secs(1));
        Hands(&self.screen).to(MAIN)?;
        Ok(())
    }
}

impl Driven for Claws {
    fn mail(&self) -> &Path {
        &self.mail
    }

    fn act(&mut self, action: &Action) -> Result<(), Error> {
        let hands = Hands(&self.screen);
        match action {
            Action::Begin(letter) => self.begin(letter),
            Action::Write(letter) => {
                self.begin(letter)?;
                hands.press(&["ctrl+s"])
            }
            Action::Edit { text } => {
                self.type_on(text)?;
                hands.press(&["ctrl+s"])
            }
            Action::Autosave { text } => self.type_on(text),
            Action::Discard { text } => self.discard(text),
            Action::ChangeIdentity { from } => self.change_account(from),
            Action::Close => hands.press_away(COMPOSE, &["ctrl+w"]),
            Action::SendLater => hands.press_away(COMPOSE, &["ctrl+shift+s"]),
            Action::Send => hands.press_away(COMPOSE, &["ctrl+Return"]),
            Action::SendOutbox => self.tell(&["--send"]),
            Action::Receive(letter) => self.receive(letter),
            Action::Delete { subject, .. } => self.delete(subject),
            Action::EmptyTrash => {
                hands.to(MAIN)?;
                hands.press(&["F7"])?;
                hands.to(SURELY)?;
                hands.press(&["Return"])?;
                hands.until_gone(SURELY)
            }
            _ => Err("Claws Mail is not driven to do that".into()),
        }
    }

    fn close(&mut self) -> Result<(), Error> {
        self.tell(&["--quit"])?;
        self.program.until_ended(END)
    }
}
