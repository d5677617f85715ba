//! A server that lies, or that can do less than others: what is saved is told all the same, once.

use std::thread;

use mailwijs_imap::Security;
use mailwijs_store::StoreChange;
use mailwijs_tests::dovecot::{Dovecot, PASSWORD};

use crate::follower::{Follower, password};
use crate::mails::{draft, received};
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Heard, Line, Moment, Proxy};

/// A word that stands in each mail and must not stand anywhere else.
const CANARY: &str = "kanarievogel";

/// At a server with an older draft and an older mail: a draft and a mail are told, once, and nothing of them stands in a
/// status.
#[track_caller]
fn nothing_is_missed(sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static) -> Heard {
    what_is_told(sabotage, true)
}

/// The same without the mail, where it takes a minute.
#[track_caller]
fn no_draft_is_missed(sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static) -> Heard {
    what_is_told(sabotage, false)
}

#[track_caller]
fn what_is_told(sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static, with_mail: bool) -> Heard {
    let mut dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let old = draft("0", "Kanarievogel, oud", CANARY);
    client.append("Drafts", "(\\Draft) \"01-Nov-2026 10:15:00 +0100\"", &old);
    dovecot.deliver("INBOX", received("0", "Oud").as_bytes()).unwrap();
    client.ask("SELECT INBOX");
    let proxy = Proxy::before(&dovecot, sabotage);
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    follower.ready();
    client.save(&draft("1", "Uitstap", CANARY));
    assert_eq!(follower.saved().1, "Uitstap");
    if with_mail {
        dovecot
            .deliver("INBOX", received("1", "Ziek").as_bytes())
            .unwrap();
        assert_eq!(follower.received(), "Ziek");
    }
    follower.nothing();
    let words = follower.words();
    for secret in [CANARY, "Kanarievogel", "Uitstap", "Ziek", PASSWORD] {
        assert!(!words.contains(secret), "{words}");
    }
    proxy.heard()
}

/// Changes each answer in which this stands.
fn replace(from: &'static str, to: &'static str) -> impl FnMut(Moment<'_>) -> Deed {
    move |moment| match moment.line {
        Line::Answered(answer) if text(answer).contains(from) => {
            Deed::Instead(text(answer).replace(from, to).into_bytes())
        }
        _ => Deed::Pass,
    }
}

/// Does this to the first answer in which this stands.
fn once(
    part: &'static str,
    deed: impl Fn(&str) -> Deed + Send + 'static,
) -> impl FnMut(Moment<'_>) -> Deed + Send + 'static {
    let mut done = false;
    move |moment| match moment.line {
        Line::Answered(answer) if !done && text(answer).contains(part) => {
            done = true;
            deed(&text(answer))
        }
        _ => Deed::Pass,
    }
}

fn text(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).into_owned()
}

#[test]
fn without_qresync_all_is_listed_at_each_look() {
    let heard = nothing_is_missed(replace(" QRESYNC", ""));
    assert!(!heard.lines.iter().any(|line| line.contains("CHANGEDSINCE")));
}

#[test]
fn without_idle_it_is_asked_now_and_then() {
    let heard = no_draft_is_missed(|moment| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* CAPABILITY") => {
            Deed::Instead(text(answer).replace(" IDLE", "").into_bytes())
        }
        _ => Deed::Pass,
    });
    assert!(!heard.lines.iter().any(|line| line == "IDLE"));
}

#[test]
fn without_special_use_folders_are_known_by_their_names() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* CAPABILITY") => {
            Deed::Instead(text(answer).replace(" SPECIAL-USE", "").into_bytes())
        }
        Line::Answered(answer) if answer.starts_with(b"* LIST") => {
            let plain = text(answer).replace(" \\Drafts", "").replace(" \\Sent", "");
            Deed::Instead(plain.into_bytes())
        }
        _ => Deed::Pass,
    });
}

#[test]
fn without_sasl_plain_the_login_is_login() {
    let heard = nothing_is_missed(replace(" AUTH=PLAIN", ""));
    assert!(heard.lines.iter().any(|line| line.starts_with("LOGIN ")));
}

#[test]
fn without_the_next_number_old_mail_is_no_news() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if text(answer).contains("[UIDNEXT") => Deed::Instead(Vec::new()),
        _ => Deed::Pass,
    });
}

#[test]
fn a_next_number_that_is_too_low_makes_old_mail_no_news() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if text(answer).contains("[UIDNEXT") => {
            Deed::Instead(b"* OK [UIDNEXT 1] Predicted next UID\r\n".to_vec())
        }
        _ => Deed::Pass,
    });
}

#[test]
fn codes_that_nobody_knows_are_passed_over() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if text(answer).contains(" OK ") && !text(answer).contains('[') => {
            let strange = text(answer).replace(" OK ", " OK [ZONNEBLOEM 12 (a b)] ");
            Deed::Instead(format!("* OK [ZON] x\r\n{strange}").into_bytes())
        }
        _ => Deed::Pass,
    });
}

#[test]
fn a_storm_of_counts_is_weathered() {
    let storm: Vec<String> = (1..2000).map(|count| format!("* {count} EXISTS\r\n")).collect();
    let storm = storm.concat();
    nothing_is_missed(once("+ idling", move |answer| {
        Deed::Instead(format!("{answer}{storm}").into_bytes())
    }));
}

