//! Received mail with something in it that does not belong in a mailbox: a quiet list, without a card, until the teacher has
//! dealt with it or the mail is gone. What was found is kept, and by which hashes the mail is recognised; its words are read
//! in the mail store when they are shown.

mod arrival;
mod dto;
mod looker;
mod places;
mod remind;
#[cfg(test)]
mod tests;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mailwijs_history::{Hash, Hasher};
use mailwijs_mail::Mail;
use mailwijs_store::{MessageKey, Sought};

pub(super) use arrival::Arrived;
pub use looker::FoundSeen;
pub(super) use told::Told;

use self::looker::FoundLooker;
use super::memory::Remembered;
use super::state::State;
use crate::cases::evidence;
use crate::error::{AppError, ErrorCode};
use crate::ipc::{OutcomeDto, ReceivedDto};

/// A mail in which something was found just now.
#[derive(Debug, Clone)]
pub(super) struct Find {
    pub told: Told,
    pub sought: Sought,
    pub words: Words,
    pub place: Place,
}

/// What the teacher knows a mail by; never kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// May be empty.
    pub subject: String,
    /// Name or address; may be empty.
    pub from: String,
}

impl Words {
    /// Of this mail.
    pub fn of(mail: &Mail) -> Self {
        let from = mail.from.as_ref().map(|from| {
            if from.name.is_empty() {
                from.email.clone()
            } else {
                from.name.clone()
            }
        });
        Self {
            subject: mail.subject.clone(),
            from: from.unwrap_or_default(),
        }
    }
}

/// Where a mail stands; never kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The root of its store.
    pub store: PathBuf,
    pub folder: String,
    pub key: MessageKey,
}

/// One mail of the list.
struct FoundMail {
    told: Told,
    sought: Sought,
    /// Unknown after a restart, until it was seen in its store.
    words: Option<Words>,
    place: Option<Place>,
}

/// The list.
#[derive(Default)]
pub(super) struct FoundMails {
    all: BTreeMap<u32, FoundMail>,
    /// What is listed for now only, such as the demo's mail: the history never heard of it. Their numbers count down.
    passing: BTreeSet<u32>,
    /// What was listed for now only: the same mail may come in by two mail clients.
    known: BTreeSet<Hash>,
    files: Option<FoundLooker>,
    /// By the URL of the mailbox.
    servers: BTreeMap<PathBuf, FoundLooker>,
    /// Grows with everything that changes what is shown.
    version: u64,
    shown: Option<(dto::Key, Arc<Vec<ReceivedDto>>)>,
}

impl FoundMails {
    fn changed(&mut self) {
        self.version = self.version.wrapping_add(1);
    }

    fn put(&mut self, id: u32, mail: FoundMail) {
        self.all.insert(id, mail);
        self.changed();
    }

    fn remove(&mut self, id: u32) -> Option<FoundMail> {
        self.passing.remove(&id);
        self.changed();
        self.all.remove(&id)
    }
}

impl State {
    /// Lists a mail, unless it was listed before or has a case.
    pub(super) fn list_found(&mut self, find: Find) {
        let mail = identity(&find.sought, &find.place, &self.memory.hasher());
        let is_known = self.mails_found.known.contains(&mail) || self.has_case(&find.sought);
        if is_known {
            return;
        }
        let remembered = if self.is_demo(&find.place.store) {
            Remembered::Not
        } else {
            self.memory.add_found(mail, &find.told, &find.sought)
        };
        let id = match remembered {
            Remembered::Before => return,
            Remembered::As(id) => id,
            Remembered::Not => {
                let id = u32::MAX - u32::try_from(self.mails_found.known.len()).unwrap_or(0);
                self.mails_found.passing.insert(id);
                self.mails_found.known.insert(mail);
                id
            }
        };
        let found = FoundMail {
            told: find.told,
            sought: find.sought,
            words: Some(find.words),
            place: Some(find.place),
        };
        self.mails_found.put(id, found);
    }

