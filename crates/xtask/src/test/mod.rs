//! `cargo xtask test`: everything a developer must keep green, in the order that fails fastest.

mod counts;
mod steps;

use std::time::{Duration, Instant};

use crate::say;
use crate::trouble::{Outcome, Trouble};
use counts::Counts;
use steps::{STEPS, Step};

/// What a step that succeeded has to tell.
#[derive(Debug, Default)]
pub struct Passed {
    /// For the table.
    note: String,
    /// The tests it ran.
    counts: Counts,
}

struct Row {
    step: &'static Step,
    time: Duration,
    result: Result<Passed, Failed>,
}

/// What a step that did not succeed has to tell.
#[derive(Debug)]
pub struct Failed {
    trouble: Trouble,
    counts: Counts,
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        Self {
            trouble,
            counts: Counts::default(),
        }
    }
}

/// Runs the steps that were asked for, all of them without a wish.
pub fn run(arguments: &[String]) -> Outcome {
    let chosen = match choice(arguments)? {
        Choice::List => {
            list();
            return Ok(());
        }
        Choice::Run(steps) => steps,
    };
    say::line(&format!(
        "Running {} of {} steps. All of them take 10 to 20 minutes on two cores the first time, minutes after that.",
        chosen.len(),
        STEPS.len()
    ));
    let start = Instant::now();
    let mut rows = Vec::new();
    for step in chosen {
        say::headline(step.title, step.expected);
        let begin = Instant::now();
        let result = (step.run)();
        let time = begin.elapsed();
        match &result {
            Ok(passed) => say::line(&format!("   ok in {}  {}", say::duration(time), passed.note)),
            Err(failed) => failed.trouble.tell(),
        }
        let stop = result.is_err() && step.others_need_it;
        rows.push(Row { step, time, result });
        if stop {
            say::line("\nThe steps after this one need it; they were left out.");
            break;
        }
    }
    conclude(&rows, start.elapsed())
}

enum Choice {
    List,
    Run(Vec<&'static Step>),
}

fn choice(arguments: &[String]) -> Result<Choice, Trouble> {
    let mut only = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match (argument.as_str(), argument.strip_prefix("--only=")) {
            ("--list", _) => return Ok(Choice::List),
            ("--only", _) => only.push(named(rest.next().map_or("", String::as_str))?),
            (_, Some(name)) => only.push(named(name)?),
            _ => {
                return Err(Trouble::new(
                    format!("`{argument}` is unknown"),
                    "Known are --list and --only STEP.",
                ));
            }
        }
    }
    Ok(Choice::Run(if only.is_empty() {
        STEPS.iter().collect()
    } else {
        only
    }))
}

fn named(name: &str) -> Result<&'static Step, Trouble> {
    STEPS.iter().find(|step| step.name == name).ok_or_else(|| {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        Trouble::new(
            format!("there is no step `{name}`"),
            format!("The steps are: {}", names.join(", ")),
        )
    })
}

fn list() {
    for step in STEPS {
        say::line(&format!("{:10} {} ({})", step.name, step.title, step.expected));
    }
}

/// The table, and a last line that a person and a script can both read.
fn conclude(rows: &[Row], time: Duration) -> Outcome {
    let mut counts = Counts::default();
    let mut failed = Vec::new();
    say::line("");
    for row in rows {
        let (mark, note, its_counts) = match &row.result {
            Ok(passed) => ("ok", passed.note.as_str(), passed.counts),
            Err(failed) => ("FAILED", failed.trouble.headline(), failed.counts),
        };
        if row.result.is_err() {
            failed.push(row.step.name);
        }
        counts += its_counts;
        say::line(&format!(
            "  {:10} {:7} {:>12}  {note}",
            row.step.name,
            mark,
            say::duration(row.time)
        ));
    }
    let time = say::duration(time);
    if failed.is_empty() {
        say::line(&format!("\nEverything is in order, after {time}."));
    }
    if counts != Counts::default() {
        say::line(&counts.to_string());
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(
        format!("not in order, after {time}: {}", failed.join(", ")),
        format!(
            "What went wrong stands above. One step again: cargo xtask test --only {}",
            failed.join(" --only ")
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn without_a_wish_every_step_runs() {
        assert!(matches!(choice(&[]), Ok(Choice::Run(steps)) if steps.len() == STEPS.len()));
    }

    #[test]
    fn one_step_can_be_chosen_in_both_spellings() {
        for line in ["--only fmt", "--only=fmt"] {
            assert!(
                matches!(choice(&words(line)), Ok(Choice::Run(steps)) if steps.len() == 1),
                "{line}"
            );
        }
    }

    #[test]
    fn a_step_that_does_not_exist_is_refused() {
        assert!(choice(&words("--only fnt")).is_err());
        assert!(choice(&words("--fast")).is_err());
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
