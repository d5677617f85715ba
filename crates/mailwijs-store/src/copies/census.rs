//! Where received mail stands, and what has left since.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Keyed;
use super::files_known;
use super::inboxes::Inboxes;
use super::index::Index;
use super::marks::{Mark, Reader};
use crate::{Folder, MailStore, ReadCause, StoreFormat};

/// Mail programs move mail in two steps; so long after the first it must be gone to be told.
const SETTLED: Duration = Duration::from_millis(400);

/// What is being written is looked at again so much later.
const UNFINISHED: Duration = Duration::from_secs(1);

/// A copy of a mail is no longer in its folder, or nothing of it is left in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// Its `Message-ID`, without angle brackets.
    pub message_id: Option<String>,
    /// The name of the folder it left.
    pub folder: String,
    /// The names of the folders that still show it.
    pub left_in: Vec<String>,
    /// Whether its bytes are still in a file of any folder.
    pub bytes_left: bool,
}

/// Follows received mail: the newest that stands in inboxes and folders without a role, and what comes in.
pub struct Census {
    reader: Reader,
    index: Index,
    inboxes: Inboxes,
    followed: HashMap<Mark, Followed>,
    /// The folders that copies were seen in.
    places: Vec<(PathBuf, StoreFormat, String)>,
}

/// A folder by its place in [`Census::places`], and what the copy is known by there.
type Copy = (usize, u64);

struct Followed {
    message_id: Option<Box<str>>,
    /// As it was told last.
    live: Vec<Copy>,
    ghosts: Vec<Copy>,
    /// Since when there is less than was told.
    since: Option<Instant>,
}

impl Census {
    /// Follows nothing yet.
    pub fn new(keyed: Arc<dyn Keyed>) -> Self {
        let inboxes = Inboxes::default();
        Self {
            reader: Reader {
                keyed,
                ids_only: true,
                heard: Some(inboxes.listener()),
            },
            index: Index::default(),
            inboxes,
            followed: HashMap::new(),
            places: Vec::new(),
        }
    }

    /// Follows a mail that came in, wherever it stands.
    pub fn follow(&mut self, message_id: &str) {
        let mark = self.reader.id(message_id);
        self.followed
            .entry(mark)
            .or_insert_with(|| Followed::new(Some(message_id.into())));
    }

    /// Looks at the stores; gives what has left since it was last told, and when it must be asked again if there may be more.
    ///
    /// The first time every header is read, at any other time those that are new.
    pub fn take(&mut self, stores: &[MailStore], now: Instant) -> (Vec<Departure>, Option<Duration>) {
        self.index.refresh(stores, &mut self.reader);
        for (mark, message_id) in self.inboxes.take() {
            self.followed
                .entry(mark)
                .or_insert_with(|| Followed::new(message_id));
        }
        let mut seen = self.seen();
        let blocked = self.blocked();
        let (mut told, mut again) = (Vec::new(), None);
        let places = &self.places;
        self.followed.retain(|mark, followed| {
            let (live, ghosts) = seen.remove(mark).unwrap_or_default();
            match followed.compare(live, ghosts, &blocked, now) {
                Compared::Same => {}
                Compared::Wait(wait) => again = Some(again.map_or(wait, |least: Duration| least.min(wait))),
                Compared::Less { left, bytes_left } => told.extend(left.into_iter().map(|place| Departure {
                    message_id: followed.message_id.as_deref().map(str::to_owned),
                    folder: name(places, place),
                    left_in: followed.names(places),
                    bytes_left,
                })),
            }
            !(followed.live.is_empty() && followed.ghosts.is_empty() && followed.since.is_none())
        });
        // Nothing need stir any more once it is finished.
        if self
            .index
            .unread
            .iter()
            .any(|error| error.cause == ReadCause::Unfinished)
        {
            again = Some(again.map_or(UNFINISHED, |least| least.min(UNFINISHED)));
        }
        (told, again)
    }