    pub(super) fn is_demo(&self, store: &Path) -> bool {
        self.demo
            .as_ref()
            .is_some_and(|demo| store.starts_with(demo.path()))
    }

    /// Takes up what the history remembers. What was listed under another history, or none, is found anew in its file.
    pub(super) fn take_up_found(&mut self) {
        let before = std::mem::take(&mut self.mails_found.all);
        self.mails_found.passing.clear();
        self.mails_found.known.clear();
        for (id, told, sought) in self.memory.found() {
            // The computer fell over between the two.
            if self.has_case(&sought) {
                self.memory.found_is_handled(id);
                continue;
            }
            let mail = FoundMail {
                told,
                sought,
                words: None,
                place: None,
            };
            self.mails_found.put(id, mail);
        }
        let stores = self.all_stores();
        for mut mail in before.into_values() {
            let Some(place) = mail.place else { continue };
            let store = stores.iter().find(|store| store.root == place.store);
            let raw = store.and_then(|store| store.message_at(&place.key).ok().flatten());
            if let Some(raw) = raw {
                let parsed = mailwijs_mail::parse(&raw.bytes);
                mail.told.source = self.source(&place.store);
                self.list_found(Find {
                    told: mail.told,
                    sought: self.sought(&parsed),
                    words: Words::of(&parsed),
                    place,
                });
            }
        }
        self.look_for_found();
    }

    /// A mail by which copies are looked for.
    pub(super) fn sought(&self, mail: &Mail) -> Sought {
        Sought::of(0, mail, &crate::cases::ByHistory(self.memory.hasher()))
    }

    /// A store, as a number from which nobody can tell which.
    pub(super) fn source(&self, store: &Path) -> u64 {
        source_of(store, &self.memory.hasher())
    }

    /// The history was erased: nothing is listed that came before.
    pub(super) fn forget_found(&mut self) {
        self.mails_found.all.clear();
        self.mails_found.changed();
        self.take_up_found();
    }

    /// The teacher has dealt with it, or it is gone.
    pub(super) fn found_is_handled(&mut self, id: u32) {
        if !self.mails_found.passing.contains(&id) {
            self.memory.found_is_handled(id);
        }
        self.mails_found.remove(id);
    }

    /// What was listed for now only is no longer in a store that is watched.
    pub(super) fn forget_passing_in(&mut self, root: &Path) {
        let is_there = |mail: &FoundMail| {
            mail.place
                .as_ref()
                .is_some_and(|place| place.store.starts_with(root))
        };
        let passing = self.mails_found.passing.iter();
        let gone: Vec<u32> = passing
            .filter(|id| self.mails_found.all.get(id).is_some_and(is_there))
            .copied()
            .collect();
        for id in gone {
            self.mails_found.remove(id);
        }
        self.mails_found.changed();
    }

    /// Begins the case of a listed mail, and takes it off the list.
    pub(super) fn begin_case_of(&mut self, id: u32) -> Result<OutcomeDto, AppError> {
        let missing = || AppError::new(ErrorCode::UnknownAction).because("received");
        let mail = self.mails_found.all.get(&id).ok_or_else(missing)?;
        let (sought, categories) = (mail.sought.clone(), mail.told.categories());
        self.begin_case(sought, &categories);
        self.found_is_handled(id);
        Ok(OutcomeDto::done())
    }
}

/// A store, as a number from which nobody can tell which.
pub(super) fn source_of(store: &Path, hasher: &Hasher) -> u64 {
    // With or without a slash at its end.
    let store: PathBuf = store.components().collect();
    evidence::source(&store, hasher).0
}

/// By what it is known that a mail was found before.
fn identity(sought: &Sought, place: &Place, hasher: &Hasher) -> Hash {
    let own = sought.message_id.or(sought.content).or(sought.text);
    own.map_or_else(|| hasher.hash("place", &place.key.path.to_string_lossy()), Hash)
}
