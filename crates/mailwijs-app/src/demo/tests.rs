//! The embedded script, and what it leaves on disk.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_checks::{Context, check};
use mailwijs_detect::{ClassList, Detector, Document};
use mailwijs_mail::{Direction, parse};
use mailwijs_policy::{RuleId, Template};

use super::{Demo, Letter, Pace, Script, ScriptError, StepKind, letter};

const AT_ONCE: Pace = Pace::Every(Duration::ZERO);

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

fn play_to_the_end(demo: &Demo) {
    let limit = Instant::now() + Duration::from_secs(20);
    while !demo.is_over() {
        assert!(Instant::now() < limit, "the demo does not end");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn the_embedded_script_shows_every_check_of_drafts() {
    let script = Script::embedded().unwrap();
    let mut shown = BTreeSet::new();
    for step in script.drafts.iter().flat_map(|draft| &draft.steps) {
        if let StepKind::Save { expect, .. } = &step.kind {
            shown.extend(expect.iter().copied());
        }
    }
    let all = [
        RuleId::VisibleRecipients,
        RuleId::GroupAddressVisible,
        RuleId::PrivateAccount,
        RuleId::PrivateAddressExposed,
        RuleId::Identifier,
        RuleId::Password,
        RuleId::SensitivePupilData,
        RuleId::ImproperContent,
    ];
    assert_eq!(shown, BTreeSet::from(all));
}

#[test]
fn every_save_is_judged_as_the_script_says() {
    let policy = Template::Flemish.policy();
    let detector = Detector::new(&ClassList::default());
    let judge = |letter: &Letter| {
        let mail = parse(&letter::bytes(letter, "1@demo.example", 0, true).unwrap());
        let entities = detector.detect(&Document::new(&mail, &[]));
        let report = check(&Context::new(&mail, Direction::Draft, &policy, &entities));
        report
            .findings
            .into_iter()
            .map(|finding| finding.rule)
            .collect::<BTreeSet<_>>()
    };
    for draft in Script::embedded().unwrap().drafts {
        for (index, step) in draft.steps.iter().enumerate() {
            if let StepKind::Save { letter, expect } = &step.kind {
                assert_eq!(judge(letter), *expect, "{}, step {}", draft.title, index + 1);
            }
        }
    }
}

#[test]
fn the_first_card_comes_within_half_a_minute_and_the_script_ends_within_four() {
    let script = Script::embedded().unwrap();
    let steps = script.drafts.iter().flat_map(|draft| &draft.steps);
    let loud = |kind: &StepKind| matches!(kind, StepKind::Save { expect, .. } if !expect.is_empty());
    let quiet_start = steps.clone().take_while(|step| !loud(&step.kind)).count();
    let first: Duration = steps.clone().take(quiet_start + 1).map(|step| step.after).sum();
    let total: Duration = steps.map(|step| step.after).sum();
    assert!(first < Duration::from_secs(30), "{first:?}");
    assert!(total < Duration::from_mins(4), "{total:?}");
}

#[test]
fn what_a_step_does_not_name_stays_as_it_was() {
    let script = Script::embedded().unwrap();
    let outing = script
        .drafts
        .iter()
        .find(|draft| draft.title == "Twaalf ouders in CC")
        .unwrap();
    let letters = outing.steps.iter().filter_map(|step| match &step.kind {
        StepKind::Save { letter, .. } => Some(letter),
        _ => None,
    });
    let letters: Vec<_> = letters.collect();
    let counts: Vec<_> = letters
        .iter()
        .map(|letter| (letter.cc.len(), letter.bcc.len()))
        .collect();
    assert_eq!(counts, [(12, 0), (12, 0), (0, 12)]);
    assert!(
        letters
            .iter()
            .all(|letter| letter.subject == "Uitstap Planckendael")
    );
    assert!(letters.last().unwrap().body.contains("regenjas"));
}

#[test]
fn every_draft_that_is_not_thrown_away_ends_in_sent_under_names_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    let script = Script::embedded().unwrap();
    let demo = Demo::start(&place.path().join("demo"), &script, AT_ONCE).unwrap();
    play_to_the_end(&demo);
    let sent = files(&demo.path().join("Sent/cur"));
    let ends = |wanted: &StepKind| {
        let last = script.drafts.iter().filter_map(|draft| draft.steps.last());
        last.filter(|step| step.kind == *wanted).count()
    };
    assert_eq!(sent.len(), ends(&StepKind::Send));
    assert!(sent.len() >= 9);
    assert_eq!(files(&demo.drafts().join("cur")), Vec::<String>::new());
    assert_eq!(files(&demo.drafts().join("tmp")), Vec::<String>::new());
}

#[test]
fn a_saved_draft_reads_back_as_written() {
    let place = tempfile::tempdir().unwrap();
    let mut script = Script::embedded().unwrap();
    script.drafts.retain(|draft| draft.title == "Twaalf ouders in CC");
    script.drafts.iter_mut().for_each(|draft| draft.steps.truncate(2));
    let demo = Demo::start(&place.path().join("demo"), &script, AT_ONCE).unwrap();
    play_to_the_end(&demo);
    let cur = demo.drafts().join("cur");
    let names = files(&cur);
    assert_eq!(names.len(), 1, "the old version goes when the new one is there");
    let bytes = fs::read(cur.join(&names[0])).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("X-Mozilla-Draft-Info: internal/draft"), "{text}");
    assert_eq!(
        text.matches('@').count(),
        1 + 1 + 1 + 12,
        "Message-ID, From, To and twelve in Cc: {text}"
    );
    assert!(text.contains("regenjas"), "{text}");
}

