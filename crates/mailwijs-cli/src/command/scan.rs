//! `mailwijs scan`

mod progress;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mailwijs_app::check::{Checker, Since, Sources};
use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::ipc::line::{MessageLine, Summary, SummaryLine};
use mailwijs_app::place::Places;
use mailwijs_app::scan::{Bookmark, Known, NoBookmark, Pace, Step};

use self::progress::Progress;
use crate::args::ScanArgs;
use crate::outcome::{self, Failure, Outcome};
use crate::output::Output;
use crate::passwords::Passwords;

/// Checks all mail of the stores and prints messages with findings, then a summary. What is broken off, `--resume` goes on with.
pub fn run(args: &ScanArgs) -> Result<Outcome, Failure> {
    let checker = super::checker(&args.rules)?;
    let texts = checker.texts();
    let since = args
        .since
        .as_deref()
        .map(Since::parse)
        .transpose()
        .map_err(|()| Failure::Told(texts.get("cli-since-not-a-date", &[])))?;
    let Sources { stores, mailboxes } =
        Sources::at(&args.stores).map_err(|error| Failure::of(&error, texts))?;
    let (mailboxes, mut failed) = Passwords::new(args.passwords, texts).open_all(&mailboxes)?;
    let stop = stop_on_signal()?;
    let Start {
        bookmark,
        known,
        summary,
    } = start(args, &checker, since)?;
    let pace = if args.full_speed {
        Pace::Full
    } else {
        Pace::GivingWay
    };
    let mut telling = Telling {
        progress: Progress::over(&stores),
        output: Output::new(args.rules.format),
        texts,
        known: &known,
        stop: &stop,
        bookmark,
        summary,
        written: Ok(()),
        kept: true,
    };
    for (number, store) in stores.iter().enumerate() {
        if telling.goes_on() {
            checker.scan(store, since, pace, &known, &mut |step| {
                telling.take(number, &step)
            });
        }
    }
    for mailbox in &mailboxes {
        if telling.goes_on() {
            let scanned = checker.scan_mailbox(mailbox, since, pace, &known, &mut |step| {
                telling.take(stores.len(), &step)
            });
            if let Err(error) = scanned {
                failed = true;
                telling
                    .progress
                    .hidden_while(|| outcome::complain(&error.say(texts)));
            }
        }
    }
    let outcome = telling.end()?;
    Ok(match outcome {
        Outcome::Clean | Outcome::Found if failed => Outcome::Unusable,
        outcome => outcome,
    })
}

/// What was found so far, told as it comes.
struct Telling<'a> {
    progress: Progress,
    output: Output,
    texts: &'a Texts,
    known: &'a Known,
    stop: &'a AtomicBool,
    bookmark: Bookmark,
    summary: Summary,
    written: std::io::Result<()>,
    kept: bool,
}

impl Telling<'_> {
    /// A message of the store with this number was checked; whether to go on.
    fn take(&mut self, store: usize, step: &Step<MessageLine>) -> bool {
        self.progress.step(store, step);
        if let Some(line) = &step.told {
            if !line.findings.is_empty() || line.error.is_some() {
                self.written = self
                    .progress
                    .hidden_while(|| self.output.message(line, self.texts));
            }
            // Only what was told counts as checked.
            if self.written.is_err() {
                return false;
            }
            self.summary.count(line);
        }
        if self.kept && !self.known.holds(step.mark) {
            self.kept = self.bookmark.add(step.mark, &self.summary).is_ok();
        }
        !self.stop.load(Ordering::Relaxed)
    }

    /// Whether nobody stopped it, and somebody still reads.
    fn goes_on(&self) -> bool {
        self.written.is_ok() && !self.stop.load(Ordering::Relaxed)
    }

    /// The last line, and how it ended.
    fn end(mut self) -> Result<Outcome, Failure> {
        self.summary.interrupted = self.stop.load(Ordering::Relaxed);
        self.progress.end();
        if self.summary.interrupted || self.written.is_err() {
            self.kept = self.kept && self.bookmark.keep(&self.summary).is_ok();
        } else {
            self.bookmark.end();
        }
        self.written?;
        tell(&mut self.output, &self.summary, self.texts)?;
        if self.summary.interrupted {
            let told = if self.kept {
                "cli-scan-interrupted"
            } else {
                "cli-scan-interrupted-for-good"
            };
            outcome::complain(&self.texts.get(told, &[]));
            return Ok(Outcome::Interrupted);
        }
        Ok(if self.summary.with_findings > 0 {
            Outcome::Found
        } else {
            Outcome::Clean
        })
    }
}

/// Where the scan stands when it begins.
struct Start {
    bookmark: Bookmark,
    known: Known,
    summary: Summary,
}

/// At the beginning, or where the last scan was broken off when that is asked for; says so.
fn start(args: &ScanArgs, checker: &Checker, since: Option<Since>) -> Result<Start, Failure> {
    let texts = checker.texts();
    let path = Places::from_env().scan();
    let mut rules = checker.rules_in_force().to_vec();
    rules.extend(
        since
            .map(|since| since.seconds().to_le_bytes())
            .into_iter()
            .flatten(),
    );
    if args.resume {
        match Bookmark::go_on(&path, &rules) {
            Ok((bookmark, known, summary)) => {
                let messages = i64::try_from(summary.messages).unwrap_or(i64::MAX);
                outcome::complain(&texts.get("cli-scan-resumed", &[("messages", Arg::Number(messages))]));
                return Ok(Start {
                    bookmark,
                    known,
                    summary,
                });
            }
            Err(NoBookmark::None) => outcome::complain(&texts.get("cli-scan-nothing-to-resume", &[])),
            Err(NoBookmark::Other) => outcome::complain(&texts.get("cli-scan-other-rules", &[])),
        }
    }
    let (bookmark, known) = Bookmark::begin(&path, &rules)?;
    Ok(Start {
        bookmark,
        known,
        summary: Summary::default(),
    })
}

/// The last line.
fn tell(output: &mut Output, summary: &Summary, texts: &Texts) -> std::io::Result<()> {
    if output.is_json() {
        return output.json(&SummaryLine {
            summary: summary.clone(),
        });
    }
    let number = |count| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let args = [
        ("messages", number(summary.messages)),
        ("found", number(summary.with_findings)),
    ];
    output.say(&texts.get("cli-scan-summary", &args))
}

/// Tells whether a signal asked to stop. A second one ends the program at once.
fn stop_on_signal() -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if asked.swap(true, Ordering::Relaxed) {
            std::process::exit(outcome::INTERRUPTED.into());
        }
    })
    .map_err(|error| Failure::Told(error.to_string()))?;
    Ok(stop)
}
