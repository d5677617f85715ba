//! Prints how well each rule does on the labelled corpus.
//!
//! `mailwijs-eval [--json] [--show RULE] [mails|short|training]...`

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use mailwijs_tests::Error;
use mailwijs_tests::corpus::Set;
use mailwijs_tests::figures::{Figures, measure};
use mailwijs_tests::pipeline::School;
use mailwijs_tests::table::table;

const USAGE: &str = "usage: mailwijs-eval [--json] [--show RULE] [mails|short|training]...
  without a set: mails and short
  --json         figures as one JSON object
  --show RULE    only the ids of mails where the rule was wrong";

/// What the command line asks for.
#[derive(Default)]
struct Wish {
    json: bool,
    show: Option<String>,
    sets: Vec<(String, Set)>,
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--help" || argument == "-h") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match Wish::parse(std::env::args().skip(1)).map(|wish| run(&wish)) {
        None => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
        Some(Err(error)) => {
            eprintln!("mailwijs-eval: {error}");
            ExitCode::from(2)
        }
        Some(Ok(())) => ExitCode::SUCCESS,
    }
}

impl Wish {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut wish = Self::default();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--json" => wish.json = true,
                "--show" => wish.show = Some(arguments.next()?),
                word => wish.sets.push((word.to_owned(), Set::parse(word)?)),
            }
        }
        if wish.sets.is_empty() {
            wish.sets = vec![("mails".to_owned(), Set::Mails), ("short".to_owned(), Set::Short)];
        }
        Some(wish)
    }
}

fn run(wish: &Wish) -> Result<(), Error> {
    let school = School::of_the_corpus()?;
    let mut all: BTreeMap<&str, Figures> = BTreeMap::new();
    for (name, set) in &wish.sets {
        all.insert(name, measure(&school, &set.read()?));
    }
    let mut text = String::new();
    if let Some(rule) = &wish.show {
        for (name, figures) in &all {
            let one = figures
                .rules
                .get(rule)
                .ok_or_else(|| format!("there is no rule {rule}"))?;
            writeln!(text, "{name}, false alarms: {}", one.false_alarms.join(" "))?;
            writeln!(text, "{name}, missed: {}", one.missed.join(" "))?;
        }
    } else if wish.json {
        writeln!(text, "{}", serde_json::to_string(&all)?)?;
    } else {
        for (name, figures) in &all {
            writeln!(text, "{}", table(name, figures))?;
        }
    }
    match std::io::stdout().write_all(text.as_bytes()) {
        // The reader has seen enough: `| head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}
