//! Every copy of a mail on a server is found, until it is really gone.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use mailwijs_imap::{Account, RemoteCopyFinder, Security, Trust};
use mailwijs_store::{FolderRole, Keyed, KeyedHash, Kin, Looked, Sought};
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{account, password, trust};
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Line, Moment, Proxy, honest};
use crate::words::reads;

const TEXT: &str = "Dag juf, Lotte is vandaag bij de dokter geweest en zal een tijdje medicatie nemen.";

struct Plain;

impl Keyed for Plain {
    fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            (salt, kind, words).hash(&mut hasher);
            hasher.finish()
        };
        ((u128::from(half(1)) << 64) | u128::from(half(2))).to_be_bytes()
    }
}

fn mail(id: &str, header: &str, subject: &str, text: &str) -> String {
    format!(
        "Message-ID: <{id}@mail.example>\nDate: Mon, 23 Nov 2026 10:15:00 +0100\n{header}From: ouder@mail.example\nTo: an@school.example\nSubject: {subject}\n\n{text}\n"
    )
}

fn the_mail() -> String {
    mail("een", "", "Verslag Lotte", TEXT)
}

fn sought() -> Sought {
    Sought::of(7, &mailwijs_mail::parse(the_mail().as_bytes()), &Plain)
}

fn finder(account: Account, trust: &Trust) -> RemoteCopyFinder {
    RemoteCopyFinder::new(account, password(), trust, Arc::new(Plain)).unwrap()
}

fn finder_at(dovecot: &Dovecot) -> RemoteCopyFinder {
    finder(account(dovecot, Security::Tls), &trust(dovecot))
}

/// Where copies were seen, and whether they are live; nothing was unread.
#[track_caller]
fn places(looked: &Looked) -> Vec<(&str, bool)> {
    assert_eq!(looked.unread, [], "{looked:?}");
    let same = looked.sightings.iter().filter(|seen| seen.kin == Kin::Same);
    let mut places: Vec<_> = same.map(|seen| (seen.folder.as_str(), seen.live)).collect();
    places.sort_unstable();
    places
}

/// Three copies among other mail.
fn three_copies() -> (Dovecot, OtherClient) {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    for folder in ["INBOX", "Archive", "Trash"] {
        client.append(folder, "()", &mail("twee", "", "Uitstap", "Vrijdag gaan we weg."));
        client.append(folder, "(\\Seen)", &the_mail());
    }
    (dovecot, client)
}

#[test]
fn a_mail_is_gone_once_its_last_copy_was_removed_and_is_back_when_it_is_put_back() {
    let (dovecot, mut client) = three_copies();
    let mut finder = finder_at(&dovecot);
    let mut look = || finder.look(&[sought()]);
    let all = [("Archive", true), ("INBOX", true), ("Trash", true)];
    assert_eq!(places(&look()), all);
    client.ask("SELECT INBOX");
    client.ask("STORE 2 +FLAGS (\\Deleted)");
    let marked = [("Archive", true), ("INBOX", false), ("Trash", true)];
    assert_eq!(places(&look()), marked, "its bytes are still there");
    client.ask("EXPUNGE");
    assert_eq!(places(&look()), [("Archive", true), ("Trash", true)]);
    client.ask("SELECT Archive");
    client.ask("MOVE 2 Trash");
    assert_eq!(places(&look()), [("Trash", true), ("Trash", true)]);
    client.empty("Trash");
    assert_eq!(places(&look()), []);
    client.append("INBOX", "()", &the_mail());
    let looked = look();
    assert_eq!(places(&looked), [("INBOX", true)]);
    let seen = looked.sightings.first().unwrap();
    assert_eq!((seen.of, seen.role), (7, FolderRole::Inbox));
    assert_eq!(seen.message_id.as_deref(), Some("een@mail.example"));
    assert_eq!(seen.subject, "Verslag Lotte");
    let place = seen.key.path.to_string_lossy().into_owned();
    let store = format!("imap://an@localhost:{}/INBOX;UIDVALIDITY=", dovecot.ports().tls);
    assert!(place.starts_with(&store) && place.ends_with("/;UID=3"), "{place}");
}

#[test]
fn the_mail_under_another_id_is_known_by_its_text_and_answers_by_their_header() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let resent = mail("drie", "", "Fwd: Verslag Lotte", TEXT);
    client.append("INBOX", "()", &resent);
    client.append(
        "Sent",
        "()",
        &mail("vier", "In-Reply-To: <een@mail.example>\n", "Dank", "Ok"),
    );
    client.append(
        "INBOX",
        "()",
        &mail(
            "vijf",
            "",
            "Verslag Lotte",
            "Hier is het verslag van de klas van vorige week.",
        ),
    );
    client.append("Drafts", "()", &mail("zes", "", "Iets anders", "Dag"));
    let proxy = Proxy::before(&dovecot, honest);
    let mut finder = finder(proxy.account(Security::Tls), &proxy.trust());
    let looked = finder.look(&[sought()]);
    assert_eq!(places(&looked), [("INBOX", true)]);
    let akin: Vec<_> = looked
        .sightings
        .iter()
        .map(|seen| (seen.message_id.as_deref().unwrap(), seen.kin))
        .collect();
    assert!(akin.contains(&("drie@mail.example", Kin::Same)), "{akin:?}");
    assert!(
        akin.contains(&("vier@mail.example", Kin::Conversation)),
        "{akin:?}"
    );
    assert!(!akin.iter().any(|(id, _)| id.starts_with("zes")), "{akin:?}");
    assert!(proxy.heard().lines.iter().all(|line| reads(line)));
}

