//! What is remembered.

use std::path::Path;

use mailwijs_history::{
    Dismissed, Handover, HandoverKind, Hash, History, KeySource, NudgeEvent, Outcome, Outcomes, RuleRecord,
};

fn history() -> History {
    History::open(Path::new(""), KeySource::Memory).unwrap()
}

fn note(history: &mut History, draft: Hash, rule: &str, outcome: Option<Outcome>, at: i64) {
    let categories: &[&str] = if rule == "sensitive-pupil-data" {
        &["medical", "care"]
    } else {
        &[]
    };
    history
        .note(NudgeEvent {
            draft,
            rule,
            severity: "warn",
            categories,
            outcome,
            at,
        })
        .unwrap();
}

#[test]
fn a_nudge_is_one_line_with_what_came_of_it() {
    let mut history = history();
    let draft = history.draft("1");
    note(&mut history, draft, "sensitive-pupil-data", None, 10);
    note(
        &mut history,
        draft,
        "sensitive-pupil-data",
        Some(Outcome::Later),
        20,
    );
    note(&mut history, draft, "sensitive-pupil-data", None, 30);
    note(
        &mut history,
        draft,
        "sensitive-pupil-data",
        Some(Outcome::PutRight),
        40,
    );
    note(&mut history, draft, "sensitive-pupil-data", None, 50);
    let lines = history.recent(10).unwrap();
    assert_eq!(
        lines.len(),
        2,
        "put right and written again is a new one: {lines:?}"
    );
    assert_eq!(lines[1].outcome, Some((Outcome::PutRight, 40)));
    assert_eq!((lines[1].noticed_at, lines[1].shown), (10, true));
    assert_eq!(lines[1].categories, ["medical", "care"]);
    assert_eq!(lines[0].outcome, None);
}

#[test]
fn what_left_without_ever_being_shown_counts_as_sent_only() {
    let mut history = history();
    let draft = history.draft("1");
    note(&mut history, draft, "password", Some(Outcome::SentOpen), 10);
    assert_eq!(
        history.outcomes(0, 100).unwrap(),
        Outcomes {
            sent_open: 1,
            ..Outcomes::default()
        }
    );
}

#[test]
fn a_week_counts_what_fell_in_it() {
    let mut history = history();
    for (number, at) in [(1, 99), (2, 100), (3, 150), (4, 199), (5, 200)] {
        let draft = history.draft(&number.to_string());
        note(&mut history, draft, "password", None, at);
        note(
            &mut history,
            draft,
            "password",
            Some(if number == 3 {
                Outcome::NotRight
            } else {
                Outcome::PutRight
            }),
            at,
        );
    }
    let week = history.outcomes(100, 200).unwrap();
    assert_eq!(
        week,
        Outcomes {
            shown: 3,
            put_right: 2,
            dismissed: 1,
            sent_open: 0
        }
    );
}

#[test]
fn dismissals_in_a_row_end_when_one_is_put_right_or_the_offer_is_answered() {
    let mut history = history();
    let mut at = 0;
    let mut came_of = |history: &mut History, outcome| {
        at += 10;
        let draft = history.draft(&at.to_string());
        note(history, draft, "visible-recipients", None, at);
        note(history, draft, "visible-recipients", Some(outcome), at + 1);
        history.dismissed_in_a_row().unwrap()
    };
    assert_eq!(
        came_of(&mut history, Outcome::Dismissed),
        [("visible-recipients".to_owned(), 1)]
    );
    assert_eq!(
        came_of(&mut history, Outcome::NotRight),
        [("visible-recipients".to_owned(), 2)]
    );
    assert_eq!(came_of(&mut history, Outcome::PutRight), []);
    assert_eq!(
        came_of(&mut history, Outcome::Dismissed),
        [("visible-recipients".to_owned(), 1)]
    );
    history.answered_quieter("visible-recipients", 1000).unwrap();
    assert_eq!(history.dismissed_in_a_row().unwrap(), []);
}

