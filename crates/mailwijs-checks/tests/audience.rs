//! The same sentence, told differently by who reads it.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

use mailwijs_checks::{Context, Fact, Finding, check};
use mailwijs_detect::{ClassList, Detector, Document};
use mailwijs_mail::{Direction, parse};
use mailwijs_policy::{Policy, RuleId, Severity};

const POLICY: &str = r#"
format = 1
[school]
name = "School"
domains = ["school.example"]
pupil_domains = ["leerling.school.example"]
[addresses]
general = ["zorg@school.example"]
groups = ["ouders-*@school.example", "leerkrachten@school.example"]
[rules.sensitive-pupil-data]
level = "stop"
"#;

const SENTENCE: &str = "Rune Baetens heeft diabetes en spuit op school insuline.";

fn finding(to: &str, subject: &str, body: &str) -> Finding {
    let message = format!(
        "From: An Claes <an.claes@school.example>\nTo: {to}\nSubject: {subject}\n\
         Content-Type: text/plain; charset=utf-8\n\n{body}\n"
    );
    let mail = parse(message.as_bytes());
    let policy = Policy::parse(POLICY).expect("a good policy");
    let list = ClassList::parse(b"given_name,family_name,class\nRune,Baetens,1A\n").expect("a good list");
    let entities = Detector::new(&list).detect(&Document::new(&mail, &[]));
    let report = check(&Context::new(&mail, Direction::Draft, &policy, &entities));
    let sensitive = |finding: &Finding| finding.rule == RuleId::SensitivePupilData;
    report
        .findings
        .into_iter()
        .find(sensitive)
        .expect("it is sensitive")
}

fn word(finding: &Finding, fact: &str) -> String {
    match finding.facts.get(fact) {
        Some(Fact::Word(word)) => word.clone(),
        other => panic!("{fact}: {other:?}"),
    }
}

#[test]
fn readers_decide_how_loudly_and_in_which_words() {
    for (to, greeting, audience, severity) in [
        ("zorg@school.example", "", "care", Severity::Warn),
        ("wim.jacobs@school.example", "", "colleagues", Severity::Stop),
        ("leerkrachten@school.example", "", "staff-group", Severity::Stop),
        (
            "els.baetens@telenet.be",
            "Beste ouders van Rune,\n\n",
            "own-parents",
            Severity::Warn,
        ),
        // The greeting names another child: their own child is not the one they read about.
        (
            "mieke.desmet@telenet.be",
            "Beste ouders van Fleur,\n\n",
            "one-family",
            Severity::Stop,
        ),
        ("mieke.desmet@telenet.be", "", "one-family", Severity::Stop),
        ("ouders-1a@school.example", "", "families", Severity::Stop),
        ("febe@leerling.school.example", "", "pupils", Severity::Stop),
        ("an.claes@gmail.com", "", "private-address", Severity::Stop),
        ("info@bedrijf.example", "", "outside", Severity::Stop),
    ] {
        let finding = finding(to, "Vraagje", &format!("{greeting}{SENTENCE}"));
        assert_eq!(word(&finding, "audience"), audience, "{to} {greeting:?}");
        assert_eq!(finding.severity, severity, "{to} {greeting:?}");
    }
}

#[test]
fn a_name_in_the_subject_takes_the_leniency_away() {
    let finding = finding("zorg@school.example", "Rune Baetens", SENTENCE);
    assert_eq!(word(&finding, "subject"), "named");
    assert_eq!(finding.severity, Severity::Stop);
}

#[test]
fn an_answer_is_lighter_than_handing_the_conversation_on() {
    let quote = "Op 6 nov. 2026 om 08:05 schreef Els Baetens <els.baetens@telenet.be>:\n\
                 > Dag juf, Rune Baetens heeft diabetes en spuit insuline.\n";
    let answer = finding(
        "els.baetens@telenet.be",
        "Re: vraagje",
        &format!("Bedankt!\n\n{quote}"),
    );
    assert_eq!(word(&answer, "place"), "quoted");
    assert_eq!(word(&answer, "history"), "quoted");
    assert_eq!(answer.severity, Severity::Warn);

    let handed_on = finding(
        "wim.jacobs@school.example",
        "Re: vraagje",
        &format!("Ter info.\n\n{quote}"),
    );
    assert_eq!(word(&handed_on, "history"), "new-reader");
    assert_eq!(handed_on.severity, Severity::Stop);
}

#[test]
fn readers_listed_in_the_quoted_headers_are_not_new() {
    let quote = "-------- Doorgestuurd bericht --------\n\
                 Van: Els Baetens <els.baetens@telenet.be>\n\
                 Aan: Wim Jacobs <wim.jacobs@school.example>, An Claes <an.claes@school.example>\n\
                 Onderwerp: Rune\n\n\
                 Rune Baetens heeft diabetes en spuit insuline.\n";
    let known = finding(
        "Wim Jacobs <wim.jacobs@school.example>",
        "vraagje",
        &format!("Zie hieronder.\n\n{quote}"),
    );
    assert_eq!(word(&known, "history"), "quoted");
    let new = finding(
        "Tom Maes <tom.maes@school.example>",
        "vraagje",
        &format!("Zie hieronder.\n\n{quote}"),
    );
    assert_eq!(word(&new, "history"), "new-reader");
}