    /// The copies that are live, and those that are not, of each mail that is followed.
    fn seen(&mut self) -> HashMap<Mark, (Vec<Copy>, Vec<Copy>)> {
        let mut seen: HashMap<Mark, (Vec<Copy>, Vec<Copy>)> = HashMap::new();
        let (followed, places) = (&self.followed, &mut self.places);
        self.index.each_present(|known| {
            let hits = known.hits(|mark| followed.contains_key(&mark));
            if hits.is_empty() {
                return;
            }
            let Folder {
                path, format, name, ..
            } = &known.folder;
            let at = places
                .iter()
                .position(|(place, kept, _)| place == path && kept == format);
            let at = at.unwrap_or_else(|| {
                places.push((path.clone(), *format, name.clone()));
                places.len() - 1
            });
            for hit in hits {
                let (live, ghosts) = seen.entry(hit.mark).or_default();
                if hit.ghost { ghosts } else { live }.push((at, hit.name));
            }
        });
        seen
    }

    /// What could not be read: nothing of it counts as gone.
    fn blocked(&self) -> Blocked {
        let mut blocked = Blocked::default();
        for error in &self.index.unread {
            for (at, (path, format, _)) in self.places.iter().enumerate() {
                let whole = path.starts_with(&error.path) && error.offset.is_none();
                let within = error.path.starts_with(path);
                let part = within && error.path.is_dir();
                if whole || part || (within && error.cause == ReadCause::Unfinished) {
                    blocked.places.insert(at);
                } else if within {
                    blocked
                        .copies
                        .insert((at, files_known::name(*format, &error.path)));
                }
            }
        }
        blocked
    }
}

#[derive(Default)]
struct Blocked {
    places: BTreeSet<usize>,
    copies: BTreeSet<Copy>,
}

enum Compared {
    Same,
    /// There is less, but perhaps only for a moment.
    Wait(Duration),
    /// Copies left these folders, or the last bytes these files.
    Less {
        left: Vec<usize>,
        bytes_left: bool,
    },
}

impl Followed {
    fn new(message_id: Option<Box<str>>) -> Self {
        Self {
            message_id,
            live: Vec::new(),
            ghosts: Vec::new(),
            since: None,
        }
    }

    /// Takes in what is there now.
    fn compare(
        &mut self,
        mut live: Vec<Copy>,
        mut ghosts: Vec<Copy>,
        blocked: &Blocked,
        now: Instant,
    ) -> Compared {
        let stays = |copy: &&Copy| blocked.places.contains(&copy.0) || blocked.copies.contains(copy);
        let is_new = |copies: &[Copy], at: usize| copies.iter().all(|(place, _)| *place != at);
        live.extend(
            self.live
                .iter()
                .filter(stays)
                .filter(|copy| is_new(&live, copy.0))
                .copied()
                .collect::<Vec<_>>(),
        );
        ghosts.extend(
            self.ghosts
                .iter()
                .filter(stays)
                .filter(|copy| is_new(&ghosts, copy.0))
                .copied()
                .collect::<Vec<_>>(),
        );
        let mut left = gone(&self.live, &live);
        let bytes_left = !(live.is_empty() && ghosts.is_empty());
        if left.is_empty() && !bytes_left {
            left = gone(&self.ghosts, &ghosts).into_iter().take(1).collect();
        }
        if left.is_empty() {
            (self.live, self.ghosts, self.since) = (live, ghosts, None);
            return Compared::Same;
        }
        let since = *self.since.get_or_insert(now);
        let waited = now.saturating_duration_since(since);
        if waited < SETTLED {
            return Compared::Wait(SETTLED.saturating_sub(waited));
        }
        (self.live, self.ghosts, self.since) = (live, ghosts, None);
        Compared::Less { left, bytes_left }
    }

    fn names(&self, places: &[(PathBuf, StoreFormat, String)]) -> Vec<String> {
        let names: BTreeSet<String> = self.live.iter().map(|(place, _)| name(places, *place)).collect();
        names.into_iter().collect()
    }
}

/// The folders in which there was a copy and is none.
fn gone(before: &[Copy], now: &[Copy]) -> Vec<usize> {
    let is_there = |at: &usize| now.iter().any(|(place, _)| place == at);
    let before: BTreeSet<usize> = before.iter().map(|(place, _)| *place).collect();
    before.into_iter().filter(|at| !is_there(at)).collect()
}

fn name(places: &[(PathBuf, StoreFormat, String)], at: usize) -> String {
    places
        .get(at)
        .map(|(_, _, name)| name.clone())
        .unwrap_or_default()
}
