//! `mailwijs check`

use std::io::Read;
use std::path::Path;

use mailwijs_app::check::{Channel, Checker, Direction};
use mailwijs_app::ipc::line::MessageLine;

use crate::args::{self, CheckArgs};
use crate::outcome::{Failure, Outcome};
use crate::output::Output;

/// Checks everything named; goes on past what cannot be opened, and says so.
pub fn run(args: &CheckArgs) -> Result<Outcome, Failure> {
    let checker = super::checker(&args.rules)?;
    let mut output = Output::new(args.rules.format);
    let direction = args.direction.map(Into::into);
    let mut outcome = Outcome::Clean;
    for path in &args.paths {
        let mut written = Ok(());
        let done = {
            let mut each = |line: MessageLine| {
                if !line.findings.is_empty() && outcome == Outcome::Clean {
                    outcome = Outcome::Found;
                }
                written = output.message(&line, checker.texts());
                written.is_ok()
            };
            if path == Path::new("-") {
                standard_input(&checker, args.channel.into(), direction).map(|line| {
                    each(line);
                })
            } else {
                checker.check_path(path, args.channel.into(), direction, &mut each)
            }
        };
        written?;
        if let Err(error) = done {
            super::note(&error, checker.texts());
            outcome = Outcome::Unusable;
        }
    }
    Ok(outcome)
}

fn standard_input(
    checker: &Checker,
    channel: Channel,
    direction: Option<Direction>,
) -> Result<MessageLine, mailwijs_app::AppError> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| {
        mailwijs_app::AppError::new(mailwijs_app::ErrorCode::InputUnreadable).because(error)
    })?;
    Ok(match channel {
        Channel::Mail => checker.check_message("-", &bytes, direction),
        other => checker.check_text("-", &bytes, other),
    })
}

impl From<args::Direction> for Direction {
    fn from(direction: args::Direction) -> Self {
        match direction {
            args::Direction::Draft => Self::Draft,
            args::Direction::Received => Self::Received,
            args::Direction::Sent => Self::Sent,
        }
    }
}

impl From<args::Channel> for Channel {
    fn from(channel: args::Channel) -> Self {
        match channel {
            args::Channel::Mail => Self::Mail,
            args::Channel::Internal => Self::Internal,
            args::Channel::Chat => Self::Chat,
            args::Channel::Social => Self::Social,
            args::Channel::Video => Self::Video,
        }
    }
}
