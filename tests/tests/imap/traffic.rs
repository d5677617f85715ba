//! Mail that comes and goes, and what the server may notice of us: nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use mailwijs_imap::MailboxStatus;
use mailwijs_store::FolderRole;
use mailwijs_tests::dovecot::{Dovecot, MAILBOXES};

use crate::follower::Follower;
use crate::mails::received;
use crate::other_client::OtherClient;

/// Every file of the mailboxes: in a Maildir its name tells its marks.
fn files(dovecot: &Dovecot) -> BTreeSet<PathBuf> {
    let mut mailboxes: Vec<&str> = MAILBOXES.iter().map(|(name, _)| *name).collect();
    mailboxes.push("INBOX");
    let below = |name: &str, part: &str| fs::read_dir(dovecot.maildir(name).join(part)).unwrap();
    mailboxes
        .iter()
        .flat_map(|name| below(name, "cur").chain(below(name, "new")))
        .map(|entry| entry.unwrap().path())
        .collect()
}

#[test]
fn a_mail_that_comes_in_is_told_and_stays_unread() {
    let mut dovecot = Dovecot::start().unwrap();
    dovecot
        .deliver("INBOX", received("0", "Van gisteren").as_bytes())
        .unwrap();
    // Dovecot moves what is new once anybody looks.
    OtherClient::at(&dovecot).ask("SELECT INBOX");
    let follower = Follower::at(&dovecot);
    let delivered = dovecot
        .deliver("INBOX", received("1", "Ziek").as_bytes())
        .unwrap();
    assert_eq!(follower.received(), "Ziek");
    follower.nothing();
    let name = delivered.file_name().unwrap().to_string_lossy().into_owned();
    let seen = files(&dovecot)
        .into_iter()
        .filter(|file| file.to_string_lossy().contains(&name))
        .map(|file| file.file_name().unwrap().to_string_lossy().into_owned());
    let marks: Vec<String> = seen
        .map(|file| {
            file.split_once(":2,")
                .map_or_else(String::new, |(_, marks)| marks.to_owned())
        })
        .collect();
    assert_eq!(marks, [""], "no mark was set");
}

#[test]
fn mail_that_is_moved_within_the_mailbox_is_no_news() {
    let mut dovecot = Dovecot::start().unwrap();
    dovecot
        .deliver("INBOX", received("1", "Ziek").as_bytes())
        .unwrap();
    let mut client = OtherClient::at(&dovecot);
    let follower = Follower::at(&dovecot);
    client.ask("SELECT INBOX");
    client.ask("MOVE 1 Archive");
    client.ask("SELECT Archive");
    client.ask("MOVE 1 INBOX");
    follower.nothing();
}

#[test]
fn looking_on_changes_nothing() {
    let mut dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    for number in 0..20 {
        let text = received(&number.to_string(), "Ziek");
        for folder in ["INBOX", "Sent"] {
            dovecot.deliver(folder, text.as_bytes()).unwrap();
        }
        client.append("Drafts", "(\\Draft) \"01-Nov-2026 10:15:00 +0100\"", &text);
    }
    for folder in ["INBOX", "Drafts", "Sent"] {
        client.ask(&format!("SELECT {folder}"));
    }
    let before = files(&dovecot);
    let follower = Follower::at(&dovecot);
    follower.nothing();
    drop(follower);
    assert_eq!(files(&dovecot), before);
}

#[test]
fn a_folder_for_drafts_that_comes_with_the_first_draft_is_found() {
    let dovecot = Dovecot::with(&[("Verzonden items", "")]).unwrap();
    let mut client = OtherClient::at(&dovecot);
    let follower = Follower::at(&dovecot);
    assert_eq!(follower.statuses.recv().unwrap(), MailboxStatus::NoDrafts);
    client.ask("CREATE Concepten");
    client.append("Concepten", "(\\Draft)", "Subject: Uitstap\n\nBeste ouders\n");
    assert_eq!(follower.saved().1, "Uitstap");
    let now = follower
        .statuses
        .iter()
        .find(|now| matches!(now, MailboxStatus::Watching(_)));
    let Some(MailboxStatus::Watching(folders)) = now else {
        panic!("not watching")
    };
    let roles: Vec<FolderRole> = folders.iter().map(|folder| folder.role).collect();
    assert_eq!(roles, [FolderRole::Drafts, FolderRole::Inbox, FolderRole::Sent]);
}
