//! `mailwijs watch`

use std::sync::atomic::{AtomicBool, Ordering};

use mailwijs_app::crossbeam_channel;
use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::ipc::line::WatchLine;
use mailwijs_app::watch::{self, Followed};

use crate::args::WatchArgs;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::passwords::Passwords;

/// Prints a line for every event, until a signal stops it.
pub fn run(args: &WatchArgs) -> Result<Outcome, Failure> {
    let checker = super::checker(&args.rules)?;
    let texts = Texts::new(checker.texts().lang());
    let followed = Followed::of(&args.stores).map_err(|error| Failure::of(&error, &texts))?;
    let passwords = Passwords::new(args.passwords, &texts);
    let (mailboxes, _) = passwords.open_all(&followed.mailboxes)?;
    if followed.stores.is_empty() && mailboxes.is_empty() {
        // Why not was told of each.
        return Ok(Outcome::Unusable);
    }
    let stop = stop_on_signal()?;
    let mut output = Output::new(args.rules.format);
    let mut written = Ok(());
    let secrets = passwords.secrets().clone();
    watch::run(checker, followed, mailboxes, secrets, &stop, |line| {
        written = if output.is_json() {
            output.json(&line)
        } else {
            say(&mut output, &line, &texts)
        };
        written.is_ok()
    })
    .map_err(|error| Failure::of(&error, &texts))?;
    written?;
    Ok(Outcome::Clean)
}

/// A channel that receives when the process is asked to stop.
fn stop_on_signal() -> Result<crossbeam_channel::Receiver<()>, Failure> {
    let (sender, receiver) = crossbeam_channel::bounded(1);
    let asked = AtomicBool::new(false);
    ctrlc::set_handler(move || {
        if !asked.swap(true, Ordering::Relaxed) {
            // Full or closed both mean that stopping is under way.
            let _ = sender.try_send(());
        }
    })
    .map_err(|error| Failure::Told(error.to_string()))?;
    Ok(receiver)
}

fn say(output: &mut Output, line: &WatchLine, texts: &Texts) -> std::io::Result<()> {
    let time = |at: &str| at.get(11..19).unwrap_or(at).to_owned();
    let named = |id: &str, name: &str| texts.get(id, &[("name", Arg::from(name))]);
    match line {
        WatchLine::Ready { stores, .. } => {
            stores
                .iter()
                .try_for_each(|store| output.say(&named("cli-watching", store)))?;
            output.say(&texts.get("cli-ready", &[]))
        }
        WatchLine::Checked {
            at,
            folder,
            subject,
            findings,
            ..
        } => {
            let verdict = if findings.is_empty() {
                texts.get("cli-nothing-found", &[])
            } else {
                String::new()
            };
            output.say(format!("{} {folder} “{subject}” {verdict}", time(at)).trim_end())?;
            output.findings(findings)
        }
        WatchLine::Resolved { at, rules, .. } => output.say(&format!(
            "{} {}",
            time(at),
            named("cli-resolved", &rules.join(", "))
        )),
        WatchLine::Sent {
            at, open_findings, ..
        } => {
            output.say(&format!("{} {}", time(at), texts.get("cli-sent", &[])))?;
            output.findings(open_findings)
        }
        WatchLine::Received {
            at, folder, findings, ..
        } => {
            output.say(&format!("{} {}", time(at), named("cli-received", folder)))?;
            output.findings(findings)
        }
        WatchLine::Gone {
            at,
            folder,
            left_in,
            bytes_left,
            ..
        } => {
            let id = match (left_in.is_empty(), bytes_left) {
                (false, _) => "cli-gone-left",
                (true, true) => "cli-gone-bytes",
                (true, false) => "cli-gone",
            };
            let args = [
                ("name", Arg::from(folder.as_str())),
                ("left", Arg::from(left_in.join(", "))),
            ];
            output.say(&format!("{} {}", time(at), texts.get(id, &args)))
        }
        WatchLine::Discarded { at, .. } => {
            output.say(&format!("{} {}", time(at), texts.get("cli-discarded", &[])))
        }
        WatchLine::Error { message, .. } => {
            crate::outcome::complain(message);
            Ok(())
        }
    }
}