#[test]
fn a_server_that_does_not_count_changes_is_asked_where_copies_were_seen() {
    let (dovecot, mut client) = three_copies();
    let proxy = Proxy::before(&dovecot, |moment| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* CAPABILITY") => {
            let text = String::from_utf8_lossy(answer);
            let less = text.replace(" CONDSTORE", "").replace(" QRESYNC", "");
            Deed::Instead(less.into_bytes())
        }
        _ => Deed::Pass,
    });
    let mut finder = finder(proxy.account(Security::Tls), &proxy.trust());
    assert_eq!(places(&finder.look(&[sought()])).len(), 3);
    client.ask("SELECT Trash");
    client.ask("STORE 2 +FLAGS (\\Deleted)");
    let marked = [("Archive", true), ("INBOX", true), ("Trash", false)];
    assert_eq!(places(&finder.look(&[sought()])), marked);
    client.ask("EXPUNGE");
    assert_eq!(
        places(&finder.look(&[sought()])),
        [("Archive", true), ("INBOX", true)]
    );
    client.append("Sent", "()", &the_mail());
    assert_eq!(places(&finder.look(&[sought()])).len(), 3);
    assert!(
        !proxy
            .heard()
            .lines
            .iter()
            .any(|line| line.contains("HIGHESTMODSEQ"))
    );
}

#[test]
fn what_did_not_change_is_not_asked_for_again() {
    let (dovecot, mut client) = three_copies();
    let proxy = Proxy::before(&dovecot, honest);
    let mut finder = finder(proxy.account(Security::Tls), &proxy.trust());
    assert_eq!(places(&finder.look(&[sought()])).len(), 3);
    let before = proxy.heard().lines.len();
    assert_eq!(places(&finder.look(&[sought()])).len(), 3);
    let again = proxy.heard().lines.split_off(before);
    let words = again.iter().filter_map(|line| line.split(' ').next());
    let words: Vec<_> = words.filter(|word| *word != "NOOP").collect();
    assert_eq!(
        words,
        ["LIST", "STATUS", "STATUS", "STATUS", "STATUS", "STATUS", "STATUS"]
    );
    client.append("INBOX", "()", &the_mail());
    let before = proxy.heard().lines.len();
    assert_eq!(places(&finder.look(&[sought()])).len(), 4);
    let again = proxy.heard().lines.split_off(before);
    let headers: Vec<_> = again
        .iter()
        .filter(|line| line.starts_with("UID FETCH"))
        .collect();
    assert!(
        headers.iter().all(|line| line.starts_with("UID FETCH 3:3 ")),
        "{again:?}"
    );
    assert_eq!(proxy.heard().connections, 1);
}

