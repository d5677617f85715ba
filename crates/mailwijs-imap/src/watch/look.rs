//! One folder, looked at again and again: what is new or gone is told.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crossbeam_channel::Sender;
use mailwijs_store::{FolderRole, RawMessage, RemoteChange};

use super::age::is_fresh;
use crate::fetch::{LARGEST, headers, marks, message, open};
use crate::sync::{Difference, Known, Mark, Opened};
use crate::wire::Talk;
use crate::{Cause, Place, RemoteFolder};

/// Of a draft that was there before, as many bytes tell whether it is met again.
const STOOD: u32 = 256 << 10;

/// As many drafts that were there before are read, the newest.
const STOOD_DRAFTS: usize = 300;

/// As many UIDs back, messages in the inbox and in Sent are known again when they are moved about.
const STOOD_OTHERS: u32 = 300;

/// A message that could not be had so often is done without, so that the others are told.
const FAILURES: u32 = 2;

/// What was saved so shortly before the first look was saved just now.
const JUST_NOW: Duration = Duration::from_mins(1);

/// A folder and what is known of it; survives the connection.
pub(super) struct Looker {
    store: PathBuf,
    folder: RemoteFolder,
    known: Option<Known>,
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

    fn holds_drafts(&self) -> bool {
        matches!(self.folder.role, FolderRole::Drafts | FolderRole::Outbox)
    }

    /// Opens the folder on a new connection and tells what happened since the last one.
    pub async fn begin(&mut self, talk: &mut Talk) -> Result<(), Cause> {
        let opened = open(talk, &self.folder.spelled).await?;
        match self.known.take() {
            Some(known) if known.uid_validity == opened.uid_validity => {
                self.known = Some(known);
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

    /// Looks at a folder whose numbers are new. What stood in it `before` under other numbers is no news.
    async fn first(&mut self, talk: &mut Talk, opened: Opened, before: Option<Known>) -> Result<(), Cause> {
        let mut known = Known {
            uid_validity: opened.uid_validity,
            next: opened.uid_next.max(1),
            modseq: opened.modseq,
            ..Known::default()
        };
        let result = if self.holds_drafts() {
            self.first_drafts(talk, &mut known, before.is_some()).await
        } else {
            self.first_others(talk, &mut known, opened).await
        };
        if let Err(cause) = result {
            self.known = before;
            return Err(cause);
        }
        if let Some(before) = before {
            let place = self.place(before.uid_validity);
            for uid in before.live {
                self.tell(RemoteChange::Vanished { place: place.of(uid) })?;
            }
        }
        self.known = Some(known);
        Ok(())
    }

    async fn first_drafts(&mut self, talk: &mut Talk, known: &mut Known, again: bool) -> Result<(), Cause> {
        let difference = known.compare(&marks(talk, 1, None).await?, false);
        let old = difference.appeared.len().saturating_sub(STOOD_DRAFTS);
        for (uid, mark) in difference.appeared.iter().skip(old) {
            if again || is_fresh(&mark.date, JUST_NOW) {
                self.appeared(talk, known.uid_validity, *uid, mark).await?;
            } else if let Some(bytes) = self
                .text(talk, known.uid_validity, *uid, mark, Some(STOOD))
                .await?
            {
                let message = self.raw(known.uid_validity, *uid, mark.draft, bytes);
                self.tell(RemoteChange::Stood { message })?;
            }
        }
        Ok(())
    }

    async fn first_others(&self, talk: &mut Talk, known: &mut Known, opened: Opened) -> Result<(), Cause> {
        if opened.exists == 0 {
            return Ok(());
        }
        let from = known.next.saturating_sub(STOOD_OTHERS).max(1);
        // What comes in from now on is news. There is always room for what is there, so that a lower number is a lie.
        let news = if opened.uid_next > opened.exists {
            opened.uid_next
        } else {
            u32::MAX
        };
        let mut stood = headers(talk, from).await?;
        stood.retain(|(uid, _)| *uid < news);
        for (uid, bytes) in stood {
            known.next = known.next.max(uid.saturating_add(1));
            let message = self.raw(known.uid_validity, uid, false, bytes);
            self.tell(RemoteChange::Stood { message })?;
        }
        Ok(())
    }

    /// Looks again; whether there was news.
    pub async fn look(&mut self, talk: &mut Talk) -> Result<bool, Cause> {
        let Some(mut known) = self.known.take() else {
            return Ok(false);
        };
        let looked = self.compare(talk, &mut known).await;
        self.known = Some(known);
        let (validity, difference) = looked?;
        for (at, (uid, mark)) in difference.appeared.iter().enumerate() {
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

    async fn compare(&self, talk: &mut Talk, known: &mut Known) -> Result<(u32, Difference), Cause> {
        let difference = if self.holds_drafts() {
            let since = known.modseq.filter(|_| talk.can.qresync);
            match marks(talk, 1, since).await {
                // It knows the word and does not do it.
                Err(Cause::Denied(_)) if since.is_some() => {
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
        if matches!(text, Err(Cause::Denied(_) | Cause::Nonsense(_))) {
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
