//! `mailwijs scan`

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use mailwijs_app::check::{Channel, Since};
use mailwijs_app::i18n::Arg;
use mailwijs_app::ipc::line::{MessageLine, Summary, SummaryLine};

use crate::args::ScanArgs;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;

/// Checks all mail of the stores and prints messages with findings, then a summary.
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
    let mut output = Output::new(args.rules.format);
    let progress = progress_bar();
    let mut summary = Summary::default();
    let mut outcome = Outcome::Clean;
    let mut written = Ok(());
    for store in &stores {
        let mut each = |line: MessageLine| {
            progress.inc(1);
            summary.count(&line);
            if line.findings.is_empty() && line.error.is_none() {
                return true;
            }
            written = progress.suspend(|| output.message(&line, texts));
            written.is_ok()
        };
        if let Err(error) = checker.check_store(store, Channel::Mail, None, since, &mut each) {
            progress.suspend(|| super::note(&error, texts));
            outcome = Outcome::Unusable;
        }
    }
    progress.finish_and_clear();
    written?;
    if outcome == Outcome::Clean && summary.with_findings > 0 {
        outcome = Outcome::Found;
    }
    if output.is_json() {
        output.json(&SummaryLine { summary })?;
    } else {
        let args = [
            (
                "messages",
                Arg::Number(i64::try_from(summary.messages).unwrap_or(i64::MAX)),
            ),
            (
                "found",
                Arg::Number(i64::try_from(summary.with_findings).unwrap_or(i64::MAX)),
            ),
        ];
        output.say(&texts.get("cli-scan-summary", &args))?;
    }
    Ok(outcome)
}

fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} · {per_sec} · {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}
