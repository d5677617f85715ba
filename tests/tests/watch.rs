//! The watcher against a real folder, in which a test does what mail clients do (the traces of real ones were the model).
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, unbounded};
use mailwijs_store::{DraftKey, FolderRole, StoreChange, Watch, open};
use mailwijs_tests::stores;
use tempfile::TempDir;

/// Long enough for a busy machine; a test that passes never waits for it.
const DEADLINE: Duration = Duration::from_secs(20);

/// Longer than the watcher waits before it believes that a draft is gone.
const QUIET: Duration = Duration::from_millis(2500);

struct Watched {
    changes: Receiver<StoreChange>,
    _watch: Watch,
}

impl Watched {
    fn start(path: &Path) -> Self {
        let (sender, changes) = unbounded();
        let watch = Watch::start(open(path).unwrap(), sender).unwrap();
        let watched = Self {
            changes,
            _watch: watch,
        };
        match watched.next() {
            StoreChange::Ready { stores } => assert!(!stores.is_empty()),
            other => panic!("not ready: {other:?}"),
        }
        watched
    }

    fn next(&self) -> StoreChange {
        self.changes
            .recv_timeout(DEADLINE)
            .expect("something was to happen")
    }

    fn saved(&self) -> (DraftKey, String) {
        match self.next() {
            StoreChange::Saved { draft, message } => (draft, subject(&message.bytes)),
            other => panic!("not saved: {other:?}"),
        }
    }

    fn discarded(&self) -> DraftKey {
        match self.next() {
            StoreChange::Discarded { draft } => draft,
            other => panic!("not discarded: {other:?}"),
        }
    }

    #[track_caller]
    fn nothing(&self) {
        match self.changes.recv_timeout(QUIET) {
            Err(RecvTimeoutError::Timeout) => {}
            other => panic!("nothing was to happen: {other:?}"),
        }
    }
}

fn subject(bytes: &[u8]) -> String {
    mailwijs_mail::parse(bytes).subject
}

fn maildir(root: &Path, name: &str) -> PathBuf {
    let maildir = root.join(name);
    for directory in ["cur", "new", "tmp"] {
        fs::create_dir_all(maildir.join(directory)).unwrap();
    }
    maildir
}

fn draft(id: &str, subject: &str, text: &str) -> String {
    format!(
        "Message-ID: <{id}@x.example>\r\nFrom: an@x.example\r\nTo: ouder@x.example\r\nSubject: {subject}\r\n\r\n{text}\r\n"
    )
}

/// Writes into `tmp` and moves to `cur`, as Maildir asks.
fn deliver(maildir: &Path, name: &str, message: &str) -> PathBuf {
    let (temporary, place) = (maildir.join("tmp").join(name), maildir.join("cur").join(name));
    fs::write(&temporary, message).unwrap();
    fs::rename(temporary, &place).unwrap();
    place
}

/// Appends as Thunderbird does; the offset of the message is returned.
fn append(mbox: &Path, message: &str) -> u64 {
    let mut file = OpenOptions::new().append(true).create(true).open(mbox).unwrap();
    let offset = file.metadata().unwrap().len();
    let head = "From - Sun Nov 22 01:10:31 2026\r\nX-Mozilla-Status: 0000\r\nX-Mozilla-Status2: 00000000\r\n";
    file.write_all(format!("{head}{message}\r\n").as_bytes()).unwrap();
    offset
}

