//! Figures as a table for a terminal.

use std::fmt::Write as _;

use crate::figures::{Count, Figures, RuleFigures};

/// The figures of a set, in plain text.
pub fn table(name: &str, figures: &Figures) -> String {
    let mut text = format!(
        "{name}: {} mails, {} clean; {:.1} false alarms per 100 clean mails\n\n",
        figures.mails,
        figures.clean,
        figures.alarms_per_hundred_clean()
    );
    line(&mut text, format_args!("{:<24} {HEAD}  evidence", "rule"));
    for (rule, one) in &figures.rules {
        let evidence = match one.evidence_labelled {
            0 => String::new(),
            labelled => format!("{}/{labelled}", one.evidence_right),
        };
        line(
            &mut text,
            format_args!("{rule:<24} {}  {evidence}", row(one.count)),
        );
    }
    if figures.categories.values().any(|count| count.hits > 0) {
        line(
            &mut text,
            format_args!("\n{:<24} {HEAD}", "category (where found)"),
        );
        for (category, count) in &figures.categories {
            line(&mut text, format_args!("{category:<24} {}", row(*count)));
        }
    }
    line(&mut text, format_args!("\n{:<24} recall by difficulty", "rule"));
    for (rule, one) in figures
        .rules
        .iter()
        .filter(|(_, one)| one.count.hits + one.count.misses > 0)
    {
        line(&mut text, format_args!("{rule:<24} {}", by_difficulty(one)));
    }
    text
}

const HEAD: &str = " hit false  miss  precision              recall            ";

fn row(count: Count) -> String {
    format!(
        "{:>4} {:>5} {:>5}  {} {}",
        count.hits,
        count.false_alarms,
        count.misses,
        share(count.precision(), count.precision_interval()),
        share(count.recall(), count.recall_interval())
    )
}

fn share(value: f64, (low, high): (f64, f64)) -> String {
    format!("{value:.3} ({low:.2}–{high:.2})   ")
}

fn by_difficulty(one: &RuleFigures) -> String {
    let counts = one
        .by_difficulty
        .iter()
        .filter(|(_, count)| count.hits + count.misses > 0);
    let shares = counts
        .map(|(difficulty, count)| format!("{difficulty} {}/{}", count.hits, count.hits + count.misses));
    shares.collect::<Vec<_>>().join("   ")
}

fn line(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{arguments}");
}
