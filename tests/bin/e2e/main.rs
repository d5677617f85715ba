//! Drives real mail clients while Mailwijs looks on, and tells every difference: `cargo xtask e2e`.

mod args;
mod cases;
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
use cases::{CaseScenario, Delays};
use client::Client;
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
    let mut cases = CaseScenario::all()?;
    if !args.only.is_empty() {
        let is_wanted = |name: &str| args.only.iter().any(|only| name.starts_with(only));
        scenarios.retain(|scenario| is_wanted(&scenario.name));
        cases.retain(|scenario| is_wanted(&scenario.name));
    }
    let of_watch = scenarios.iter().map(|one| (one.client, one.store.as_str()));
    let of_cases = cases.iter().map(|one| (one.client, one.store.as_str()));
    let played: Vec<(Client, &str)> = of_watch.chain(of_cases).collect();
    if played.is_empty() {
        return Err("no scenario has such a name".into());
    }
    needs::are_here(&played)?;
    let mut different = Vec::new();
    for scenario in &scenarios {
        println!("\n{} on {}", scenario.client.name(), scenario.store);
        different.extend(differs(&scenario.name, play::play(scenario, args)));
    }
    let mut delays = Delays::default();
    for scenario in &cases {
        println!("\n{} with {}", scenario.name, scenario.client.name());
        different.extend(differs(&scenario.name, cases::play(scenario, args, &mut delays)));
    }
    println!();
    for line in delays.table() {
        println!("   {line}");
    }
    if different.is_empty() {
        println!("\n{} scenarios, all as expected", played.len());
    } else {
        println!("\ndifferent: {}", different.join(", "));
    }
    Ok(different.is_empty())
}

/// The name of a scenario, when something in it was different.
fn differs(name: &str, played: Result<usize, Error>) -> Option<String> {
    match played {
        Ok(0) => None,
        Ok(differences) => Some(format!("{name} ({differences})")),
        Err(error) => {
            println!("   broke off: {error}");
            Some(format!("{name} (broke off)"))
        }
    }
}
