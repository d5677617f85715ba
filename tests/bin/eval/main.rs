//! Prints how well each rule does on labelled mails: `cargo xtask eval`.

mod args;
mod groups;
mod json;
mod misses;
mod slices;
mod slips;
mod table;

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use mailwijs_policy::RuleId;
use mailwijs_tests::baseline::Baseline;
use mailwijs_tests::corpus::{Corpus, Part};
use mailwijs_tests::figures::Outcome;
use mailwijs_tests::mutate::trials;
use mailwijs_tests::pipeline::School;
use mailwijs_tests::{Error, paths};

use args::{Args, Format, Layer};

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("eval: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<(), Error> {
    if let Some(rule) = &args.rule {
        RuleId::parse(rule).ok_or_else(|| format!("there is no rule {rule}"))?;
    }
    if args.show && std::env::var_os("CI").is_some() {
        return Err("--show prints the text of mails, which has no place in a log".into());
    }
    if let Some(sent) = &args.slips {
        return print(&slips::measured(&std::fs::read_to_string(sent)?)?);
    }
    let own = paths::data("corpus");
    let place = args.corpus.as_ref().unwrap_or(&own);
    let corpus = Corpus::read(place)?;
    let folder = if place.is_dir() {
        place
    } else {
        place.parent().unwrap_or(place)
    };
    let parts = chosen(&corpus, &args.part)?;
    let outcomes = match args.layer {
        None if args.corpus.is_none() => Outcome::as_accepted(|| School::of(folder), parts)?,
        Some(Layer::Rules) => Outcome::of_all(&School::of(folder)?, parts),
        None if !School::can_read_sentences() => {
            eprintln!("The sentence encoder is not there: these are the rules alone.");
            Outcome::of_all(&School::of(folder)?, parts)
        }
        Some(Layer::Both) | None => Outcome::of_all(&School::of(folder)?.with_sentences()?, parts),
    };
    let mut text = match args.format {
        Format::Json => json::all(&outcomes)?,
        Format::Text => groups::all(&outcomes, args.rule.as_deref()),
    };
    if args.misses {
        text.push_str(&misses::all(&outcomes, args.rule.as_deref(), args.show));
    }
    if args.accept {
        let trials = trials(|| School::of(folder), &corpus)?;
        let path = Baseline::of(&outcomes).with_trials(trials).write()?;
        text = format!("{text}\naccepted in {}\n", path.display());
    } else if args.corpus.is_none()
        && args.part.is_empty()
        && args.layer.is_none()
        && args.format == Format::Text
    {
        let difference = Baseline::read()?.compare(&Baseline::of(&outcomes));
        text.push_str(&groups::difference(&difference));
    }
    print(&text)
}

/// The parts that were asked for, or all.
fn chosen<'c>(corpus: &'c Corpus, names: &[String]) -> Result<Vec<&'c Part>, Error> {
    if names.is_empty() {
        return Ok(corpus.parts.iter().collect());
    }
    names.iter().map(|name| corpus.part(name)).collect()
}

fn print(text: &str) -> Result<(), Error> {
    match std::io::stdout().write_all(text.as_bytes()) {
        // The reader has seen enough: `| head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}
