//! A mailbox on a server beside the files of a mail client that keeps copies of it.

use std::fs;
use std::path::PathBuf;

use crossbeam_channel::Sender;
use mailwijs_store::{FolderRole, MessageKey, RawMessage, RemoteChange, StoreChange, open};
use tempfile::TempDir;

use crate::folder::{Watched, deliver, draft, maildir};

const STORE: &str = "imap://an@mail.example:993/";

fn place(number: u32) -> MessageKey {
    MessageKey {
        path: format!("{STORE}Concepten;UIDVALIDITY=7/;UID={number}").into(),
        offset: None,
    }
}

fn on_server(number: u32, text: &str) -> RawMessage {
    RawMessage {
        key: place(number),
        store: STORE.into(),
        folder: "Concepten".to_owned(),
        role: FolderRole::Drafts,
        draft_flag: true,
        loose: false,
        bytes: text.as_bytes().to_vec(),
    }
}

/// A Maildir with drafts that is watched, and a server that is ready.
fn both() -> (TempDir, PathBuf, Watched, Sender<RemoteChange>) {
    let home = TempDir::new().unwrap();
    let drafts = maildir(home.path(), "Drafts");
    let watched = Watched::start(home.path());
    let remote = watched.remote();
    remote.send(RemoteChange::Ready { store: STORE.into() }).unwrap();
    assert_eq!(watched.ready(), [home.path().to_owned(), STORE.into()]);
    (home, drafts, watched, remote)
}

#[test]
fn a_draft_in_both_is_told_once_and_discarded_once() {
    let (_home, drafts, watched, remote) = both();
    let server = |number, text: &str| {
        let message = on_server(number, text);
        remote.send(RemoteChange::Appeared { message }).unwrap();
    };
    let gone = |number| {
        let place = place(number);
        remote.send(RemoteChange::Vanished { place }).unwrap();
    };
    let first = draft("a", "Uitstap", "Beste ouders");
    // The client's copy has lines of its own kind.
    let file = deliver(&drafts, "1.x", &first.replace("\r\n", "\n"));
    let (key, _) = watched.saved();
    server(1, &first);
    watched.nothing();
    let second = draft("b", "Uitstap", "Beste ouders, morgen");
    server(2, &second);
    gone(1);
    assert_eq!(watched.saved().0, key);
    let file2 = deliver(&drafts, "2.x", &second);
    fs::remove_file(file).unwrap();
    watched.nothing();
    fs::remove_file(file2).unwrap();
    watched.nothing();
    gone(2);
    assert_eq!(watched.discarded(), key);
    watched.nothing();
}

#[test]
fn stores_of_files_change_without_it() {
    let (home, drafts, watched, remote) = both();
    let both = draft("a", "Uitstap", "Beste ouders");
    deliver(&drafts, "1.x", &both);
    let (here, _) = watched.saved();
    for (number, text) in [(1, both), (2, draft("b", "Zorg", "Dag Griet, Lotte komt."))] {
        let message = on_server(number, &text);
        remote.send(RemoteChange::Appeared { message }).unwrap();
    }
    let (there, _) = watched.saved();
    watched.set_stores(Vec::new());
    assert_eq!(watched.ready(), [PathBuf::from(STORE)]);
    watched.nothing();
    watched.set_stores(open(home.path()).unwrap());
    assert_eq!(watched.ready(), [home.path().to_owned(), STORE.into()]);
    remote.send(RemoteChange::Left { store: STORE.into() }).unwrap();
    assert_eq!(watched.ready(), [home.path().to_owned()]);
    // The other one stands in the Maildir as well.
    assert_eq!(watched.discarded(), there);
    watched.nothing();
    fs::remove_file(drafts.join("cur/1.x")).unwrap();
    assert_eq!(watched.discarded(), here);
}

#[test]
fn mail_that_is_moved_from_the_server_into_a_folder_here_is_no_news() {
    let home = TempDir::new().unwrap();
    let inbox = maildir(home.path(), "Inbox");
    let watched = Watched::start(home.path());
    let remote = watched.remote();
    let mail = format!(
        "Received: from x by y\r\n{}",
        draft("m", "Afwezig", "Lotte is ziek.")
    );
    let mut message = on_server(1, &mail);
    (message.role, message.draft_flag) = (FolderRole::Inbox, false);
    remote.send(RemoteChange::Appeared { message }).unwrap();
    assert!(matches!(watched.next(), StoreChange::Received { .. }));
    deliver(&inbox, "1.x", &mail);
    watched.nothing();
}
