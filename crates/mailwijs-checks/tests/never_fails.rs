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
        "(Bevestig je e-mailadres|Je mailbox is vol|Koop google play kaarten en stuur me de codes)",
        "https?://(www\\.kbc\\.be|kbc-login\\.top|xn--[a-z]{1,6}\\.be|[0-9.]{1,12}|\\PC{0,12})/[a-z]{0,5}",
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

/// Links, names and files of a received mail made to stall what looks for fraud in it.
#[test]
fn received_mail_made_to_stall_does_not_hang() {
    let links: Vec<String> = (0..1000)
        .map(|at| {
            format!("<a href='https://kbс-{at}.smartsch00l{at}.top/x'>www.kbc{at}.be {at}.example</a> ")
        })
        .collect();
    let links = links.concat();
    let long = "a-".repeat(50_000);
    let wrapped = format!(
        "https://www.google.com/url?q={}",
        "https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D".repeat(20_000)
    );
    let body = format!(
        "<p>{links}</p><a href='https://{long}.be'>https://ö{long}.be</a><a href='{wrapped}'>www.kbc.be</a><p>{}</p>",
        "je account wordt ".repeat(5_000)
    );
    let message = format!(
        "Received: from a by b\r\nAuthentication-Results: {}\r\nFrom: \"{}\" <a@{}.be>\r\nReply-To: {}\r\n\
         To: an@school.example\r\nSubject: {}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}\r\n",
        "(;=".repeat(5_000),
        "kbc ".repeat(1_000),
        "rn".repeat(500),
        "x@a.be, ".repeat(500),
        "bevestig je ".repeat(1_000),
    );
    let mail = parse(message.as_bytes());
    let (entities, policy) = (Entities::default(), policy());
    let start = Instant::now();
    let report = check(&Context::new(&mail, Direction::Received, &policy, &entities));
    assert_eq!(report.skipped, [""; 0]);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
