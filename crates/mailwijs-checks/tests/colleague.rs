//! What is said of a colleague: softly, to those who need not know, and never as a pupil's.

#![allow(clippy::expect_used, reason = "a test may panic")]

use mailwijs_checks::{Context, Finding, Fix, check};
use mailwijs_detect::{Category, ClassList, Detector, Document};
use mailwijs_mail::{Direction, parse};
use mailwijs_policy::{Policy, RuleId, Severity};

const POLICY: &str = r#"
format = 1
[school]
name = "School"
domains = ["school.example"]
[addresses]
general = ["directie@school.example"]
[rules.sensitive-pupil-data]
level = "stop"
"#;

const BURN_OUT: &str = "Meneer Peeters zit thuis met een burn-out.";

fn finding(from: &str, to: &str, body: &str, direction: Direction) -> Option<Finding> {
    let message = format!(
        "From: {from}\nTo: {to}\nSubject: Vervanging\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
    );
    let mail = parse(message.as_bytes());
    let policy = Policy::parse(POLICY).expect("a good policy");
    let list = ClassList::parse(b"given_name,family_name,class\nRune,Baetens,1A\n").expect("a good list");
    let entities = Detector::new(&list).detect(&Document::new(&mail, &[]));
    let report = check(&Context::new(&mail, direction, &policy, &entities));
    let mut findings = report.findings.into_iter();
    findings.find(|finding| finding.rule == RuleId::SensitivePupilData)
}

#[test]
fn a_colleague_is_told_of_as_softly_as_can_be() {
    let found = finding(
        "an@school.example",
        "koen@school.example",
        BURN_OUT,
        Direction::Draft,
    )
    .expect("it is private");
    assert_eq!(found.severity, Severity::Info);
    assert_eq!(found.categories, [Category::Psychosocial]);
    assert_eq!(found.fixes, [Fix::RemoveText]);
    assert_eq!(
        found.evidence[0].text,
        "Meneer Peeters zit thuis met een burn-out"
    );
}

#[test]
fn the_bare_name_of_a_colleague_is_one() {
    const DIVORCE: &str = "Niet doorvertellen, maar Els ligt in scheiding.";
    let office = format!("Vraag het aan Els van het secretariaat. {DIVORCE}");
    for (to, body) in [
        (
            "Griet <griet@school.example>, Els Wouters <els.wouters@school.example>",
            DIVORCE,
        ),
        ("griet@school.example", office.as_str()),
    ] {
        let found = finding("an@school.example", to, body, Direction::Draft).expect("it is private");
        assert_eq!(found.severity, Severity::Info, "{to}");
        assert_eq!(found.evidence[0].text, "Els ligt in scheiding", "{to}");
    }
    let alone = "Els Wouters <els.wouters@school.example>";
    assert_eq!(
        finding("an@school.example", alone, DIVORCE, Direction::Draft),
        None
    );
}

#[test]
fn those_who_must_know_are_told_freely() {
    for (from, to) in [
        ("an@school.example", "directie@school.example"),
        ("directie@school.example", "koen@school.example"),
        ("an@school.example", "jan.peeters@school.example"),
        ("jan.peeters@school.example", "koen@school.example"),
    ] {
        assert_eq!(
            finding(from, to, BURN_OUT, Direction::Draft),
            None,
            "{from} to {to}"
        );
    }
    let both = "directie@school.example, koen@school.example";
    assert!(finding("an@school.example", both, BURN_OUT, Direction::Draft).is_some());
}

#[test]
fn only_a_draft_can_still_be_put_right() {
    for direction in [Direction::Received, Direction::Sent] {
        assert_eq!(
            finding("an@school.example", "koen@school.example", BURN_OUT, direction),
            None
        );
    }
}

#[test]
fn a_pupil_comes_first() {
    let both = format!("{BURN_OUT} Rune Baetens heeft diabetes.");
    let found = finding(
        "an@school.example",
        "koen@school.example",
        &both,
        Direction::Draft,
    )
    .expect("it is sensitive");
    assert_eq!(found.severity, Severity::Stop);
    assert_eq!(found.evidence.len(), 1);
    assert_eq!(found.evidence[0].text, "diabetes");
}