#[test]
fn each_rule_keeps_its_own_record_until_the_offer_is_answered() {
    let mut history = history();
    let events = [
        ("visible-recipients", Outcome::Dismissed),
        ("visible-recipients", Outcome::NotRight),
        ("visible-recipients", Outcome::PutRight),
        ("public-share-link", Outcome::SentOpen),
    ];
    for ((rule, outcome), at) in events.into_iter().zip(1..) {
        let draft = history.draft(&format!("{at}"));
        note(&mut history, draft, rule, None, at);
        note(&mut history, draft, rule, Some(outcome), at);
    }
    let record = |shown, put_right, dismissed, sent_open| Outcomes {
        shown,
        put_right,
        dismissed,
        sent_open,
    };
    let link = ("public-share-link".to_owned(), record(1, 0, 0, 1));
    assert_eq!(
        history.acceptance().unwrap(),
        [
            link.clone(),
            ("visible-recipients".to_owned(), record(3, 1, 2, 0))
        ]
    );
    history.answered_quieter("visible-recipients", 10).unwrap();
    assert_eq!(history.acceptance().unwrap(), [link]);
}

#[test]
fn the_whole_record_of_a_rule_outlives_the_offer() {
    let mut history = history();
    let outcomes = [
        Outcome::Dismissed,
        Outcome::NotRight,
        Outcome::NotRight,
        Outcome::PutRight,
    ];
    for (outcome, at) in outcomes.into_iter().zip(1..) {
        let draft = history.draft(&format!("{at}"));
        note(&mut history, draft, "visible-recipients", None, at);
        note(&mut history, draft, "visible-recipients", Some(outcome), at);
    }
    history.answered_quieter("visible-recipients", 10).unwrap();
    let record = RuleRecord {
        shown: 4,
        put_right: 1,
        kept: 1,
        not_right: 2,
    };
    assert_eq!(
        history.records().unwrap(),
        [("visible-recipients".to_owned(), record)]
    );
}

#[test]
fn an_answer_taken_back_leaves_the_line_open_and_the_dismissal_before_it() {
    let mut history = history();
    let draft = history.draft("1");
    let before = Dismissed {
        rule: "password".into(),
        severity: "warn".into(),
        categories: Vec::new(),
    };
    let after = Dismissed {
        severity: "stop".into(),
        ..before.clone()
    };
    note(&mut history, draft, "password", None, 10);
    note(&mut history, draft, "password", Some(Outcome::Dismissed), 20);
    note(&mut history, draft, "password", None, 30);
    note(&mut history, draft, "password", Some(Outcome::NotRight), 40);
    history.dismiss(draft, &after, 40).unwrap();

    history.take_back(draft, "password", Some(&before), 50).unwrap();
    let lines = history.recent(10).unwrap();
    assert_eq!(
        (lines[0].outcome, lines[1].outcome),
        (None, Some((Outcome::Dismissed, 20)))
    );
    assert_eq!(history.dismissed(draft).unwrap(), [before]);

    history.take_back(draft, "password", None, 60).unwrap();
    assert_eq!(history.dismissed(draft).unwrap(), []);
}

#[test]
fn what_was_dismissed_for_a_draft_is_found_again() {
    let history = history();
    let (draft, renamed) = (
        history.draft("id1 Uitstap"),
        history.draft("id1 Uitstap naar zee"),
    );
    let dismissed = Dismissed {
        rule: "password".into(),
        severity: "stop".into(),
        categories: vec!["medical".into()],
    };
    history.dismiss(draft, &dismissed, 1).unwrap();
    assert_eq!(
        history.dismissed(draft).unwrap(),
        std::slice::from_ref(&dismissed)
    );
    assert_eq!(history.dismissed(renamed).unwrap(), []);
    history.rename_draft(draft, renamed).unwrap();
    assert_eq!(history.dismissed(draft).unwrap(), []);
    assert_eq!(history.dismissed(renamed).unwrap(), [dismissed]);
    history.forget_draft(renamed).unwrap();
    assert_eq!(history.dismissed(renamed).unwrap(), []);
}

#[test]
fn taking_a_silence_back_frees_only_what_no_other_silences() {
    let mut history = history();
    let [song, insulin, name] =
        ["song", "insulin", "name"].map(|words| history.trigger("password", words, ""));
    let first = history.silence("password", &[song, insulin], 1).unwrap();
    let second = history.silence("password", &[insulin, name], 2).unwrap();
    assert_eq!(
        history
            .silences()
            .unwrap()
            .iter()
            .map(|s| s.id)
            .collect::<Vec<_>>(),
        [second, first]
    );
    assert_eq!(history.forget_silence(first).unwrap(), [song]);
    let mut rest = [insulin, name];
    rest.sort();
    assert_eq!(history.silences().unwrap()[0].triggers, rest);
    assert_eq!(history.forget_silence(second).unwrap(), rest);
    assert_eq!(history.forget_silence(second).unwrap(), []);
    let third = history.silence("password", &[song], 3).unwrap();
    assert!(third > second, "an id is never given twice");
}

