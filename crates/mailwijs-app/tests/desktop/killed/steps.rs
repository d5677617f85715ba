//! Killed at every step.

use std::fs;
use std::path::PathBuf;

use mailwijs_app::ipc::{AnswersDto, BreachAction, CaseAction, UserAction};
use serde_json::Value;

use super::place::Place;
use super::process::Process;
use super::{about_a_pupil, aid, breach, case, filed, kind, myself, sent, sent_id};

/// Kills it where it stands and starts it again: nothing is different.
fn again(place: &Place, mut process: Process) -> Process {
    let (before, mailbox) = (process.once(|shown| shown["looked"] == true), place.mailbox());
    process.kill();
    let (process, shown) = place.start();
    assert_eq!(shown["stands"], before["stands"]);
    assert_eq!(place.mailbox(), mailbox);
    process
}

/// Waits for a step that ticks by itself.
fn ticks(process: &mut Process, step: &str) {
    process.once(|shown| shown["stands"]["cases"][0]["step"] == step);
}

fn step(shown: &Value) -> &str {
    shown["stands"]["cases"][0]["step"].as_str().unwrap_or_default()
}

#[test]
fn a_case_stands_where_it_stood_after_a_kill_at_every_step() {
    let place = Place::new();
    let (mut process, _) = place.start();
    let inbox = place.put("Inbox", "1.x:2,", &about_a_pupil(1));
    let mbox = Mbox::with_a_copy(&place);
    process.once(|shown| shown["received"][0]["to_lvs"] == true);
    process.act(&UserAction::BeginCase { received: 1 });
    process.once(|shown| {
        shown["stands"]["cases"][0]["copies"]
            .as_array()
            .is_some_and(|copies| copies.len() == 2)
    });

    let mut process = again(&place, process);
    assert_eq!(step(&process.act(&myself())), "into-lvs");
    let mut process = again(&place, process);
    let exported = process.act(&case(CaseAction::Export));
    assert_eq!(step(&exported), "filed");
    let folder = PathBuf::from(exported["folders"][0].as_str().unwrap());
    assert!(folder.starts_with(place.path().join("session")) && folder.join("mail.eml").exists());
    let mut process = again(&place, process);
    assert!(!folder.exists());
    process.act(&case(CaseAction::Export));
    assert_eq!(step(&process.act(&filed("system"))), "delete");
    assert_eq!(place.exported(), Vec::<PathBuf>::new());

    let mut process = again(&place, process);
    let trash = place.mail().join("Trash/cur/1.x:2,S");
    fs::rename(&inbox, &trash).unwrap();
    mbox.is_marked_as_deleted();
    ticks(&mut process, "trash");
    let mut process = again(&place, process);
    fs::remove_file(&trash).unwrap();
    ticks(&mut process, "gone");
    let process = again(&place, process);
    process.kill();
    mbox.is_compacted();
    let (mut process, _) = place.start();
    ticks(&mut process, "done");
    let mut process = again(&place, process);

    place.put("Inbox", "2.x:2,", &about_a_pupil(1));
    process.once(|shown| shown["stands"]["cases"][0]["reopened"] == true);
    again(&place, process);
}

#[test]
fn a_breach_stands_where_it_stood_after_a_kill_at_every_step() {
    let place = Place::new();
    let (mut process, _) = place.start();
    place.put("Sent", "1.x:2,S", &sent(1));
    process.once(|shown| shown["sent"][0]["id"] == sent_id(1));
    let noted = process.act(&UserAction::BeginBreach {
        sent: Some(sent_id(1)),
    });
    assert_eq!(noted["stands"]["breaches"][0]["answers"]["recipients"], 2);
    let answers = AnswersDto {
        what: "Een mail ging naar twee mensen buiten de school.".into(),
        categories: vec!["medical".into()],
        people: Some(1),
        encrypted: "no".into(),
        measures: vec!["asked-to-delete".into()],
        ..AnswersDto::default()
    };
    let actions = [
        kind("wrong-person"),
        aid("ask-to-delete"),
        breach(BreachAction::Answer { answers }),
        breach(BreachAction::Report),
        breach(BreachAction::Reported),
        breach(BreachAction::Close),
        breach(BreachAction::Reopen),
    ];
    let mut process = again(&place, process);
    for action in actions {
        process.act(&action);
        process = again(&place, process);
    }
    let stands = &process.once(|_| true)["stands"]["breaches"][0];
    assert_eq!(
        (&stands["kind"], &stands["answers"]["people"]),
        (&"wrong-person".into(), &1.into())
    );
    assert!(
        stands["reported"].is_string() && stands["closed"].is_null(),
        "{stands:#}"
    );
}

/// An mbox with a copy of the first mail and another one behind it.
struct Mbox {
    path: PathBuf,
    mail: String,
}

impl Mbox {
    const SEPARATOR: &str = "From - Sun Nov 22 01:10:31 2026\n";
    const OTHER: &str = "X-Mozilla-Status: 0001\nSubject: Krijt\n\nDag\n\n";

    fn with_a_copy(place: &Place) -> Self {
        let path = place.mail().join("Oud");
        let mbox = Self {
            path,
            mail: about_a_pupil(1),
        };
        mbox.write("0001");
        mbox
    }

    fn write(&self, status: &str) {
        let (separator, other, mail) = (Self::SEPARATOR, Self::OTHER, &self.mail);
        fs::write(
            &self.path,
            format!("{separator}X-Mozilla-Status: {status}\n{mail}\n{separator}{other}"),
        )
        .unwrap();
    }

    fn is_marked_as_deleted(&self) {
        self.write("0009");
    }

    fn is_compacted(&self) {
        let new = self.path.with_file_name("nieuw");
        fs::write(&new, format!("{}{}", Self::SEPARATOR, Self::OTHER)).unwrap();
        fs::rename(new, &self.path).unwrap();
    }
}
