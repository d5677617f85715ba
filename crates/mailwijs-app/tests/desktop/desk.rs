//! A teacher's desk: an engine with folders of its own and a Maildir it watches.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use mailwijs_app::history::{SecretStore, SessionStore};
use mailwijs_app::i18n::Lang;
use mailwijs_app::imap::Trust;
use mailwijs_app::ipc::{NudgeDto, OutcomeDto, UserAction};
use mailwijs_app::place::Places;
use mailwijs_app::{App, AppConfig, ShellEvent};
use mailwijs_store::Roots;
use tempfile::TempDir;

use crate::no_keyring::NoKeyring;

pub const POLICY: &str = include_str!("../../../../tests/corpus/policy.toml");

pub const PARENTS_IN_CC: &str = "From: An Peeters <an.peeters@sintjan.example>\n\
To: directie@sintjan.example\n\
Cc: ouder1@familie-a.example, ouder2@familie-b.example, ouder3@familie-c.example, ouder4@familie-d.example\n\
Subject: Uitstap Planckendael\n\nTot morgen.\n";

/// Long enough for a busy machine; a test that passes never waits this long.
const PATIENCE: Duration = Duration::from_mins(2);

pub struct Desk {
    pub app: App,
    config: AppConfig,
    shown: Receiver<ShellEvent>,
    saves: AtomicU32,
    dir: TempDir,
}

impl Desk {
    /// A desk where mail is checked by its words alone.
    pub fn new() -> Self {
        Self::with(Arc::new(SessionStore::default()), None)
    }

    /// A desk where sentences are read too, with this encoder.
    pub fn reading(encoder: PathBuf) -> Self {
        Self::with(Arc::new(SessionStore::default()), Some(encoder))
    }

    pub fn without_keyring() -> Self {
        Self::with(Arc::new(NoKeyring), None)
    }

    /// A desk with a whole mailbox below `Mail`: Maildirs for the inbox, drafts, sent mail, an archive and the trash.
    pub fn with_mailbox() -> Self {
        Self::over(
            Arc::new(SessionStore::default()),
            None,
            whole_mailbox,
            POLICY,
            Trust::default(),
        )
    }

    /// The same, with mail in it from before the app was started.
    pub fn with_old_mail(fill: impl FnOnce(&Path)) -> Self {
        let stores = |mail: &Path| {
            let stores = whole_mailbox(mail);
            fill(mail);
            stores
        };
        Self::over(
            Arc::new(SessionStore::default()),
            None,
            stores,
            POLICY,
            Trust::default(),
        )
    }

    /// The same, with a file share in the policy whose certificate is believed.
    pub fn with_share(policy: &str, trust: Trust) -> Self {
        Self::over(
            Arc::new(SessionStore::default()),
            None,
            whole_mailbox,
            policy,
            trust,
        )
    }

    /// The folder of the mailbox.
    pub fn mail(&self) -> PathBuf {
        self.dir.path().join("Mail")
    }

    /// What the app was started with.
    pub fn config(&self) -> &AppConfig {
        &self.config
    }

    /// The home directory in which mail clients are looked for.
    pub fn home(&self) -> PathBuf {
        self.dir.path().join("home")
    }

    fn with(secrets: Arc<dyn SecretStore>, encoder: Option<PathBuf>) -> Self {
        Self::over(
            secrets,
            encoder,
            |mail| vec![mail.join("Drafts")],
            POLICY,
            Trust::default(),
        )
    }

