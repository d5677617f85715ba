//! The engine of the desktop app, without a window, over the home of a client: each state it shows is noted with its time.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use mailwijs_app::history::{SecretStore as _, SessionStore};
use mailwijs_app::i18n::Lang;
use mailwijs_app::imap::Trust;
use mailwijs_app::ipc::{CaseAction, UserAction};
use mailwijs_app::place::Places;
use mailwijs_app::{App, AppConfig};
use mailwijs_store::Roots;
use mailwijs_tests::dovecot::{Dovecot, PASSWORD, USER};
use mailwijs_tests::{Error, paths};
use tempfile::TempDir;

use super::steps;

/// How long anything expected may take to come.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long it must stay so: longer than anything in Mailwijs waits before it looks.
const QUIET: Duration = Duration::from_millis(2500);

/// The one case of a scenario.
const CASE: u32 = 1;

/// Something was shown.
#[derive(Debug, Clone)]
pub struct Shown {
    /// From when on.
    pub at: SystemTime,
    /// What, see `steps.rs`.
    pub lines: Vec<String>,
}

/// The engine at work.
pub struct Desk {
    app: App,
    shown: Arc<Mutex<Vec<Shown>>>,
    _place: TempDir,
}

impl Desk {
    /// Watches every client that is found in this home, and this server's mailbox.
    ///
    /// # Errors
    /// When it does not start, or does not get to watching.
    pub fn start(home: &Path, server: Option<&Dovecot>) -> Result<Self, Error> {
        let place = tempfile::Builder::new().prefix("mailwijs-desk-").tempdir()?;
        let places = Places {
            data: place.path().join("data"),
            config: place.path().join("config"),
        };
        fs::create_dir_all(&places.config)?;
        fs::copy(paths::data("e2e/policy.toml"), places.policy())?;
        let secrets = Arc::new(SessionStore::default());
        if let Some(server) = server {
            set_up(server, &places, &secrets)?;
        }
        let config = AppConfig {
            places,
            roots: Some(Roots::below(home)),
            lang: Some(Lang::En),
            stores: Vec::new(),
            encoder: None,
            secrets,
            trust: Trust::default(),
        };
        let shown = Arc::new(Mutex::new(Vec::new()));
        let (running, log) = (Arc::new(OnceLock::<App>::new()), Arc::clone(&shown));
        let its_own = Arc::clone(&running);
        let app = App::start(config, move |_| {
            if let Some(app) = its_own.get() {
                note(&log, app);
            }
        })?;
        // Nobody else sets it.
        let _ = running.set(app.clone());
        let desk = Self {
            app,
            shown,
            _place: place,
        };
        desk.eventually("watching", |app| app.today().watching)?;
        if server.is_some() {
            let is_open = |app: &App| app.my_mail().mailboxes.iter().all(|one| one.state == "watching");
            desk.eventually("a mailbox on the server", is_open)?;
        }
        note(&desk.shown, &desk.app);
        Ok(desk)
    }

    /// Begins the case of the mail with this subject, from the list on Today.
    ///
    /// # Errors
    /// When it is not there.
    pub fn begin(&self, subject: &str) -> Result<(), Error> {
        let received = self.app.today().received.into_iter();
        let mail = received.into_iter().find(|mail| mail.subject == subject);
        let mail = mail.ok_or("the mail is not on the list")?;
        if !mail.to_lvs {
            return Err("the mail does not belong in the tracking system".into());
        }
        self.act(UserAction::BeginCase { received: mail.id })
    }

    /// The teacher files it, and says that it is in.
    ///
    /// # Errors
    /// When the engine refuses.
    pub fn filed(&self) -> Result<(), Error> {
        let (route, place) = ("myself".to_owned(), "system".to_owned());
        self.in_case(CaseAction::Route { route, email: None })?;
        self.in_case(CaseAction::Filed { place })
    }

    fn in_case(&self, case: CaseAction) -> Result<(), Error> {
        self.act(UserAction::Case { id: CASE, case })
    }

    fn act(&self, action: UserAction) -> Result<(), Error> {
        self.app.act(action).map_err(|error| error.message)?;
        Ok(())
    }

    /// How many states were shown so far.
    pub fn states(&self) -> usize {
        self.log().len()
    }

    /// Waits until this is shown, and it has been quiet since; every state that was shown since the first `before`, the one
    /// that was shown then before them.
    pub fn until(&self, expected: &[String], before: usize) -> Vec<Shown> {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE && self.log().last().is_none_or(|last| last.lines != expected) {
            thread::sleep(Duration::from_millis(10));
        }
        let mut states = self.states();
        let mut quiet = Instant::now();
        while quiet.elapsed() < QUIET && begin.elapsed() < PATIENCE * 2 {
            thread::sleep(Duration::from_millis(50));
            if self.states() != states {
                states = self.states();
                quiet = Instant::now();
            }
        }
        let from = before.saturating_sub(1);
        self.log().split_off(from)
    }

    fn log(&self) -> Vec<Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn eventually(&self, what: &str, holds: impl Fn(&App) -> bool) -> Result<(), Error> {
        let begin = Instant::now();
        while !holds(&self.app) {
            if begin.elapsed() > PATIENCE {
                return Err(
                    format!("Mailwijs does not get to {what}: {:?}", self.app.today().problems).into(),
                );
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.app.clone().stop();
    }
}

/// Notes what is shown now, if it is another thing than before.
fn note(log: &Mutex<Vec<Shown>>, app: &App) {
    let (at, lines) = (SystemTime::now(), steps::shown(app));
    let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
    if log.last().is_none_or(|last| last.lines != lines) {
        log.push(Shown { at, lines });
    }
}

/// The mailbox was set up earlier, with its password in the keyring.
fn set_up(server: &Dovecot, places: &Places, secrets: &SessionStore) -> Result<(), Error> {
    let port = server.ports().tls;
    let authority = places.config.join("authority.pem");
    fs::write(&authority, server.authority())?;
    let file = format!(
        "format = 1\n[[mailboxes]]\nemail = \"an.peeters@sintjan.example\"\nuser = \"{USER}\"\nhost = \"localhost\"\n\
         port = {port}\nca = {:?}\n",
        authority.display().to_string()
    );
    fs::write(places.mailboxes(), file)?;
    let url = format!("imap://{USER}@localhost:{port}");
    secrets.write(&url, PASSWORD.as_bytes())?;
    Ok(())
}
