//! Plays a scenario: a step in the client, then what Mailwijs tells of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use mailwijs_tests::Error;
use serde::Deserialize;

use crate::args::Args;
use crate::scenario::Scenario;
use crate::untouched::{self, Snapshot};
use crate::watcher::{Watcher, at_home};

/// How many differences there were.
///
/// # Errors
/// When the client or `mailwijs watch` cannot be had to play along.
pub fn play(scenario: &Scenario, args: &Args) -> Result<usize, Error> {
    let mut place = tempfile::Builder::new().prefix("mailwijs-e2e-").tempdir()?;
    let played = play_in(place.path(), scenario, &args.mailwijs);
    if args.keep && played.as_ref().map_or(true, |differences| *differences > 0) {
        place.disable_cleanup(true);
        println!("   kept: {}", place.path().display());
    }
    played
}

fn play_in(place: &Path, scenario: &Scenario, mailwijs: &Path) -> Result<usize, Error> {
    let home = place.join("home");
    std::fs::create_dir(&home)?;
    let mut client = scenario.client.start(&scenario.store, &home)?;
    let mut watcher = Watcher::start(mailwijs, &home, place.join("trace"))?;
    let mut differences = 0;
    for step in &scenario.steps {
        client.act(&step.action)?;
        let mut told = watcher.told(step.told.len())?;
        told.retain(|line| !step.passing.contains(line));
        differences += compared(&step.action.spelled(), &step.told, &told);
        if let Some(expected) = &step.live {
            let live = live(mailwijs, &home, client.mail())?;
            differences += compared("… and the live messages", expected, &live);
        }
    }
    client.close()?;
    differences += compared("close the client", &[], &watcher.told(0)?);

    let trace = watcher.stop()?;
    let meddling: Vec<String> = untouched::meddling(&trace, &home)?
        .into_iter()
        .map(ToOwned::to_owned)
        .collect();
    differences += compared("changed by watching", &[], &meddling);

    let before = Snapshot::of(&home)?;
    let left = live(mailwijs, &home, client.mail())?;
    differences += compared("the live messages", &scenario.left, &left);
    let changed: Vec<String> = before
        .differences(&Snapshot::of(&home)?)
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    differences += compared("changed by checking", &[], &changed);
    Ok(differences)
}

/// Prints what was expected and what was seen; 1 when they differ.
pub fn compared(what: &str, expected: &[String], seen: &[String]) -> usize {
    let same = expected == seen;
    println!("   {} {what}", if same { "✓" } else { "✗" });
    let list = |title: &str, lines: &[String]| {
        if lines.is_empty() {
            println!("        {title}: nothing");
        }
        for line in lines {
            println!("        {title}: {line}");
        }
    };
    if same {
        list("as expected", seen);
    } else {
        list("expected", expected);
        list("seen    ", seen);
    }
    usize::from(!same)
}

/// A line of `mailwijs check`.
#[derive(Debug, Deserialize)]
struct Message {
    path: PathBuf,
    offset: Option<u64>,
    subject: Option<String>,
    error: Option<String>,
}

/// The live messages in a client's mail, as a Mailwijs that sees it for the first time finds them: `FOLDER: SUBJECT`.
fn live(mailwijs: &Path, home: &Path, mail: &Path) -> Result<Vec<String>, Error> {
    let mut command = Command::new(mailwijs);
    let output = at_home(command.arg("check"), home).arg(mail).output()?;
    let mut live = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let message: Message = serde_json::from_str(line)?;
        let folder = message.folder(mail);
        let what = message.error.or(message.subject).unwrap_or_default();
        live.push(format!("{folder}: {what}"));
    }
    live.sort();
    Ok(live)
}

impl Message {
    /// The mbox file, or the folder of the file; without the part of a Maildir it stands in.
    fn folder(&self, mail: &Path) -> String {
        let mut folder = self.path.as_path();
        if self.offset.is_none() {
            folder = folder.parent().unwrap_or(folder);
            if folder.ends_with("cur") || folder.ends_with("new") {
                folder = folder.parent().unwrap_or(folder);
            }
        }
        folder.strip_prefix(mail).unwrap_or(folder).display().to_string()
    }
}
