//! Killed in the middle of what it does.

use std::time::Duration;

use mailwijs_app::ipc::{AnswersDto, BreachAction, CaseAction, UserAction};
use serde_json::Value;

use super::place::Place;
use super::process::Process;
use super::{about_a_pupil, aid, breach, case, filed, kind, myself, sent, sent_id};

/// How often every action is cut off.
const TIMES: usize = 2;
/// How often a case and a breach are cut off as they are begun.
const BEGUN: usize = 6;

/// A kill: what stood before, what was still answered, and what stands after a restart.
struct Cut {
    after: Duration,
    before: Value,
    answered: Option<Value>,
    now: Value,
    process: Process,
}

/// Orders something, kills the engine at some moment of it, perhaps another one as it starts, and starts it again.
fn cut(place: &Place, mut process: Process, action: &UserAction) -> Cut {
    let before = process.once(|shown| shown["looked"] == true)["stands"].take();
    let mailbox = place.mailbox();
    let after = any(30);
    process.order(action);
    std::thread::sleep(after);
    let answered = process.kill().map(|mut shown| shown["stands"].take());
    start_and_kill(place);
    let (process, mut shown) = place.start();
    assert_eq!(place.mailbox(), mailbox, "{action:?} after {after:?}");
    // Shown when a test fails: which moments were met.
    let (is_answered, is_done) = (answered.is_some(), shown["stands"] != before);
    println!("killed after {after:?}: answered {is_answered}, changed {is_done}");
    Cut {
        after,
        before,
        answered,
        now: shown["stands"].take(),
        process,
    }
}

/// An engine that does not come far.
pub fn start_and_kill(place: &Place) {
    let process = Process::start(place.path());
    std::thread::sleep(any(60));
    process.kill();
}

/// Some time below so many milliseconds; rather a short one, since most is done soon.
pub fn any(most: u32) -> Duration {
    let mut random = [0; 2];
    getrandom::fill(&mut random).unwrap();
    let part = f64::from(u16::from_le_bytes(random)) / f64::from(u16::MAX);
    Duration::from_millis(most.into()).mul_f64(part * part)
}

/// What was answered stands, to the second; what was not answered is done wholly or not at all.
fn holds(cut: Cut, action: &UserAction) -> Process {
    let Cut {
        after,
        before,
        answered,
        now,
        mut process,
    } = cut;
    let told = format!("{action:?} cut off after {after:?}");
    if let Some(answered) = answered {
        assert_eq!(now, answered, "{told}, answered");
        return process;
    }
    let redone = process.act(action)["stands"].take();
    if now != before {
        assert_eq!(timeless(now), timeless(redone), "{told}");
    }
    process
}

/// Without the moments at which things were done.
fn timeless(mut stands: Value) -> Value {
    match &mut stands {
        Value::String(text) if text.parse::<jiff::Timestamp>().is_ok() => *text = "then".into(),
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| *value = timeless(value.take())),
        Value::Object(values) => values
            .values_mut()
            .for_each(|value| *value = timeless(value.take())),
        _ => {}
    }
    stands
}

#[test]
fn what_the_teacher_does_is_done_or_not_whenever_it_is_cut_off() {
    let place = Place::new();
    for _ in 0..4 {
        start_and_kill(&place);
    }
    let (mut process, _) = place.start();
    place.put("Inbox", "1.x:2,", &about_a_pupil(1));
    process.once(|shown| shown["received"][0]["to_lvs"] == true);
    process.act(&UserAction::BeginCase { received: 1 });
    process.act(&UserAction::BeginBreach { sent: None });
    for time in 0..TIMES {
        for action in script(time) {
            let cut = cut(&place, process, &action);
            process = holds(cut, &action);
        }
    }
}

/// Everything that changes a case or a breach, or puts files out.
fn script(time: usize) -> Vec<UserAction> {
    let answers = AnswersDto {
        what: format!("Een mail ging naar {time} mensen buiten de school."),
        people: u32::try_from(time).ok(),
        measures: vec!["asked-to-delete".into()],
        ..AnswersDto::default()
    };
    vec![
        myself(),
        case(CaseAction::OpenSystem),
        case(CaseAction::Export),
        filed("system"),
        filed("elsewhere"),
        case(CaseAction::NotFiled),
        case(CaseAction::Later),
        kind(["wrong-person", "sensitive-data"][time % 2]),
        aid(["ask-to-delete", "keep-mail"][time % 2]),
        breach(BreachAction::Answer { answers }),
        breach(BreachAction::Reported),
        breach(BreachAction::Close),
        breach(BreachAction::Reopen),
    ]
}

#[test]
fn a_breach_that_is_begun_is_there_wholly_or_not_at_all() {
    let place = Place::new();
    let (mut process, _) = place.start();
    for number in 0..BEGUN {
        place.put("Sent", &format!("{number}.x:2,S"), &sent(number));
        let known = |shown: &Value| {
            shown["sent"]
                .as_array()
                .is_some_and(|sent| sent.iter().any(|one| one["id"] == sent_id(number)))
        };
        process.once(known);
        let action = UserAction::BeginBreach {
            sent: Some(sent_id(number)),
        };
        let mut cut = cut(&place, process, &action);
        cut.process.once(known);
        process = holds(cut, &action);
    }
}

#[test]
fn a_case_that_is_begun_is_there_wholly_or_not_at_all() {
    let place = Place::new();
    let (mut process, _) = place.start();
    for number in 0..BEGUN {
        place.put("Inbox", &format!("{number}.x:2,"), &about_a_pupil(number));
        let listed = process.once(|shown| shown["received"][0]["to_lvs"] == true);
        let received = u32::try_from(listed["received"][0]["id"].as_u64().unwrap()).unwrap();
        let action = UserAction::BeginCase { received };
        let Cut {
            after,
            before,
            answered,
            now,
            process: next,
        } = cut(&place, process, &action);
        process = next;
        let told = format!("case {number} cut off after {after:?}: {now:#}");
        let (before, now) = (
            before["cases"].as_array().unwrap(),
            now["cases"].as_array().unwrap(),
        );
        // The newest comes first; the others are as they were.
        let (new, others) = now.split_at(now.len() - before.len());
        assert_eq!(others, before, "{told}");
        assert!(new.len() == 1 || new.is_empty() && answered.is_none(), "{told}");
        for one in new {
            let copies = one["copies"].as_array().map(Vec::len);
            assert_eq!(
                (&one["step"], &one["categories"][0], copies),
                (&"what".into(), &"gezondheid".into(), Some(1)),
                "{told}"
            );
        }
    }
}
