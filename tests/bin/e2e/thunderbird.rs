//! Thunderbird on a screen that nobody sees, driven by the commands that its own menus and keys run.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_tests::dovecot::{Dovecot, PASSWORD, USER};
use mailwijs_tests::{Error, paths};
use serde_json::{Value, json};

use crate::client::Driven;
use crate::letter::{Letter, message_id};
use crate::marionette::Marionette;
use crate::program::Program;
use crate::scenario::Action;
use crate::screen::Screen;

/// How long a cold start may take on a busy machine.
const START: Duration = Duration::from_mins(2);

/// How long it may take to end.
const END: Duration = Duration::from_mins(1);

/// The files of the profile, below the home.
const PROFILE: &str = ".thunderbird/e2e.default";

const PROFILES: &str = "[Profile0]\nName=default\nIsRelative=1\nPath=e2e.default\nDefault=1\n\n[General]\nStartWithLastProfile=1\nVersion=2\n";

/// How the account for school reaches its server.
struct Protocol {
    /// What a store of this kind begins with.
    kind: &'static str,
    /// What its password is kept for.
    scheme: &'static str,
    /// As the profile calls the server.
    host: &'static str,
    /// The settings it takes.
    settings: &'static str,
    start: fn() -> io::Result<Dovecot>,
    port: fn(&Dovecot) -> Option<u16>,
}

const PROTOCOLS: [Protocol; 2] = [
    Protocol {
        kind: "imap-",
        scheme: "imap",
        host: "imap.sintjan.example",
        settings: "e2e/thunderbird/imap.js",
        start: Dovecot::start,
        port: |server| Some(server.ports().plain),
    },
    Protocol {
        kind: "pop-",
        scheme: "mailbox",
        host: "pop.sintjan.example",
        settings: "e2e/thunderbird/pop.js",
        start: Dovecot::with_pop,
        port: |server| server.ports().pop,
    },
];

/// Thunderbird with a profile in a home.
pub struct Thunderbird {
    program: Program,
    marionette: Marionette,
    hands: String,
    profile: PathBuf,
    server: Option<Dovecot>,
    screen: Screen,
}

impl Thunderbird {
    /// With this kind of store for every account; after `imap-` or `pop-` the account for school has a server.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(store: &str, home: &Path) -> Result<Self, Error> {
        let profile = home.join(PROFILE);
        let mut settings = fs::read_to_string(paths::data("e2e/thunderbird/prefs.js"))?;
        let protocol = PROTOCOLS.iter().find(|protocol| store.starts_with(protocol.kind));
        let mut server = None;
        if let Some(protocol) = protocol {
            let dovecot = (protocol.start)()?;
            let port = (protocol.port)(&dovecot).ok_or("the server has no such port")?;
            let more = fs::read_to_string(paths::data(protocol.settings))?;
            settings.push_str(&more.replace("{port}", &port.to_string()));
            server = Some(dovecot);
        }
        let store = protocol.map_or(store, |protocol| store.trim_start_matches(protocol.kind));
        settle(&profile, store, &settings)?;
        let screen = Screen::start(home)?;
        let mut command = screen.command("thunderbird");
        command
            .args(["--marionette", "--remote-allow-system-access", "--profile"])
            .arg(&profile);
        let program = Program::start(&mut command)?;
        let marionette = Marionette::connect(port(&profile)?)?;
        let mut thunderbird = Self {
            program,
            marionette,
            hands: hands()?,
            profile,
            server,
            screen,
        };
        thunderbird.does("ready", &Value::Null)?;
        if let Some(Protocol { scheme, host, .. }) = protocol {
            let login = json!({ "scheme": scheme, "host": host, "user": USER, "password": PASSWORD });
            thunderbird.does("signIn", &login)?;
        }
        Ok(thunderbird)
    }

    fn receive(&mut self, letter: &Letter) -> Result<(), Error> {
        let server = self.server.as_mut().ok_or("there is no server to receive from")?;
        server.deliver("INBOX", letter.mail()?.as_bytes())?;
        self.does("fetch", &Value::Null)
    }

    /// With the arguments of `Client::show` in mailwijs-app; the mail is then in front.
    fn show(&mut self, subject: &str) -> Result<(), Error> {
        let mut command = self.screen.command("thunderbird");
        command.arg("-profile").arg(&self.profile);
        let shown = command.arg(format!("mid:{}", message_id(subject))).status()?;
        if !shown.success() {
            return Err(format!("thunderbird: {shown}").into());
        }
        self.does("isShown", &json!({ "subject": subject }))
    }

    fn does(&mut self, what: &str, given: &Value) -> Result<(), Error> {
        let script = format!("{}\nawait hands.{what}(given);", self.hands);
        self.marionette.run(&script, given)
    }
}

