//! All of a mailbox is read, as for a scan.

use std::ops::ControlFlow;

use mailwijs_imap::{Cause, Credential, Reading, Security, Wanted, check, newest_headers, read};
use mailwijs_store::{FolderRole, MessageKey};
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{account, password, trust};
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Line, Moment, Proxy, honest};

fn subjects(dovecot: &Dovecot, most: usize) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let account = account(dovecot, Security::Tls);
    read(&account, &password(), &trust(dovecot), Wanted::ALL, |reading| {
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

/// A server of which the nth answer is followed by one over which the parser panics: a date is no NIL.
fn dateless(nth: usize) -> impl FnMut(Moment<'_>) -> Deed {
    let mut answers = 0;
    move |moment| match moment.line {
        Line::Answered(answer) => {
            answers += 1;
            if answers == nth {
                let no_date = b"* 1 FETCH (UID 1 INTERNALDATE NIL)\r\n";
                Deed::Instead([no_date, answer].concat())
            } else {
                Deed::Pass
            }
        }
        Line::Said => Deed::Pass,
    }
}

#[test]
fn an_answer_that_the_parser_gives_up_over_is_an_error_like_any_other() {
    let mut dovecot = Dovecot::start().unwrap();
    dovecot.deliver("INBOX", b"Subject: a\n\nDag\n").unwrap();
    let misunderstood = |cause: &Cause| matches!(cause, Cause::Nonsense(_));
    // From the greeting to the last folder.
    for nth in [1, 2, 3, 5, 8, 12, 18, 25] {
        let proxy = Proxy::before(&dovecot, dateless(nth));
        let account = proxy.account(Security::Tls);
        let read = read(&account, &password(), &proxy.trust(), Wanted::ALL, |_| {
            ControlFlow::Continue(())
        });
        let error = read.unwrap_err();
        assert!(misunderstood(&error.cause), "{nth}: {error}");
        if nth < 8 {
            let proxy = Proxy::before(&dovecot, dateless(nth));
            let error = check(&proxy.account(Security::Tls), &password(), &proxy.trust()).unwrap_err();
            assert!(misunderstood(&error.cause), "{nth}: {error}");
        }
    }
}

/// Where messages were told to stand, those that came over and those that were known; and what was asked of the server.
fn told(dovecot: &Dovecot, wanted: Wanted<'_>) -> ([Vec<String>; 2], Vec<String>) {
    let proxy = Proxy::before(dovecot, honest);
    let account = proxy.account(Security::Tls);
    let [mut came, mut known] = [Vec::new(), Vec::new()];
    read(&account, &password(), &proxy.trust(), wanted, |reading| {
        let name = |key: &MessageKey| key.path.file_name().unwrap().to_string_lossy().into_owned();
        match reading {
            Reading::Message(message) => came.push(name(&message.key)),
            Reading::Known(key) => known.push(name(&key)),
            _ => {}
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    ([came, known], proxy.heard().lines)
}

/// The inbox has a mail of 2024, one of the 1st and one of the 20th of November 2026.
fn three_mails() -> Dovecot {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    for day in ["05-Jan-2024", "01-Nov-2026", "20-Nov-2026"] {
        let flags = format!("() \"{day} 10:15:00 +0100\"");
        client.append("INBOX", &flags, &format!("Subject: {day}\n\nDag\n"));
    }
    dovecot
}

fn bodies(lines: &[String]) -> Vec<&str> {
    let asked = lines.iter().filter(|line| line.contains("BODY.PEEK[]"));
    asked.filter_map(|line| line.split(' ').nth(2)).collect()
}

#[test]
fn what_came_before_the_day_that_is_asked_for_does_not_come_over() {
    let dovecot = three_mails();
    let since = |day: &str| Wanted {
        since: Some(day.parse().unwrap()),
        ..Wanted::ALL
    };
    let ([came, _], lines) = told(&dovecot, since("2026-10-31"));
    assert_eq!(came, [";UID=3", ";UID=2"]);
    assert_eq!(bodies(&lines), ["3", "2"]);
    assert!(
        !lines.iter().any(|line| line.starts_with("UID FETCH 1:")),
        "{lines:?}"
    );
    let ([came, _], lines) = told(&dovecot, since("2026-11-21"));
    assert_eq!((came.len(), bodies(&lines).len()), (0, 0));
}

#[test]
fn a_server_that_cannot_search_gives_all() {
    let dovecot = three_mails();
    let proxy = Proxy::before(&dovecot, |moment| match moment.line {
        Line::Said if moment.command.starts_with("UID SEARCH") => {
            Deed::Answer(format!("{} BAD what?\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    });
    let wanted = Wanted {
        since: Some("2026-10-31".parse().unwrap()),
        ..Wanted::ALL
    };
    let mut came = 0;
    let account = proxy.account(Security::Tls);
    read(&account, &password(), &proxy.trust(), wanted, |reading| {
        came += usize::from(matches!(reading, Reading::Message(_)));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(came, 3);
}

#[test]
fn what_was_read_already_does_not_come_over_again() {
    let dovecot = three_mails();
    let wanted = Wanted {
        is_known: &|key| key.path.ends_with(";UID=2"),
        ..Wanted::ALL
    };
    let ([came, known], lines) = told(&dovecot, wanted);
    assert_eq!(came, [";UID=3", ";UID=1"]);
    assert_eq!(known, [";UID=2"]);
    assert_eq!(bodies(&lines), ["3", "1"]);
}

#[test]
fn only_folders_with_the_roles_that_are_asked_for_are_opened() {
    let mut dovecot = Dovecot::with(&[("Sent", "Sent"), ("Trash", "Trash"), ("Zorg", "")]).unwrap();
    for folder in ["INBOX", "Sent", "Trash", "Zorg"] {
        dovecot.deliver(folder, b"Subject: Noor\n\nDag\n").unwrap();
    }
    let wanted = Wanted {
        roles: &|role| matches!(role, FolderRole::Inbox | FolderRole::Other),
        ..Wanted::ALL
    };
    let mut folders = Vec::new();
    let account = account(&dovecot, Security::Tls);
    read(&account, &password(), &trust(&dovecot), wanted, |reading| {
        if let Reading::Message(raw) = reading {
            folders.push(raw.folder);
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(folders, ["INBOX", "Zorg"]);
}

#[test]
fn the_newest_sent_mail_tells_to_whom_it_went() {
    let dovecot = Dovecot::with(&[("Sent", "Sent"), ("Verzonden", "Sent"), ("Leeg", "Sent")]).unwrap();
    let mut client = OtherClient::at(&dovecot);
    for (folder, number) in [
        ("Sent", 1),
        ("Sent", 2),
        ("Sent", 3),
        ("Verzonden", 4),
        ("INBOX", 5),
    ] {
        let mail = format!("Subject: {number}\nTo: ouder{number}@mail.example\nX-Other: x\n\nkanarievogel\n");
        client.append(folder, "(\\Seen)", &mail);
    }
    client.ask("SELECT Sent");
    client.ask("STORE 2 +FLAGS (\\Deleted)");
    client.ask("EXPUNGE");
    let proxy = Proxy::before(&dovecot, honest);
    let account = proxy.account(Security::Tls);
    let newest = |most| {
        let found = newest_headers(&account, &password(), &proxy.trust(), FolderRole::Sent, most).unwrap();
        let mails = found.iter().map(|header| {
            assert!(!String::from_utf8_lossy(header).contains("kanarievogel"));
            mailwijs_mail::parse(header)
        });
        let mut to: Vec<String> = mails
            .flat_map(|mail| mail.recipients.into_iter().map(|to| to.address.email))
            .collect();
        to.sort();
        to
    };
    let [one, three, four] = [1, 3, 4].map(|number| format!("ouder{number}@mail.example"));
    assert_eq!(newest(500), [one, three.clone(), four.clone()]);
    assert_eq!(newest(1), [three, four]);
    assert!(proxy.heard().lines.iter().all(|line| crate::words::reads(line)));
}
