//! Whether everything Mailwijs needs is in place.

use std::path::Path;
use std::sync::Arc;

use mailwijs_history::{Availability, OsKeyring};
use mailwijs_i18n::{Arg, Texts};
use serde::Serialize;

use crate::check::load_class_list;
use crate::mailbox::{MailboxSecrets, Mailboxes, OpenMailbox};
use crate::place::Places;
use crate::policy_source::{self, PolicySource};
use crate::sentence_layer::{LayerState, SentenceLayer};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Symptom {
    /// What: `policy`, `class-list`, `mail-client`, `mailbox`, `sentences`, `history` or `watching`.
    pub about: &'static str,
    /// How it stands.
    pub health: Health,
    /// In words, with what to do.
    pub message: String,
}

/// How a thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Health {
    /// In order.
    Good,
    /// Works, but worth knowing.
    Notice,
    /// Does not work.
    Bad,
}

/// Looks at everything.
pub fn examine(named_policy: Option<&Path>, texts: &Texts) -> Vec<Symptom> {
    let places = Places::from_env();
    let mut symptoms = vec![policy(named_policy, &places, texts), class_list(&places, texts)];
    symptoms.extend(mail_clients(texts));
    symptoms.extend(mailboxes(&places, texts));
    symptoms.push(sentences(texts));
    symptoms.push(history(&places, texts));
    symptoms.extend(watching(texts));
    symptoms
}

fn policy(named: Option<&Path>, places: &Places, texts: &Texts) -> Symptom {
    let about = "policy";
    match policy_source::load(named, places, texts) {
        Ok(loaded) => match loaded.source {
            PolicySource::File(path) => {
                let args = [
                    ("path", path_arg(&path)),
                    ("school", Arg::from(loaded.policy.school.name.as_str())),
                ];
                Symptom {
                    about,
                    health: Health::Good,
                    message: texts.get("doctor-policy-file", &args),
                }
            }
            PolicySource::BuiltIn(_) => {
                let args = [("path", path_arg(&places.policy()))];
                Symptom {
                    about,
                    health: Health::Notice,
                    message: texts.get("doctor-policy-built-in", &args),
                }
            }
        },
        Err(error) => Symptom {
            about,
            health: Health::Bad,
            message: error.say(texts),
        },
    }
}

fn class_list(places: &Places, texts: &Texts) -> Symptom {
    let about = "class-list";
    match load_class_list(None, places) {
        Ok(list) if list.is_empty() => {
            let args = [("path", path_arg(&places.class_list()))];
            Symptom {
                about,
                health: Health::Notice,
                message: texts.get("doctor-class-list-none", &args),
            }
        }
        Ok(list) => {
            let args = [(
                "count",
                Arg::Number(i64::try_from(list.len()).unwrap_or(i64::MAX)),
            )];
            Symptom {
                about,
                health: Health::Good,
                message: texts.get("doctor-class-list", &args),
            }
        }
        Err(error) => Symptom {
            about,
            health: Health::Bad,
            message: error.say(texts),
        },
    }
}

fn mail_clients(texts: &Texts) -> Vec<Symptom> {
    let about = "mail-client";
    let clients = crate::check::found_mail_clients();
    if clients.is_empty() {
        return vec![Symptom {
            about,
            health: Health::Notice,
            message: texts.get("cli-no-clients", &[]),
        }];
    }
    clients
        .iter()
        .map(|client| {
            let args = [
                ("name", Arg::from(client.name)),
                ("path", path_arg(&client.profile)),
                (
                    "count",
                    Arg::Number(i64::try_from(client.identities.len()).unwrap_or(i64::MAX)),
                ),
            ];
            Symptom {
                about,
                health: Health::Good,
                message: texts.get("doctor-mail-client", &args),
            }
        })
        .collect()
}

/// Whether the keyring has the secret of each mailbox on a server; nothing is opened.
fn mailboxes(places: &Places, texts: &Texts) -> Vec<Symptom> {
    let symptom = |health, message| Symptom {
        about: "mailbox",
        health,
        message,
    };
    let mailboxes = match Mailboxes::read(places) {
        Ok(mailboxes) => mailboxes,
        Err(error) => return vec![symptom(Health::Bad, error.say(texts))],
    };
    let secrets = MailboxSecrets::new(Arc::new(OsKeyring::new()));
    let looked_at = mailboxes
        .all()
        .iter()
        .map(|mailbox| match OpenMailbox::kept(mailbox, &secrets) {
            Ok(_) => {
                let args = [("account", Arg::from(mailbox.account.name()))];
                symptom(Health::Good, texts.get("doctor-mailbox", &args))
            }
            Err(error) => symptom(Health::Bad, error.say(texts)),
        });
    looked_at.collect()
}

/// Reads the encoder once, as checking mail does.
fn sentences(texts: &Texts) -> Symptom {
    let mut layer = SentenceLayer::installed();
    layer.wake();
    let (health, id) = match layer.state() {
        LayerState::Present => (Health::Good, "doctor-sentences"),
        LayerState::Missing => (Health::Notice, "sentences-missing"),
        LayerState::Damaged => (Health::Bad, "sentences-damaged"),
    };
    Symptom {
        about: "sentences",
        health,
        message: texts.get(id, &[]),
    }
}

fn history(places: &Places, texts: &Texts) -> Symptom {
    let (health, id) = match mailwijs_history::detect(&places.history(), &OsKeyring::new()) {
        Availability::Keyring => (Health::Good, "doctor-history-keyring"),
        Availability::Locked => (Health::Notice, "doctor-history-locked"),
        Availability::NeedsChoice => (Health::Notice, "doctor-history-needs-choice"),
    };
    Symptom {
        about: "history",
        health,
        message: texts.get(id, &[]),
    }
}

/// Linux lets a user watch only so many folders; past that, changes are looked for every few seconds.
fn watching(texts: &Texts) -> Option<Symptom> {
    let limit: u32 = std::fs::read_to_string("/proc/sys/fs/inotify/max_user_watches")
        .ok()?
        .trim()
        .parse()
        .ok()?;
    let (health, id) = if limit < 8192 {
        (Health::Notice, "doctor-watch-few")
    } else {
        (Health::Good, "doctor-watch-enough")
    };
    Some(Symptom {
        about: "watching",
        health,
        message: texts.get(id, &[("count", Arg::from(limit))]),
    })
}

fn path_arg(path: &Path) -> Arg {
    Arg::Text(path.display().to_string())
}
