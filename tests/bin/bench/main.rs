//! Measures the rule layer beside ripgrep, and when asked beside Presidio, on the same texts in one run:
//! `cargo xtask bench checks`.

mod growth;
mod literals;
mod presidio;
mod ripgrep;
mod rules;
mod speed;
mod texts;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use mailwijs_tests::Error;
use mailwijs_tests::pipeline::School;

use texts::Text;

/// Measures speed. It only tells; nothing fails because a machine is slow or busy.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask bench")]
struct Args {
    /// What to measure
    what: What,
    /// Beside Presidio too, in this Python: `pip install presidio-analyzer`
    #[arg(long, value_name = "PYTHON", num_args = 0..=1, default_missing_value = "python3")]
    with_presidio: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// The rule layer.
    Checks,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let What::Checks = args.what;
    match checks(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::from(2)
        }
    }
}

fn checks(args: &Args) -> Result<(), Error> {
    if cfg!(debug_assertions) {
        println!("This is a development build; its figures are not the product's.\n");
    }
    let school = School::of_the_corpus()?;
    let texts = Text::all()?;
    println!("{:<22} {:<34} {}", "text", "", speed::HEAD);
    for text in &texts {
        let rules = rules::measure(&school, text);
        println!("{:<22} {:<34} {}", text.name, "rule layer", rules.layer);
        println!("{:<22} {:<34} {}", "", "whole way, bytes to report", rules.whole);
        let rival = ripgrep::measure(text);
        match &rival {
            Ok(rival) => {
                for (what, speed) in [
                    ("rg -F -f literals -c", &rival.lines),
                    ("rg -F -f literals --count-matches", &rival.matches),
                ] {
                    println!("{:<22} {what:<34} {speed}", "");
                    println!(
                        "{:<22} {:<34} {:.2}",
                        "",
                        "  rule layer's time, in rg's",
                        rules.layer.times(speed)
                    );
                }
            }
            Err(why) => println!("{:<22} rg: {why}", ""),
        }
        if let Some(python) = &args.with_presidio {
            match presidio::measure(python, text) {
                Ok(speed) => {
                    println!("{:<22} {:<34} {speed}", "", "Presidio, tuned, blank spaCy");
                    println!(
                        "{:<22} {:<34} {:.0}",
                        "",
                        "  Presidio's time, in the rule layer's",
                        speed.times(&rules.layer)
                    );
                }
                Err(why) => println!("{:<22} Presidio: {why}", ""),
            }
        }
        println!();
    }
    println!("{}", growth::table(&school));
    Ok(())
}
