//! Drives real mail clients while the real `mailwijs watch` looks on, and tells every difference: `cargo xtask e2e`.

mod args;
mod claws;
mod client;
mod evolution;
mod hands;
mod letter;
mod marionette;
mod needs;
mod neomutt;
mod play;
mod program;
mod scenario;
mod screen;
mod terminal;
mod thunderbird;
mod told;
mod untouched;
mod watcher;

use std::process::ExitCode;

use clap::Parser as _;
use mailwijs_tests::Error;

use args::Args;
use scenario::Scenario;

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("e2e: {error}");
            ExitCode::from(2)
        }
    }
}

/// Plays what was asked for; whether everything was as expected.
fn run(args: &Args) -> Result<bool, Error> {
    let mut scenarios = Scenario::all()?;
    if !args.only.is_empty() {
        let is_wanted = |name: &str| args.only.iter().any(|only| name.starts_with(only));
        scenarios.retain(|scenario| is_wanted(&scenario.name));
    }
    if scenarios.is_empty() {
        return Err("no scenario has such a name".into());
    }
    needs::are_here(&scenarios)?;
    let mut different = Vec::new();
    for scenario in &scenarios {
        println!("\n{} on {}", scenario.client.name(), scenario.store);
        let differences = match play::play(scenario, args) {
            Ok(differences) => differences,
            Err(error) => {
                println!("   broke off: {error}");
                1
            }
        };
        if differences > 0 {
            different.push(format!("{} ({differences})", scenario.name));
        }
    }
    if different.is_empty() {
        println!("\n{} scenarios, all as expected", scenarios.len());
    } else {
        println!("\ndifferent: {}", different.join(", "));
    }
    Ok(different.is_empty())
}
