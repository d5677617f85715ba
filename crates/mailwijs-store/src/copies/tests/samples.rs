//! Stores that real mail clients wrote.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{CopyFinder, Kin, Looked, Plain, Sought};
use crate::{MailStore, open};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/mailstores")
        .join(name)
}

/// The first mail with such a subject in a sample.
fn sought(name: &str, subject: &str) -> Sought {
    let stores = open(&sample(name)).unwrap();
    let mut messages = stores.iter().flat_map(MailStore::messages).map(Result::unwrap);
    let mail = messages.find_map(|message| {
        let mail = mailwijs_mail::parse(&message.bytes);
        mail.subject.contains(subject).then_some(mail)
    });
    Sought::of(1, &mail.unwrap(), &Plain)
}

fn look(name: &str, sought: &Sought) -> Looked {
    let stores = open(&sample(name)).unwrap();
    CopyFinder::new(Arc::new(Plain)).look(&stores, std::slice::from_ref(sought))
}

fn same(looked: &Looked) -> Vec<(&str, bool)> {
    assert_eq!(looked.unread, []);
    let same = looked
        .sightings
        .iter()
        .filter(|sighting| sighting.kin == Kin::Same);
    same.map(|sighting| (sighting.folder.as_str(), sighting.live))
        .collect()
}

#[test]
fn a_mail_of_thunderbird_on_its_way_out_of_a_pop_account() {
    let mail = sought("thunderbird-pop-mbox-1-received", "Gemotiveerd verslag");
    for (name, expected) in [
        ("thunderbird-pop-mbox-1-received", vec![("Inbox", true)]),
        (
            "thunderbird-pop-mbox-2-deleted-to-trash",
            vec![("Inbox", false), ("Trash", true)],
        ),
        ("thunderbird-pop-mbox-3-trash-emptied", vec![("Inbox", false)]),
        ("thunderbird-pop-mbox-4-compacted", vec![]),
    ] {
        assert_eq!(same(&look(name, &mail)), expected, "{name}");
    }
}

#[test]
fn a_mail_of_thunderbird_on_its_way_out_of_an_imap_account() {
    let mail = sought("thunderbird-imap-2-deleted-not-compacted", "Gemotiveerd verslag");
    for (name, expected) in [
        (
            "thunderbird-imap-2-deleted-not-compacted",
            vec![("INBOX", false), ("Prullenbak", true)],
        ),
        ("thunderbird-imap-3-trash-emptied", vec![("INBOX", false)]),
    ] {
        assert_eq!(same(&look(name, &mail)), expected, "{name}");
    }
    // The same mail came in over POP too, with other headers before it and other line ends.
    let looked = look("thunderbird-pop-mbox-1-received", &mail);
    assert_eq!(same(&looked), [("Inbox", true)]);
}

#[test]
fn the_same_mail_is_the_same_by_its_text_alone() {
    let mut mail = sought("thunderbird-imap-2-deleted-not-compacted", "Gemotiveerd verslag");
    (mail.message_id, mail.subject) = (None, None);
    mail.conversation.clear();
    let looked = look("thunderbird-pop-mbox-2-deleted-to-trash", &mail);
    assert_eq!(same(&looked), [("Inbox", false), ("Trash", true)]);
}

#[test]
fn what_an_old_compaction_left_behind_holds_bytes() {
    let mail = sought("thunderbird-pop-mbox-1-received", "Gemotiveerd verslag");
    let looked = look("thunderbird-compaction-cut-short", &mail);
    assert!(
        same(&looked).iter().all(|(_, live)| !live) && !looked.sightings.is_empty(),
        "{looked:?}"
    );
}

#[test]
fn deleted_copies_of_other_clients() {
    for (name, file) in [
        ("evolution-local-two-saves", "DST"),
        ("mbsync-maildir", "T"),
        ("offlineimap-maildir", "T"),
    ] {
        let path = flagged(&sample(name), file).unwrap_or_else(|| panic!("{name}"));
        let mail = mailwijs_mail::parse(&fs::read(&path).unwrap());
        let looked = look(name, &Sought::of(1, &mail, &Plain));
        let ghosts = looked.sightings.iter().filter(|sighting| !sighting.live);
        let places: Vec<&Path> = ghosts.map(|sighting| sighting.key.path.as_path()).collect();
        assert_eq!(places, [path], "{name}");
    }
}

/// A file with such flags below a directory.
fn flagged(directory: &Path, flags: &str) -> Option<PathBuf> {
    let paths: Vec<PathBuf> = fs::read_dir(directory)
        .ok()?
        .map(|entry| entry.unwrap().path())
        .collect();
    let is_flagged = |path: &&PathBuf| {
        path.to_str()
            .is_some_and(|path| path.contains(";2,") && path.ends_with(flags))
    };
    let found = paths.iter().find(is_flagged).cloned();
    found.or_else(|| paths.iter().find_map(|path| flagged(path, flags)))
}
