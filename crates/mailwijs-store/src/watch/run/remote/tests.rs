//! A server that tells, and what follows.

use std::path::PathBuf;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

use crate::watch::mounts::Mounts;
use crate::{DraftKey, FolderRole, MessageKey, RawMessage, RemoteChange, StoreChange, Watch};

const STORE: &str = "imap://an@mail.example:993/";

struct Server {
    changes: Receiver<StoreChange>,
    remote: Sender<RemoteChange>,
    watch: Watch,
}

impl Server {
    fn start() -> Self {
        let (sender, changes) = unbounded();
        Self::of(Watch::start(Vec::new(), sender).unwrap(), changes)
    }

    fn of(watch: Watch, changes: Receiver<StoreChange>) -> Self {
        let server = Self {
            changes,
            remote: watch.remote(),
            watch,
        };
        assert_eq!(server.next(), StoreChange::Ready { stores: Vec::new() });
        server
    }

    fn tell(&self, change: RemoteChange) {
        self.remote.send(change).unwrap();
    }

    fn stood(&self, place: &str, role: FolderRole, text: &str) {
        let message = message(place, role, text);
        self.tell(RemoteChange::Stood { message });
    }

    fn appeared(&self, place: &str, role: FolderRole, text: &str) {
        let message = message(place, role, text);
        self.tell(RemoteChange::Appeared { message });
    }

    fn vanished(&self, place: &str) {
        self.tell(RemoteChange::Vanished { place: key(place) });
    }

