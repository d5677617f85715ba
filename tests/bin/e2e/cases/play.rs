//! Plays a scenario: a step in the client or in Mailwijs, then what Mailwijs shows.

use std::path::Path;
use std::time::SystemTime;

use mailwijs_tests::Error;

use super::delays::{Delays, LIMIT};
use super::desk::{Desk, Shown};
use super::scenario::{CaseScenario, Step};
use super::steps::step;
use super::traces::Traces;
use crate::args::Args;
use crate::client::Driven;
use crate::play::compared;
use crate::scenario::Action;

/// How many differences there were.
///
/// # Errors
/// When the client or the engine cannot be had to play along.
pub fn play(scenario: &CaseScenario, args: &Args, delays: &mut Delays) -> Result<usize, Error> {
    let mut place = tempfile::Builder::new().prefix("mailwijs-e2e-").tempdir()?;
    let played = play_in(place.path(), scenario, delays);
    if args.keep && played.as_ref().map_or(true, |differences| *differences > 0) {
        place.disable_cleanup(true);
        println!("   kept: {}", place.path().display());
    }
    played
}

fn play_in(place: &Path, scenario: &CaseScenario, delays: &mut Delays) -> Result<usize, Error> {
    let home = place.join("home");
    std::fs::create_dir(&home)?;
    let mut client = scenario.client.start(&scenario.store, &home)?;
    let server = client.server().filter(|_| scenario.mailbox);
    if scenario.mailbox && server.is_none() {
        return Err("there is no server to set a mailbox up on".into());
    }
    let desk = Desk::start(&home, server)?;
    let mut roots = client.stores();
    roots.extend(server.map(|server| server.maildir("INBOX")));
    let traces = Traces::start(roots, &scenario.words);
    let mut differences = 0;
    for step in &scenario.steps {
        differences += play_step(step, &mut *client, &desk, &traces, delays)?;
    }
    drop(desk);
    client.close()?;
    Ok(differences)
}

fn play_step(
    step: &Step,
    client: &mut dyn Driven,
    desk: &Desk,
    traces: &Traces,
    delays: &mut Delays,
) -> Result<usize, Error> {
    let (before, begun) = (desk.states(), SystemTime::now());
    match &step.action {
        Action::BeginCase { subject } => desk.begin(subject)?,
        Action::Filed => desk.filed()?,
        action => client.act(action)?,
    }
    let states = desk.until(&step.shown, before);
    let what = step.action.spelled();
    let last = states.last().map(|last| last.lines.clone()).unwrap_or_default();
    let mut differences = compared(&what, &step.shown, &last);
    differences += none(
        "… and nothing ticked too early",
        &too_early(step, &states, traces),
    );
    let Some(tick) = ticked(&states).filter(|_| step.action.is_of_a_client()) else {
        return Ok(differences);
    };
    let Some(changed) = traces.changed(begun, tick) else {
        return Ok(differences + none("… after something changed on disk", &["nothing did".to_owned()]));
    };
    let delay = tick.duration_since(changed).unwrap_or_default();
    delays.took(&step.action, delay);
    let took = format!("after {} ms", delay.as_millis());
    println!("        {took}");
    let late = (delay > LIMIT).then_some(took);
    Ok(differences + none("… in time", late.as_slice()))
}

/// Prints what should not have been seen, if anything was; how many differences that makes.
fn none(what: &str, seen: &[String]) -> usize {
    if seen.is_empty() {
        0
    } else {
        compared(what, &[], seen)
    }
}

/// When what is shown last was first shown, if it is another thing than before.
fn ticked(states: &[Shown]) -> Option<SystemTime> {
    let (first, last) = (states.first()?, states.last()?);
    (first.lines != last.lines || states.len() > 1).then_some(last.at)
}

/// Steps that were shown and do not belong between the one before and the one after, and a mail that was called gone while its
/// bytes were there.
fn too_early(expected: &Step, states: &[Shown], traces: &Traces) -> Vec<String> {
    let before = states.first().and_then(|state| step(&state.lines));
    let after = step(&expected.shown);
    let mut wrong = Vec::new();
    let mut last = before;
    for state in states.iter().skip(1) {
        let shown = step(&state.lines);
        let may_pass = shown.is_some_and(|shown| expected.passing.iter().any(|passing| passing == shown));
        if shown != before && shown != after && !may_pass {
            wrong.push(format!("passing: {}", shown.unwrap_or("no case")));
        }
        let is_new = std::mem::replace(&mut last, shown) != shown;
        if is_new && shown == Some("done") {
            let left = traces.at(state.at);
            wrong.extend(
                left.keys()
                    .map(|path| format!("not gone from {}", path.display())),
            );
        }
    }
    wrong
}
