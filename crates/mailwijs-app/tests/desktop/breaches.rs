//! Something was sent wrong.

use std::fs;

use mailwijs_app::App;
use mailwijs_app::ipc::{AnswersDto, BreachAction, BreachDto, UserAction};

use crate::desk::Desk;

const SENSITIVE: &str = "From: An Peeters <an.peeters@sintjan.example>\nTo: Jan <jan@elders.example>, mia@elders.example\n\
Subject: Noor\n\nNoor Claes uit 3B heeft epilepsie.\n";

fn sent_with(desk: &Desk, id: &str) {
    let date = jiff::Zoned::now()
        .strftime("%a, %d %b %Y %H:%M:%S %z")
        .to_string();
    let tmp = desk.mail().join("Sent/tmp/1");
    fs::write(&tmp, format!("Message-ID: <{id}>\nDate: {date}\n{SENSITIVE}")).unwrap();
    fs::rename(tmp, desk.mail().join("Sent/cur/1.x:2,S")).unwrap();
}

fn breach(app: &App) -> BreachDto {
    app.breach(1).unwrap()
}

fn does(desk: &Desk, breach: BreachAction) -> mailwijs_app::ipc::OutcomeDto {
    desk.act(UserAction::Breach { id: 1, breach })
}

#[test]
fn a_grave_mail_that_left_is_offered_and_the_report_repeats_nothing_of_it() {
    let mut desk = Desk::with_mailbox();
    sent_with(&desk, "weg@sintjan.example");
    desk.eventually(|app| app.today().breach_offer.is_some());
    let offered = desk.app.today().breach_offer.unwrap();
    assert_eq!(
        (offered.to.as_str(), offered.others, offered.open_finding),
        ("Jan", 1, true)
    );

    desk.act(UserAction::BeginBreach {
        sent: Some(offered.id),
    });
    assert_eq!(desk.app.today().breach_offer, None);
    let noted = breach(&desk.app);
    // A whole hour is counted off at its first second.
    assert!(matches!(noted.line.hours_left, 71 | 72));
    assert_eq!(noted.mail.unwrap().subject, "Noor");
    assert_eq!(
        (noted.answers.recipients, noted.answers.system.as_str()),
        (Some(2), "mail")
    );

    does(
        &desk,
        BreachAction::Kind {
            kind: "wrong-person".into(),
        },
    );
    let aid = &breach(&desk.app).aid[0];
    assert_eq!((aid.id.as_str(), aid.done), ("ask-to-delete", false));
    let letter = does(
        &desk,
        BreachAction::Aid {
            aid: "ask-to-delete".into(),
        },
    )
    .open
    .unwrap();
    assert!(
        letter.starts_with("mailto:?bcc=jan@elders.example,mia@elders.example&"),
        "{letter}"
    );
    assert!(breach(&desk.app).aid[0].done);

    let answers = AnswersDto {
        what: "Een mail over een leerling ging naar twee mensen buiten de school.".into(),
        categories: vec!["medical".into()],
        people: Some(1),
        encrypted: "no".into(),
        measures: vec!["asked-to-delete".into()],
        ..breach(&desk.app).answers
    };
    does(
        &desk,
        BreachAction::Answer {
            answers: answers.clone(),
        },
    );
    let answered = breach(&desk.app);
    assert_eq!(
        (answered.remarks.len(), answered.missing.len()),
        (0, 0),
        "{answered:?}"
    );
    for word in ["Noor", "epilepsie", "elders.example"] {
        assert!(!answered.report.contains(word), "{}", answered.report);
    }
    assert!(answered.report.contains("gezondheid") && answered.report.contains("Vlaamse Toezichtcommissie"));
    let mail = does(&desk, BreachAction::Report).open.unwrap();
    assert!(mail.starts_with("mailto:privacy@sintjan.example?"), "{mail}");
    assert!(desk.app.report_pdf(1).unwrap().starts_with(b"%PDF-"));

    desk.restart();
    desk.eventually(|app| app.breach(1).is_some_and(|breach| breach.mail.is_some()));
    assert_eq!(breach(&desk.app).answers, answers);
    does(&desk, BreachAction::Reported);
    does(&desk, BreachAction::Close);
    assert!(desk.app.breaches().open.is_empty());
}

#[test]
fn words_that_repeat_the_data_are_pointed_out_and_not_kept() {
    let mut desk = Desk::with_mailbox();
    desk.act(UserAction::BeginBreach { sent: None });
    let answers = AnswersDto {
        what: "Ik schreef dat Noor Claes uit 3B epilepsie heeft.".into(),
        ..AnswersDto::default()
    };
    does(
        &desk,
        BreachAction::Answer {
            answers: answers.clone(),
        },
    );
    let told = breach(&desk.app);
    assert_eq!(
        (told.remarks.len(), told.answers.what.as_str()),
        (1, answers.what.as_str())
    );
    assert!(!told.report.contains("epilepsie"), "{}", told.report);
    let letter = does(&desk, BreachAction::Report).open.unwrap();
    assert!(!letter.contains("epilepsie"), "{letter}");
    desk.restart();
    assert_eq!(breach(&desk.app).answers.what, "");
}

#[test]
fn not_sure_is_an_answer() {
    let desk = Desk::with_mailbox();
    desk.act(UserAction::BeginBreach { sent: None });
    does(
        &desk,
        BreachAction::Kind {
            kind: "not-sure".into(),
        },
    );
    let question = does(
        &desk,
        BreachAction::Aid {
            aid: "ask-contact".into(),
        },
    )
    .open
    .unwrap();
    assert!(
        question.starts_with("mailto:privacy@sintjan.example?"),
        "{question}"
    );
}

#[test]
fn what_left_before_the_start_can_be_picked() {
    let mut desk = Desk::with_mailbox();
    sent_with(&desk, "eerder@sintjan.example");
    desk.eventually(|app| app.breaches().sent.len() == 1);
    desk.restart();
    desk.eventually(|app| app.breaches().sent.len() == 1);
    let unknown = desk.app.act(UserAction::BeginBreach {
        sent: Some("elders@x".into()),
    });
    assert_eq!(unknown.unwrap_err().code, "mail-gone");
}
