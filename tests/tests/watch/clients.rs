//! What Claws Mail, Evolution and NeoMutt do to theirs.

use std::fs::{self, File};

use mailwijs_store::StoreChange;
use tempfile::TempDir;

use crate::folder::{Watched, append, deliver, draft, maildir};

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
fn the_first_mail_that_is_sent_makes_the_folder_it_is_kept_in() {
    let home = TempDir::new().unwrap();
    let (postponed, sent) = (home.path().join("postponed"), home.path().join("sent"));
    File::create(home.path().join("inbox")).unwrap();
    File::create(&postponed).unwrap();
    let watched = Watched::start(home.path());
    let message = "From an@x.example Sun Nov 22 02:00:16 2026\nFrom: an@x.example\nTo: b@x.example\nSubject: Koffie\n\nTot straks.\n\n";
    fs::write(&postponed, message).unwrap();
    let (key, _) = watched.saved();
    // Whole at once, as fast as NeoMutt is.
    let unseen = home.path().join(".sent");
    fs::write(&unseen, message).unwrap();
    fs::rename(&unseen, &sent).unwrap();
    File::create(&postponed).unwrap();
    match watched.next() {
        StoreChange::Sent { draft, .. } => assert_eq!(draft, Some(key)),
        other => panic!("not sent: {other:?}"),
    }
    watched.nothing();
}

/// No index stands beside it, so that nothing but its first mail tells what it is.
#[test]
fn the_first_mail_in_an_mbox_that_stood_empty_is_news_whatever_its_date() {
    let home = TempDir::new().unwrap();
    let (drafts, sent) = (home.path().join("Drafts"), home.path().join("Sent"));
    append(&home.path().join("Inbox"), &draft("x", "Dag", "Dag"));
    for path in [&drafts, &sent] {
        File::create(path).unwrap();
    }
    let watched = Watched::start(home.path());
    let message = |id| {
        format!(
            "Date: Thu, 1 Jan 2015 10:00:00 +0100\r\n{}",
            draft(id, "Uitstap", "Beste ouders")
        )
    };
    append(&drafts, &message("a"));
    let (key, _) = watched.saved();
    append(&sent, &message("a"));
    match watched.next() {
        StoreChange::Sent { draft, .. } => assert_eq!(draft, Some(key)),
        other => panic!("not sent: {other:?}"),
    }
    // One that was not there brings along what it held elsewhere.
    let elsewhere = home.path().join(".Concepten");
    append(&elsewhere, &message("b"));
    fs::rename(elsewhere, home.path().join("Concepten")).unwrap();
    watched.nothing();
}

/// A directory is no MH folder before a mail stands in it.
#[test]
fn the_first_mail_in_an_mh_folder_that_stood_empty_is_news_whatever_its_date() {
    let home = TempDir::new().unwrap();
    for folder in ["draft", "inbox", "sent", "4b"] {
        fs::create_dir(home.path().join(folder)).unwrap();
    }
    fs::write(home.path().join("sent/1"), draft("x", "Dag", "Dag")).unwrap();
    fs::write(home.path().join("inbox/.mh_sequences"), "").unwrap();
    let watched = Watched::start(home.path());
    let hours_ago = jiff::Zoned::now() - jiff::Span::new().hours(5);
    let message = format!(
        "Date: {}\r\n{}",
        jiff::fmt::rfc2822::to_string(&hours_ago).unwrap(),
        draft("a", "Vraag", "Dag juf")
    );
    // Claws Mail links a file that is complete.
    let link = |message: &str, place: &str| {
        let written = home.path().join(".written");
        fs::write(&written, message).unwrap();
        fs::rename(written, home.path().join(place)).unwrap();
    };
    link(&message, "inbox/1");
    match watched.next() {
        StoreChange::Received { message } => assert_eq!(message.folder, "inbox"),
        other => panic!("not received: {other:?}"),
    }
    link(&message.replace("<a@", "<b@"), "draft/1");
    watched.saved();
    // What is put away is no news.
    fs::rename(home.path().join("inbox/1"), home.path().join("4b/1")).unwrap();
    watched.nothing();
}

#[cfg(unix)]
#[test]
fn the_first_mail_that_is_sent_makes_the_maildir_it_is_kept_in() {
    let (home, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let postponed = maildir(home.path(), "postponed");
    let watched = Watched::start(home.path());
    let saved = deliver(&postponed, "17.1.vm", &draft("a", "Koffie", "Tot straks."));
    let (key, _) = watched.saved();
    // Whole at once, as fast as NeoMutt is.
    let sent = maildir(elsewhere.path(), "sent");
    deliver(&sent, "18.1.vm:2,S", &draft("a", "Koffie", "Tot straks."));
    fs::rename(&sent, home.path().join("sent")).unwrap();
    fs::remove_file(saved).unwrap();
    match watched.next() {
        StoreChange::Sent { draft, .. } => assert_eq!(draft, Some(key)),
        other => panic!("not sent: {other:?}"),
    }
    watched.nothing();
}
