//! Whatever the mail, no check crashes and every finding keeps its promises.
#![expect(clippy::unwrap_used, reason = "the policy in this file is sound")]

use std::time::{Duration, Instant};

use mailwijs_checks::{Context, check};
use mailwijs_detect::{Detector, Document, Entities};
use mailwijs_mail::{Direction, parse};
use mailwijs_policy::Policy;
use proptest::collection::vec;
use proptest::prelude::*;

const POLICY: &str = "format = 1\n[school]\nname = \"School\"\ndomains = [\"school.example\"]\n\
    [addresses]\ngroups = [\"team-*@school.example\"]\n";

fn policy() -> Policy {
    Policy::parse(POLICY).unwrap()
}

/// Something that may stand in an address list: sound, half-typed or hostile.
fn mailbox() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zéü.]{0,12}@(gmail.com|school.example|telenet.be|firma.example|)",
        "(Mama van |Fam\\. |Juf |)[A-Zé][a-z]{1,8}( de | van )?[A-Z]?[a-z]{0,8} <[a-z.+]{1,12}@gmail.com>",
        "team-[a-z]{1,4}@school.example",
        "\\PC{0,20}",
    ]
}

/// A line of text that may set something off.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "Beste ouders van [A-Zé][a-z]{2,8}( en [A-Z][a-z]{2,6})?,",
        "Het wachtwoord is [A-Za-z0-9!]{4,12}",
        "(Noor|Uw zoon) heeft (suikerziekte|een toets|dyslexie)",
        "Mail juf [A-Z][a-z]{2,6} op [a-z.]{3,10}@gmail.com",
        "> .{0,30}",
        "\\PC{0,60}",
    ]
}

proptest! {
    #[test]
    fn every_finding_keeps_its_promises(
        from in mailbox(),
        to in vec(mailbox(), 0..8),
        cc in vec(mailbox(), 0..4),
        subject in line(),
        body in vec(line(), 0..8),
        received in any::<bool>(),
    ) {
        let message = format!(
            "From: {from}\r\nTo: {}\r\nCc: {}\r\nSubject: {subject}\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n",
            to.join(", "), cc.join(", "), body.join("\r\n")
        );
        let mail = parse(message.as_bytes());
        let entities = DETECTOR.with(|detector| detector.detect(&Document::new(&mail, &[])));
        let policy = policy();
        let direction = if received { Direction::Received } else { Direction::Draft };
        let report = check(&Context::new(&mail, direction, &policy, &entities));
        prop_assert!(report.skipped.is_empty(), "{:?}", report.skipped);
        prop_assert!(report.findings.is_sorted_by(|one, next| one.severity >= next.severity));
        let mut rules: Vec<_> = report.findings.iter().map(|finding| finding.rule).collect();
        rules.sort();
        rules.dedup();
        prop_assert_eq!(rules.len(), report.findings.len());
        for evidence in report.findings.iter().flat_map(|finding| &finding.evidence) {
            let text = mail.part_text(evidence.span.part).unwrap();
            prop_assert_eq!(text.get(evidence.span.range.clone()), Some(evidence.text.as_str()));
        }
    }
}

thread_local! {
    static DETECTOR: Detector = Detector::default();
}

#[test]
fn a_mail_to_thousands_does_not_hang() {
    let to: Vec<String> = (0..2000)
        .map(|at| format!("jan.de{at}smet{at}@gmail.com"))
        .collect();
    let body: String = (0..5_000)
        .map(|at| format!("juf an an{at}@telenet.be "))
        .collect::<Vec<_>>()
        .concat();
    let message = format!(
        "From: an.privé@gmail.com\r\nTo: {}\r\n\r\n{body}\r\n",
        to.join(", ")
    );
    let mail = parse(message.as_bytes());
    let (entities, policy) = (Entities::default(), policy());
    let start = Instant::now();
    let report = check(&Context::new(&mail, Direction::Draft, &policy, &entities));
    assert_eq!(report.skipped, [""; 0]);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
