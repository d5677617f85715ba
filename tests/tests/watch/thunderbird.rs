//! What Thunderbird does to its folders.

use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::thread::sleep;
use std::time::Duration;

use mailwijs_store::StoreChange;
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

/// Thunderbird's index of a folder, with the places of the messages that it lists: offsets, or names of files.
fn index<Place: Display>(places: &[Place]) -> String {
    let rows: Vec<String> = places
        .iter()
        .enumerate()
        .map(|(row, place)| format!("[{:X}(^BE={place})]", row + 1))
        .collect();
    let rows = rows.join(" ");
    format!(
        "// <!-- <mdb:mork:z v=\"1.4\"/> -->\n\
         < <(a=c)> (80=ns:msg:db:row:scope:msgs:all)(96=ns:msg:db:table:kind:msgs)(BE=storeToken)>\n\
         {{1:^80 {{(k^96:c)(s=9)}} {rows} }}\n"
    )
}

/// A save is listed as pending, then under its number on the server, and in between for a moment not at all.
#[test]
fn an_index_that_leaves_a_draft_out_for_a_moment() {
    let home = TempDir::new().unwrap();
    let account = home.path().join("ImapMail/imap.sintjan.example");
    fs::create_dir_all(&account).unwrap();
    let (drafts, msf) = (account.join("Drafts"), account.join("Drafts.msf"));
    let first = append(&drafts, &draft("a", "Uitstap", "Beste ouders"));
    fs::write(&msf, index(&[first])).unwrap();
    let watched = Watched::start(home.path());
    let second = append(&drafts, &draft("b", "Zorg", "Dag Griet"));
    let (key, _) = watched.saved();
    for listed in [&[first, second][..], &[first], &[first, second]] {
        fs::write(&msf, index(listed)).unwrap();
        sleep(Duration::from_millis(200));
    }
    watched.nothing();
    fs::write(&msf, index(&[first])).unwrap();
    assert_eq!(watched.discarded(), key);
}

/// The index is there before the mail, and lists it after.
#[test]
fn the_first_mail_of_a_folder_on_a_server() {
    let home = TempDir::new().unwrap();
    let account = home.path().join("ImapMail/imap.sintjan.example");
    fs::create_dir_all(&account).unwrap();
    append(&account.join("Sent"), &draft("x", "Dag", "Dag"));
    for folder in ["INBOX", "Drafts"] {
        fs::write(account.join(folder).with_extension("msf"), index::<u64>(&[])).unwrap();
    }
    let watched = Watched::start(home.path());
    let make = |folder: &str, id: &str| {
        let written = home.path().join(".written");
        append(&written, &draft(id, "Vraag", "Dag juf"));
        fs::rename(written, account.join(folder)).unwrap();
    };
    make("INBOX", "a");
    match watched.next() {
        StoreChange::Received { message } => assert!(message.folder.ends_with("INBOX")),
        other => panic!("not received: {other:?}"),
    }
    make("Drafts", "b");
    let (key, _) = watched.saved();
    for folder in ["INBOX", "Drafts"] {
        fs::write(account.join(folder).with_extension("msf"), index(&[0])).unwrap();
    }
    watched.nothing();
    fs::write(account.join("Drafts.msf"), index::<u64>(&[])).unwrap();
    assert_eq!(watched.discarded(), key);
}

/// Of the very first draft in a folder Thunderbird writes two files, and forgets the first of them for good.
#[test]
fn a_file_that_the_index_of_a_maildir_does_not_list_is_a_ghost() {
    let home = TempDir::new().unwrap();
    let account = home.path().join("ImapMail/imap.sintjan.example");
    let drafts = maildir(&account, "Drafts");
    let msf = account.join("Drafts.msf");
    fs::write(&msf, index::<u64>(&[])).unwrap();
    let watched = Watched::start(home.path());
    let text = draft("a", "Uitstap", "Beste ouders");
    deliver(&drafts, "1795403648.M923859P1Q1.vm.eml", &text);
    let (key, _) = watched.saved();
    let second = "1795403648.M983473P1Q2.vm.eml";
    let copy = deliver(&drafts, second, &format!("X-Mozilla-Status: 0001\r\n{text}"));
    fs::write(&msf, index(&[second])).unwrap();
    watched.nothing();
    // Edited, and deleted.
    let third = "1795403655.M99156P1Q3.vm.eml";
    let edited = deliver(
        &drafts,
        third,
        &draft("b", "Uitstap", "Beste ouders, tot vrijdag."),
    );
    fs::write(&msf, index(&[third])).unwrap();
    fs::remove_file(copy).unwrap();
    assert_eq!(watched.saved().0, key);
    watched.nothing();
    fs::remove_file(edited).unwrap();
    fs::write(&msf, index::<u64>(&[])).unwrap();
    assert_eq!(watched.discarded(), key);
    watched.nothing();
}
