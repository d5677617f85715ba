//! One rule by language and by writer, side by side.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use mailwijs_tests::figures::{Figures, Outcome, SENSITIVE};

use crate::table::{of, per_hundred};

/// A row for each language and for each part.
pub fn table(mails: &[&Outcome<'_>], rule: Option<&str>) -> String {
    let rule = rule.unwrap_or(SENSITIVE);
    let mut text = format!(
        "{rule:<28} mails  precision          recall             false alarms per 100: ordinary    traps\n"
    );
    let by_language = grouped(mails, |outcome| outcome.mail.lang.as_str());
    let by_part = grouped(mails, |outcome| outcome.part.name.as_str());
    for (name, mails) in by_language.iter().chain(&by_part) {
        let figures = Figures::of(mails.iter().copied());
        let count = figures.rules.get(rule).map(|one| one.count).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "  {name:<26} {:>5}  {:<17}  {:<17}  {:<32}  {}",
            figures.mails,
            of(count.precision()),
            of(count.recall()),
            per_hundred(figures.alarms.ordinary),
            per_hundred(figures.alarms.traps)
        );
    }
    text.push('\n');
    text
}

type Groups<'s, 'o, 'c> = BTreeMap<&'s str, Vec<&'o Outcome<'c>>>;

fn grouped<'s, 'o, 'c: 's>(
    mails: &[&'o Outcome<'c>],
    by: impl Fn(&'o Outcome<'c>) -> &'s str,
) -> Groups<'s, 'o, 'c> {
    let mut groups = Groups::new();
    for outcome in mails {
        groups.entry(by(outcome)).or_default().push(outcome);
    }
    groups
}
