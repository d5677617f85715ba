//! Messages made to exhaust the stack or the clock. The bound is generous (unoptimised builds on busy machines); what
//! it guards against takes minutes or aborts the process.

mod support;

use mailwijs_mail::{Field, Mail, Problem, parse};
use std::time::{Duration, Instant};

const BOUND: Duration = Duration::from_secs(10);

fn read(bytes: &[u8]) -> Mail {
    let started = Instant::now();
    let mail = parse(bytes);
    assert!(started.elapsed() < BOUND, "took {:?}", started.elapsed());
    support::check_invariants(&mail);
    mail
}

fn with_headers(rest: &str) -> Vec<u8> {
    format!("From: a@b.example\nSubject: x\n{rest}").into_bytes()
}

#[test]
fn a_thousand_multiparts_inside_one_another() {
    let levels = (0..1000).map(|i| format!("Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
    let mail = read(&with_headers(&(levels.collect::<String>() + "\nhallo")));
    assert_eq!(mail.problems, [Problem::TooDeep, Problem::Truncated]);
}

#[test]
fn a_hundred_thousand_forwarded_messages_inside_one_another() {
    let mail = read(&with_headers(&"Content-Type: message/rfc822\n\n".repeat(100_000)));
    assert_eq!(mail.attachments.len(), 1);
}

#[test]
fn a_hundred_thousand_parts_that_never_begin() {
    let part = "--o\nContent-Type: multipart/mixed; boundary=x\n\n";
    let mail = read(&with_headers(&format!(
        "Content-Type: multipart/mixed; boundary=o\n\n{}",
        part.repeat(100_000)
    )));
    assert!(mail.problems.contains(&Problem::TooManyParts) || mail.problems.contains(&Problem::TooDeep));
}

#[test]
fn a_hundred_thousand_recipients() {
    let people: Vec<_> = (0..100_000)
        .map(|i| format!("\"Ouder, {i}\" <ouder{i}@mail.example>"))
        .collect();
    let mail = parse(&with_headers(&format!("To: {}\n\nx", people.join(",\n "))));
    assert_eq!(mail.recipients.len(), 100_000);
    let last = &mail.recipients[99_999];
    let text = mail.field_text(Field::To);
    assert_eq!(
        text.get(last.at.clone()),
        Some("Ouder, 99999 <ouder99999@mail.example>")
    );
}

#[test]
fn one_line_of_five_megabytes() {
    let mail = read(&with_headers(&format!("\n{}", "woord ".repeat(900_000))));
    assert_eq!(mail.problems, [Problem::TextCut]);
    assert!(mail.body.content.len() <= 1024 * 1024 + 1);
}

#[test]
fn html_that_never_closes_a_tag() {
    let mail = read(&with_headers(&format!(
        "Content-Type: text/html\n\n{}einde",
        "<div><b>".repeat(200_000)
    )));
    assert!(mail.body.content.contains("einde"));
}

#[test]
fn lines_that_each_look_like_the_start_of_something() {
    for line in [
        "Van: a\n",
        "Groetjes\n\n",
        "deze mail is\n",
        "Op 3 mei 2024 a\n",
        "schreef:\n\n",
        "______________\n\n",
    ] {
        read(&with_headers(&format!("\n{}", line.repeat(50_000))));
    }
}
