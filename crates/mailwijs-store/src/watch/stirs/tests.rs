//! What is told of real folders.

use std::fs;
use std::path::Path;
use std::time::Instant;

use super::*;
use crate::{Watch, open};

#[test]
fn the_first_is_told_at_once_and_the_last_after_a_pause() {
    let listeners = Listeners::default();
    let told = listeners.add();
    let mut stirs = Stirs::new(listeners);
    let ms = Duration::from_millis;
    for at in [0, 10, 20, 150, 190] {
        stirs.stir(Path::new("/mail"));
        stirs.due(ms(1000 + at));
    }
    assert_eq!(told.try_iter().count(), 1);
    assert_eq!(stirs.next_due(), Some(ms(1200)));
    stirs.due(ms(1200));
    assert_eq!(told.try_iter().count(), 1);
    assert_eq!(stirs.next_due(), None);
    drop(told);
    stirs.stir(Path::new("/mail"));
    stirs.due(ms(2000));
    assert!(stirs.are_idle());
}

const MAIL: &str = "Subject: x\nFrom: an@x.example\n\nDag\n";
const MBOX: &str = "From - Sun Nov 22 01:10:31 2026\nX-Mozilla-Status: 0001\nSubject: x\n\nDag\n\n";

/// What a mail client does in a folder that was there before.
type Act = fn(&Path);

/// Paths and texts.
type Files = [(&'static str, &'static str)];

/// In folders whose mail is not followed, too.
const ACTS: [(&str, &Files, Act); 8] = [
    (
        "Maildir",
        &[("Trash/cur/1.x:2,S", MAIL), ("Trash/new/2.x", MAIL)],
        |root| {
            fs::rename(root.join("Trash/cur/1.x:2,S"), root.join("Trash/cur/1.x:2,ST")).unwrap();
        },
    ),
    (
        "Maildir",
        &[("Junk/cur/1.x:2,S", MAIL), ("Junk/new/2.x", MAIL)],
        |root| {
            fs::remove_file(root.join("Junk/cur/1.x:2,S")).unwrap();
        },
    ),
    ("mbox", &[("Trash", MBOX), ("Inbox", MBOX)], |root| {
        fs::remove_file(root.join("Trash")).unwrap();
    }),
    ("mbox, marked in place", &[("Archives.sbd/2026", MBOX)], |root| {
        fs::write(root.join("Archives.sbd/2026"), MBOX.replace("0001", "0009")).unwrap();
    }),
    (
        "index",
        &[("ImapMail/x/Trash", MBOX), ("ImapMail/x/Trash.msf", "<mork>")],
        |root| {
            fs::write(root.join("ImapMail/x/Trash.msf"), "").unwrap();
        },
    ),
    ("compaction", &[("Trash", MBOX)], |root| {
        fs::create_dir(root.join(".compact-temp")).unwrap();
    }),
    ("MH", &[("trash/1", MAIL), ("trash/.mh_sequences", "")], |root| {
        fs::rename(root.join("trash/1"), root.join("trash/,1")).unwrap();
    }),
    (
        "emlx",
        &[(
            "Deleted Messages.mbox/A/Data/Messages/1.emlx",
            "20\nSubject: x\n\nDag\n",
        )],
        |root| {
            fs::remove_dir_all(root.join("Deleted Messages.mbox/A/Data/Messages")).unwrap();
        },
    ),
];

#[test]
fn whatever_changes_in_any_folder_of_any_format_is_told() {
    for (name, files, act) in ACTS {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let (sender, changes) = unbounded();
        let stores = open(dir.path()).unwrap();
        let watch = Watch::start(stores.clone(), sender).unwrap();
        let stirs = watch.stirs();
        changes.recv_timeout(Duration::from_secs(20)).unwrap();
        // Looking is no change.
        for message in stores.iter().flat_map(crate::MailStore::messages) {
            message.unwrap();
        }
        assert_eq!(
            stirs.recv_timeout(Duration::from_millis(300)).ok(),
            None,
            "{name}"
        );
        let begun = Instant::now();
        act(dir.path());
        let told = stirs.recv_timeout(Duration::from_secs(20));
        assert_eq!(told.as_deref(), Ok(dir.path()), "{name}");
        assert!(
            begun.elapsed() < Duration::from_secs(2),
            "{name}: {:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn a_store_that_is_one_file_is_heard_too() {
    let dir = tempfile::tempdir().unwrap();
    let mbox = dir.path().join("Inbox");
    fs::write(&mbox, MBOX).unwrap();
    let (sender, changes) = unbounded();
    let watch = Watch::start(open(&mbox).unwrap(), sender).unwrap();
    let stirs = watch.stirs();
    changes.recv_timeout(Duration::from_secs(20)).unwrap();
    fs::write(dir.path().join("andere"), "x").unwrap();
    assert_eq!(stirs.recv_timeout(Duration::from_millis(300)).ok(), None);
    fs::rename(&mbox, dir.path().join("weg")).unwrap();
    assert_eq!(stirs.recv_timeout(Duration::from_secs(20)).as_ref(), Ok(&mbox));
}

#[test]
fn many_changes_are_told_a_few_times_and_the_last_is_heard() {
    let dir = tempfile::tempdir().unwrap();
    let trash = dir.path().join("Trash");
    for part in ["cur", "new", "tmp"] {
        fs::create_dir_all(trash.join(part)).unwrap();
    }
    let (sender, changes) = unbounded();
    let watch = Watch::start(open(dir.path()).unwrap(), sender).unwrap();
    let stirs = watch.stirs();
    changes.recv_timeout(Duration::from_secs(20)).unwrap();
    let begun = Instant::now();
    for number in 0..500 {
        fs::write(trash.join(format!("cur/{number}.x:2,S")), MAIL).unwrap();
    }
    let last = Instant::now();
    let mut told = Vec::new();
    while stirs.recv_timeout(Duration::from_millis(800)).is_ok() {
        told.push(Instant::now());
    }
    let most = 2 + (last - begun).as_millis() / 200 + 1;
    assert!(told.len() as u128 <= most, "{} times", told.len());
    assert!(
        told.last().is_some_and(|told| *told >= last),
        "the last change was not told"
    );
}
