//! Measures the product beside others, in one run: the rule layer beside ripgrep, and when asked beside Presidio
//! (`cargo xtask bench checks`); whole mailboxes beside mu, notmuch and mail-parser (`cargo xtask bench stores`).

mod growth;
mod literals;
mod presidio;
mod ripgrep;
mod rules;
mod speed;
mod stores;
mod texts;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mailwijs_tests::Error;
use mailwijs_tests::pipeline::School;

use texts::Text;

/// Measures speed. It only tells; nothing fails because a machine is slow or busy.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask bench")]
struct Args {
    #[command(subcommand)]
    what: What,
}

/// What to measure.
#[derive(Debug, Subcommand)]
enum What {
    /// The rule layer, beside ripgrep
    Checks(Checks),
    /// Whole mailboxes, beside mu, notmuch and mail-parser
    Stores(stores::Args),
    /// Parses a mailbox with mail-parser and does nothing else
    #[command(name = stores::PARSE, hide = true)]
    Parse {
        /// A Maildir or an mbox
        store: PathBuf,
    },
}

/// The rule layer.
#[derive(Debug, clap::Args)]
struct Checks {
    /// Beside Presidio too, in this Python: `pip install presidio-analyzer`
    #[arg(long, value_name = "PYTHON", num_args = 0..=1, default_missing_value = "python3")]
    with_presidio: Option<PathBuf>,
}

fn main() -> ExitCode {
    let measured = match Args::parse().what {
        What::Checks(args) => checks(&args),
        What::Stores(args) => stores::run(&args),
        What::Parse { store } => stores::parse(&store),
    };
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::from(2)
        }
    }
}

fn checks(args: &Checks) -> Result<(), Error> {
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
