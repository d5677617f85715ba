//! Something was sent wrong.
#![expect(clippy::unwrap_used, reason = "times in tests are valid")]

use jiff::Timestamp;
use mailwijs_handover::{Aid, Answers, Breach, BreachPlace, Encrypted, Kind, Measure, Question};

fn at(hour: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + hour * 3600).unwrap()
}

#[test]
fn the_clock_runs_for_72_hours_from_noticing() {
    let breach = Breach::notice(at(0), None);
    assert_eq!(breach.deadline(), at(72));
    assert_eq!(breach.hours_left(at(0)), 72);
    assert_eq!(
        breach.hours_left(Timestamp::from_second(at(71).as_second() + 1).unwrap()),
        0
    );
    assert_eq!(breach.hours_left(at(74)), -2);
}

#[test]
fn reminders_come_until_it_is_reported() {
    let mut breach = Breach::notice(at(0), None);
    let mut due = Vec::new();
    while let Some(at) = breach.next_reminder() {
        due.push(at);
        breach.was_reminded(at);
    }
    assert_eq!(due, [at(4), at(24), at(48), at(66)]);

    let mut breach = Breach::notice(at(0), None);
    breach.was_reminded(at(30));
    assert_eq!(
        breach.next_reminder(),
        Some(at(48)),
        "a laptop that slept is reminded once"
    );
    breach.report(at(31));
    assert_eq!(breach.next_reminder(), None);
    breach.report(at(40));
    assert_eq!(breach.reported(), Some(at(31)), "the first report counts");
}

#[test]
fn first_aid_fits_what_went_wrong() {
    let mut breach = Breach::notice(at(0), None);
    assert_eq!(breach.first_aid(), []);
    for kind in Kind::ALL {
        breach.say(kind);
        let aid = breach.first_aid();
        assert!(
            aid.iter().any(|(aid, _)| *aid == Aid::KeepMail),
            "{kind:?}: the mail tells what happened"
        );
        assert!(aid.len() >= 2, "{kind:?}");
    }
    breach.aid(Aid::AskContact);
    breach.aid(Aid::AskContact);
    assert_eq!(
        breach.first_aid(),
        [(Aid::AskContact, true), (Aid::KeepMail, false)]
    );
}

#[test]
fn what_is_missing_is_told_and_nothing_forces_an_answer() {
    let mut breach = Breach::notice(at(0), None);
    assert_eq!(breach.answers().missing().len(), 7);
    breach.answer(Answers {
        what: "Een mail ging naar de verkeerde ouder.".to_owned(),
        happened: Some(at(-1)),
        topics: vec!["medical".to_owned(), "contact".to_owned()],
        people: Some(1),
        recipients: Some(1),
        place: Some(BreachPlace::Mail),
        encrypted: Some(Encrypted::No),
        measures: Vec::new(),
    });
    assert_eq!(breach.answers().missing(), [Question::Measures]);
    let mut answers = breach.answers().clone();
    answers.measures.push(Measure::AskedToDelete);
    breach.answer(answers);
    assert_eq!(breach.answers().missing(), []);
}

#[test]
fn it_survives_a_power_cut_and_can_go_on_after_it_was_closed() {
    let mut breach = Breach::notice(at(0), Some(mailwijs_handover::MailId(3)));
    breach.say(Kind::NotSure);
    breach.aid(Aid::KeepMail);
    breach.close(at(5));
    let mut restored = Breach::restore(&breach.save()).unwrap();
    assert_eq!(restored, breach);
    restored.reopen();
    assert_eq!(restored.closed(), None);
    assert!(Breach::restore("{}").is_err());
}
