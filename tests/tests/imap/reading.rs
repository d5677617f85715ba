//! All of a mailbox is read, as for a scan.

use std::ops::ControlFlow;

use mailwijs_imap::{Cause, Credential, Reading, Security, check, read};
use mailwijs_store::FolderRole;
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{account, password, trust};
use crate::other_client::OtherClient;

fn subjects(dovecot: &Dovecot, most: usize) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let account = account(dovecot, Security::Tls);
    read(&account, &password(), &trust(dovecot), |reading| {
        if let Reading::Message(message) = reading {
            let subject = mailwijs_mail::parse(&message.bytes).subject;
            found.push((message.folder, subject));
        }
        if found.len() < most {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })
    .unwrap();
    found
}

#[test]
fn drafts_and_the_inbox_come_first_and_the_newest_of_each() {
    let mut dovecot = Dovecot::with(&[
        ("Archief", ""),
        ("Drafts", "Drafts"),
        ("Junk", "Junk"),
        ("Sent", "Sent"),
    ])
    .unwrap();
    for (folder, subject) in [
        ("Archief", "oud"),
        ("INBOX", "eerste"),
        ("INBOX", "tweede"),
        ("Junk", "win nu"),
        ("Sent", "antwoord"),
    ] {
        dovecot
            .deliver(folder, format!("Subject: {subject}\n\nDag\n").as_bytes())
            .unwrap();
    }
    let mut client = OtherClient::at(&dovecot);
    client.save("Subject: weg\n\nDag\n");
    client.ask("SELECT Drafts");
    client.ask("STORE 1 +FLAGS (\\Deleted)");
    client.save("Subject: klad\n\nDag\n");
    let named = |folder: &str, subject: &str| (folder.to_owned(), subject.to_owned());
    let all = [
        named("Drafts", "klad"),
        named("INBOX", "tweede"),
        named("INBOX", "eerste"),
        named("Sent", "antwoord"),
        named("Archief", "oud"),
    ];
    assert_eq!(subjects(&dovecot, usize::MAX), all);
    assert_eq!(
        subjects(&dovecot, 2),
        all.get(..2).unwrap(),
        "it ends when it has to"
    );
}

#[test]
fn a_mailbox_is_checked_before_it_is_kept() {
    let dovecot = Dovecot::start().unwrap();
    let (account, trust) = (account(&dovecot, Security::Tls), trust(&dovecot));
    let folders = check(&account, &password(), &trust).unwrap();
    let drafts = folders.iter().find(|folder| folder.role == FolderRole::Drafts);
    assert_eq!(drafts.map(|folder| folder.name.as_str()), Some("Drafts"));
    let wrong = Credential::Password("geraden".to_owned().into());
    let error = check(&account, &wrong, &trust).unwrap_err();
    assert_eq!(error.cause, Cause::Refused);
    assert_eq!(
        error.to_string(),
        "an@school.example (localhost): the server does not accept the name or the password; set up the mailbox again"
    );
    let nobody = mailwijs_imap::Trust::Only(Vec::new());
    let error = check(&account, &password(), &nobody).unwrap_err();
    assert_eq!(
        error.cause,
        Cause::Unsafe("nobody known vouches for the certificate".to_owned())
    );
}
