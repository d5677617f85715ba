//! `NeoMutt`: one run for each thing that is done, as people do who live in a terminal.

use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_tests::{Error, paths};

use crate::client::Driven;
use crate::letter::Letter;
use crate::scenario::Action;
use crate::terminal::Terminal;

/// What the screens show when they wait for a key.
const COMPOSE: &str = "Reply-To:";
const INDEX: &str = "---NeoMutt:";
const KEEP: &str = "([yes]/no)";

/// `NeoMutt` with its folders in a home.
pub struct NeoMutt {
    home: PathBuf,
    mail: PathBuf,
}

impl NeoMutt {
    /// With an mbox or a Maildir for each folder.
    ///
    /// # Errors
    /// When the settings cannot be written.
    pub fn start(store: &str, home: &Path) -> Result<Self, Error> {
        let kind = match store {
            "mbox" => "mbox",
            "maildir" => "Maildir",
            other => return Err(format!("NeoMutt has no store “{other}” here").into()),
        };
        let settings = fs::read_to_string(paths::data("e2e/neomutt/neomuttrc"))?;
        fs::write(
            home.join(".neomuttrc"),
            format!("set mbox_type={kind}\n{settings}"),
        )?;
        fs::copy(paths::data("e2e/neomutt/editor"), home.join("editor"))?;
        // The folders that a mail server's delivery makes; the other ones are left to NeoMutt.
        fs::create_dir(home.join("Mail"))?;
        if store == "mbox" {
            fs::write(home.join("Mail/inbox"), "")?;
        } else {
            for part in ["cur", "new", "tmp"] {
                fs::create_dir_all(home.join("Mail/inbox").join(part))?;
            }
        }
        Ok(Self {
            home: home.to_owned(),
            mail: home.join("Mail"),
        })
    }

    fn run(&self, arguments: &str, keys: &[(&str, &str)]) -> Result<(), Error> {
        let mut terminal = Terminal::start(&format!("neomutt {arguments}"), |command| {
            command.env("HOME", &self.home);
            for (name, _) in std::env::vars_os() {
                if name.to_string_lossy().starts_with("XDG_") || name == "MAIL" {
                    command.env_remove(name);
                }
            }
        })?;
        for (sign, keys) in keys {
            terminal.press(sign, keys)?;
        }
        terminal.end()
    }

    /// What the editor adds when it is opened next.
    fn text(&self, text: &str) -> Result<(), Error> {
        let lines = if text.is_empty() {
            String::new()
        } else {
            format!("{text}\n")
        };
        fs::write(self.home.join("text"), lines)?;
        Ok(())
    }

    fn write(&self, letter: &Letter) -> Result<(), Error> {
        self.text(&letter.text)?;
        let mut words = format!("-s {}", quoted(&letter.subject));
        for (option, readers) in [("-c", &letter.cc), ("-b", &letter.bcc)] {
            for reader in readers {
                words = format!("{words} {option} {}", quoted(reader));
            }
        }
        let to: Vec<String> = letter.to.iter().map(|reader| quoted(reader)).collect();
        self.run(&format!("{words} -- {}", to.join(" ")), &[(COMPOSE, "P")])
    }
}

impl Driven for NeoMutt {
    fn mail(&self) -> &Path {
        &self.mail
    }

    fn act(&mut self, action: &Action) -> Result<(), Error> {
        match action {
            Action::Write(letter) => self.write(letter),
            Action::Edit { text } => {
                self.text(text)?;
                self.run("-p", &[(COMPOSE, "P")])
            }
            Action::GiveUp => {
                self.text("")?;
                self.run("-p", &[(COMPOSE, "q"), (KEEP, "n")])
            }
            Action::Send => {
                self.text("")?;
                self.run("-p", &[(COMPOSE, "y")])
            }
            Action::Delete { subject, .. } => {
                let delete = format!("D~s {}\r$q", quoted(subject));
                self.run("-f +postponed", &[(INDEX, &delete)])
            }
            Action::EmptyTrash => self.run("-f +trash", &[(INDEX, "D~A\r$q")]),
            _ => Err("NeoMutt is not driven to do that".into()),
        }
    }

    fn close(&mut self) -> Result<(), Error> {
        // It ends after each thing that is done.
        Ok(())
    }
}

/// One word for a shell.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}
