//! Runs `scenarios/*.txt`: each line is something that happens at a time in milliseconds, and below it stand, indented,
//! the changes that must follow, no more and no less. `UPDATE_SCENARIOS=1` writes what happens now into the files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};

use super::DraftTracker;
use crate::sketch::Sketch;
use crate::{FolderRole, MessageKey, RawMessage, StoreChange};

#[test]
fn scenarios() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/draft_tracker/scenarios");
    let mut files: Vec<PathBuf> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 10, "scenarios are missing");
    for file in files {
        let scenario = fs::read_to_string(&file).unwrap();
        let happened = run(&scenario);
        if env::var_os("UPDATE_SCENARIOS").is_some() {
            fs::write(&file, &happened).unwrap();
            continue;
        }
        assert!(
            happened == scenario,
            "{}: expected\n{scenario}\nbut got\n{happened}",
            file.display()
        );
    }
}

fn run(scenario: &str) -> String {
    let mut tracker = DraftTracker::default();
    let mut transcript = String::new();
    for line in scenario.lines().filter(|line| !line.starts_with(' ')) {
        if !line.starts_with('#') && !line.is_empty() {
            let (time, what) = line.split_once(' ').unwrap();
            let now = Duration::from_millis(time.parse().unwrap());
            // Time passes before the line happens; what that brings stands under the line before it.
            for change in tracker.tick(now) {
                writeln!(transcript, "    {}", describe(&change)).unwrap();
            }
            writeln!(transcript, "{line}").unwrap();
            for change in happen(&mut tracker, what, now) {
                writeln!(transcript, "    {}", describe(&change)).unwrap();
            }
        } else {
            writeln!(transcript, "{line}").unwrap();
        }
    }
    transcript
}

/// `saved Drafts@912 id:a subject:Uitstap to:a@x.example text:Beste ouders`, and likewise `index`, `sent`, `received`;
/// `vanished Drafts@912`; `moved cur/1 cur/1:2,DS`; `reread Drafts` with its messages behind `|`; `later`.
fn happen(tracker: &mut DraftTracker, what: &str, now: Duration) -> Vec<StoreChange> {
    let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
    let first = rest.split(' ').next().unwrap();
    match verb {
        "index" => {
            let (message, sketch) = message(rest);
            tracker.index(message.key, &message.store, sketch, now);
            Vec::new()
        }
        "saved" => {
            let (message, sketch) = message(rest);
            tracker.saved(message, sketch, now).into_iter().collect()
        }
        "sent" => {
            let (message, sketch) = message(rest);
            tracker.sent(message, &sketch, now).into_iter().collect()
        }
        "received" => {
            let (message, sketch) = message(rest);
            tracker.received(message, &sketch).into_iter().collect()
        }
        "vanished" => tracker.vanished(&key(first), now).into_iter().collect(),
        "moved" => {
            let (from, to) = rest.split_once(' ').unwrap();
            tracker.moved(&key(from), &key(to));
            Vec::new()
        }
        "reread" => {
            let messages = rest.split(" | ").skip(1).map(message).collect();
            tracker.reread(&key(first).path, messages, now)
        }
        "later" => Vec::new(),
        other => panic!("{other}?"),
    }
}

/// `account/folder@offset` or `account/folder/file`; the first part of the path is the store.
fn key(place: &str) -> MessageKey {
    let (path, offset) = place
        .split_once('@')
        .map_or((place, None), |(path, offset)| (path, Some(offset)));
    MessageKey {
        path: path.into(),
        offset: offset.map(|offset| offset.parse().unwrap()),
    }
}

fn message(line: &str) -> (RawMessage, Sketch) {
    let (place, rest) = line.split_once(' ').unwrap();
    let mut text = String::new();
    let mut bytes = String::new();
    let mut field = "";
    for word in rest.split(' ') {
        let (name, value) = match word.split_once(':') {
            Some(("id", value)) => ("Message-ID", format!("<{value}@x.example>")),
            Some(("subject", value)) => ("Subject", value.to_owned()),
            Some(("to", value)) => ("To", value.split('+').collect::<Vec<_>>().join(", ")),
            Some(("answers", value)) => ("In-Reply-To", format!("<{value}>")),
            Some(("replaces", value)) => ("X-Evolution-Draft-Message", value.to_owned()),
            Some(("text", value)) => {
                text = value.to_owned();
                field = "text";
                continue;
            }
            _ if field == "text" => {
                write!(text, " {word}").unwrap();
                continue;
            }
            _ => panic!("{word}?"),
        };
        field = name;
        write!(bytes, "{name}: {value}\r\n").unwrap();
    }
    write!(bytes, "\r\n{text}\r\n").unwrap();
    let key = key(place);
    let message = RawMessage {
        store: key.path.iter().next().unwrap().into(),
        folder: String::new(),
        role: if place.starts_with("Outbox") {
            FolderRole::Outbox
        } else {
            FolderRole::Drafts
        },
        draft_flag: false,
        loose: false,
        bytes: bytes.into_bytes(),
        key,
    };
    let sketch = Sketch::of(&mailwijs_mail::parse(&message.bytes));
    (message, sketch)
}

fn describe(change: &StoreChange) -> String {
    let place = |message: &RawMessage| {
        let offset = message
            .key
            .offset
            .map(|offset| format!("@{offset}"))
            .unwrap_or_default();
        format!("{}{offset}", message.key.path.display())
    };
    match change {
        StoreChange::Saved { draft, message } => format!("draft {} saved at {}", draft.0, place(message)),
        StoreChange::Merged { old, into } => format!("draft {} is draft {}", old.0, into.0),
        StoreChange::Discarded { draft } => format!("draft {} discarded", draft.0),
        StoreChange::Sent {
            draft: Some(draft),
            message,
        } => format!("draft {} sent: {}", draft.0, place(message)),
        StoreChange::Sent { draft: None, message } => {
            format!("sent, never seen as a draft: {}", place(message))
        }
        StoreChange::Received { message } => format!("received {}", place(message)),
        StoreChange::Ready { .. } | StoreChange::Failed { .. } => unreachable!(),
    }
}
