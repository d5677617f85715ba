//! What is known of one folder, and how that is brought up to date.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use mailwijs_store::{Compared, Keyed, Sought};

use crate::Cause;
use crate::fetch::{Tally, kinship, message, open, search, tally_of_changes};
use crate::sync::Mark;
use crate::wire::{Talk, Which};

/// Headers of as many messages come over at once: a list never grows large.
const AT_ONCE: usize = 500;

/// The messages of a folder, known by short hashes.
#[derive(Debug, Default)]
pub(super) struct Indexed {
    /// The folder's numbers are those of this UIDVALIDITY.
    pub validity: u32,
    /// How it stood when all that follows was so; `None` when it is not known whether it is.
    tally: Option<Tally>,
    /// By UID.
    marks: BTreeMap<u32, Box<[u64]>>,
    /// Those that wait to be removed: their bytes are still there.
    deleted: BTreeSet<u32>,
    /// Messages that share a hash with a mail that is sought.
    candidates: HashMap<u32, Candidate>,
}

/// A message that was read, by its header or whole.
#[derive(Debug)]
struct Candidate {
    read: Compared,
    is_whole: bool,
}

impl Indexed {
    /// Whether something came to stand in the folder since it was read; what goes is no matter.
    pub fn has_news(&self, now: Tally) -> bool {
        self.tally
            .is_none_or(|then| (then.uid_validity, then.uid_next) != (now.uid_validity, now.uid_next))
    }

    /// Brings it up to date and reads what may be akin to the mails. On an error it is not known whether it is.
    pub async fn refresh(
        &mut self,
        talk: &mut Talk,
        folder: &str,
        sought: &[Sought],
        keyed: &dyn Keyed,
    ) -> Result<(), Cause> {
        let now = tally_of_changes(talk, folder).await?;
        let is_known = self.tally == Some(now) && (now.modseq.is_some() || self.candidates.is_empty());
        let mut is_open = false;
        if !is_known {
            self.tally = None;
            self.list(talk, folder, keyed).await?;
            is_open = true;
        }
        let wanted = wanted(sought, keyed);
        let hits: Vec<u32> = self
            .marks
            .iter()
            .filter(|(_, marks)| marks.iter().any(|mark| wanted.contains(mark)))
            .map(|(uid, _)| *uid)
            .collect();
        self.candidates.retain(|uid, _| hits.binary_search(uid).is_ok());
        for uid in hits {
            let is_read = self.candidates.get(&uid).is_some_and(|known| {
                known.is_whole || !sought.iter().any(|sought| known.read.may_be(sought))
            });
            if !is_read {
                if !is_open {
                    self.tally = None;
                    self.list(talk, folder, keyed).await?;
                    is_open = true;
                }
                self.read(talk, uid, sought, keyed).await?;
            }
        }
        self.tally = Some(now);
        Ok(())
    }

    /// Opens the folder and learns which messages there are.
    async fn list(&mut self, talk: &mut Talk, folder: &str, keyed: &dyn Keyed) -> Result<(), Cause> {
        let opened = open(talk, folder).await?;
        if opened.uid_validity != self.validity {
            *self = Self {
                validity: opened.uid_validity,
                ..Self::default()
            };
        }
        let mut there = BTreeSet::new();
        self.deleted.clear();
        if opened.exists > 0 {
            there = search(talk, Which::All).await?;
            self.deleted = search(talk, Which::Deleted).await?;
        }
        // What a server leaves out does not count as gone.
        if there.len() < opened.exists as usize {
            return Err(Cause::Nonsense("fewer messages than it counts"));
        }
        self.marks.retain(|uid, _| there.contains(uid));
        self.candidates.retain(|uid, _| there.contains(uid));
        let new: Vec<u32> = there
            .into_iter()
            .filter(|uid| !self.marks.contains_key(uid))
            .collect();
        for some in new.chunks(AT_ONCE) {
            let (Some(from), Some(to)) = (some.first(), some.last()) else {
                continue;
            };
            for (uid, header) in kinship(talk, *from, *to).await? {
                if some.binary_search(&uid).is_ok() {
                    self.marks
                        .insert(uid, Compared::read(&header, keyed).marks(keyed));
                }
            }
            if some.iter().any(|uid| !self.marks.contains_key(uid)) {
                return Err(Cause::Nonsense("fewer messages than it names"));
            }
        }
        Ok(())
    }

    /// Reads a message of the folder that is open: its header, and the rest where that does not tell.
    async fn read(
        &mut self,
        talk: &mut Talk,
        uid: u32,
        sought: &[Sought],
        keyed: &dyn Keyed,
    ) -> Result<(), Cause> {
        const GONE: Cause = Cause::Nonsense("a message that has gone meanwhile");
        let headers = kinship(talk, uid, uid).await?;
        let header = headers.into_iter().find(|(at, _)| *at == uid);
        let mut read = Compared::read(&header.ok_or(GONE)?.1, keyed);
        let is_whole = sought.iter().any(|sought| read.may_be(sought));
        if is_whole {
            let bytes = message(talk, uid, &Mark::default(), None).await?;
            read = Compared::read(&bytes.ok_or(GONE)?, keyed);
        }
        self.candidates.insert(uid, Candidate { read, is_whole });
        Ok(())
    }

    /// Messages that may be akin to a mail, by UID, and whether they are live.
    pub fn candidates(&self) -> impl Iterator<Item = (u32, &Compared, bool)> {
        self.candidates
            .iter()
            .map(|(uid, known)| (*uid, &known.read, !self.deleted.contains(uid)))
    }
}

fn wanted(sought: &[Sought], keyed: &dyn Keyed) -> BTreeSet<u64> {
    sought.iter().flat_map(|sought| sought.marks(keyed)).collect()
}
