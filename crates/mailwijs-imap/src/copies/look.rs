//! One look at a whole mailbox.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use mailwijs_store::{FolderRole, Keyed, Looked, MessageKey, Sighting, Sought};

use super::folder::Indexed;
use super::refusals::Refusals;
use super::{closed, unread};
use crate::fetch::{message, open, tally_of_changes};
use crate::folders::list_all;
use crate::place::uid_of;
use crate::sync::Mark;
use crate::wire::Talk;
use crate::{Cause, Place, RemoteFolder};

/// A message that is moved while the folders are read one after the other may be missed in both: another look tells.
const TRIES: usize = 3;

/// What is known of a mailbox; survives the connection.
pub(super) struct Looker {
    store: PathBuf,
    keyed: Arc<dyn Keyed>,
    /// By the folder's spelled name.
    folders: HashMap<String, Indexed>,
    /// How each folder is spelled, by its place.
    spelled: HashMap<PathBuf, String>,
    refusals: Refusals,
    /// The mails that were sought at the last look, and where each was seen.
    before: HashMap<u64, BTreeSet<MessageKey>>,
}

impl Looker {
    pub fn new(store: PathBuf, keyed: Arc<dyn Keyed>) -> Self {
        Self {
            store,
            keyed,
            folders: HashMap::new(),
            spelled: HashMap::new(),
            refusals: Refusals::default(),
            before: HashMap::new(),
        }
    }

    /// The server cannot be reached.
    pub fn nothing(&self, cause: &Cause) -> Looked {
        Looked {
            sightings: Vec::new(),
            unread: vec![unread(&self.store, cause)],
        }
    }

    /// Looks into every folder; why the connection was lost and what was seen until then.
    pub async fn look(&mut self, talk: &mut Talk, sought: &[Sought]) -> Result<Looked, (Cause, Looked)> {
        let mut trouble = HashMap::new();
        match self.look_often(talk, sought, &mut trouble).await {
            Ok(folders) => {
                let looked = self.looked(&folders, sought, &trouble);
                self.spelled = folders
                    .iter()
                    .filter_map(|folder| self.place_of(folder))
                    .collect();
                self.remember(sought, &looked);
                Ok(looked)
            }
            Err((cause, folders)) => {
                let mut looked = self.looked(&folders, sought, &trouble);
                looked.unread.insert(0, unread(&self.store, &cause));
                Err((cause, looked))
            }
        }
    }

    /// Looks again where something came meanwhile, when a message that was seen before may have gone there.
    async fn look_often(
        &mut self,
        talk: &mut Talk,
        sought: &[Sought],
        trouble: &mut HashMap<String, Cause>,
    ) -> Result<Vec<RemoteFolder>, (Cause, Vec<RemoteFolder>)> {
        let mut folders = all_folders(talk).await.map_err(|cause| (cause, Vec::new()))?;
        let mut stale = folders.clone();
        // Of those that were not reached before the connection was lost, what was known is no news.
        let mut reached: Vec<RemoteFolder> = Vec::new();
        for _ in 0..TRIES {
            for folder in stale {
                let indexed = self.folders.entry(folder.spelled.clone()).or_default();
                let refreshed = indexed.refresh(talk, &folder.spelled, sought, &*self.keyed).await;
                reached.retain(|other| other.spelled != folder.spelled);
                self.refusals.note(&folder.spelled, &refreshed, Instant::now());
                match refreshed {
                    Ok(()) => {
                        trouble.remove(&folder.spelled);
                    }
                    Err(cause) if goes_on(&cause) => {
                        trouble.insert(folder.spelled.clone(), cause);
                    }
                    Err(cause) => return Err((cause, reached)),
                }
                reached.push(folder);
            }
            if self.is_all_there(&folders, sought, trouble) {
                stale = Vec::new();
                break;
            }
            match self.with_news(talk, trouble).await {
                Ok((all, changed)) => (folders, stale) = (all, changed),
                Err(cause) => return Err((cause, reached)),
            }
            if stale.is_empty() {
                break;
            }
        }
        for folder in stale {
            let restless = Cause::Nonsense("messages that come and go all the time");
            trouble.entry(folder.spelled).or_insert(restless);
        }
        self.folders
            .retain(|name, _| folders.iter().any(|folder| folder.spelled == *name));
        Ok(folders)
    }

    /// All folders there are now, and those that something came to since they were read, or that were not read.
    async fn with_news(
        &self,
        talk: &mut Talk,
        trouble: &HashMap<String, Cause>,
    ) -> Result<(Vec<RemoteFolder>, Vec<RemoteFolder>), Cause> {
        let folders = all_folders(talk).await?;
        let mut changed = Vec::new();
        for folder in &folders {
            if trouble.contains_key(&folder.spelled) || self.has_news(talk, folder).await? {
                changed.push(folder.clone());
            }
        }
        Ok((folders, changed))
    }