#[test]
fn a_server_that_says_goodbye_first_is_asked_again() {
    nothing_is_missed(once("* OK [CAPABILITY", |_| {
        Deed::Instead(b"* BYE busy\r\n".to_vec())
    }));
}

#[test]
fn folders_with_hostile_names_are_left_alone() {
    nothing_is_missed(once("* LIST", |answer| {
        let names = r#"* LIST () "/" "/Drafts"
* LIST () "/" "../../etc/passwd"
* LIST () "/" "a\"b\\c"
* LIST () "/" ""
* LIST () "" "x"
* LIST () NIL "&"
* LIST () "/" "&AGE-&//8-&2D3Y"
* LIST () "&" "&&&&"
* LIST (\Noselect \Drafts) "/" "Weg"
* LIST () "/" {15}
a
b LOGOUT
c  d
"#;
        Deed::Instead(format!("{}{answer}", names.replace('\n', "\r\n")).into_bytes())
    }));
}

#[test]
fn sizes_that_are_wrong_cost_a_connection_and_no_more() {
    thread::scope(|scope| {
        for size in ["4294967295", "99999999999999999999", "+12", "-1", "0", "3", ""] {
            scope.spawn(move || nothing_is_missed(with_size(size)));
        }
    });
}

/// The first message comes with a literal of this size; `+12` is so much too large.
fn with_size(size: &'static str) -> impl FnMut(Moment<'_>) -> Deed + Send + 'static {
    once("BODY[] {", move |answer| {
        let (begin, rest) = answer.split_once('{').unwrap();
        let (right, rest) = rest.split_once('}').unwrap();
        let wrong = match size {
            "+12" => (right.parse::<u32>().unwrap() + 12).to_string(),
            other => other.to_owned(),
        };
        Deed::Instead(format!("{begin}{{{wrong}}}{rest}").into_bytes())
    })
}

#[test]
fn a_list_that_names_nothing_once_is_asked_for_again() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* LIST") && moment.connection == 1 => {
            Deed::Instead(Vec::new())
        }
        _ => Deed::Pass,
    });
}

#[test]
fn a_mail_that_the_server_cannot_give_does_not_stop_the_others() {
    nothing_is_missed(|moment| match moment.line {
        Line::Said if moment.command == "UID FETCH 1 (UID BODY.PEEK[]<0.262144>)" => {
            Deed::Answer(format!("{} NO [SERVERBUG] It is broken.\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    });
}

#[test]
fn a_server_that_offers_idle_and_refuses_it_is_asked_now_and_then() {
    no_draft_is_missed(|moment| match moment.line {
        Line::Said if moment.command == "IDLE" => {
            Deed::Answer(format!("{} NO not today\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    });
}

#[test]
fn a_thousand_folders_for_drafts_are_not_a_thousand_connections() {
    let folders: Vec<String> = (1..1000)
        .map(|number| format!("* LIST (\\Drafts) \"/\" Drafts\r\n* LIST (\\Sent) \"/\" d{number}\r\n"))
        .collect();
    let folders = folders.concat();
    let heard = nothing_is_missed(once("* LIST", move |answer| {
        Deed::Instead(format!("{answer}{folders}").into_bytes())
    }));
    assert!(heard.connections < 20, "{}", heard.connections);
}

#[test]
fn a_mail_that_comes_in_while_the_inbox_is_opened_is_news() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    client.append("INBOX", "()", &received("0", "Oud"));
    let mut done = false;
    let proxy = Proxy::before(&dovecot, move |moment| {
        if moment.command.contains("HEADER.FIELDS") && !done {
            done = true;
            client.append("INBOX", "()", &received("1", "Ziek"));
        }
        Deed::Pass
    });
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    loop {
        match follower.next() {
            StoreChange::Ready { .. } => {}
            StoreChange::Received { message } => {
                let text = String::from_utf8_lossy(&message.bytes).into_owned();
                assert!(text.contains("Ziek"));
                break;
            }
            other => panic!("{other:?}"),
        }
    }
}

/// Refuses each command in which this stands.
fn refuse(part: &'static str) -> impl FnMut(Moment<'_>) -> Deed {
    move |moment| match moment.line {
        Line::Said if moment.command.contains(part) => {
            Deed::Answer(format!("{} BAD what?\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    }
}

#[test]
fn a_server_that_cannot_do_what_it_says_is_asked_for_less() {
    thread::scope(|scope| {
        for part in ["ENABLE", "CHANGEDSINCE"] {
            scope.spawn(move || nothing_is_missed(refuse(part)));
        }
    });
}

#[test]
fn another_message_than_the_one_asked_for_is_not_taken_for_it() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if text(answer).contains("BODY[]") => {
            let other = "* 9 FETCH (UID 999 BODY[] {12}\r\nSubject: x\r\n)\r\n";
            Deed::Instead(format!("{other}{}{other}", text(answer)).into_bytes())
        }
        _ => Deed::Pass,
    });
}

#[test]
fn that_all_numbers_there_can_be_vanished_is_borne() {
    nothing_is_missed(once("+ idling", |answer| {
        Deed::Instead(format!("{answer}* VANISHED 1:4294967295\r\n").into_bytes())
    }));
}
