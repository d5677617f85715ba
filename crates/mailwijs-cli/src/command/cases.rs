//! `mailwijs cases …`

mod say;

use std::io::{self, IsTerminal as _};
use std::sync::Arc;

use mailwijs_app::AppError;
use mailwijs_app::cases::{CaseLine, KeptCases};
use mailwijs_app::history::OsKeyring;
use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::mailbox::{MailboxSecrets, Mailboxes};
use mailwijs_app::place::Places;
use mailwijs_app::policy_source;
use serde::Serialize;

use crate::args::{CasesArgs, CasesCommand, CasesListArgs, CasesTold};
use crate::language;
use crate::outcome::{Failure, Outcome, complain};
use crate::output::Output;

/// Lists cases, shows one, or says what to do next.
pub fn run(args: CasesArgs) -> Result<Outcome, Failure> {
    match args.command.unwrap_or(CasesCommand::List(args.list)) {
        CasesCommand::List(args) => list(args),
        CasesCommand::Show { number, told } => show(number, told),
        CasesCommand::Next { number, told } => next(number, told),
    }
}

fn list(args: CasesListArgs) -> Result<Outcome, Failure> {
    let texts = language::texts(args.told.lang);
    let mut output = Output::new(args.told.format);
    let Some(mut cases) = look(None, &texts)? else {
        return nothing("cli-cases-none", &mut output, &texts);
    };
    let outcome = outcome(&cases);
    cases.retain(|case| args.all || case.closed.is_none());
    if cases.is_empty() {
        return nothing("cli-cases-none-open", &mut output, &texts);
    }
    for case in &cases {
        if output.is_json() {
            output.json(case)?;
        } else {
            say::line(&mut output, case, &texts)?;
        }
    }
    Ok(outcome)
}

fn show(number: u32, told: CasesTold) -> Result<Outcome, Failure> {
    let texts = language::texts(told.lang);
    let mut output = Output::new(told.format);
    let cases = look(Some(number), &texts)?.unwrap_or_default();
    for case in &cases {
        if output.is_json() {
            output.json(case)?;
        } else {
            say::whole(&mut output, case, &texts)?;
        }
    }
    Ok(outcome(&cases))
}

/// What to do next in a case, as a line for scripts.
#[derive(Serialize)]
struct NextLine<'a> {
    case: u32,
    step: &'a str,
    next: &'a str,
}

fn next(number: Option<u32>, told: CasesTold) -> Result<Outcome, Failure> {
    let texts = language::texts(told.lang);
    let mut output = Output::new(told.format);
    let Some(mut cases) = look(number, &texts)? else {
        return nothing("cli-cases-none", &mut output, &texts);
    };
    cases.retain(|case| number.is_some() || case.closed.is_none());
    if cases.is_empty() {
        return nothing("cli-cases-none-open", &mut output, &texts);
    }
    let system = tracking_system(&texts)?;
    for case in &cases {
        let next = say::next(case, &system, &texts);
        if output.is_json() {
            output.json(&NextLine {
                case: case.case,
                step: case.step,
                next: &next,
            })?;
        } else {
            let args = [("case", Arg::from(case.case)), ("next", Arg::from(next))];
            output.say(&texts.get("cli-case-next", &args))?;
        }
    }
    Ok(outcome(&cases))
}

fn nothing(id: &str, output: &mut Output, texts: &Texts) -> Result<Outcome, Failure> {
    if !output.is_json() {
        output.say(&texts.get(id, &[]))?;
    }
    Ok(Outcome::Clean)
}

fn outcome(cases: &[CaseLine]) -> Outcome {
    if cases.iter().any(|case| case.closed.is_none()) {
        Outcome::Found
    } else {
        Outcome::Clean
    }
}

/// The cases as they stand now, or the one with this number; `None` when there never was one.
fn look(number: Option<u32>, texts: &Texts) -> Result<Option<Vec<CaseLine>>, Failure> {
    let told = |error: AppError| Failure::of(&error, texts);
    let (places, keyring) = (Places::from_env(), OsKeyring::new());
    let kept = KeptCases::read(&places, &keyring).map_err(told)?;
    if let Some(newer) = u32::try_from(kept.unreadable()).ok().filter(|newer| *newer > 0) {
        complain(&texts.get("cli-cases-newer", &[("count", Arg::from(newer))]));
    }
    if let Some(number) = number.filter(|number| !kept.has(*number)) {
        let args = [("case", Arg::from(number))];
        return Err(Failure::Told(texts.get("cli-cases-unknown", &args)));
    }
    if kept.is_empty() {
        return Ok(None);
    }
    let mailboxes = Mailboxes::read(&places).map_err(told)?;
    let secrets = MailboxSecrets::new(Arc::new(keyring));
    if io::stderr().is_terminal() {
        complain(&texts.get("case-looking", &[]));
    }
    let mut cases = kept.look(&Places::named_stores(), mailboxes.all(), &secrets, texts);
    cases.retain(|case| number.is_none_or(|number| case.case == number));
    Ok(Some(cases))
}

/// What the school calls its tracking system.
fn tracking_system(texts: &Texts) -> Result<String, Failure> {
    let policy = policy_source::load(None, &Places::from_env(), texts);
    let policy = policy.map_err(|error| Failure::of(&error, texts))?.policy;
    let unnamed = || texts.get("report-place-tracking-system", &[]);
    Ok(policy.tracking_system.map_or_else(unnamed, |system| system.name))
}
