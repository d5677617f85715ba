//! Large drafts and many of them.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write;
use std::thread::sleep;
use std::time::{Duration, Instant};

use mailwijs_store::StoreChange;
use tempfile::TempDir;

use crate::folder::{DEADLINE, Watched, append, deliver, draft, expunge, maildir};

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
