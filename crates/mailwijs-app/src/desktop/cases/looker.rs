//! Looks for copies, on threads of their own: the state never waits for a disk or a server.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Sender, unbounded};
use jiff::Timestamp;
use mailwijs_history::Hasher;
use mailwijs_imap::RemoteCopyFinder;
use mailwijs_store::{
    CopyFinder, Keyed, Kin, Looked, MailStore, MessageKey, ReadCause, ReadError, Sighting, Sought,
};

use super::looking::{Found, look_when_asked};
use crate::cases::ByHistory;
use crate::desktop::event::AppEvent;
use crate::mailbox::OpenMailbox;

/// Where is looked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Eye {
    /// In every store on this computer.
    Files,
    /// In the mailbox on a server with this URL.
    Server(PathBuf),
}

/// What is to be looked for.
pub struct Ask {
    /// The stores, for [`Eye::Files`].
    pub stores: Vec<MailStore>,
    pub sought: Vec<Sought>,
    /// Cases of which the mail itself is wanted, to be shown.
    pub wanted: Vec<u64>,
    pub hasher: Hasher,
}

/// What was seen.
pub struct Seen {
    pub eye: Eye,
    pub last: Last,
    /// What the sought mails were hashed with.
    pub hasher: Hasher,
    /// The mails that were wanted, RFC 5322.
    pub mails: Vec<(u64, Vec<u8>)>,
}

/// A look, and the cases it was for: of any other case it tells nothing.
pub struct Last {
    pub looked: Looked,
    pub sought: BTreeSet<u64>,
}

impl Last {
    /// Looking went wrong, in a way that nobody foresaw.
    pub fn stumbled(&self) -> bool {
        let unread = &self.looked.unread;
        unread.iter().any(|error| error.cause == ReadCause::Stumbled)
    }
}

/// A thread that looks; it ends once nobody asks any more.
pub struct Looker {
    asks: Sender<Ask>,
    /// A look was asked for and has not come back.
    pub looking: bool,
    /// Something changed since it was asked for.
    pub again: bool,
    /// What was seen last; `None` before the first look.
    pub last: Option<Last>,
    /// When the last look went wrong, if it did.
    pub stumbled: Option<Timestamp>,
}

impl Looker {
    /// Looks in files, and tells `events` what was seen.
    pub fn files(events: Sender<AppEvent>) -> Self {
        Self::start(Eye::Files, events, |hasher| {
            let mut finder = CopyFinder::new(keyed(hasher));
            Some(move |ask: &Ask| {
                let looked = finder.look(&ask.stores, &ask.sought);
                let mails = mails(ask, &looked, |seen| {
                    let store = ask.stores.iter().find(|store| store.root == seen.store)?;
                    Some(store.message_at(&seen.key).ok()??.bytes)
                });
                (looked, mails)
            })
        })
    }

    /// Looks in a mailbox on a server, and tells `events` what was seen.
    pub fn server(open: OpenMailbox, events: Sender<AppEvent>) -> Self {
        let url = PathBuf::from(open.mailbox.url());
        Self::start(Eye::Server(url), events, move |hasher| {
            let OpenMailbox {
                mailbox,
                credential,
                trust,
            } = open.clone();
            let finder = RemoteCopyFinder::new(mailbox.account, credential, &trust, keyed(hasher));
            let mut finder = finder.ok()?;
            Some(move |ask: &Ask| {
                let looked = finder.look(&ask.sought);
                let mails = mails(ask, &looked, |seen| finder.read(&seen.key));
                (looked, mails)
            })
        })
    }

    fn start<L>(
        eye: Eye,
        events: Sender<AppEvent>,
        with: impl Fn(Hasher) -> Option<L> + Send + 'static,
    ) -> Self
    where
        L: FnMut(&Ask) -> Found + Send,
    {
        let (asks, asked) = unbounded();
        thread::spawn(move || look_when_asked(&eye, &asked, &events, with));
        Self::asking(asks)
    }

    fn asking(asks: Sender<Ask>) -> Self {
        Self {
            asks,
            looking: false,
            again: false,
            last: None,
            stumbled: None,
        }
    }

    /// Nobody looks but the test.
    #[cfg(test)]
    pub fn deaf() -> Self {
        Self::asking(unbounded().0)
    }

    /// What was seen of this case; nothing is known before its mail was looked for.
    pub fn seen_of(&self, id: u64, eye: &Eye) -> Looked {
        let Some(last) = self.last.as_ref().filter(|last| last.sought.contains(&id)) else {
            return unread(eye, ReadCause::Unfinished);
        };
        let of_case = last.looked.sightings.iter().filter(|sighting| sighting.of == id);
        Looked {
            sightings: of_case.cloned().collect(),
            unread: last.looked.unread.clone(),
        }
    }

    /// Has everything looked at; while it is, once more afterwards.
    pub fn ask(&mut self, ask: Ask) {
        self.again = self.looking;
        if !self.looking {
            self.looking = true;
            self.stumbled = None;
            // The thread ends only with the app.
            let _ = self.asks.send(ask);
        }
    }
}

/// The mails that are wanted, each from the first place where it can be read.
fn mails(
    ask: &Ask,
    looked: &Looked,
    mut read: impl FnMut(&Sighting) -> Option<Vec<u8>>,
) -> Vec<(u64, Vec<u8>)> {
    let mut found = Vec::new();
    for id in &ask.wanted {
        let is_it = |seen: &&Sighting| seen.of == *id && seen.kin == Kin::Same && seen.live;
        let mut places: Vec<&Sighting> = looked.sightings.iter().filter(is_it).collect();
        places.sort_by_key(|seen| seen.role);
        found.extend(places.into_iter().find_map(&mut read).map(|mail| (*id, mail)));
    }
    found
}

/// Nothing was seen, and nothing counts as gone.
pub fn unread(eye: &Eye, cause: ReadCause) -> Looked {
    let path = match eye {
        Eye::Files => PathBuf::new(),
        Eye::Server(url) => url.clone(),
    };
    Looked {
        sightings: Vec::new(),
        unread: vec![ReadError {
            path,
            offset: None,
            cause,
        }],
    }
}

/// A place on a server.
pub fn is_remote(key: &MessageKey) -> bool {
    key.path.starts_with("imap:")
}

fn keyed(hasher: Hasher) -> Arc<dyn Keyed> {
    Arc::new(ByHistory(hasher))
}