    fn over(
        secrets: Arc<dyn SecretStore>,
        encoder: Option<PathBuf>,
        stores: impl FnOnce(&Path) -> Vec<PathBuf>,
        policy: &str,
        trust: Trust,
    ) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mail = dir.path().join("Mail");
        make_maildir(&mail.join("Drafts"));
        let stores = stores(&mail);
        let places = Places {
            data: dir.path().join("data"),
            config: dir.path().join("config"),
        };
        fs::create_dir_all(&places.config).unwrap();
        fs::write(places.policy(), with_paragraphs(policy)).unwrap();
        let config = AppConfig {
            places,
            roots: Some(Roots::below(&dir.path().join("home"))),
            lang: None,
            stores,
            encoder,
            secrets,
            trust,
        };
        let (app, shown) = start(&config);
        let desk = Self {
            app,
            config,
            shown,
            saves: AtomicU32::new(0),
            dir,
        };
        desk.ready();
        desk
    }

    pub fn restart(&mut self) {
        let (app, shown) = start(&self.config);
        std::mem::replace(&mut self.app, app).stop();
        self.shown = shown;
        self.ready();
    }

    /// Watching has begun once a draft that was saved after the start is noticed; until then saves are repeated.
    fn ready(&self) {
        self.eventually(|app| app.today().watching);
    }

    /// Saves a version of the draft as mail clients do; the one before goes.
    pub fn save(&self, text: &str) {
        let drafts = self.dir.path().join("Mail/Drafts");
        let number = self.saves.fetch_add(1, Ordering::Relaxed);
        let before: Vec<PathBuf> = fs::read_dir(drafts.join("cur"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        let tmp = drafts.join(format!("tmp/{number}.laptop"));
        fs::write(
            &tmp,
            format!("Message-ID: <{number}.{}@laptop>\n{text}", std::process::id()),
        )
        .unwrap();
        fs::rename(
            tmp,
            drafts.join(format!("cur/{}{number}.laptop:2,DS", self.shown_runs())),
        )
        .unwrap();
        for path in before {
            fs::remove_file(path).unwrap();
        }
    }

    fn shown_runs(&self) -> String {
        format!("{:p}.", &raw const self.shown).replace("0x", "")
    }

    /// Throws every draft away, and waits until that was noticed.
    pub fn remove_drafts(&self) {
        for entry in fs::read_dir(self.dir.path().join("Mail/Drafts/cur")).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
        self.eventually(|app| app.tray().attention.is_empty());
        // A draft that goes while another comes is taken for the same one: that is how clients save.
        std::thread::sleep(Duration::from_secs(2));
    }

    pub fn write_policy(&self, text: &str) {
        fs::write(self.config.places.policy(), with_paragraphs(text)).unwrap();
    }

    pub fn act(&self, action: UserAction) -> OutcomeDto {
        self.app.act(action).unwrap()
    }

    /// The next card that the shell is told to show.
    pub fn card(&self) -> NudgeDto {
        self.wait_for(|event| match event {
            ShellEvent::Nudge(card) => card.map(|card| *card),
            _ => None,
        })
    }

    /// The next card that the shell is told to show, if there is one before long.
    pub fn another_card(&self) -> Option<NudgeDto> {
        let end = Instant::now() + Duration::from_secs(3);
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.shown.recv_timeout(left) {
                Ok(ShellEvent::Nudge(Some(card))) => return Some(*card),
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }

    /// The card says that the draft is kept as it is, and is closed before it fades by itself.
    pub fn kept(&self) -> NudgeDto {
        let kept = self.wait_for(|event| match event {
            ShellEvent::Nudge(Some(card)) if card.kept.is_some() => Some(*card),
            _ => None,
        });
        self.act(UserAction::Close {
            draft: kept.draft.clone(),
        });
        self.no_card();
        kept
    }

    /// The shell is told to take the card away.
    pub fn no_card(&self) {
        self.wait_for(|event| (event == ShellEvent::Nudge(None)).then_some(()));
    }

    fn wait_for<T>(&self, wanted: impl Fn(ShellEvent) -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            let event = self
                .shown
                .recv_timeout(end.saturating_duration_since(Instant::now()))
                .expect("nothing was shown");
            if let Some(found) = wanted(event) {
                return found;
            }
        }
    }

    pub fn eventually(&self, holds: impl Fn(&App) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(&self.app) {
            assert!(Instant::now() < end, "it never came: {:?}", self.app.today());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn history_files(&self) -> Vec<Vec<u8>> {
        let Ok(entries) = fs::read_dir(self.config.places.history()) else {
            return Vec::new();
        };
        let files = entries.map(|entry| fs::read(entry.unwrap().path()).unwrap());
        files.filter(|bytes| !bytes.is_empty()).collect()
    }

    pub fn demo_folder(&self) -> PathBuf {
        self.config.places.demo()
    }
}

/// Maildirs below this folder, which is watched as one store.
pub fn whole_mailbox(mail: &Path) -> Vec<PathBuf> {
    for folder in ["Inbox", "Sent", "Archive", "Trash"] {
        make_maildir(&mail.join(folder));
    }
    vec![mail.to_owned()]
}

fn make_maildir(folder: &Path) {
    for part in ["cur", "new", "tmp"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
}

/// A desk that is left stops looking: a system watches for so many programs only.
impl Drop for Desk {
    fn drop(&mut self) {
        self.app.clone().stop();
    }
}

fn start(config: &AppConfig) -> (App, Receiver<ShellEvent>) {
    let (sender, shown) = channel();
    let config = AppConfig {
        lang: config.lang.or(Some(Lang::Nl)),
        ..config.clone()
    };
    // A closed desk no longer looks.
    let app = App::start(config, move |event| drop(sender.send(event))).unwrap();
    (app, shown)
}

/// The corpus policy has no agreements; a card shows the paragraph a finding rests on.
pub fn with_paragraphs(policy: &str) -> String {
    format!("{policy}\n{}", include_str!("paragraphs.toml"))
}
