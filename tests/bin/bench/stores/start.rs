//! A start on a large store: how soon it is watched, and what that takes of memory.

use std::path::Path;
use std::thread;
use std::time::Duration;

use mailwijs_tests::Error;

use super::Args;
use super::letters::Letters;
use super::mailbox::Maildir;
use super::program::Program;
use super::report::{Section, mebibytes, time, verdict};
use super::watcher::Watcher;

/// The most memory that watching may take.
const MEMORY: u64 = 80 << 20;
/// Watching must have begun by then.
const BY: Duration = Duration::from_secs(2);
/// Messages in the drafts folder.
const DRAFTS: usize = 20;

/// Makes the store in `folder` and starts to watch it.
pub fn measure(args: &Args, folder: &Path) -> Result<Section, Error> {
    let program = Program::beside_us(&folder.join("home"))?;
    println!(
        "Writing {} messages in {} folders …",
        args.start_messages, args.folders
    );
    let store = folder.join("Maildir");
    write(args, &store)?;
    let mut starts = Vec::new();
    for _ in 0..args.rounds {
        let watcher = Watcher::start(&program, &store, true)?;
        // What goes on right after the start counts too.
        thread::sleep(Duration::from_secs(1));
        starts.push((watcher.ready, watcher.peak()));
    }
    let ready = starts.iter().map(|(ready, _)| *ready).min().unwrap_or_default();
    let peak = starts.iter().map(|(_, peak)| *peak).max().unwrap_or_default();
    Ok(Section {
        title: "Start on a large store",
        about: format!(
            "{} small messages in {} Maildir folders, among them the inbox, Sent and Drafts.",
            args.start_messages, args.folders
        ),
        columns: vec!["until watching", "peak memory", "target", "target for memory"],
        rows: vec![vec![
            time(ready),
            mebibytes(peak),
            verdict(ready <= BY, "≤ 2 s"),
            verdict(peak <= MEMORY, "≤ 80 MiB"),
        ]],
        notes: vec![format!(
            "From the start of `mailwijs watch` to its line `ready`: the fastest of {} starts, and the most memory of any.",
            args.rounds
        )],
    })
}

/// The first folder is the inbox, the second Sent, the third Drafts.
pub fn write(args: &Args, root: &Path) -> Result<(), Error> {
    let letters = Letters::of_the_corpus()?;
    let each = args.start_messages / args.folders.max(1);
    for at in 0..args.folders {
        let path = match at {
            0 => root.to_owned(),
            1 => root.join(".Sent"),
            2 => root.join(".Drafts"),
            _ => root.join(format!(".Klas {at:03}")),
        };
        let mut folder = Maildir::create(&path)?;
        let count = if at == 2 { each.min(DRAFTS) } else { each };
        for index in 0..count {
            folder.add(&letters.small(at * each + index))?;
        }
    }
    Ok(())
}