#[test]
fn a_folder_that_is_numbered_anew_still_holds_its_copy() {
    let (mut dovecot, _) = three_copies();
    let mut finder = finder_at(&dovecot);
    let before = finder.look(&[sought()]);
    dovecot.kill().unwrap();
    for folder in ["INBOX", "Archive"] {
        for entry in fs::read_dir(dovecot.maildir(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.starts_with("dovecot-uidlist") || name.starts_with("dovecot.index") {
                fs::remove_file(path).unwrap();
            }
        }
    }
    let away = finder.look(&[sought()]);
    assert_eq!(away.sightings, []);
    assert_eq!(
        away.unread.len(),
        1,
        "a server that is away proves nothing: {away:?}"
    );
    dovecot.restart().unwrap();
    let after = finder.look(&[sought()]);
    assert_eq!(places(&after), places(&before));
    assert_ne!(after, before);
}

/// Cuts every connection at the nth line.
fn cut_at(nth: usize) -> impl FnMut(Moment<'_>) -> Deed {
    move |moment| {
        if moment.nth >= nth && matches!(moment.line, Line::Answered(_)) {
            Deed::Cut
        } else {
            Deed::Pass
        }
    }
}

#[test]
fn a_connection_that_is_cut_proves_nothing() {
    let (dovecot, _) = three_copies();
    let proxy = Proxy::before(&dovecot, honest);
    let looked = finder(proxy.account(Security::Tls), &proxy.trust()).look(&[sought()]);
    assert_eq!(places(&looked).len(), 3);
    let lines = proxy.heard().lines.len();
    assert!(lines > 20, "{lines}");
    for nth in 1..=lines {
        let proxy = Proxy::before(&dovecot, cut_at(nth));
        let looked = finder(proxy.account(Security::Tls), &proxy.trust()).look(&[sought()]);
        assert_ne!(looked.unread, [], "{nth}: {looked:?}");
    }
}

/// One look at a server that answers so.
fn look_with(sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static) -> Looked {
    let (dovecot, _) = three_copies();
    let proxy = Proxy::before(&dovecot, sabotage);
    finder(proxy.account(Security::Tls), &proxy.trust()).look(&[sought()])
}

/// At a server that answers so, how many copies were seen and how much was unread.
fn looked_with(sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static) -> (usize, Vec<String>) {
    let looked = look_with(sabotage);
    let unread = looked.unread.iter().map(|error| error.path.display().to_string());
    (looked.sightings.len(), unread.collect())
}

#[test]
fn a_folder_that_cannot_be_read_to_the_end_is_not_empty() {
    let refuse = |moment: Moment<'_>| match moment.line {
        Line::Said if moment.command == "EXAMINE \"Trash\"" => {
            Deed::Answer(format!("{} NO [NOPERM] No.\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    };
    let nothing_found = |moment: Moment<'_>| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* SEARCH") => Deed::Instead(b"* SEARCH\r\n".to_vec()),
        _ => Deed::Pass,
    };
    let no_header = |moment: Moment<'_>| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* 2 FETCH") => Deed::Instead(Vec::new()),
        _ => Deed::Pass,
    };
    let no_folders = |moment: Moment<'_>| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* LIST") => Deed::Instead(Vec::new()),
        _ => Deed::Pass,
    };
    let unsayable = |moment: Moment<'_>| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* LIST") => {
            Deed::Instead([b"* LIST () \"/\" {7}\r\na\r\nb  x\r\n", answer].concat())
        }
        _ => Deed::Pass,
    };
    let (seen, unread) = looked_with(refuse);
    assert_eq!((seen, unread.len()), (2, 1));
    assert!(unread.first().unwrap().contains("/Trash;"), "{unread:?}");
    assert_eq!(looked_with(nothing_found).1.len(), 3);
    assert_eq!(looked_with(no_header).1.len(), 3);
    for (seen, unread) in [looked_with(no_folders), looked_with(unsayable)] {
        assert_eq!((seen, unread.len()), (0, 1));
    }
}

#[test]
fn a_folder_that_is_refused_for_good_is_told_from_one_that_has_trouble() {
    let refused = |command: &'static str, code: &'static str| {
        let looked = look_with(move |moment| match moment.line {
            Line::Said if moment.command.starts_with(command) => {
                Deed::Answer(format!("{} NO {code}Not now.\r\n", moment.tag).into_bytes())
            }
            _ => Deed::Pass,
        });
        assert_eq!(
            (looked.sightings.len(), looked.unread.len()),
            (2, 1),
            "{looked:?}"
        );
        looked.unread.first().unwrap().cause.lasts()
    };
    for command in ["EXAMINE \"Trash\"", "STATUS \"Trash\""] {
        assert!(refused(command, "[NOPERM] "));
        assert!(refused(command, "[NONEXISTENT] "));
        assert!(!refused(command, "[UNAVAILABLE] "));
        assert!(!refused(command, ""), "not before an hour");
    }
}

/// The folders of a mailbox, in the order in which they are read.
fn in_order(dovecot: &Dovecot) -> Vec<String> {
    let proxy = Proxy::before(dovecot, honest);
    finder(proxy.account(Security::Tls), &proxy.trust()).look(&[sought()]);
    let lines = proxy.heard().lines;
    let asked = lines.iter().filter_map(|line| line.strip_prefix("STATUS \""));
    let mut folders: Vec<String> = asked
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect();
    folders.truncate(6);
    folders
}

#[test]
fn a_mail_that_is_moved_while_the_folders_are_read_is_not_gone() {
    let dovecot = Dovecot::start().unwrap();
    let order = in_order(&dovecot);
    let (first, last) = (order.first().unwrap().clone(), order.last().unwrap().clone());
    let mut mover = OtherClient::at(&dovecot);
    mover.append(&last, "()", &the_mail());
    mover.ask(&format!("SELECT {last}"));
    let asked = format!("STATUS \"{last}\"");
    let to_first = format!("MOVE 1 {first}");
    let mut is_moved = false;
    let proxy = Proxy::before(&dovecot, move |moment| {
        // Before the folder it stands in is asked for, it goes to one that was read.
        if !is_moved && matches!(moment.line, Line::Said) && moment.command.starts_with(&asked) {
            is_moved = true;
            mover.ask(&to_first);
        }
        Deed::Pass
    });
    let mut finder = finder(proxy.account(Security::Tls), &proxy.trust());
    assert_eq!(places(&finder.look(&[sought()])), [(first.as_str(), true)]);
}