impl Driven for Thunderbird {
    fn mail(&self) -> &Path {
        &self.profile
    }

    /// Besides these its search index (`global-messages-db.sqlite`) holds the words of a mail for as long as it sees fit.
    fn stores(&self) -> Vec<PathBuf> {
        ["Mail", "ImapMail"]
            .map(|folder| self.profile.join(folder))
            .to_vec()
    }

    fn server(&self) -> Option<&Dovecot> {
        self.server.as_ref()
    }

    fn act(&mut self, action: &Action) -> Result<(), Error> {
        match action {
            Action::Begin(letter) => self.does("begin", &json!(letter)),
            Action::Autosave { text } => self.does("autosave", &json!({ "text": text })),
            Action::Discard { text } => self.does("discard", &json!({ "text": text })),
            Action::Receive(letter) => self.receive(letter),
            Action::Write(letter) => self.does("write", &json!(letter)),
            Action::Edit { text } => self.does("edit", &json!({ "text": text })),
            Action::ChangeIdentity { from } => self.does("changeIdentity", &json!({ "from": from })),
            Action::Close => self.does("close", &Value::Null),
            Action::Fetch => self.does("fetch", &Value::Null),
            Action::Read { subject } => self.does("read", &json!({ "subject": subject })),
            Action::Delete { subject, place } => {
                self.does("delete", &json!({ "subject": subject, "place": place }))
            }
            Action::Show { subject } => self.show(subject),
            Action::Restore { subject } => self.does("restore", &json!({ "subject": subject })),
            Action::Copy { subject, place } => {
                self.does("copy", &json!({ "subject": subject, "place": place }))
            }
            Action::EmptyTrash => self.does("emptyTrash", &Value::Null),
            Action::Compact { place } => self.does("compact", &json!({ "place": place })),
            Action::SendLater => self.does("sendLater", &Value::Null),
            _ => Err("Thunderbird is not driven to do that".into()),
        }
    }

    fn close(&mut self) -> Result<(), Error> {
        self.marionette.quit()?;
        self.program.until_ended(END)
    }
}

/// Writes the profile of somebody who has set up everything and seen every greeting.
fn settle(profile: &Path, store: &str, settings: &str) -> Result<(), Error> {
    let kind = match store {
        "mbox" => "@mozilla.org/msgstore/berkeleystore;1",
        "maildir" => "@mozilla.org/msgstore/maildirstore;1",
        other => return Err(format!("Thunderbird has no store “{other}”").into()),
    };
    for account in ["Local Folders", "pop.prive.example", "pop.sintjan.example"] {
        let folder = profile.join("Mail").join(account);
        fs::create_dir_all(&folder)?;
        if store == "mbox" {
            for name in ["Drafts", "Sent", "Trash"] {
                fs::write(folder.join(name), "")?;
            }
        }
    }
    fs::write(profile.join("prefs.js"), settings.replace("{store}", kind))?;
    fs::write(profile.with_file_name("profiles.ini"), PROFILES)?;
    Ok(())
}

/// What can be done in it, as a script.
fn hands() -> Result<String, Error> {
    let folder = paths::data("e2e/thunderbird");
    let [compose, mail] = ["hands.js", "mail.js"].map(|name| fs::read_to_string(folder.join(name)));
    Ok(format!("{}\n{}", compose?, mail?))
}

/// Where Marionette listens; Thunderbird writes it down once it does.
fn port(profile: &Path) -> Result<u16, Error> {
    let begin = Instant::now();
    while begin.elapsed() < START {
        let written = fs::read_to_string(profile.join("MarionetteActivePort")).unwrap_or_default();
        if let Ok(port) = written.trim().parse() {
            return Ok(port);
        }
        thread::sleep(Duration::from_millis(100));
    }
    Err("Thunderbird does not listen".into())
}
