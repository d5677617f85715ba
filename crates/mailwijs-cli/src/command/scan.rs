//! `mailwijs scan`

mod progress;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mailwijs_app::check::{Checker, Since};
use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::ipc::line::{Summary, SummaryLine};
use mailwijs_app::place::Places;
use mailwijs_app::scan::{Bookmark, Known, NoBookmark, Pace};

use self::progress::Progress;
use crate::args::ScanArgs;
use crate::outcome::{self, Failure, Outcome};
use crate::output::Output;

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
    let stores = checker
        .stores(&args.stores)
        .map_err(|error| Failure::of(&error, texts))?;
    let stop = stop_on_signal()?;
    let Start {
        mut bookmark,
        known,
        mut summary,
    } = start(args, &checker, since)?;
    let pace = if args.full_speed {
        Pace::Full
    } else {
        Pace::GivingWay
    };
    let mut output = Output::new(args.rules.format);
    let mut progress = Progress::over(&stores);
    let (mut written, mut kept) = (Ok(()), true);
    for (number, store) in stores.iter().enumerate() {
        checker.scan(store, since, pace, &known, &mut |step| {
            progress.step(number, &step);
            if let Some(line) = &step.line {
                if !line.findings.is_empty() || line.error.is_some() {
                    written = progress.hidden_while(|| output.message(line, texts));
                }
                // Only what was told counts as checked.
                if written.is_err() {
                    return false;
                }
                summary.count(line);
            }
            if kept && !known.holds(step.mark) {
                kept = bookmark.add(step.mark, &summary).is_ok();
            }
            !stop.load(Ordering::Relaxed)
        });
        summary.interrupted = stop.load(Ordering::Relaxed);
        if summary.interrupted || written.is_err() {
            break;
        }
    }
    progress.end();
    if summary.interrupted || written.is_err() {
        kept = kept && bookmark.keep(&summary).is_ok();
    } else {
        bookmark.end();
    }
    written?;
    tell(&mut output, &summary, texts)?;
    if summary.interrupted {
        let told = if kept {
            "cli-scan-interrupted"
        } else {
            "cli-scan-interrupted-for-good"
        };
        outcome::complain(&texts.get(told, &[]));
        return Ok(Outcome::Interrupted);
    }
    Ok(if summary.with_findings > 0 {
        Outcome::Found
    } else {
        Outcome::Clean
    })
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
