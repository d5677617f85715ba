//! The engine is killed, at every step and in the middle of what it does, and started again: everything stands where the last
//! answer left it, no file that was put out is left, and the mailbox is as it was.

mod engine;
mod middle;
mod place;
mod process;
mod scan;
mod steps;

use mailwijs_app::ipc::{BreachAction, CaseAction, UserAction};

/// A mail that belongs in the tracking system. Each number is another mail in another conversation.
fn about_a_pupil(number: usize) -> String {
    format!(
        "Return-Path: <mama@familie{number}.example>\nReceived: from mx\nMessage-ID: <in-{number}@familie.example>\n\
From: Mama van Noor <mama@familie{number}.example>\nTo: an.peeters@sintjan.example\nDate: {}\nSubject: Zwemmen {number}\n\n\
Dag juf\n\nNoor Claes uit 3B heeft epilepsie. Graag voorzichtig in week {number}.\n\nGroeten\n",
        now()
    )
}

/// A mail that was sent to two people. Each number is another.
fn sent(number: usize) -> String {
    format!(
        "Message-ID: <{}>\nFrom: An Peeters <an.peeters@sintjan.example>\nTo: Jan <jan@elders.example>, mia@elders.example\n\
Date: {}\nSubject: Krijt {number}\n\nEr is nog krijt voor week {number}.\n",
        sent_id(number),
        now()
    )
}

fn sent_id(number: usize) -> String {
    format!("uit-{number}@sintjan.example")
}

fn now() -> String {
    jiff::Zoned::now()
        .strftime("%a, %d %b %Y %H:%M:%S %z")
        .to_string()
}

fn case(case: CaseAction) -> UserAction {
    UserAction::Case { id: 1, case }
}

fn myself() -> UserAction {
    case(CaseAction::Route {
        route: "myself".into(),
        email: None,
    })
}

fn filed(place: &str) -> UserAction {
    case(CaseAction::Filed { place: place.into() })
}

fn breach(breach: BreachAction) -> UserAction {
    UserAction::Breach { id: 1, breach }
}

fn kind(kind: &str) -> UserAction {
    breach(BreachAction::Kind { kind: kind.into() })
}

fn aid(aid: &str) -> UserAction {
    breach(BreachAction::Aid { aid: aid.into() })
}
