//! Mail that was there before watching began, and is moved about: nothing of it is news.

use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_store::{FolderRole, StoreChange};
use tempfile::TempDir;

use crate::folder::{Watched, append, deliver, draft, expunge, maildir};

/// A mail of today.
fn mail(id: &str) -> String {
    format!(
        "Received: from x by y\r\n{}",
        draft(id, "Afwezig", "Lotte is ziek.")
    )
}

fn without_id(text: &str) -> String {
    format!("Received: from x by y\r\nFrom: mama@x.example\r\nTo: an@x.example\r\n\r\n{text}\r\n")
}

#[track_caller]
fn received(watched: &Watched, folder: &str) {
    match watched.next() {
        StoreChange::Received { message } => assert_eq!(message.folder, folder),
        other => panic!("not received: {other:?}"),
    }
}

/// Moves as a program does that synchronises: under a name of the folder's own.
fn move_to(file: &Path, maildir: &Path, name: &str) -> PathBuf {
    let moved = maildir.join("cur").join(name);
    fs::rename(file, &moved).unwrap();
    moved
}

#[test]
fn in_a_maildir() {
    let home = TempDir::new().unwrap();
    let [inbox, zorg, sent, trash] =
        ["Inbox", "Zorg", "Sent", "Trash"].map(|name| maildir(home.path(), name));
    let one = deliver(&inbox, "1.a", &mail("een"));
    let two = deliver(&inbox, "2.b", &without_id("Lotte is ziek."));
    let own = deliver(&sent, "3.c", &draft("eigen", "Uitstap", "Dag"));
    let deleted = deliver(&trash, "4.d", &mail("weg"));
    let watched = Watched::start(home.path());
    let one = move_to(&one, &zorg, "11.x");
    move_to(&two, &zorg, "12.x");
    move_to(&own, &zorg, "13.x");
    move_to(&deleted, &inbox, "14.x");
    watched.nothing();
    move_to(&one, &inbox, "15.x");
    watched.nothing();
    deliver(&zorg, "16.x", &mail("nieuw"));
    received(&watched, "Zorg");
    deliver(&zorg, "17.x", &without_id("Lotte is weer beter."));
    received(&watched, "Zorg");
}

#[test]
fn in_the_folders_of_thunderbird() {
    let home = TempDir::new().unwrap();
    let place = |name: &str| home.path().join(name);
    let first = append(&place("Inbox"), &mail("een"));
    append(&place("Inbox"), &mail("twee"));
    append(&place("Archief"), &mail("oud"));
    append(&place("Zorg"), &mail("drie"));
    append(&place("Trash"), &without_id("Lotte is ziek."));
    let watched = Watched::start(home.path());
    append(&place("Zorg"), &mail("een"));
    expunge(&place("Inbox"), first);
    append(&place("Inbox"), &mail("oud"));
    append(&place("Inbox"), &without_id("Lotte is ziek."));
    watched.nothing();
    append(&place("Inbox"), &mail("nieuw"));
    received(&watched, "Inbox");
}

#[test]
fn in_the_folders_of_claws_mail() {
    let home = TempDir::new().unwrap();
    for folder in ["inbox", "zorg"] {
        fs::create_dir(home.path().join(folder)).unwrap();
        fs::write(home.path().join(folder).join(".mh_sequences"), "").unwrap();
    }
    fs::write(home.path().join("inbox/1"), mail("een")).unwrap();
    let watched = Watched::start(home.path());
    fs::rename(home.path().join("inbox/1"), home.path().join("zorg/7")).unwrap();
    watched.nothing();
}

#[test]
fn a_copy_to_oneself_still_comes_in() {
    let home = TempDir::new().unwrap();
    let (inbox, sent) = (maildir(home.path(), "Inbox"), maildir(home.path(), "Sent"));
    deliver(&sent, "1.a", &draft("eigen", "Uitstap", "Dag"));
    let watched = Watched::start(home.path());
    deliver(&inbox, "2.b", &mail("eigen"));
    received(&watched, "Inbox");
    deliver(&sent, "3.c", &draft("ander", "Zorg", "Dag"));
    match watched.next() {
        StoreChange::Sent { message, .. } => assert_eq!(message.role, FolderRole::Sent),
        other => panic!("not sent: {other:?}"),
    }
}
