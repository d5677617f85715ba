//! Two drafts to the same people with the same text, and one draft whose subject is edited.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use crate::folder::{Watched, append, deliver, draft, expunge, maildir};

const TEXT: &str = "Beste ouders, zie bijlage.";

#[test]
fn two_drafts_that_differ_in_their_subject_stay_two() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    append(&drafts, &draft("oud", "Van vroeger", "Dag"));
    let watched = Watched::start(home.path());

    let first = append(&drafts, &draft("a", "Uitstap 3A", TEXT));
    let (one, _) = watched.saved();
    let second = append(&drafts, &draft("b", "Uitstap 3B", TEXT));
    let (two, _) = watched.saved();
    assert_ne!(one, two);
    // Longer than a client needs to take an old copy away.
    sleep(Duration::from_secs(6));

    expunge(&drafts, first);
    assert_eq!(watched.discarded(), one);
    expunge(&drafts, second);
    assert_eq!(watched.discarded(), two);
}

#[test]
fn a_draft_whose_subject_is_edited_in_thunderbird_is_one() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    append(&drafts, &draft("oud", "Van vroeger", "Dag"));
    let watched = Watched::start(home.path());

    let first = append(&drafts, &draft("a", "Uitstap", TEXT));
    let (key, _) = watched.saved();
    let second = append(&drafts, &draft("b", "Uitstap 3A", TEXT));
    sleep(Duration::from_millis(30));
    expunge(&drafts, first);
    let (saved, subject) = watched.saved();
    assert_eq!(subject, "Uitstap 3A");
    // A slow machine sees both at once, and then needs no second key.
    if saved != key {
        assert_eq!(watched.merged(), (saved, key));
    }
    watched.nothing();

    let third = append(&drafts, &draft("c", "Uitstap 3A", "Beste ouders, zie bijlagen."));
    sleep(Duration::from_millis(30));
    expunge(&drafts, second);
    assert_eq!(watched.saved().0, key);
    expunge(&drafts, third);
    assert_eq!(watched.discarded(), key);
}

#[test]
fn a_draft_whose_subject_is_edited_in_a_maildir_is_one() {
    let home = TempDir::new().unwrap();
    let drafts = maildir(home.path(), "Drafts");
    let watched = Watched::start(home.path());
    let first = deliver(&drafts, "1.a", &draft("a", "Uitstap", TEXT));
    let (key, _) = watched.saved();
    let second = deliver(&drafts, "2.b", &draft("b", "Uitstap 3A", TEXT));
    let (saved, _) = watched.saved();
    assert_ne!(saved, key);
    fs::remove_file(first).unwrap();
    assert_eq!(watched.merged(), (saved, key));
    watched.nothing();
    fs::remove_file(second).unwrap();
    assert_eq!(watched.discarded(), key);
}
