//! Servers that say what is not so.

use std::thread;

use mailwijs_imap::Security;
use mailwijs_store::StoreChange;
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{Follower, password};
use crate::mails::received;
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Line, Moment, Proxy};

use super::{nothing_is_missed, once, text};

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

pub fn a_next_number_that_is_too_low_makes_old_mail_no_news() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if text(answer).contains("[UIDNEXT") => {
            Deed::Instead(b"* OK [UIDNEXT 1] Predicted next UID\r\n".to_vec())
        }
        _ => Deed::Pass,
    });
}

pub fn a_storm_of_counts_is_weathered() {
    let storm: Vec<String> = (1..2000).map(|count| format!("* {count} EXISTS\r\n")).collect();
    let storm = storm.concat();
    nothing_is_missed(once("+ idling", move |answer| {
        Deed::Instead(format!("{answer}{storm}").into_bytes())
    }));
}

pub fn folders_with_hostile_names_are_left_alone() {
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

pub fn sizes_that_are_wrong_cost_a_connection_and_no_more() {
    thread::scope(|scope| {
        for size in ["4294967295", "99999999999999999999", "+12", "-1", "0", "3", ""] {
            scope.spawn(move || nothing_is_missed(with_size(size)));
        }
    });
}

pub fn a_thousand_folders_for_drafts_are_not_a_thousand_connections() {
    let folders: Vec<String> = (1..1000)
        .map(|number| format!("* LIST (\\Drafts) \"/\" Drafts\r\n* LIST (\\Sent) \"/\" d{number}\r\n"))
        .collect();
    let folders = folders.concat();
    let heard = nothing_is_missed(once("* LIST", move |answer| {
        Deed::Instead(format!("{answer}{folders}").into_bytes())
    }));
    assert!(heard.connections < 20, "{}", heard.connections);
}

pub fn a_mail_that_comes_in_while_the_inbox_is_opened_is_news() {
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

pub fn another_message_than_the_one_asked_for_is_not_taken_for_it() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if text(answer).contains("BODY[]") => {
            let other = "* 9 FETCH (UID 999 BODY[] {12}\r\nSubject: x\r\n)\r\n";
            Deed::Instead(format!("{other}{}{other}", text(answer)).into_bytes())
        }
        _ => Deed::Pass,
    });
}

pub fn that_all_numbers_there_can_be_vanished_is_borne() {
    nothing_is_missed(once("+ idling", |answer| {
        Deed::Instead(format!("{answer}* VANISHED 1:4294967295\r\n").into_bytes())
    }));
}
