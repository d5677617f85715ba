//! Where listed mails stand now, looked for on threads of their own that give way to everybody else.
//!
//! Nothing is proved here (that takes a case): a mail that is gone, or in the trash, leaves the list, and one that was listed
//! before a restart gets its words back.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};
use mailwijs_history::Hasher;
use mailwijs_imap::RemoteCopyFinder;
use mailwijs_store::{
    CopyFinder, FolderRole, Kin, Looked, MailStore, ReadCause, ReadError, Sighting, Sought,
};

use super::Words;
use crate::cases::ByHistory;
use crate::desktop::event::AppEvent;
use crate::mailbox::OpenMailbox;
use crate::scan::give_way;

/// A look is followed by a rest this many times as long, …
const BREATH: u32 = 4;
/// … but not longer than this.
const REST: Duration = Duration::from_secs(2);
/// Of so many mails the words are read in one look.
pub(super) const READ_AT_ONCE: usize = 200;

/// What is to be looked for.
pub(super) struct Ask {
    /// For files.
    pub stores: Vec<MailStore>,
    pub sought: Vec<Sought>,
    /// Mails whose words are not known.
    pub wordless: BTreeSet<u64>,
    pub hasher: Hasher,
}

/// What was seen.
pub struct FoundSeen {
    /// The mailbox on a server that was looked into; `None` for files.
    pub(super) server: Option<PathBuf>,
    pub(super) asked: BTreeSet<u64>,
    pub(super) looked: Looked,
    pub(super) words: BTreeMap<u64, Words>,
    pub(super) hasher: Hasher,
}

/// A thread that looks; it ends once nobody asks any more.
pub(super) struct FoundLooker {
    asks: Sender<Ask>,
    pub looking: bool,
    pub again: bool,
}

/// Looks for the sought, and reads one of them.
trait Eye {
    fn look(&mut self, ask: &Ask) -> Looked;
    fn read(&mut self, ask: &Ask, seen: &Sighting) -> Option<Vec<u8>>;
}

impl Eye for CopyFinder {
    fn look(&mut self, ask: &Ask) -> Looked {
        Self::look(self, &ask.stores, &ask.sought)
    }

    fn read(&mut self, ask: &Ask, seen: &Sighting) -> Option<Vec<u8>> {
        let store = ask.stores.iter().find(|store| store.root == seen.store)?;
        Some(store.message_at(&seen.key).ok()??.bytes)
    }
}

impl Eye for RemoteCopyFinder {
    fn look(&mut self, ask: &Ask) -> Looked {
        Self::look(self, &ask.sought)
    }

    fn read(&mut self, _: &Ask, seen: &Sighting) -> Option<Vec<u8>> {
        Self::read(self, &seen.key)
    }
}

impl FoundLooker {
    pub fn files(events: Sender<AppEvent>) -> Self {
        Self::start(None, events, |hasher| {
            Some(CopyFinder::by_ids(Arc::new(ByHistory(hasher))))
        })
    }

    pub fn server(open: &OpenMailbox, events: Sender<AppEvent>) -> Self {
        let url = PathBuf::from(open.mailbox.url());
        let open = open.clone();
        Self::start(Some(url), events, move |hasher| {
            let OpenMailbox {
                mailbox,
                credential,
                trust,
            } = open.clone();
            let keyed = Arc::new(ByHistory(hasher));
            RemoteCopyFinder::new(mailbox.account, credential, &trust, keyed).ok()
        })
    }

    fn start<E: Eye + 'static>(
        server: Option<PathBuf>,
        events: Sender<AppEvent>,
        with: impl Fn(Hasher) -> Option<E> + Send + 'static,
    ) -> Self {
        let (asks, asked) = unbounded();
        thread::spawn(move || {
            give_way();
            look_when_asked(server.as_ref(), &asked, &events, with);
        });
        Self {
            asks,
            looking: false,
            again: false,
        }
    }

    pub fn ask(&mut self, ask: Ask) {
        self.again = self.looking;
        if !self.looking {
            self.looking = true;
            // The thread ends only with this.
            let _ = self.asks.send(ask);
        }
    }
}

