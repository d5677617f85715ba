//! Folders besides the inbox: a rule on the server puts mail there as it comes in.

use mailwijs_imap::{MailboxStatus, Security};
use mailwijs_store::StoreChange;
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{Follower, password};
use crate::mails::{draft, received};
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Line, Moment, Proxy, honest};

const FOLDERS: &[(&str, &str)] = &[
    ("Drafts", "Drafts"),
    ("Sent", "Sent"),
    ("Trash", "Trash"),
    ("Junk", "Junk"),
    ("Archive", "Archive"),
    ("INBOX/Leerlingen", ""),
    ("INBOX/Leerlingen/4B", ""),
    ("Projecten", ""),
];

/// Two mails, one before, each in a folder of its own; the mails that are told, however they are told.
fn told(follower: &Follower, count: usize) -> Vec<String> {
    let mut told: Vec<String> = (0..count).map(|_| follower.received()).collect();
    told.sort();
    told
}

#[test]
fn mail_that_a_rule_puts_in_a_folder_is_told_wherever_that_is() {
    let mut dovecot = Dovecot::with(FOLDERS).unwrap();
    dovecot
        .deliver("Projecten", received("0", "Van vanmorgen").as_bytes())
        .unwrap();
    OtherClient::at(&dovecot).ask("SELECT Projecten");
    let proxy = Proxy::before(&dovecot, honest);
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    follower.ready();
    for (id, folder) in [
        ("1", "INBOX/Leerlingen/4B"),
        ("2", "Projecten"),
        ("3", "Junk"),
        ("4", "Archive"),
        ("5", "Trash"),
        ("6", "INBOX/Leerlingen"),
    ] {
        let mail = received(id, &format!("{folder} {id}"));
        dovecot.deliver(folder, mail.as_bytes()).unwrap();
    }
    assert_eq!(
        told(&follower, 3),
        ["INBOX/Leerlingen 6", "INBOX/Leerlingen/4B 1", "Projecten 2"]
    );
    follower.nothing();
    assert_eq!(
        proxy.heard().connections,
        5,
        "one for all folders visited in turn"
    );
    let Some(MailboxStatus::Watching(folders)) = follower.statuses.try_iter().last() else {
        panic!("not watching")
    };
    assert_eq!(folders.len(), 7);
}

#[test]
fn mail_that_is_moved_between_folders_or_out_of_the_trash_is_no_news() {
    let mut dovecot = Dovecot::with(FOLDERS).unwrap();
    let mail = received("1", "Ziek");
    dovecot.deliver("Projecten", mail.as_bytes()).unwrap();
    let mut client = OtherClient::at(&dovecot);
    client.ask("SELECT Projecten");
    let follower = Follower::at(&dovecot);
    dovecot
        .deliver("INBOX", received("2", "Verhuisd").as_bytes())
        .unwrap();
    assert_eq!(follower.received(), "Verhuisd");
    // Thrown away before it was seen anywhere, then taken out again.
    dovecot.deliver("Trash", received("3", "Weg").as_bytes()).unwrap();
    follower.nothing();
    client.ask("SELECT Trash");
    client.ask("MOVE 1 INBOX/Leerlingen");
    client.ask("SELECT Projecten");
    client.ask("MOVE 1 INBOX");
    client.ask("SELECT INBOX");
    client.ask("MOVE 1 INBOX/Leerlingen/4B");
    // What comes after all that is told once they were all visited.
    dovecot
        .deliver("INBOX/Leerlingen/4B", received("4", "Nieuw").as_bytes())
        .unwrap();
    dovecot
        .deliver("INBOX/Leerlingen", received("5", "Nieuw").as_bytes())
        .unwrap();
    assert_eq!(told(&follower, 2), ["Nieuw", "Nieuw"]);
    follower.nothing();
}

/// Once, where they are visited in turn, at this command.
fn cut_at(part: &'static str) -> impl FnMut(Moment<'_>) -> Deed + Send + 'static {
    let mut done = false;
    let mut visits = 0;
    move |moment| {
        visits += usize::from(matches!(moment.line, Line::Said) && moment.command.starts_with("STATUS"));
        if !done && visits > 4 && moment.command.contains(part) {
            done = true;
            return Deed::Cut;
        }
        Deed::Pass
    }
}

#[test]
fn a_connection_that_is_cut_costs_no_mail_and_tells_none_twice() {
    std::thread::scope(|scope| {
        for part in [
            "STATUS",
            "EXAMINE \"Projecten\"",
            "UID FETCH 1:* (UID FLAGS",
            "BODY.PEEK[])",
        ] {
            scope.spawn(move || {
                let mut dovecot = Dovecot::with(FOLDERS).unwrap();
                let proxy = Proxy::before(&dovecot, cut_at(part));
                let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
                follower.ready();
                dovecot
                    .deliver("Projecten", received("1", "Ziek").as_bytes())
                    .unwrap();
                assert_eq!(follower.received(), "Ziek", "{part}");
                follower.nothing();
                assert_eq!(proxy.heard().connections, 6, "{part}: it was made again");
            });
        }
    });
}

#[test]
fn a_folder_that_cannot_be_opened_keeps_no_other_from_being_visited() {
    let mut dovecot = Dovecot::with(FOLDERS).unwrap();
    let proxy = Proxy::before(&dovecot, |moment| match moment.line {
        Line::Said if moment.command.contains("\"INBOX/Leerlingen\"") => {
            Deed::Answer(format!("{} NO [NOPERM] No.\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    });
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    follower.ready();
    dovecot
        .deliver("Projecten", received("1", "Ziek").as_bytes())
        .unwrap();
    assert_eq!(follower.received(), "Ziek");
}

#[test]
fn a_second_folder_for_drafts_is_visited_too() {
    let dovecot = Dovecot::with(&[("Drafts", "Drafts"), ("Concepten", "Drafts")]).unwrap();
    let mut client = OtherClient::at(&dovecot);
    let follower = Follower::at(&dovecot);
    for folder in ["Drafts", "Concepten"] {
        client.append(folder, "(\\Draft)", &draft(folder, folder, folder));
    }
    let saved = [follower.saved(), follower.saved()];
    let [first, second] = saved.map(|(key, subject)| {
        assert!(["Drafts", "Concepten"].contains(&subject.as_str()));
        key
    });
    assert_ne!(first, second);
    client.empty("Concepten");
    assert!(matches!(follower.next(), StoreChange::Discarded { .. }));
}
