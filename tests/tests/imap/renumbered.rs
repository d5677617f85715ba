//! Servers that go down, and come back with other numbers.

use std::fs;

use mailwijs_imap::Security;
use mailwijs_store::{DraftKey, StoreChange};
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{Follower, account, password, trust};
use crate::mails::{draft, received};
use crate::other_client::OtherClient;

const TEXT: &str =
    "Beste ouders, vrijdag gaan we met de klas naar het museum in Gent. Geef je kind een lunchpakket mee.";

/// Watches, with a draft that was saved.
fn with_draft() -> (Dovecot, Follower, DraftKey) {
    let dovecot = Dovecot::start().unwrap();
    let follower = Follower::with(account(&dovecot, Security::Tls), password(), &trust(&dovecot));
    follower.ready();
    OtherClient::at(&dovecot).save(&draft("1", "Uitstap", TEXT));
    let (key, _) = follower.saved();
    (dovecot, follower, key)
}

#[test]
fn what_was_saved_while_the_server_was_away_is_told_when_it_is_back() {
    let (mut dovecot, follower, key) = with_draft();
    dovecot.kill().unwrap();
    let maildir = dovecot.maildir("Drafts");
    // Another computer of the teacher saved it before the server went.
    let saved = draft("2", "Uitstap", &format!("{TEXT} Tot vrijdag!"));
    dovecot.deliver("Drafts", saved.as_bytes()).unwrap();
    for entry in fs::read_dir(maildir.join("cur")).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    dovecot
        .deliver("INBOX", received("1", "Ziek").as_bytes())
        .unwrap();
    dovecot.restart().unwrap();
    let mut drafts = 0;
    let mut mails = 0;
    while drafts + mails < 2 {
        match follower.next() {
            StoreChange::Saved { draft, .. } => {
                assert_eq!(draft, key);
                drafts += 1;
            }
            StoreChange::Received { .. } => mails += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((drafts, mails), (1, 1));
    follower.nothing();
}

#[test]
fn a_folder_that_was_numbered_anew_is_no_news_and_keys_are_kept() {
    let (mut dovecot, follower, key) = with_draft();
    dovecot.kill().unwrap();
    let maildir = dovecot.maildir("Drafts");
    for entry in fs::read_dir(&maildir).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("dovecot-uidlist") || name.starts_with("dovecot.index") {
            fs::remove_file(path).unwrap();
        }
    }
    dovecot.restart().unwrap();
    // It takes its numbers from the clock.
    let mut client = OtherClient::at(&dovecot);
    client.ask("SELECT Drafts");
    follower.nothing();
    follower.nothing();
    client.save_again(&draft("2", "Uitstap", &format!("{TEXT} Tot vrijdag!")));
    assert_eq!(follower.saved().0, key);
    follower.nothing();
}

#[test]
fn a_folder_that_is_deleted_and_made_anew_is_followed_again() {
    let (mut dovecot, follower, key) = with_draft();
    let mut client = OtherClient::at(&dovecot);
    client.ask("DELETE Drafts");
    client.ask("CREATE Drafts");
    client.save(&draft("2", "Uitstap", &format!("{TEXT} Tot vrijdag!")));
    // To those who had it open, Dovecot says nothing; they notice once they ask.
    dovecot.restart().unwrap();
    assert_eq!(follower.saved().0, key);
    follower.nothing();
}
