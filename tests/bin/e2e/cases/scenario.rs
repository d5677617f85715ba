//! A scenario: what is done in a mail client and in Mailwijs, and what Mailwijs must show then.

use std::ffi::OsStr;
use std::fs;

use mailwijs_tests::{Error, paths};
use serde::Deserialize;

use crate::client::Client;
use crate::scenario::Action;

/// What is done in one client with one kind of store.
#[derive(Debug, Deserialize)]
pub struct CaseScenario {
    /// `cases/` and the file it stands in, without its end.
    #[serde(skip)]
    pub name: String,
    /// Which client.
    pub client: Client,
    /// How the client is told to keep its mail.
    pub store: String,
    /// The mailbox on the server is set up in Mailwijs too.
    #[serde(default)]
    pub mailbox: bool,
    /// Words that stand in the sensitive mail alone: by them its bytes are looked for on disk.
    pub words: String,
    /// In the order of time.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// One thing that is done.
#[derive(Debug, Deserialize)]
pub struct Step {
    /// What.
    #[serde(flatten)]
    pub action: Action,
    /// What must be shown once it is done, and stay so: see `desk.rs` for the words.
    pub shown: Vec<String>,
    /// Steps of the case that may be shown on the way, besides the one before and the one after.
    #[serde(default)]
    pub passing: Vec<String>,
}

impl CaseScenario {
    /// Every scenario there is, by name.
    ///
    /// # Errors
    /// When a file cannot be read or understood.
    pub fn all() -> Result<Vec<Self>, Error> {
        let mut scenarios = Vec::new();
        for entry in fs::read_dir(paths::data("e2e/cases"))? {
            let path = entry?.path();
            if path.extension() == Some(OsStr::new("toml")) {
                let mut scenario: Self = toml::from_str(&fs::read_to_string(&path)?)
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                let name = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
                scenario.name = format!("cases/{name}");
                scenarios.push(scenario);
            }
        }
        scenarios.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(scenarios)
    }
}
