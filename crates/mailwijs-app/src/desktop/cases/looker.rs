//! Looks for copies in the mail stores, on a thread of its own: the state never waits for a disk.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Sender, unbounded};
use jiff::Timestamp;
use mailwijs_history::Hasher;
use mailwijs_store::{CopyFinder, Keyed, KeyedHash, Kin, Looked, MailStore, RawMessage, Sighting, Sought};

use crate::desktop::event::AppEvent;

/// What is to be looked for, and where.
pub struct Ask {
    pub stores: Vec<MailStore>,
    pub sought: Vec<Sought>,
    /// Cases of which the mail itself is wanted, to be shown.
    pub wanted: Vec<u64>,
    pub hasher: Hasher,
}

/// What was seen.
pub struct Seen {
    /// When the look began.
    pub at: Timestamp,
    pub looked: Looked,
    /// The mails that were wanted, as they stand in a store.
    pub mails: Vec<(u64, RawMessage)>,
}

/// The thread; it ends once nobody asks any more.
pub struct Looker(Sender<Ask>);

impl Looker {
    /// Tells `events` what was seen.
    pub fn start(events: Sender<AppEvent>) -> Self {
        let (asks, asked) = unbounded::<Ask>();
        thread::spawn(move || {
            let mut finder: Option<(Hasher, CopyFinder)> = None;
            for ask in &asked {
                // Only the newest wish counts: it looks at everything.
                let ask = asked.try_iter().last().unwrap_or(ask);
                if finder.as_ref().is_none_or(|(hasher, _)| *hasher != ask.hasher) {
                    let keyed = Arc::new(ByHistory(ask.hasher.clone()));
                    finder = Some((ask.hasher.clone(), CopyFinder::new(keyed)));
                }
                let Some((_, finder)) = &mut finder else { continue };
                if events
                    .send(AppEvent::Looked(Box::new(look(finder, &ask))))
                    .is_err()
                {
                    break;
                }
            }
        });
        Self(asks)
    }

    /// Has everything looked at.
    pub fn ask(&self, ask: Ask) {
        // The thread ends only with the app.
        let _ = self.0.send(ask);
    }
}

fn look(finder: &mut CopyFinder, ask: &Ask) -> Seen {
    let at = Timestamp::now();
    let looked = finder.look(&ask.stores, &ask.sought);
    let mails = ask
        .wanted
        .iter()
        .filter_map(|id| Some((*id, mail_of(*id, &looked.sightings, ask)?)));
    Seen {
        at,
        mails: mails.collect(),
        looked,
    }
}

/// The mail itself, from the first place where it can be read.
fn mail_of(id: u64, sightings: &[Sighting], ask: &Ask) -> Option<RawMessage> {
    let mut places: Vec<&Sighting> = sightings
        .iter()
        .filter(|seen| seen.of == id && seen.kin == Kin::Same && seen.live)
        .collect();
    places.sort_by_key(|seen| seen.role);
    places
        .into_iter()
        .find_map(|seen| read(&ask.stores, &seen.store, seen))
}

fn read(stores: &[MailStore], root: &PathBuf, seen: &Sighting) -> Option<RawMessage> {
    let store = stores.iter().find(|store| store.root == *root)?;
    store.message_at(&seen.key).ok()?
}

/// The keyed hashes of the history.
pub struct ByHistory(pub Hasher);

impl Keyed for ByHistory {
    fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
        self.0.hash(kind, words).0
    }
}
