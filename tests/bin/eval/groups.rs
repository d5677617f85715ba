//! The whole report for people: a chapter for mails that are open, held out, and for training sentences.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use mailwijs_tests::baseline::Difference;
use mailwijs_tests::corpus::Kind;
use mailwijs_tests::figures::{Figures, Outcome};

use crate::{slices, table};

/// A chapter for each kind of mails that there are.
pub fn all(outcomes: &[Outcome<'_>], rule: Option<&str>) -> String {
    let mut text = String::new();
    for (kind, title) in [
        (Kind::Open, "Mails"),
        (Kind::HeldOut, "Mails held out: nobody tunes the rules on them"),
        (
            Kind::Unseen,
            "Unseen mails: neither the rules nor the sentence encoder were made with them",
        ),
        (Kind::Sentences, "Training sentences"),
    ] {
        let mails: Vec<&Outcome<'_>> = outcomes
            .iter()
            .filter(|outcome| outcome.part.kind == kind)
            .collect();
        if !mails.is_empty() {
            text.push_str(&chapter(title, &mails, rule));
        }
    }
    if cfg!(debug_assertions) {
        text.push_str("The times are those of a development build; with --release they are the product's.\n");
    }
    text
}

fn chapter(title: &str, mails: &[&Outcome<'_>], rule: Option<&str>) -> String {
    let figures = Figures::of(mails.iter().copied());
    let parts: BTreeSet<&str> = mails.iter().map(|outcome| outcome.part.name.as_str()).collect();
    let parts: Vec<&str> = parts.into_iter().collect();
    let title = format!("{title} ({} in {})", figures.mails, parts.join(", "));
    let mut text = format!("{title}\n{}\n\n", "=".repeat(title.chars().count()));
    text.push_str(&table::rules(&figures, rule));
    if rule.is_none_or(|rule| rule == mailwijs_tests::figures::SENSITIVE) {
        text.push_str(&table::categories(&figures));
    }
    text.push_str(&table::difficulty(&figures, rule));
    text.push_str(&table::alarms(&figures));
    text.push_str(&slices::table(mails, rule));
    let times = figures.times;
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "One mail takes {:.2} ms (median), {:.2} ms (95 of 100).\n",
        times.median_ms, times.p95_ms
    );
    text
}

/// What changed since the figures that were accepted.
pub fn difference(difference: &Difference) -> String {
    let mut text = String::new();
    for (title, lines) in [
        ("Fell since the accepted figures", &difference.fallen),
        ("Worse", &difference.worse),
        ("Better", &difference.better),
    ] {
        if !lines.is_empty() {
            let _ = writeln!(text, "{title}:\n  {}", lines.join("\n  "));
        }
    }
    if text.is_empty() {
        text.push_str("As the accepted figures, mail by mail.\n");
    }
    text
}
