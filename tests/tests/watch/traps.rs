//! Traps of watching (`tests/mailstores/traps.tsv`) that no other test names.

use std::fs::{self, OpenOptions};
use std::io::Write;

use mailwijs_store::{FolderRole, StoreChange};
use tempfile::TempDir;

use crate::folder::{Watched, append, deliver, draft, expunge, maildir, subject};

#[test]
fn ghosts_of_weeks_ago_are_no_news_at_the_start() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    for number in 0..5 {
        let ghost = append(&drafts, &draft(&format!("g{number}"), "Zorg", "Over Lotte"));
        expunge(&drafts, ghost);
    }
    append(&drafts, &draft("l", "Zorg", "Over Lotte, morgen verder."));
    let watched = Watched::start(home.path());
    watched.nothing();
    // Nor do they come back with the next save.
    append(&drafts, &draft("n", "Uitstap", "Beste ouders"));
    assert_eq!(watched.saved().1, "Uitstap");
    watched.nothing();
}

#[test]
fn an_own_save_that_comes_in_again_is_one_draft() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("ImapMail/imap.x.example");
    fs::create_dir_all(&folder).unwrap();
    let drafts = folder.join("Concepten");
    fs::write(&drafts, "").unwrap();
    fs::write(folder.join("Concepten.msf"), "").unwrap();
    let watched = Watched::start(home.path());
    let text = draft("a", "Uitstap", "Beste ouders");
    let mut file = OpenOptions::new().append(true).open(&drafts).unwrap();
    write!(file, "From - Sun Nov 22 01:10:31 2026\r\n{text}\r\n").unwrap();
    drop(file);
    assert_eq!(watched.saved().1, "Uitstap");
    append(&drafts, &text);
    watched.nothing();
}

#[test]
fn a_draft_saved_on_a_telephone_is_checked_too() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Concepten");
    append(&drafts, &draft("a", "Hier geschreven", "Dag"));
    let watched = Watched::start(home.path());
    // Synchronised mail: short line ends, a status of its own, the identity of another profile, a trail of servers.
    let mail = draft("t", "Op de bus geschreven", "Lotte blijft zitten.").replace("\r\n", "\n");
    let mut file = OpenOptions::new().append(true).open(&drafts).unwrap();
    write!(
        file,
        "From - Sun Nov 22 01:10:31 2026\nX-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\nX-Identity-Key: id9\n{mail}\n"
    )
    .unwrap();
    drop(file);
    assert_eq!(watched.saved().1, "Op de bus geschreven");
    watched.nothing();
}

#[test]
fn the_outbox_is_the_last_call() {
    let home = TempDir::new().unwrap();
    let (drafts, outbox) = (home.path().join("Drafts"), home.path().join("Unsent Messages"));
    append(&outbox, &draft("oud", "Wacht al lang", "Dag"));
    let watched = Watched::start(home.path());
    let text = "Beste ouders, we gaan naar zee.";
    let at = append(&drafts, &draft("a", "Uitstap", text));
    let (key, _) = watched.saved();
    append(&outbox, &draft("b", "Uitstap", text));
    expunge(&drafts, at);
    match watched.next() {
        StoreChange::Saved { draft, message } => {
            assert_eq!((draft, message.role), (key, FolderRole::Outbox));
        }
        other => panic!("not in the outbox: {other:?}"),
    }
    watched.nothing();
}

#[test]
fn old_files_of_a_maildir_without_an_index_bring_no_second_card() {
    let home = TempDir::new().unwrap();
    let drafts = maildir(home.path(), "Concepten");
    let watched = Watched::start(home.path());
    let text = "Beste ouders, we gaan naar zee";
    let mut key = None;
    for (number, ending) in [".", " morgen.", " morgen om acht uur."].iter().enumerate() {
        let name = format!("179531144{number}.M1P1Q4.vm.eml");
        let save = draft(&format!("m{number}"), "Uitstap", &format!("{text}{ending}"));
        deliver(&drafts, &name, &save);
        let (saved, _) = watched.saved();
        assert_eq!(*key.get_or_insert(saved), saved);
    }
    watched.nothing();
    drop(watched);
    // They are no news at the next start either.
    Watched::start(home.path()).nothing();
}

#[test]
fn a_mail_that_was_never_saved_is_seen_when_it_was_sent() {
    let home = TempDir::new().unwrap();
    let sent = home.path().join("Sent");
    append(&sent, &draft("oud", "Van gisteren", "Dag"));
    append(&home.path().join("Drafts"), &draft("a", "Iets anders", "Hallo"));
    let watched = Watched::start(home.path());
    append(&sent, &draft("b", "Uitstap", "Beste ouders, we gaan naar zee."));
    match watched.next() {
        StoreChange::Sent { draft, message } => {
            assert_eq!((draft, subject(&message.bytes).as_str()), (None, "Uitstap"));
        }
        other => panic!("not sent: {other:?}"),
    }
    watched.nothing();
}

#[test]
fn a_compaction_that_is_cut_short_brings_no_drafts() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    let ghost = append(&drafts, &draft("a", "Weggegooid", "Over Lotte"));
    append(&drafts, &draft("b", "Uitstap", "Beste ouders"));
    expunge(&drafts, ghost);
    let watched = Watched::start(home.path());
    let temporary = home.path().join(".compact-temp");
    fs::create_dir(&temporary).unwrap();
    // Of old, the new file stood beside the folder.
    for place in [
        temporary.join("Drafts.compacting"),
        temporary.join("Drafts.original"),
        home.path().join("nstmp"),
    ] {
        append(&place, &draft("a", "Weggegooid", "Over Lotte"));
        append(&place, &draft("c", "Uitstap", "Beste ouders, nog een keer"));
    }
    watched.nothing();
    append(&drafts, &draft("d", "Zorg", "Dag Griet"));
    assert_eq!(watched.saved().1, "Zorg");
    watched.nothing();
}

/// On Windows a file that is open can be neither replaced nor deleted; only Linux tells which are.
#[cfg(target_os = "linux")]
#[test]
fn no_file_stays_open() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    append(&drafts, &draft("a", "Uitstap", "Beste ouders"));
    let concepts = maildir(home.path(), "Concepten");
    let watched = Watched::start(home.path());
    append(&drafts, &draft("b", "Zorg", "Dag Griet"));
    watched.saved();
    deliver(&concepts, "1.a", &draft("c", "Toets", "Dag Jan"));
    watched.saved();
    watched.nothing();
    let open: Vec<_> = fs::read_dir("/proc/self/fd")
        .unwrap()
        .filter_map(|entry| fs::read_link(entry.unwrap().path()).ok())
        .filter(|path| path.starts_with(home.path()))
        .collect();
    assert!(open.is_empty(), "{open:?}");
}