/// Marks the message as expunged, in place.
fn expunge(mbox: &Path, offset: u64) {
    let mut file = OpenOptions::new().write(true).open(mbox).unwrap();
    file.seek(SeekFrom::Start(offset + 33 + 18)).unwrap();
    file.write_all(b"0008").unwrap();
}

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
fn a_large_draft_is_never_half_read() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    append(&drafts, &draft("a", "Klein", "Dag"));
    let watched = Watched::start(home.path());

    let attachment = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\r\n\r\n".repeat(230_000);
    let message = format!(
        "From - Sun Nov 22 01:10:31 2026\r\nX-Mozilla-Status: 0000\r\nContent-Type: multipart/mixed; boundary=\"grens\"\r\n\
         Subject: Groot\r\n\r\n--grens\r\n\r\nDag\r\n--grens\r\nContent-Type: image/png\r\n\r\n{attachment}\r\n--grens--\r\n\r\n"
    );
    let mut file = OpenOptions::new().append(true).open(&drafts).unwrap();
    for (step, part) in message.as_bytes().chunks(65_536).enumerate() {
        file.write_all(part).unwrap();
        if step % 20 == 10 {
            // A slow disk, and another handle that is closed meanwhile.
            drop(OpenOptions::new().append(true).open(&drafts).unwrap());
            sleep(Duration::from_millis(60));
        }
    }
    drop(file);
    match watched.next() {
        StoreChange::Saved { message: saved, .. } => {
            assert_eq!(
                saved.bytes.len(),
                message.len() - 33 - 2,
                "the From line and the last empty line are left out"
            );
        }
        other => panic!("{other:?}"),
    }
    watched.nothing();
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
fn claws_mail_links_files_that_are_complete() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("draft");
    fs::create_dir(&drafts).unwrap();
    fs::write(drafts.join(".mh_sequences"), "").unwrap();
    let watched = Watched::start(home.path());
    let mut key = None;
    for number in 1..=3 {
        let temporary = home.path().join("tmpmsg");
        let text = format!(
            "X-Claws-Account-Id:1\nTo: a@x.example\nSubject: Uitstap\n\nVersie {number} van het bericht\n"
        );
        fs::write(&temporary, text).unwrap();
        fs::hard_link(&temporary, drafts.join(number.to_string())).unwrap();
        fs::remove_file(&temporary).unwrap();
        if number > 1 {
            fs::remove_file(drafts.join((number - 1).to_string())).unwrap();
        }
        let (saved, _) = watched.saved();
        assert_eq!(*key.get_or_insert(saved), saved);
    }
    fs::create_dir(home.path().join("trash")).unwrap();
    fs::rename(drafts.join("3"), home.path().join("trash/1")).unwrap();
    assert_eq!(Some(watched.discarded()), key);
}

#[cfg(unix)]
#[test]
fn evolution_marks_the_predecessor_in_its_name() {
    let home = TempDir::new().unwrap();
    let drafts = maildir(home.path(), ".Drafts");
    let watched = Watched::start(home.path());
    let first = deliver(&drafts, "17.1_0.vm:2,DS", &draft("a", "Uitstap", "Beste ouders"));
    let (key, _) = watched.saved();
    let next = format!(
        "X-Evolution-Draft-Message: 17.1_0.vm\r\n{}",
        draft("b", "Iets heel anders", "Dag")
    );
    let second = deliver(&drafts, "18.1_1.vm:2,DS", &next);
    assert_eq!(watched.saved().0, key);
    fs::rename(&first, drafts.join("cur/17.1_0.vm:2,DST")).unwrap();
    watched.nothing();
    fs::rename(&second, drafts.join("cur/18.1_1.vm:2,DSF")).unwrap();
    watched.nothing();
    fs::rename(
        drafts.join("cur/18.1_1.vm:2,DSF"),
        drafts.join("cur/18.1_1.vm:2,DSFT"),
    )
    .unwrap();
    assert_eq!(watched.discarded(), key);
}

#[test]
fn neomutt_truncates_its_mbox_in_place() {
    let home = TempDir::new().unwrap();
    let postponed = home.path().join("postponed");
    File::create(&postponed).unwrap();
    let watched = Watched::start(&postponed);
    let message = |text: &str| {
        format!(
            "From an@x.example Sun Nov 22 02:00:16 2026\nFrom: an@x.example\nTo: b@x.example\nSubject: Uitstap\nContent-Length: {}\n\n{text}\n",
            text.len()
        )
    };
    fs::write(&postponed, message("From hier: de uitstap.\n")).unwrap();
    let (key, _) = watched.saved();
    File::create(&postponed).unwrap();
    assert_eq!(watched.discarded(), key);
    fs::write(&postponed, message("From hier: de uitstap, morgen.\n")).unwrap();
    assert_eq!(watched.saved().0, key);
}

