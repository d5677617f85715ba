//! `cargo xtask bench stores`: whole mailboxes, drafts and starts, with the program as it is installed, beside others.

mod child;
mod clients;
mod deletions;
mod drafts;
mod files;
mod letters;
mod mailbox;
mod peers;
mod program;
mod random;
mod report;
mod scan;
mod start;
mod watcher;

use std::path::PathBuf;

use clap::ValueEnum;
use mailwijs_tests::Error;

pub use peers::parse;

/// The command by which this program, as a child of its own, only parses.
pub const PARSE: &str = "parse-only";

/// What is measured and how much of it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only this part; may be repeated
    #[arg(long, value_enum)]
    only: Vec<Part>,
    /// Messages in the mailbox that is scanned
    #[arg(long, default_value_t = 5000)]
    messages: usize,
    /// Its size
    #[arg(long, default_value_t = 500)]
    megabytes: usize,
    /// How often each program runs
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Scan with the encoder too: a tenth of a second for each mail
    #[arg(long)]
    with_sentences: bool,
    /// Saves of one draft, each after the last was checked
    #[arg(long, default_value_t = 200)]
    saves: usize,
    /// Size of the mbox that holds it
    #[arg(long, default_value_t = 1000)]
    mbox_megabytes: usize,
    /// Saves in quick succession
    #[arg(long, default_value_t = 1000)]
    succession: usize,
    /// Messages in the store that is watched from its start
    #[arg(long, default_value_t = 200_000)]
    start_messages: usize,
    /// Its folders
    #[arg(long, default_value_t = 400)]
    folders: usize,
    /// Where the mailboxes are made, some gigabytes; they are taken away again
    #[arg(long, value_name = "FOLDER")]
    scratch: Option<PathBuf>,
    /// Keep the results in docs/performance.md
    #[arg(long)]
    write: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// A whole mailbox, beside mu, notmuch and mail-parser
    Scan,
    /// From a saved draft to its check
    Latency,
    /// Saves in quick succession: whether each is told, once
    Succession,
    /// The start on a large store
    Start,
    /// From a deletion to its tick, in a large store
    Deletions,
}

/// Measures, tells, and keeps the results when asked.
pub fn run(args: &Args) -> Result<(), Error> {
    for part in Part::value_variants() {
        if !args.only.is_empty() && !args.only.contains(part) {
            continue;
        }
        let scratch = match &args.scratch {
            Some(folder) => tempfile::tempdir_in(folder)?,
            None => tempfile::tempdir()?,
        };
        let section = match part {
            Part::Scan => scan::measure(args, scratch.path())?,
            Part::Latency => drafts::latency(args, scratch.path())?,
            Part::Succession => drafts::succession(args, scratch.path())?,
            Part::Start => start::measure(args, scratch.path())?,
            Part::Deletions => deletions::measure(args, scratch.path())?,
        };
        println!("\n{}", section.markdown());
        if args.write {
            report::keep(&section)?;
        }
    }
    Ok(())
}
