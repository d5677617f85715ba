//! What Thunderbird does to its folders.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::thread::sleep;
use std::time::Duration;

use mailwijs_tests::stores;
use tempfile::TempDir;

use crate::folder::{Watched, append, deliver, draft, expunge, maildir};

#[test]
fn thunderbird_appends_and_marks_the_old_copy() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    let before = append(&drafts, &draft("oud", "Van vroeger", "Dag"));
    let watched = Watched::start(home.path());

    let first = append(&drafts, &draft("a", "Uitstap", "Beste ouders"));
    let (key, subject) = watched.saved();
    assert_eq!(subject, "Uitstap");
    let second = append(&drafts, &draft("b", "Uitstap", "Beste ouders, we gaan naar zee."));
    sleep(Duration::from_millis(30));
    expunge(&drafts, first);
    assert_eq!(watched.saved().0, key);
    watched.nothing();

    expunge(&drafts, second);
    assert_eq!(watched.discarded(), key);
    expunge(&drafts, before);
    assert_ne!(watched.discarded(), key);
}

#[test]
fn compaction_changes_nothing() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    let ghost = append(&drafts, &draft("a", "Uitstap", "Beste ouders"));
    append(&drafts, &draft("b", "Uitstap", "Beste ouders, we gaan naar zee."));
    expunge(&drafts, ghost);
    let watched = Watched::start(home.path());

    let temporary = home.path().join(".compact-temp");
    fs::create_dir(&temporary).unwrap();
    append(
        &temporary.join("Drafts.compacting"),
        &draft("b", "Uitstap", "Beste ouders, we gaan naar zee."),
    );
    fs::rename(&drafts, temporary.join("Drafts.original")).unwrap();
    fs::rename(temporary.join("Drafts.compacting"), &drafts).unwrap();
    fs::remove_dir_all(&temporary).unwrap();
    watched.nothing();

    append(&drafts, &draft("c", "Zorg", "Dag Griet"));
    assert_eq!(watched.saved().1, "Zorg");
    watched.nothing();
    expunge(&drafts, 0);
    watched.discarded();
}

#[test]
fn a_maildir_that_thunderbird_makes_for_its_first_draft() {
    let home = TempDir::new().unwrap();
    let watched = Watched::start(home.path());
    let drafts = maildir(home.path(), "Concepten");
    let first = deliver(
        &drafts,
        "1795311447.M1P1Q4.vm.eml",
        &draft("a", "Uitstap", "Beste ouders"),
    );
    let (key, _) = watched.saved();
    deliver(
        &drafts,
        "1795311450.M7P1Q5.vm.eml",
        &draft("b", "Uitstap", "Beste ouders, we gaan naar zee."),
    );
    fs::remove_file(first).unwrap();
    assert_eq!(watched.saved().0, key);
    watched.nothing();
}

#[test]
fn watching_changes_no_store() {
    let copy = stores::copy("thunderbird-imap-1-draft-two-saves");
    let before = stores::bytes_below(copy.path());
    let watched = Watched::start(copy.path());
    let drafts = copy.path().join("ImapMail/imap.sintjan.example/Concepten");
    // An own save in an IMAP copy bears no status; the index comes later.
    let mut file = OpenOptions::new().append(true).open(&drafts).unwrap();
    let save = format!(
        "From - Sun Nov 22 01:10:31 2026\r\n{}\r\n",
        draft("n", "Nieuw", "Dag")
    );
    file.write_all(save.as_bytes()).unwrap();
    drop(file);
    let (key, subject) = watched.saved();
    assert_eq!(subject, "Nieuw");
    watched.nothing();
    // The index is rewritten without the older draft: that one is gone, the new one not.
    let index = copy.path().join("ImapMail/imap.sintjan.example/Concepten.msf");
    let listed = fs::read_to_string(&index).unwrap();
    File::create(&index).unwrap();
    sleep(Duration::from_millis(50));
    fs::write(&index, listed.replace("(9F=1875)", "(9F=2833)")).unwrap();
    assert_ne!(watched.discarded(), key);
    watched.nothing();
    drop(watched);
    fs::write(&index, listed).unwrap();
    OpenOptions::new()
        .write(true)
        .open(&drafts)
        .unwrap()
        .set_len(2833)
        .unwrap();
    assert_eq!(stores::bytes_below(copy.path()), before);
}
