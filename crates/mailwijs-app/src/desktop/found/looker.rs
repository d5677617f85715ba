//! Where listed mails stand now, looked for on threads of their own that give way to everybody else.
//!
//! Nothing is proved here (that takes a case): a mail that is gone, or in the trash, leaves the list, and one that was listed
//! before a restart gets its words back.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};
use mailwijs_history::Hasher;
use mailwijs_imap::RemoteCopyFinder;
use mailwijs_store::{
    CopyFinder, FolderRole, Kin, Looked, MailStore, ReadCause, ReadError, Sighting, Sought,
};

use super::{Place, Words};
use crate::cases::ByHistory;
use crate::desktop::event::AppEvent;
use crate::desktop::state::State;
use crate::mailbox::OpenMailbox;
use crate::scan::give_way;

/// A look is followed by a rest this many times as long, …
const BREATH: u32 = 4;
/// … but not longer than this.
const REST: Duration = Duration::from_secs(2);
/// Of so many mails the words are read in one look.
const READ_AT_ONCE: usize = 200;

/// What is to be looked for.
struct Ask {
    /// For files.
    stores: Vec<MailStore>,
    sought: Vec<Sought>,
    /// Mails whose words are not known.
    wordless: BTreeSet<u64>,
    hasher: Hasher,
}

/// What was seen.
pub struct FoundSeen {
    /// The mailbox on a server that was looked into; `None` for files.
    server: Option<PathBuf>,
    asked: BTreeSet<u64>,
    looked: Looked,
    words: BTreeMap<u64, Words>,
    hasher: Hasher,
}

/// A thread that looks; it ends once nobody asks any more.
pub(super) struct FoundLooker {
    asks: Sender<Ask>,
    looking: bool,
    again: bool,
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
    fn files(events: Sender<AppEvent>) -> Self {
        Self::start(None, events, |hasher| {
            Some(CopyFinder::by_ids(Arc::new(ByHistory(hasher))))
        })
    }

    fn server(open: &OpenMailbox, events: Sender<AppEvent>) -> Self {
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

    fn ask(&mut self, ask: Ask) {
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

/// The mail itself, and nothing that is akin to it or says the same.
fn itself(id: u32, sought: &Sought) -> Sought {
    let by_text = sought.message_id.is_none();
    Sought {
        id: id.into(),
        message_id: sought.message_id,
        content: sought.content.filter(|_| by_text),
        text: sought.text.filter(|_| by_text),
        ..Sought::default()
    }
}

/// A mail with neither a Message-ID nor much text cannot be told from others.
fn is_recognised(sought: &Sought) -> bool {
    sought.message_id.is_some() || (sought.content.is_some() && sought.text.is_some())
}

/// It is the mail itself, and in a folder where it can be read.
fn stands(seen: &Sighting) -> bool {
    seen.kin == Kin::Same && seen.live && !matches!(seen.role, FolderRole::Trash | FolderRole::Junk)
}

impl State {
    /// Looks where listed mails stand, in files and on servers.
    pub fn look_for_found(&mut self) {
        self.look_for_found_in_files();
        let servers: Vec<PathBuf> = self.mails_found.servers.keys().cloned().collect();
        for url in servers {
            self.look_for_found_on(&url);
        }
    }

    /// Something changed in a store on this computer.
    pub fn look_for_found_in_files(&mut self) {
        let stores = self.all_stores();
        let sources = stores.iter().map(|store| self.source(&store.root)).collect();
        let Some(ask) = self.ask_for_found(stores, &sources) else {
            // What was learnt of the stores takes memory.
            self.mails_found.files = None;
            return;
        };
        let events = self.events.clone();
        self.mails_found
            .files
            .get_or_insert_with(|| FoundLooker::files(events))
            .ask(ask);
    }

    /// Something changed in the mailbox on a server with this URL.
    pub fn look_for_found_on(&mut self, url: &Path) {
        let ask = self.ask_for_found(Vec::new(), &BTreeSet::from([self.source(url)]));
        if let Some(ask) = ask
            && let Some(looker) = self.mails_found.servers.get_mut(url)
        {
            looker.ask(ask);
        }
    }

    /// From now on listed mails are looked for in this mailbox too.
    pub fn look_for_found_in_mailbox(&mut self, open: &OpenMailbox) {
        let url = PathBuf::from(open.mailbox.url());
        let looker = FoundLooker::server(open, self.events.clone());
        self.mails_found.servers.insert(url.clone(), looker);
        self.look_for_found_on(&url);
    }

    /// A mailbox is no longer the teacher's to look into.
    pub fn look_for_found_no_more(&mut self, url: &str) {
        self.mails_found.servers.remove(&PathBuf::from(url));
        self.mails_found.changed();
    }

    fn ask_for_found(&self, stores: Vec<MailStore>, sources: &BTreeSet<u64>) -> Option<Ask> {
        let here = self
            .mails_found
            .all
            .iter()
            .filter(|(_, mail)| sources.contains(&mail.told.source) && is_recognised(&mail.sought));
        let sought: Vec<Sought> = here.clone().map(|(id, mail)| itself(*id, &mail.sought)).collect();
        let wordless = here.filter(|(_, mail)| mail.words.is_none());
        (!sought.is_empty()).then(|| Ask {
            stores,
            sought,
            wordless: wordless.map(|(id, _)| (*id).into()).collect(),
            hasher: self.memory.hasher(),
        })
    }

    /// One of those who look has come back.
    pub fn found_seen(&mut self, seen: FoundSeen) {
        let looker = match &seen.server {
            Some(url) => self.mails_found.servers.get_mut(url),
            None => self.mails_found.files.as_mut(),
        };
        let Some(looker) = looker else { return };
        looker.looking = false;
        let again = std::mem::take(&mut looker.again);
        let is_current = seen.hasher == self.memory.hasher();
        let more = seen.words.len() == READ_AT_ONCE;
        let server = seen.server.clone();
        if is_current {
            self.take_in_found(seen);
        }
        if again || more || !is_current {
            match server {
                Some(url) => self.look_for_found_on(&url),
                None => self.look_for_found_in_files(),
            }
        }
    }

    fn take_in_found(&mut self, seen: FoundSeen) {
        let mut places: BTreeMap<u64, Place> = BTreeMap::new();
        for sighting in seen.looked.sightings.iter().filter(|seen| stands(seen)) {
            places.entry(sighting.of).or_insert_with(|| Place {
                store: sighting.store.clone(),
                folder: sighting.folder.clone(),
                key: sighting.key.clone(),
            });
        }
        let mut words = seen.words;
        let (mut gone, mut changed) = (Vec::new(), false);
        for (id, mail) in &mut self.mails_found.all {
            let wide = u64::from(*id);
            if !seen.asked.contains(&wide) {
                continue;
            }
            match places.remove(&wide) {
                Some(place) => {
                    if mail.place.as_ref() != Some(&place) {
                        mail.place = Some(place);
                        changed = true;
                    }
                    if mail.words.is_none() {
                        mail.words = words.remove(&wide);
                        changed |= mail.words.is_some();
                    }
                }
                // What cannot be read may hold it still.
                None if seen.looked.unread.is_empty() => gone.push(*id),
                None => {}
            }
        }
        if changed {
            self.mails_found.changed();
        }
        for id in gone {
            self.found_is_handled(id);
        }
    }
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