    fn next(&self) -> StoreChange {
        self.changes.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    fn saved(&self) -> DraftKey {
        match self.next() {
            StoreChange::Saved { draft, .. } => draft,
            other => panic!("not saved: {other:?}"),
        }
    }

    /// Nothing follows from what was told so far: changes come in order.
    #[track_caller]
    fn nothing(&self) {
        let store = PathBuf::from(STORE);
        let message = "cut off".to_owned();
        let failed = StoreChange::Failed {
            store: store.clone(),
            message: message.clone(),
        };
        self.tell(RemoteChange::Failed { store, message });
        assert_eq!(self.next(), failed);
    }
}

fn key(place: &str) -> MessageKey {
    MessageKey {
        path: format!("{STORE}{place}").into(),
        offset: None,
    }
}

fn message(place: &str, role: FolderRole, text: &str) -> RawMessage {
    RawMessage {
        key: key(place),
        store: STORE.into(),
        folder: String::new(),
        role,
        draft_flag: false,
        loose: false,
        bytes: text.replace('\n', "\r\n").into_bytes(),
    }
}

fn mail(id: &str) -> String {
    format!("Message-ID: <{id}@x.example>\nFrom: jan@x.example\nTo: an@x.example\nSubject: {id}\n\nDag An\n")
}

#[test]
fn it_is_watched_from_ready_until_it_is_left() {
    let server = Server::start();
    let store = PathBuf::from(STORE);
    let ready = |stores| StoreChange::Ready { stores };
    server.tell(RemoteChange::Ready { store: store.clone() });
    assert_eq!(server.next(), ready(vec![store.clone()]));
    server.tell(RemoteChange::Ready { store: store.clone() });
    server.nothing();
    server.tell(RemoteChange::Left { store: store.clone() });
    assert_eq!(server.next(), ready(Vec::new()));
    server.tell(RemoteChange::Left { store });
    server.nothing();
    // Each time it cannot be reached.
    server.nothing();
}

#[test]
fn it_needs_no_watcher_of_files() {
    let (sender, changes) = unbounded();
    let (_, no_events) = unbounded();
    let watch = Watch::spawn(Vec::new(), sender, None, no_events, Mounts::default).unwrap();
    let server = Server::of(watch, changes);
    server.appeared("INBOX;UIDVALIDITY=1/;UID=1", FolderRole::Inbox, &mail("een"));
    assert!(matches!(server.next(), StoreChange::Received { .. }));
}

#[test]
fn who_looks_for_themselves_hear_that_anything_happened() {
    let server = Server::start();
    let stirs = server.watch.stirs();
    let store = PathBuf::from(STORE);
    server.tell(RemoteChange::Stirred { store: store.clone() });
    assert_eq!(stirs.recv_timeout(Duration::from_secs(20)), Ok(store));
    server.nothing();
}

#[test]
fn its_end_is_told_to_who_tells() {
    let Server { remote, watch, .. } = Server::start();
    drop(watch);
    let store = PathBuf::from(STORE);
    assert!(remote.send(RemoteChange::Ready { store }).is_err());
}

#[test]
fn what_appears_is_news_by_its_role() {
    let server = Server::start();
    for role in [
        FolderRole::Trash,
        FolderRole::Junk,
        FolderRole::Archive,
        FolderRole::Templates,
    ] {
        server.appeared("X;UIDVALIDITY=1/;UID=1", role, &mail("niets"));
        server.nothing();
    }
    server.appeared("INBOX;UIDVALIDITY=1/;UID=1", FolderRole::Inbox, &mail("een"));
    assert!(matches!(server.next(), StoreChange::Received { .. }));
    server.appeared("Zorg;UIDVALIDITY=1/;UID=1", FolderRole::Other, &mail("twee"));
    assert!(matches!(server.next(), StoreChange::Received { .. }));
    server.appeared("Sent;UIDVALIDITY=1/;UID=1", FolderRole::Sent, &mail("drie"));
    assert!(matches!(server.next(), StoreChange::Sent { draft: None, .. }));
    server.appeared("Drafts;UIDVALIDITY=1/;UID=1", FolderRole::Drafts, &mail("vier"));
    let key = server.saved();
    server.appeared("Outbox;UIDVALIDITY=1/;UID=1", FolderRole::Outbox, &mail("vijf"));
    assert_ne!(server.saved(), key);
    let mut flagged = message("Zorg;UIDVALIDITY=1/;UID=2", FolderRole::Other, &mail("zes"));
    flagged.draft_flag = true;
    server.tell(RemoteChange::Appeared { message: flagged });
    server.saved();
    server.nothing();
}

#[test]
fn mail_that_is_moved_or_was_there_all_along_is_no_news() {
    let server = Server::start();
    let old = |id| format!("Date: Thu, 1 Jan 2015 10:00:00 +0100\n{}", mail(id));
    server.stood("INBOX;UIDVALIDITY=1/;UID=1", FolderRole::Inbox, &mail("een"));
    server.stood("Trash;UIDVALIDITY=1/;UID=1", FolderRole::Trash, &mail("twee"));
    server.stood("Sent;UIDVALIDITY=1/;UID=1", FolderRole::Sent, &mail("drie"));
    server.appeared("Zorg;UIDVALIDITY=1/;UID=1", FolderRole::Other, &mail("een"));
    server.vanished("INBOX;UIDVALIDITY=1/;UID=1");
    server.appeared("INBOX;UIDVALIDITY=1/;UID=2", FolderRole::Inbox, &mail("twee"));
    server.appeared("Sent;UIDVALIDITY=2/;UID=1", FolderRole::Sent, &mail("drie"));
    for (place, role) in [
        ("INBOX", FolderRole::Inbox),
        ("Zorg", FolderRole::Other),
        ("Sent", FolderRole::Sent),
    ] {
        server.appeared(&format!("{place};UIDVALIDITY=2/;UID=9"), role, &old(place));
    }
    server.nothing();
    // Once it went through the archive it is still the same mail.
    server.appeared("Archief;UIDVALIDITY=1/;UID=1", FolderRole::Archive, &mail("een"));
    server.vanished("Zorg;UIDVALIDITY=1/;UID=1");
    server.appeared("Zorg;UIDVALIDITY=1/;UID=2", FolderRole::Other, &mail("een"));
    server.nothing();
}

#[test]
fn a_folder_that_is_renumbered_keeps_its_drafts() {
    let server = Server::start();
    let drafts = FolderRole::Drafts;
    server.stood("Drafts;UIDVALIDITY=7/;UID=3", drafts, &mail("oud"));
    server.appeared("Drafts;UIDVALIDITY=7/;UID=4", drafts, &mail("nieuw"));
    let key = server.saved();
    for (number, id) in ["oud", "nieuw"].iter().enumerate() {
        server.appeared(&format!("Drafts;UIDVALIDITY=9/;UID={number}"), drafts, &mail(id));
    }
    server.vanished("Drafts;UIDVALIDITY=7/;UID=3");
    server.vanished("Drafts;UIDVALIDITY=7/;UID=4");
    server.nothing();
    server.appeared("Sent;UIDVALIDITY=1/;UID=1", FolderRole::Sent, &mail("nieuw"));
    assert!(matches!(server.next(), StoreChange::Sent { draft, .. } if draft == Some(key)));
    server.vanished("Drafts;UIDVALIDITY=9/;UID=1");
    server.nothing();
}