#[test]
fn stopping_removes_everything_at_any_moment() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("demo");
    let demo = Demo::start(
        &root,
        &Script::embedded().unwrap(),
        Pace::Every(Duration::from_millis(5)),
    )
    .unwrap();
    thread::sleep(Duration::from_millis(40));
    demo.stop().unwrap();
    assert!(!root.exists());
}

#[test]
fn stopping_leaves_what_somebody_else_put_there() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("demo");
    let demo = Demo::start(&root, &Script::embedded().unwrap(), Pace::Scripted).unwrap();
    let foreign = demo.drafts().join("cur/1.foreign:2,S");
    fs::write(&foreign, "Subject: mine\n\n").unwrap();
    demo.stop().unwrap();
    assert!(foreign.exists());
    assert!(!root.join("Sent").exists());
}

#[test]
fn a_foreign_maildir_is_refused_and_stays_as_it_is() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir_all(place.path().join("Drafts/cur")).unwrap();
    let refused = Demo::start(place.path(), &Script::embedded().unwrap(), AT_ONCE).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
    assert_eq!(files(place.path()), ["Drafts"]);
}

#[test]
fn a_demo_that_was_cut_off_makes_room_for_the_next() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("demo");
    let script = Script::embedded().unwrap();
    let mut first = script.clone();
    first.drafts.iter_mut().for_each(|draft| draft.steps.truncate(1));
    let cut_off = Demo::start(&root, &first, AT_ONCE).unwrap();
    play_to_the_end(&cut_off);
    std::mem::forget(cut_off);
    assert!(!files(&root.join("Drafts/cur")).is_empty());

    let next = Demo::start(&root, &script, Pace::Scripted).unwrap();
    assert_eq!(files(&next.drafts().join("cur")), Vec::<String>::new());
    next.stop().unwrap();
    assert!(!root.exists());
}

#[test]
fn a_broken_script_says_what_is_wrong() {
    let teacher = "[teacher]\nschool = \"a@b.example\"\nprivate = \"a@c.example\"\n";
    let parse = |rest: &str| Script::parse(&format!("{teacher}{rest}")).unwrap_err();
    assert_eq!(parse(""), ScriptError::Empty);
    assert!(matches!(
        parse("[[drafts]]\ntitel = \"x\"\nsteps = []"),
        ScriptError::Syntax(_)
    ));
    let sends = "[[drafts]]\ntitle = \"x\"\nsteps = [{ after = 1, do = \"send\" }]";
    assert_eq!(parse(sends), ScriptError::NothingSaved { draft: "x".into() });
    let expects = "[[drafts]]\ntitle = \"x\"\nsteps = [{ after = 1, expect = [\"passwords\"] }]";
    assert!(matches!(parse(expects), ScriptError::UnknownRule { rule, .. } if rule == "passwords"));
    let back = "[[drafts]]\ntitle = \"x\"\nsteps = [{ after = -1 }]";
    assert!(matches!(parse(back), ScriptError::Pause { .. }));
}
