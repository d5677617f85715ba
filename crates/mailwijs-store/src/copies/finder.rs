//! Looks for copies of mails.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::files_known::Hit;
use super::index::{Index, Known, Messages};
use super::judge::kin;
use super::marks::{Reader, wanted};
use super::mbox_known::MboxKnown;
use super::{Keyed, Looked, Sighting, Sought};
use crate::{MailStore, MessageKey, ReadCause, ReadError, StoreFormat, file, files};

/// A message that vanishes while it is read has been moved or deleted; where it is now, another look tells.
const TRIES: usize = 3;

/// Finds every copy of given mails. What it has learned of the stores makes the next look cheap.
pub struct CopyFinder {
    pub(in crate::copies) reader: Reader,
    index: Index,
    candidates: HashMap<MessageKey, Candidate>,
}

/// A message that bears a wanted mark, as it was read.
struct Candidate {
    version: u64,
    /// With every passage.
    mail: Sought,
    message_id: Option<String>,
    subject: String,
}

impl CopyFinder {
    /// Knows nothing yet. `keyed` is what the sought mails were hashed with.
    pub fn new(keyed: Arc<dyn Keyed>) -> Self {
        Self {
            reader: Reader {
                keyed,
                ids_only: false,
                heard: None,
            },
            index: Index::default(),
            candidates: HashMap::new(),
        }
    }

    /// Knows nothing yet, and will find the sought mails themselves alone, by their Message-ID (of one without, by its text): of other
    /// mail headers are read.
    pub fn by_ids(keyed: Arc<dyn Keyed>) -> Self {
        let mut finder = Self::new(keyed);
        finder.reader.ids_only = true;
        finder
    }

    /// Looks for the mails in every folder of these stores, also in folders that are new and in what mail clients left beside
    /// them.
    ///
    /// The first look reads everything. Those that follow read what has changed since; where nothing has, only directories
    /// are listed, and a mail that is sought from now on is found without reading the others again. A message that is moved
    /// meanwhile is not missed: where a store does not come to rest, its folders are told as unread.
    pub fn look(&mut self, stores: &[MailStore], sought: &[Sought]) -> Looked {
        let mut tries = 0;
        loop {
            self.index.refresh(stores, &mut self.reader);
            let (mut looked, missing) = self.compare(sought);
            tries += 1;
            if missing.is_empty() || tries == TRIES {
                looked.unread.extend(missing);
                looked.unread.extend(self.index.unread.iter().cloned());
                looked.sightings.sort();
                return looked;
            }
        }
    }

    /// The sightings, and what could not be read: it may have moved a moment ago.
    fn compare(&mut self, sought: &[Sought]) -> (Looked, Vec<ReadError>) {
        let marks: HashSet<_> = sought.iter().flat_map(wanted).collect();
        let mut looked = Looked::default();
        let mut missing = Vec::new();
        let mut before = std::mem::take(&mut self.candidates);
        let (keyed, candidates) = (&*self.reader.keyed, &mut self.candidates);
        self.index.each_present(|known| {
            let mut hits = known.hits(|mark| marks.contains(&mark));
            hits.sort_by_key(|hit| hit.name);
            hits.dedup_by_key(|hit| hit.name);
            for (hit, key) in places(known, hits) {
                let kept = before.remove(&key).filter(|kept| kept.version == hit.version);
                match kept.map_or_else(|| read(known, &key, hit.version, keyed), Ok) {
                    Ok(candidate) => {
                        let of = |sought| sighting(sought, &candidate, known, &key, hit.ghost);
                        looked.sightings.extend(sought.iter().filter_map(of));
                        candidates.insert(key, candidate);
                    }
                    Err(error) => missing.push(error),
                }
            }
        });
        (looked, missing)
    }
}

fn sighting(
    sought: &Sought,
    found: &Candidate,
    known: &Known,
    key: &MessageKey,
    ghost: bool,
) -> Option<Sighting> {
    Some(Sighting {
        of: sought.id,
        key: key.clone(),
        store: known.store.clone(),
        folder: known.folder.name.clone(),
        role: known.folder.role,
        kin: kin(sought, &found.mail)?,
        live: !ghost,
        message_id: found.message_id.clone(),
        subject: found.subject.clone(),
        date: found.mail.date,
    })
}

/// Where messages of a folder stand.
fn places(known: &mut Known, hits: Vec<Hit>) -> Vec<(Hit, MessageKey)> {
    let path = known.folder.path.clone();
    match &mut known.messages {
        Messages::Mbox(_) => {
            let key = |hit: &Hit| MessageKey {
                path: path.clone(),
                offset: Some(hit.name),
            };
            hits.into_iter()
                .map(|hit| (key(&hit), hit))
                .map(|(key, hit)| (hit, key))
                .collect()
        }
        Messages::Files(files) => {
            let names = hits.iter().map(|hit| hit.name).collect();
            let paths = files.find(&known.folder, &names);
            let key = |hit: Hit| {
                let path: PathBuf = paths.get(&hit.name)?.clone();
                Some((hit, MessageKey { path, offset: None }))
            };
            hits.into_iter().filter_map(key).collect()
        }
    }
}

fn read(known: &Known, key: &MessageKey, version: u64, keyed: &dyn Keyed) -> Result<Candidate, ReadError> {
    let bytes = match (known.folder.format, key.offset) {
        (StoreFormat::Mbox, Some(offset)) => MboxKnown::message(&key.path, offset)?,
        (format, _) => {
            files::interpret_any(format, &key.path, file::read(&key.path)?)?.map(|found| found.bytes)
        }
    };
    let bytes = bytes.ok_or(ReadError::new(&key.path, key.offset, ReadCause::Unfinished))?;
    let mail = mailwijs_mail::parse(&bytes);
    Ok(Candidate {
        version,
        mail: Sought::with_every_passage(0, &mail, keyed),
        message_id: mail.message_id,
        subject: mail.subject,
    })
}
