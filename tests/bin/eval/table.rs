//! Figures as tables for a terminal.

use std::fmt::Write as _;

use mailwijs_tests::figures::{Count, Figures, RuleFigures, Share};

const HEAD: &str = " hit false  miss  precision          recall             F1               ";

/// Each rule.
pub fn rules(figures: &Figures, only: Option<&str>) -> String {
    let mut text = format!("{:<24} {HEAD}  right evidence\n", "rule");
    for (rule, one) in chosen(figures, only) {
        line(
            &mut text,
            format_args!("{rule:<24} {}  {}", row(one.count), of(one.evidence)),
        );
    }
    text.push('\n');
    text
}

/// Each category, where sensitive data was found rightly.
pub fn categories(figures: &Figures) -> String {
    let categories = &figures.categories;
    if categories.all_labelled.whole == 0 {
        return String::new();
    }
    let mut text = format!("{:<24} {HEAD}\n", "category, where found");
    for (category, count) in &categories.each {
        line(&mut text, format_args!("{category:<24} {}", row(*count)));
    }
    line(
        &mut text,
        format_args!(
            "every labelled category: {}    exactly those: {}\n",
            of(categories.all_labelled),
            of(categories.exactly)
        ),
    );
    text
}

/// What was found of the plain, the implicit and the disguised.
pub fn difficulty(figures: &Figures, only: Option<&str>) -> String {
    let mut text = format!("{:<24} recall by difficulty\n", "rule");
    for (rule, one) in chosen(figures, only).filter(|(_, one)| one.count.expected() > 0) {
        let shares = one.by_difficulty.iter();
        let shares: Vec<String> = shares
            .map(|(difficulty, share)| format!("{difficulty} {}", of(*share)))
            .collect();
        line(&mut text, format_args!("{rule:<24} {}", shares.join("    ")));
    }
    text.push('\n');
    text
}

/// How often something is said where nothing should be.
pub fn alarms(figures: &Figures) -> String {
    let alarms = &figures.alarms;
    format!(
        "false alarms per 100 clean mails\n  ordinary  {}\n  traps     {}\n  together  {}\n\n",
        per_hundred(alarms.ordinary),
        per_hundred(alarms.traps),
        per_hundred(alarms.all())
    )
}

fn chosen<'f>(
    figures: &'f Figures,
    only: Option<&'f str>,
) -> impl Iterator<Item = (&'static str, &'f RuleFigures)> {
    let active = figures.active();
    active.filter(move |(rule, _)| only.is_none_or(|only| only == *rule))
}

fn row(count: Count) -> String {
    format!(
        "{:>4} {:>5} {:>5}  {}  {}  {}",
        count.hits,
        count.false_alarms,
        count.misses,
        with_interval(count.precision().value(), count.precision().interval()),
        with_interval(count.recall().value(), count.recall().interval()),
        with_interval(count.f1(), count.f1_interval())
    )
}

fn with_interval(value: Option<f64>, (low, high): (f64, f64)) -> String {
    let text = value.map_or_else(
        || "–".to_owned(),
        |value| format!("{value:.3} ({low:.2}–{high:.2})"),
    );
    format!("{text:<17}")
}

/// So many of so many, with the percentage.
pub fn of(share: Share) -> String {
    share.value().map_or_else(
        || "–".to_owned(),
        |value| format!("{}/{} ({:.0} %)", share.part, share.whole, 100.0 * value),
    )
}

/// Per hundred, with the interval.
pub fn per_hundred(share: Share) -> String {
    let (low, high) = share.interval();
    share.value().map_or_else(
        || "–".to_owned(),
        |value| {
            format!(
                "{:.1} ({:.1}–{:.1}; {} of {})",
                100.0 * value,
                100.0 * low,
                100.0 * high,
                share.part,
                share.whole
            )
        },
    )
}

fn line(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{arguments}");
}