#[test]
fn old_lines_are_forgotten() {
    let mut history = history();
    let draft = history.draft("1");
    note(&mut history, draft, "password", None, 10);
    note(&mut history, draft, "identifier", None, 20);
    history
        .dismiss(
            draft,
            &Dismissed {
                rule: "password".into(),
                severity: "stop".into(),
                categories: vec![],
            },
            10,
        )
        .unwrap();
    history.prune(20).unwrap();
    assert_eq!(history.recent(10).unwrap().len(), 1);
    assert_eq!(history.dismissed(draft).unwrap(), []);
}

#[test]
fn settings_corrections_and_days() {
    let history = history();
    history.set_setting("lang", Some("fr")).unwrap();
    history.set_setting("lang", Some("nl")).unwrap();
    assert_eq!(history.setting("lang").unwrap().as_deref(), Some("nl"));
    history.set_setting("lang", None).unwrap();
    assert_eq!(history.setting("lang").unwrap(), None);
    history.set_account_kind("An@School.be", Some("school")).unwrap();
    assert_eq!(
        history.account_kind("an@school.be").unwrap().as_deref(),
        Some("school")
    );
    history.set_account_kind("an@school.be", None).unwrap();
    assert_eq!(history.account_kind("An@School.be").unwrap(), None);
    for _ in 0..3 {
        history.count_checked("2026-11-22").unwrap();
    }
    assert_eq!(history.checked("2026-11-22").unwrap(), 3);
    assert_eq!(history.checked("2026-11-23").unwrap(), 0);
}

#[test]
fn a_case_stands_where_it_stood() {
    let history = history();
    let case = |id: u32, state: &str| Handover {
        id,
        state: state.to_owned(),
        sought: (id == 1).then(|| "{}".to_owned()),
    };
    history
        .put_handover(HandoverKind::Case, &case(2, "begun"))
        .unwrap();
    history
        .put_handover(HandoverKind::Case, &case(1, "begun"))
        .unwrap();
    history
        .put_handover(HandoverKind::Breach, &case(1, "other"))
        .unwrap();
    history
        .put_handover(HandoverKind::Case, &case(1, "filed"))
        .unwrap();
    let cases = history.handovers(HandoverKind::Case).unwrap();
    assert_eq!(cases, [case(1, "filed"), case(2, "begun")]);
    assert_eq!(
        history.handovers(HandoverKind::Breach).unwrap(),
        [case(1, "other")]
    );
}

#[test]
fn another_thread_hashes_as_the_history_does() {
    let history = history();
    let hasher = history.hasher();
    let hash = std::thread::spawn(move || hasher.hash("draft", "Uitstap"))
        .join()
        .unwrap();
    assert_eq!(hash, history.draft("Uitstap"));
}

#[test]
fn a_found_mail_is_found_once_and_forgotten_when_it_was_dealt_with() {
    let history = history();
    let (noor, sem) = (Hash([1; 16]), Hash([2; 16]));
    assert_eq!(
        history.add_found(noor, "about Noor", "by its hashes").unwrap(),
        Some(1)
    );
    assert_eq!(
        history.add_found(sem, "about Sem", "by its hashes").unwrap(),
        Some(2)
    );
    assert_eq!(history.add_found(noor, "again", "elsewhere").unwrap(), None);
    let states = |history: &History| {
        let found = history.found().unwrap().into_iter();
        found.map(|found| (found.id, found.state)).collect::<Vec<_>>()
    };
    assert_eq!(
        states(&history),
        [(1, "about Noor".to_owned()), (2, "about Sem".to_owned())]
    );

    history.found_is_handled(2, 1_700_000_000).unwrap();
    assert_eq!(states(&history), [(1, "about Noor".to_owned())]);
    assert_eq!(
        history.add_found(sem, "about Sem", "by its hashes").unwrap(),
        None,
        "it is known, dealt with or not"
    );
    let next = history
        .add_found(Hash([3; 16]), "another", "by its hashes")
        .unwrap();
    assert_eq!(next, Some(3), "a number is not given twice");
}