fn look_when_asked<E: Eye>(
    server: Option<&PathBuf>,
    asked: &Receiver<Ask>,
    events: &Sender<AppEvent>,
    with: impl Fn(Hasher) -> Option<E>,
) {
    let mut known: Option<(Hasher, E)> = None;
    for ask in asked {
        let began = Instant::now();
        let found = catch_unwind(AssertUnwindSafe(|| {
            if known.as_ref().is_none_or(|(hasher, _)| *hasher != ask.hasher) {
                known = with(ask.hasher.clone()).map(|eye| (ask.hasher.clone(), eye));
            }
            let (_, eye) = known.as_mut()?;
            Some(look(eye, &ask))
        }));
        let (looked, words) = match found {
            Ok(Some(found)) => found,
            Ok(None) => return,
            Err(_) => {
                // What it had learned may be half of something; what it did not see may stand there still.
                known = None;
                (stumbled(server), BTreeMap::new())
            }
        };
        let seen = FoundSeen {
            server: server.cloned(),
            asked: ask.sought.iter().map(|sought| sought.id).collect(),
            looked,
            words,
            hasher: ask.hasher,
        };
        if events.send(AppEvent::FoundSeen(Box::new(seen))).is_err() {
            return;
        }
        thread::sleep((began.elapsed() * BREATH).min(REST));
    }
}

/// What stands where, and the words of some of those whose words are not known.
fn look(eye: &mut impl Eye, ask: &Ask) -> (Looked, BTreeMap<u64, Words>) {
    let looked = eye.look(ask);
    let mut words = BTreeMap::new();
    for seen in looked.sightings.iter().filter(|seen| stands(seen)) {
        if words.len() == READ_AT_ONCE {
            break;
        }
        if ask.wordless.contains(&seen.of)
            && !words.contains_key(&seen.of)
            && let Some(bytes) = eye.read(ask, seen)
        {
            words.insert(seen.of, Words::of(&mailwijs_mail::parse(&bytes)));
        }
    }
    (looked, words)
}

fn stumbled(server: Option<&PathBuf>) -> Looked {
    Looked {
        sightings: Vec::new(),
        unread: vec![ReadError {
            path: server.cloned().unwrap_or_default(),
            offset: None,
            cause: ReadCause::Stumbled,
        }],
    }
}

/// It is the mail itself, and in a folder where it can be read.
pub(super) fn stands(seen: &Sighting) -> bool {
    seen.kin == Kin::Same && seen.live && !matches!(seen.role, FolderRole::Trash | FolderRole::Junk)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Panics the first time.
    struct Sabotaged {
        nth: u32,
    }

    impl Eye for Sabotaged {
        fn look(&mut self, _: &Ask) -> Looked {
            assert!(self.nth > 1, "sabotage of the test");
            Looked::default()
        }

        fn read(&mut self, _: &Ask, _: &Sighting) -> Option<Vec<u8>> {
            None
        }
    }

    #[test]
    fn after_a_look_that_panics_the_next_begins_anew() {
        let (asks, asked) = unbounded();
        let (events, seen) = unbounded();
        thread::spawn(move || {
            let nth = std::cell::Cell::new(0);
            look_when_asked(None, &asked, &events, |_| {
                nth.set(nth.get() + 1);
                Some(Sabotaged { nth: nth.get() })
            });
        });
        let look = || {
            let ask = Ask {
                stores: Vec::new(),
                sought: Vec::new(),
                wordless: BTreeSet::new(),
                hasher: Hasher::default(),
            };
            asks.send(ask).unwrap();
            match seen.recv() {
                Ok(AppEvent::FoundSeen(seen)) => seen.looked.unread.len(),
                _ => panic!("the thread has ended"),
            }
        };
        assert_eq!(look(), 1, "what was not seen may stand there still");
        assert_eq!(look(), 0);
    }
}
