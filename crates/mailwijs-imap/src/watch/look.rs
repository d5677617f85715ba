//! One folder, looked at again and again: what is new or gone is told.

mod stood;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crossbeam_channel::Sender;
use mailwijs_store::{FolderRole, RawMessage, RemoteChange};

use super::age::is_older;
use crate::fetch::{LARGEST, marks, message, open};
use crate::sync::{Difference, Known, Mark};
use crate::wire::Talk;
use crate::{Cause, Place, RemoteFolder};

/// A message that could not be had so often is done without, so that the others are told.
const FAILURES: u32 = 2;

/// What came to the mailbox longer ago than this is no news wherever it is moved; a day would do if clocks were right.
const OLD: Duration = Duration::from_hours(48);

/// A folder and what is known of it; survives the connection.
pub(super) struct Looker {
    store: PathBuf,
    folder: RemoteFolder,
    known: Option<Known>,
    /// What stood in it before was not looked at yet.
    is_new: bool,
    /// It was made while the mailbox was watched already.
    is_late: bool,
    /// How often a message could not be had, by UIDVALIDITY and UID.
    failures: HashMap<(u32, u32), u32>,
    out: Sender<RemoteChange>,
}

impl Looker {
    pub fn new(store: &Path, folder: RemoteFolder, out: Sender<RemoteChange>) -> Self {
        Self {
            store: store.to_owned(),
            folder,
            known: None,
            is_new: false,
            is_late: false,
            failures: HashMap::new(),
            out,
        }
    }

    pub fn role(&self) -> FolderRole {
        self.folder.role
    }

    /// The folder, as the server spells it.
    pub fn folder(&self) -> &str {
        &self.folder.spelled
    }

    /// Whether this is the folder it looks at, in the same role.
    pub fn is_at(&self, folder: &RemoteFolder) -> bool {
        self.folder == *folder
    }

    /// Whether what is saved there is looked at in full each time.
    pub fn holds_drafts(&self) -> bool {
        matches!(self.folder.role, FolderRole::Drafts | FolderRole::Outbox)
    }

    /// Opens the folder on a new connection and tells what happened since the last one.
    pub async fn begin(&mut self, talk: &mut Talk) -> Result<(), Cause> {
        let opened = open(talk, &self.folder.spelled).await?;
        match self.known.take() {
            Some(known) if known.uid_validity == opened.uid_validity => {
                let next = known.next;
                self.known = Some(known);
                if self.is_new {
                    self.stood_below(talk, next, opened).await?;
                    self.is_new = false;
                }
                self.look(talk).await?;
                if let Some(known) = &mut self.known {
                    known.modseq = known.modseq.or(opened.modseq);
                }
                Ok(())
            }
            before => {
                self.first(talk, opened, before).await?;
                if !self.holds_drafts() {
                    self.look(talk).await?;
                }
                Ok(())
            }
        }
    }

    /// Looks again; whether there was news.
    pub async fn look(&mut self, talk: &mut Talk) -> Result<bool, Cause> {
        let Some(mut known) = self.known.take() else {
            return Ok(false);
        };
        let looked = self.compare(talk, &mut known).await;
        self.known = Some(known);
        let (validity, difference) = looked?;
        if self.folder.role == FolderRole::Trash {
            // What is thrown away is no news, nor is it when it is taken out again.
            if let Some((first, _)) = difference.appeared.first() {
                let told = self.thrown_away(talk, validity, *first).await;
                if let (Err(_), Some(known)) = (&told, &mut self.known) {
                    known.forget(&difference.appeared, &difference.vanished);
                }
                told?;
            }
            return Ok(!difference.appeared.is_empty());
        }
        for (at, (uid, mark)) in difference.appeared.iter().enumerate() {
            if !self.holds_drafts() && !mark.draft && is_older(&mark.date, OLD) {
                continue;
            }
            let told = self.appeared(talk, validity, *uid, mark).await;
            if let (Err(_), Some(known)) = (&told, &mut self.known) {
                let untold = difference.appeared.get(at..).unwrap_or_default();
                known.forget(untold, &difference.vanished);
            }
            told?;
        }
        let place = self.place(validity);
        for uid in &difference.vanished {
            self.tell(RemoteChange::Vanished {
                place: place.of(*uid),
            })?;
        }
        Ok(!difference.appeared.is_empty() || !difference.vanished.is_empty())
    }

    /// Tells that anything happened in the folder.
    pub fn stirred(&self) -> Result<(), Cause> {
        let store = self.store.clone();
        self.tell(RemoteChange::Stirred { store })
    }

    async fn compare(&self, talk: &mut Talk, known: &mut Known) -> Result<(u32, Difference), Cause> {
        let difference = if self.holds_drafts() {
            let since = known.modseq.filter(|_| talk.can.qresync);
            match marks(talk, 1, since).await {
                // It knows the word and does not do it.
                Err(Cause::Denied(..)) if since.is_some() => {
                    talk.can.qresync = false;
                    known.compare(&marks(talk, 1, None).await?, false)
                }
                listing => known.compare(&listing?, since.is_some()),
            }
        } else {
            known.compare(&marks(talk, known.next, None).await?, true)
        };
        Ok((known.uid_validity, difference))
    }

    /// The text of a message, or its `first` bytes; `None` when it has gone, or cannot be had.
    async fn text(
        &mut self,
        talk: &mut Talk,
        validity: u32,
        uid: u32,
        mark: &Mark,
        first: Option<u32>,
    ) -> Result<Option<Vec<u8>>, Cause> {
        let failures = self.failures.get(&(validity, uid)).copied().unwrap_or_default();
        if failures >= FAILURES {
            // One that was there before is no news.
            return match first {
                None => self.skipped("cannot be had from the server").map(|()| None),
                Some(_) => Ok(None),
            };
        }
        let text = message(talk, uid, mark, first).await;
        if matches!(text, Err(Cause::Denied(..) | Cause::Nonsense(_))) {
            self.failures.insert((validity, uid), failures + 1);
        }
        text
    }

    /// Tells that a message is passed over, and why.
    fn skipped(&self, why: &str) -> Result<(), Cause> {
        let (store, name) = (self.store.clone(), &self.folder.name);
        let message = format!("{}, {name}: a message {why} and is skipped", store.display());
        self.tell(RemoteChange::Failed { store, message })
    }

    async fn appeared(&mut self, talk: &mut Talk, validity: u32, uid: u32, mark: &Mark) -> Result<(), Cause> {
        if mark.size > LARGEST {
            return self.skipped(&format!("is larger than {} MiB", LARGEST >> 20));
        }
        match self.text(talk, validity, uid, mark, None).await? {
            Some(bytes) => self.tell(RemoteChange::Appeared {
                message: self.raw(validity, uid, mark.draft, bytes),
            }),
            None => Ok(()),
        }
    }

    fn place(&self, validity: u32) -> Place {
        Place::new(&self.store, &self.folder.name, validity)
    }

    fn raw(&self, validity: u32, uid: u32, draft_flag: bool, bytes: Vec<u8>) -> RawMessage {
        RawMessage {
            key: self.place(validity).of(uid),
            store: self.store.clone(),
            folder: self.folder.name.clone(),
            role: self.folder.role,
            draft_flag,
            loose: false,
            bytes,
        }
    }

    /// Nobody listening any more ends the conversation.
    fn tell(&self, change: RemoteChange) -> Result<(), Cause> {
        self.out.send(change).map_err(|_| Cause::Lost)
    }
}