    async fn has_news(&self, talk: &mut Talk, folder: &RemoteFolder) -> Result<bool, Cause> {
        match tally_of_changes(talk, &folder.spelled).await {
            Ok(now) => Ok(self
                .folders
                .get(&folder.spelled)
                .is_none_or(|known| known.has_news(now))),
            Err(cause) if goes_on(&cause) => Ok(true),
            Err(cause) => Err(cause),
        }
    }

    /// Whether every message that was seen before is where it was; of mails that were not sought before that is not known.
    fn is_all_there(
        &self,
        folders: &[RemoteFolder],
        sought: &[Sought],
        trouble: &HashMap<String, Cause>,
    ) -> bool {
        let looked = self.looked(folders, sought, trouble);
        trouble.is_empty()
            && sought.iter().all(|mail| {
                let seen = looked.sightings.iter().filter(|seen| seen.of == mail.id);
                let seen: BTreeSet<&MessageKey> = seen.map(|seen| &seen.key).collect();
                let before = self.before.get(&mail.id);
                before.is_some_and(|before| before.iter().all(|key| seen.contains(key)))
            })
    }

    fn place_of(&self, folder: &RemoteFolder) -> Option<(PathBuf, String)> {
        let known = self.folders.get(&folder.spelled)?;
        let place = Place::new(&self.store, &folder.name, known.validity);
        Some((place.folder().to_owned(), folder.spelled.clone()))
    }

    /// The message at this place, unchanged and as unread as it was; `None` when it is not there any more.
    pub async fn read(&self, talk: &mut Talk, key: &MessageKey) -> Result<Option<Vec<u8>>, Cause> {
        let folder = key.path.parent().and_then(|folder| self.spelled.get(folder));
        let (Some(spelled), Some(uid)) = (folder, uid_of(key)) else {
            return Ok(None);
        };
        let opened = open(talk, spelled).await?;
        let known = self.folders.get(spelled);
        if known.is_none_or(|known| known.validity != opened.uid_validity) {
            return Ok(None);
        }
        message(talk, uid, &Mark::default(), None).await
    }

    fn remember(&mut self, sought: &[Sought], looked: &Looked) {
        self.before = sought.iter().map(|mail| (mail.id, BTreeSet::new())).collect();
        for seen in &looked.sightings {
            self.before.entry(seen.of).or_default().insert(seen.key.clone());
        }
    }

    fn looked(
        &self,
        folders: &[RemoteFolder],
        sought: &[Sought],
        trouble: &HashMap<String, Cause>,
    ) -> Looked {
        let mut looked = Looked::default();
        for folder in folders {
            let Some(known) = self.folders.get(&folder.spelled) else {
                continue;
            };
            let place = Place::new(&self.store, &folder.name, known.validity);
            if let Some(cause) = trouble.get(&folder.spelled) {
                let is_closed = self.refusals.is_closed(&folder.spelled, cause, Instant::now());
                looked.unread.push(if is_closed {
                    closed(place.folder())
                } else {
                    unread(place.folder(), cause)
                });
                continue;
            }
            for (uid, read, live) in known.candidates() {
                let sighting = |sought: &Sought| {
                    Some(Sighting {
                        of: sought.id,
                        key: place.of(uid),
                        store: self.store.clone(),
                        folder: folder.name.clone(),
                        role: folder.role,
                        kin: read.kin(sought)?,
                        live,
                        message_id: read.message_id.clone(),
                        subject: read.subject.clone(),
                        date: read.date(),
                    })
                };
                looked.sightings.extend(sought.iter().filter_map(sighting));
            }
        }
        looked.sightings.sort();
        looked
    }
}

/// Every folder that holds messages, each once.
async fn all_folders(talk: &mut Talk) -> Result<Vec<RemoteFolder>, Cause> {
    let (mut folders, is_whole) = list_all(talk).await?;
    if !is_whole || !folders.iter().any(|folder| folder.role == FolderRole::Inbox) {
        return Err(Cause::Nonsense("a list of folders with something left out"));
    }
    let mut names = BTreeSet::new();
    folders.retain(|folder| names.insert(folder.spelled.clone()));
    Ok(folders)
}

/// Whether the conversation can go on with another folder.
fn goes_on(cause: &Cause) -> bool {
    matches!(cause, Cause::Denied(..)) || matches!(cause, Cause::Nonsense(what) if !BROKEN.contains(what))
}

/// After these the answers that follow are not to be made sense of.
const BROKEN: [&str; 2] = ["no IMAP", "more than was asked for"];
