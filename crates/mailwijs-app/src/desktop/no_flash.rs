//! What is painted while the sentences of a draft are being read, by a reader and a clock that the test moves.

use mailwijs_checks::Report;

use super::event::AppEvent;
use super::still_desk::StillDesk;

const HEAD: &str =
    "From: An Peeters <an.peeters@sintjan.example>\nTo: Joris Maes <joris.maes@sintjan.example>\n";
/// The words tell something; what the sentences say is up to the test.
const TELLING: &str = "Subject: Noor\n\nNoor Claes uit 3B heeft epilepsie.\n";
const PARENTS: &str =
    "Cc: a@familie-a.example, b@familie-b.example, c@familie-c.example, d@familie-d.example\n";

#[test]
fn what_the_sentences_take_back_in_time_was_never_painted() {
    let mut desk = StillDesk::new();
    let examined = desk.save(&format!("{HEAD}{TELLING}"));
    assert_eq!(examined.report.findings.len(), 1, "the words must tell something");
    desk.after(242);
    desk.take(AppEvent::SentencesRead(examined, Report::default()));
    desk.after(1000);
    desk.take(AppEvent::Tick);
    assert_eq!(desk.painted(), []);
}

#[test]
fn what_the_sentences_confirm_is_painted_when_they_do() {
    let mut desk = StillDesk::new();
    let examined = desk.save(&format!("{HEAD}{TELLING}"));
    assert_eq!(desk.painted(), []);
    let report = examined.report.clone();
    desk.take(AppEvent::SentencesRead(examined, report));
    assert_eq!(desk.painted().len(), 1);
}

#[test]
fn a_reader_that_takes_too_long_is_not_waited_for() {
    let mut desk = StillDesk::new();
    desk.save(&format!("{HEAD}{TELLING}"));
    desk.after(349);
    desk.take(AppEvent::Tick);
    assert_eq!(desk.painted(), []);
    desk.after(1);
    desk.take(AppEvent::Tick);
    let painted = desk.painted();
    assert_eq!(
        painted[0].as_ref().unwrap().findings[0].rule,
        "sensitive-pupil-data"
    );
}

#[test]
fn no_other_rule_waits() {
    let mut desk = StillDesk::new();
    desk.save(&format!("{HEAD}{PARENTS}{TELLING}"));
    let painted = desk.painted();
    let rules: Vec<&str> = painted[0]
        .iter()
        .flat_map(|card| &card.findings)
        .map(|f| f.rule.as_str())
        .collect();
    assert_eq!(rules, ["visible-recipients"]);
}
