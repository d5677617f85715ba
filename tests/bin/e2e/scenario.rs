//! A scenario: what is done in a mail client, and what `mailwijs watch` must tell of it (`tests/e2e/*.toml`).

use std::ffi::OsStr;
use std::fs;

use mailwijs_tests::{Error, paths};
use serde::{Deserialize, Serialize};

use crate::client::Client;
use crate::letter::Letter;

/// What is done in one client with one kind of store.
#[derive(Debug, Deserialize)]
pub struct Scenario {
    /// The file it stands in, without its end.
    #[serde(skip)]
    pub name: String,
    /// Which client.
    pub client: Client,
    /// How the client is told to keep its mail.
    pub store: String,
    /// In the order of time.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
    /// The live messages that a fresh check must find afterwards: `FOLDER: SUBJECT`, sorted.
    pub left: Vec<String>,
}

/// One thing that is done.
#[derive(Debug, Deserialize)]
pub struct Step {
    /// What.
    #[serde(flatten)]
    pub action: Action,
    /// What must be told of it, neither more nor less; see `told.rs` for the words.
    pub told: Vec<String>,
    /// What may be told as well: it passes so fast that nobody need see it.
    #[serde(default)]
    pub passing: Vec<String>,
    /// The live messages that a check must find then, while the client runs: `FOLDER: SUBJECT`, sorted.
    pub live: Option<Vec<String>>,
}

/// A folder that every client has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The drafts of every account.
    #[default]
    Drafts,
    /// The inbox of every account.
    Inbox,
    /// A folder of the teacher's own, below those of no account.
    Pupils,
    /// The inbox of the account at home.
    Home,
}

/// What a person can do in a mail client.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Action {
    /// Writes a mail and saves it as a draft.
    Write(Letter),
    /// Begins a mail, and does not save it.
    Begin(Letter),
    /// Writes on in the newest draft and saves it again.
    Edit {
        /// What is added to the text.
        text: String,
    },
    /// Writes on in the newest draft until the client saves it by itself.
    Autosave {
        /// What is added to the text.
        text: String,
    },
    /// Writes on in the newest draft, closes the window and says that this need not be saved.
    Discard {
        /// What is added to the text.
        text: String,
    },
    /// Chooses another sender in the window that is open, and saves.
    ChangeIdentity {
        /// The sender's address.
        from: String,
    },
    /// Closes the window of a draft that is saved.
    Close,
    /// Removes what is left of deleted mail in such a folder.
    Compact {
        /// Which.
        #[serde(default)]
        place: Place,
    },
    /// Puts the draft that is open in the outbox.
    SendLater,
    /// Sends what is in the outbox.
    SendOutbox,
    /// Fetches a mail that somebody sent.
    Receive(Letter),
    /// Asks for mail that nobody sent.
    Fetch,
    /// Marks the mail with this subject in the inbox as read.
    Read {
        /// Its subject.
        subject: String,
    },
    /// Has the client show the mail with this subject in the inbox, as Mailwijs asks it to.
    Show {
        /// Its subject.
        subject: String,
    },
    /// Moves the mail with this subject from the trash back to the inbox.
    Restore {
        /// Its subject.
        subject: String,
    },
    /// Opens the newest draft and gives it up.
    GiveUp,
    /// Opens the newest draft and sends it.
    Send,
    /// Deletes the mail with this subject.
    Delete {
        /// Its subject.
        subject: String,
        /// Where it stands.
        #[serde(default)]
        place: Place,
    },
    /// Copies the mail with this subject from the inbox of the account for school to another folder.
    Copy {
        /// Its subject.
        subject: String,
        /// Where to.
        place: Place,
    },
    /// Empties the trash.
    EmptyTrash,
    /// In Mailwijs: begins the case of the mail with this subject.
    BeginCase {
        /// Its subject.
        subject: String,
    },
    /// In Mailwijs: says that it is in the tracking system.
    Filed,
}

impl Scenario {
    /// Every scenario there is, by name.
    ///
    /// # Errors
    /// When a file cannot be read or understood.
    pub fn all() -> Result<Vec<Self>, Error> {
        let mut scenarios = Vec::new();
        for entry in fs::read_dir(paths::data("e2e"))? {
            let path = entry?.path();
            let name = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
            if path.extension() == Some(OsStr::new("toml")) && name != "policy" {
                let mut scenario: Self = toml::from_str(&fs::read_to_string(&path)?)
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                name.clone_into(&mut scenario.name);
                scenarios.push(scenario);
            }
        }
        scenarios.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(scenarios)
    }
}

impl Place {
    const fn spelled(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Inbox => "inbox",
            Self::Pupils => "folder about pupils",
            Self::Home => "inbox at home",
        }
    }
}

impl Action {
    /// What is done, for who looks on.
    pub fn spelled(&self) -> String {
        match self {
            Self::Write(letter) => format!("write “{}” and save it", letter.subject),
            Self::Begin(letter) => format!("begin “{}”", letter.subject),
            Self::Edit { .. } => "write on and save again".to_owned(),
            Self::Autosave { .. } => "write on until it is saved by itself".to_owned(),
            Self::Discard { .. } => "write on and close the window without saving".to_owned(),
            Self::ChangeIdentity { from } => format!("write as {from} and save again"),
            Self::Close => "close the window".to_owned(),
            Self::Compact { place } => format!("compact the {}", place.spelled()),
            Self::SendLater => "send it later".to_owned(),
            Self::SendOutbox => "send what is in the outbox".to_owned(),
            Self::Receive(letter) => format!("receive “{}”", letter.subject),
            Self::Fetch => "ask for new mail".to_owned(),
            Self::Read { subject } => format!("read “{subject}”"),
            Self::Show { subject } => format!("show “{subject}”"),
            Self::Restore { subject } => format!("take “{subject}” out of the trash"),
            Self::GiveUp => "open the draft and give it up".to_owned(),
            Self::Send => "open the draft and send it".to_owned(),
            Self::Delete { subject, place } => format!("delete “{subject}” from the {}", place.spelled()),
            Self::Copy { subject, place } => format!("copy “{subject}” to the {}", place.spelled()),
            Self::EmptyTrash => "empty the trash".to_owned(),
            Self::BeginCase { subject } => format!("begin the case of “{subject}”"),
            Self::Filed => "say that it is in the tracking system".to_owned(),
        }
    }

    /// Whether a mail client does it.
    pub const fn is_of_a_client(&self) -> bool {
        !matches!(self, Self::BeginCase { .. } | Self::Filed)
    }
}
