//! A search of the mailbox, killed again and again.

use mailwijs_app::ipc::UserAction;
use serde_json::Value;

use super::about_a_pupil;
use super::middle::{any, start_and_kill};
use super::place::Place;

const MAILS: usize = 160;
const KILLS: usize = 6;

/// A mail of years ago; every sixteenth belongs in the tracking system.
fn old(number: usize) -> String {
    let mail = about_a_pupil(number);
    let (head, text) = mail.split_once("\n\n").unwrap();
    let head = head.lines().filter(|line| !line.starts_with("Date:"));
    let head: Vec<&str> = head.chain(["Date: Mon, 12 Mar 2018 10:00:00 +0100"]).collect();
    let text = if number.is_multiple_of(16) {
        text.to_owned()
    } else {
        "Breng morgen je boekentas mee, en vergeet je turnzak niet.\n".repeat(20)
    };
    format!("{}\n\n{text}", head.join("\n"))
}

#[test]
fn a_search_that_is_killed_again_and_again_finds_each_mail_once() {
    let place = Place::new();
    for number in 0..MAILS {
        place.put("Inbox", &format!("{number}.x:2,S"), &old(number));
    }
    let (mut process, _) = place.start();
    process.act(&UserAction::StartScan { period: "all".into() });
    for _ in 0..KILLS {
        std::thread::sleep(any(600));
        process.kill();
        start_and_kill(&place);
        (process, _) = place.start();
    }
    let shown = process.once(|shown| {
        let mails = shown["found"].as_array();
        shown["scan"]["state"] == "done"
            && mails.is_some_and(|mails| mails.iter().all(|mail| mail["is_read"] == true))
    });
    let mails = shown["found"].as_array().unwrap();
    let subject = |mail: &Value| mail["subject"].as_str().unwrap().to_owned();
    let mut found: Vec<String> = mails.iter().map(subject).collect();
    found.sort();
    let mut expected: Vec<String> = (0..MAILS)
        .step_by(16)
        .map(|number| format!("Zwemmen {number}"))
        .collect();
    expected.sort();
    assert_eq!(found, expected);
    assert!(
        shown["scan"]["messages"].as_u64() >= Some(MAILS as u64),
        "{shown:#}"
    );
}
