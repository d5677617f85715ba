//! Drafts that are sent, mail that comes in, and files that were named by hand.

use std::fs;
use std::path::Path;

use mailwijs_store::{FolderRole, StoreChange, Watch, open};
use tempfile::TempDir;

use crate::folder::{DEADLINE, Watched, append, deliver, draft, maildir};

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

/// Clients that keep a draft's Message-ID write it again, changed or not; every version that was saved is checked.
#[test]
fn a_draft_that_is_saved_again_unchanged_is_told_again() {
    let home = TempDir::new().unwrap();
    let drafts = maildir(home.path(), "Drafts");
    let watched = Watched::start(home.path());
    let text = draft("a", "Uitstap", "Beste ouders, we gaan naar zee.");
    let first = deliver(&drafts, "1795000000.M0P1.laptop:2,DS", &text);
    let (key, _) = watched.saved();
    deliver(&drafts, "1795000001.M1P1.laptop:2,DS", &text);
    fs::remove_file(first).unwrap();
    assert_eq!(watched.saved().0, key);
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

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_told_once() {
    use std::os::unix::fs::symlink;

    let home = TempDir::new().unwrap();
    let [old, new, full] = ["oud", "nieuw", "Concepten"].map(|name| home.path().join(name));
    for directory in [&old, &new, &full] {
        fs::create_dir(directory).unwrap();
    }
    symlink("/geheim/brief.eml", old.join("dood.eml")).unwrap();
    fs::write(full.join("brief.eml"), draft("a", "Brief", "Dag")).unwrap();
    let (sender, changes) = crossbeam_channel::unbounded();
    let _watch = Watch::start(open(home.path()).unwrap(), sender).unwrap();
    let told = |link: &Path| match changes.recv_timeout(DEADLINE) {
        Ok(StoreChange::Failed { message, .. }) => {
            let words = format!("{}: a link to a file that is not there", link.display());
            assert_eq!(message, words);
        }
        other => panic!("{other:?}"),
    };
    told(&old.join("dood.eml"));
    assert!(matches!(
        changes.recv_timeout(DEADLINE),
        Ok(StoreChange::Ready { .. })
    ));
    for link in [full.join("dood.eml"), new.join("dood.eml")] {
        symlink("/geheim/brief.eml", &link).unwrap();
        told(&link);
    }
    // A draft of which only a dead link is left is gone.
    fs::write(full.join("concept.eml"), draft("b", "Uitstap", "Dag")).unwrap();
    let Ok(StoreChange::Saved { draft, .. }) = changes.recv_timeout(DEADLINE) else {
        panic!("not saved")
    };
    symlink("/geheim/brief.eml", home.path().join("beside")).unwrap();
    fs::rename(home.path().join("beside"), full.join("concept.eml")).unwrap();
    told(&full.join("concept.eml"));
    assert_eq!(
        changes.recv_timeout(DEADLINE),
        Ok(StoreChange::Discarded { draft })
    );
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