#[test]
fn a_draft_that_is_sent() {
    let home = TempDir::new().unwrap();
    let (drafts, sent) = (maildir(home.path(), "Drafts"), maildir(home.path(), "Sent"));
    let watched = Watched::start(home.path());
    let file = deliver(
        &drafts,
        "1.a",
        &draft("a", "Uitstap", "Beste ouders, we gaan naar zee."),
    );
    let (key, _) = watched.saved();
    deliver(
        &sent,
        "2.b",
        &draft("b", "Uitstap", "Beste ouders, we gaan naar zee."),
    );
    fs::remove_file(file).unwrap();
    match watched.next() {
        StoreChange::Sent { draft, message } => {
            assert_eq!(draft, Some(key));
            assert_eq!(message.role, FolderRole::Sent);
        }
        other => panic!("{other:?}"),
    }
    watched.nothing();
}

#[test]
fn mail_that_comes_in_and_is_moved() {
    let home = TempDir::new().unwrap();
    let inbox = maildir(home.path(), "Inbox");
    let (zorg, trash) = (maildir(home.path(), "Zorg"), maildir(home.path(), "Trash"));
    let old = deliver(
        &inbox,
        "0.z",
        &format!(
            "Received: from x\r\nDate: Thu, 1 Jan 2015 10:00:00 +0100\r\n{}",
            draft("oud", "Oud", "Dag")
        ),
    );
    let watched = Watched::start(home.path());
    let received = |id: &str| {
        format!(
            "Received: from x by y; Sun, 22 Nov 2026 01:10:31 +0100\r\n{}",
            draft(id, "Afwezig", "Lotte is ziek.")
        )
    };
    let file = deliver(&inbox, "1.a", &received("a"));
    match watched.next() {
        StoreChange::Received { message } => assert_eq!(message.folder, "Inbox"),
        other => panic!("{other:?}"),
    }
    fs::rename(file, zorg.join("cur/1.a")).unwrap();
    fs::rename(old, zorg.join("cur/0.z")).unwrap();
    deliver(&trash, "2.b", &received("b"));
    watched.nothing();
}

#[test]
fn one_named_mbox_or_file_is_watched_too() {
    let home = TempDir::new().unwrap();
    let mbox = home.path().join("mijn-concepten");
    append(&mbox, &draft("a", "Uitstap", "Beste ouders"));
    let watched = Watched::start(&mbox);
    append(&mbox, &draft("b", "Zorg", "Dag Griet"));
    assert_eq!(watched.saved().1, "Zorg");

    let file = home.path().join("brief.eml");
    fs::write(&file, draft("c", "Brief", "Dag")).unwrap();
    let watched = Watched::start(&file);
    fs::write(&file, draft("c", "Brief", "Dag allemaal")).unwrap();
    assert_eq!(watched.saved().1, "Brief");
}

/// A thousand saves as fast as the disk takes them, each a file of its own.
#[test]
fn a_thousand_maildir_saves_in_quick_succession() {
    let home = TempDir::new().unwrap();
    let drafts = maildir(home.path(), "Drafts");
    let watched = Watched::start(&drafts);
    let start = Instant::now();
    for number in 0..1000 {
        deliver(
            &drafts,
            &format!("{number}.x"),
            &draft(&number.to_string(), &format!("Bericht {number}"), "Beste ouders"),
        );
    }
    let seen: BTreeSet<String> = (0..1000).map(|_| watched.saved().1).collect();
    assert_eq!(seen.len(), 1000);
    assert!(start.elapsed() < DEADLINE);
    assert!(watched.changes.is_empty());
}

#[test]
fn a_thousand_mbox_saves_in_quick_succession() {
    let home = TempDir::new().unwrap();
    let drafts = home.path().join("Drafts");
    append(&drafts, &draft("x", "Eerst", "Dag"));
    let watched = Watched::start(home.path());
    let mut last = None;
    for number in 0..1000 {
        let offset = append(
            &drafts,
            &draft(
                &number.to_string(),
                "Uitstap",
                &format!("Beste ouders, versie {number}"),
            ),
        );
        if let Some(old) = last.replace(offset) {
            expunge(&drafts, old);
        }
    }
    let mut keys = BTreeSet::new();
    let mut texts = BTreeSet::new();
    for _ in 0..1000 {
        match watched.next() {
            StoreChange::Saved { draft, message } => {
                keys.insert(draft);
                texts.insert(mailwijs_mail::parse(&message.bytes).body.content);
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((keys.len(), texts.len()), (1, 1000));
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
