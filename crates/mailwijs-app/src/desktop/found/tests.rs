//! The list, at a desk where time stands still.

use std::path::Path;

use mailwijs_checks::Report;
use mailwijs_mail::Mail;
use mailwijs_store::MessageKey;

use super::*;
use crate::desktop::event::AppEvent;
use crate::desktop::still_desk::StillDesk;
use crate::engine::Examined;
use crate::ipc::UserAction;

const ABOUT_NOOR: &str = "From: Mama van Noor <mama@familie.example>\nTo: an.peeters@sintjan.example\n\
    Message-ID: <1@familie.example>\nReceived: from mx\nSubject: Noor\n\nNoor Claes uit 3B heeft epilepsie.\n";

fn arrived(desk: &StillDesk, store: &Path, mail: &Mail) -> Arrived {
    Arrived {
        place: Place {
            store: store.to_owned(),
            folder: "Inbox".to_owned(),
            key: MessageKey {
                path: store.join("cur/1"),
                offset: None,
            },
        },
        sought: desk.state.sought(mail),
    }
}

/// A mail comes in whose sentences were read too.
fn read(desk: &mut StillDesk, store: &Path, text: &str, report: Option<Report>) {
    let examined = desk.receive(text);
    let report = report.unwrap_or_else(|| examined.report.clone());
    let arrived = arrived(desk, store, &examined.mail);
    desk.take(AppEvent::ReceivedRead(arrived, examined, report));
}

/// A desk with a store in this folder.
fn desk_with(store: &Path) -> StillDesk {
    std::fs::create_dir_all(store.join("cur")).unwrap();
    std::fs::create_dir_all(store.join("new")).unwrap();
    std::fs::create_dir_all(store.join("tmp")).unwrap();
    let mut desk = StillDesk::new();
    desk.state.other_stores = mailwijs_store::open(store).unwrap();
    desk
}

fn listed(desk: &mut StillDesk) -> Vec<ReceivedDto> {
    desk.state.found_dtos().to_vec()
}

#[test]
fn a_received_mail_is_listed_when_it_was_read_wholly_and_without_a_card() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk_with(dir.path());
    desk.receive(ABOUT_NOOR);
    assert_eq!(listed(&mut desk), []);
    read(&mut desk, dir.path(), ABOUT_NOOR, None);
    let list = listed(&mut desk);
    assert_eq!(
        (list[0].from.as_str(), list[0].subject.as_str()),
        ("Mama van Noor", "Noor")
    );
    assert!(
        list[0].message.contains("Verwijder daarna elke mail erover"),
        "{list:?}"
    );
    assert_eq!(desk.painted(), []);

    // Dealt with; it does not come back when another mail client fetches it too.
    let handled = desk.state.act(UserAction::ReceivedHandled { id: list[0].id });
    assert!(handled.is_ok());
    read(&mut desk, dir.path(), ABOUT_NOOR, None);
    assert_eq!(listed(&mut desk), []);
}

#[test]
fn what_the_sentences_take_back_is_not_listed() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk_with(dir.path());
    let examined: Arc<Examined> = desk.receive(ABOUT_NOOR);
    assert_eq!(examined.report.findings.len(), 1, "the words must tell something");
    read(&mut desk, dir.path(), ABOUT_NOOR, Some(Report::default()));
    assert_eq!(listed(&mut desk), []);
}

#[test]
fn today_shows_the_newest_and_how_many_more_there_are() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk_with(dir.path());
    for day in 1..=7 {
        let mail = ABOUT_NOOR.replace("<1@", &format!("<{day}@")).replace(
            "Subject: Noor",
            &format!("Date: {day} Jan 1970 10:00:00 +0000\nSubject: Noor {day}"),
        );
        read(&mut desk, dir.path(), &mail, None);
    }
    let shared = Arc::clone(&desk.state.shared);
    let today = shared.read().unwrap().today.clone();
    let subjects: Vec<_> = today.received.iter().map(|mail| mail.subject.as_str()).collect();
    assert_eq!(subjects, ["Noor 7", "Noor 6", "Noor 5", "Noor 4", "Noor 3"]);
    assert_eq!((today.received_more, listed(&mut desk).len()), (2, 7));
}

#[test]
fn a_mail_whose_store_is_not_there_is_not_shown_and_not_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk_with(dir.path());
    read(&mut desk, dir.path(), ABOUT_NOOR, None);
    let stores = std::mem::take(&mut desk.state.other_stores);
    assert_eq!(listed(&mut desk), []);
    desk.state.other_stores = stores;
    assert_eq!(listed(&mut desk).len(), 1);
}

#[test]
fn a_mail_that_has_a_case_is_not_listed_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk_with(dir.path());
    read(&mut desk, dir.path(), ABOUT_NOOR, None);
    let id = listed(&mut desk)[0].id;
    desk.state.act(UserAction::BeginCase { received: id }).unwrap();
    assert_eq!(desk.state.cases.open(), 1);
    assert_eq!(listed(&mut desk), []);
    read(&mut desk, dir.path(), ABOUT_NOOR, None);
    assert_eq!(listed(&mut desk), []);
}

/// With this many days in the policy.
fn limited(desk: &mut StillDesk, days: &str) {
    let toml =
        format!("format = 1\n[school]\nname = \"S\"\ncountry = \"BE\"\ndomains = [\"s.example\"]\n{days}");
    desk.state.policy.policy = mailwijs_policy::Policy::parse(&toml).unwrap();
}

#[test]
fn what_stays_longer_than_the_policy_says_is_said_and_reminded_of_once_a_week() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = desk_with(dir.path());
    desk.at(2, 10);
    let old = ABOUT_NOOR.replace("Subject", "Date: Thu, 1 Jan 1970 10:00:00 +0000\nSubject");
    read(&mut desk, dir.path(), &old, None);
    limited(&mut desk, "");
    desk.at(29, 10);
    assert_eq!(listed(&mut desk)[0].days, None, "the policy says nothing");

    limited(&mut desk, "[retention]\nreceived_sensitive_days = 7\n");
    desk.at(7, 10);
    assert_eq!(listed(&mut desk)[0].days, None, "six days");
    desk.take(AppEvent::Tick);
    assert_eq!(desk.reminders(), Vec::<String>::new());
    // A Friday.
    desk.at(9, 10);
    assert_eq!(listed(&mut desk)[0].days, Some(8));
    desk.take(AppEvent::Tick);
    let reminders = desk.reminders();
    assert!(
        reminders.len() == 1 && reminders[0].contains("7 dagen"),
        "{reminders:?}"
    );
    desk.at(12, 10);
    desk.take(AppEvent::Tick);
    assert_eq!(desk.reminders(), Vec::<String>::new(), "not every day");
    desk.at(16, 20);
    desk.take(AppEvent::Tick);
    assert_eq!(desk.reminders(), Vec::<String>::new(), "not in the evening");
    desk.at(19, 9);
    desk.take(AppEvent::Tick);
    assert_eq!(desk.reminders().len(), 1);
}
