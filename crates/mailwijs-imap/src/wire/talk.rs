//! Question and answer with a server, once logged in.

use std::io;
use std::time::Duration;

use async_imap::Session;
use async_imap::imap_proto::{AttributeValue, MailboxDatum, Response, Status};
use tokio::time::error::Elapsed;
use tokio::time::{Instant, timeout_at};

use super::abilities::Abilities;
use super::command::Command;
use super::guard::guarded;
use super::stream::Stream;
use crate::{Cause, Refusal};

/// A server that says nothing for so long is not going to.
const PATIENCE: Duration = Duration::from_mins(1);

/// Lists and headers of many messages stay below this, in bytes.
const LISTS: usize = 16 << 20;

/// A slow line brings at least so many bytes in a second.
const SLOWEST: usize = 4 << 10;

/// A conversation with a server.
#[derive(Debug)]
pub(crate) struct Talk {
    session: Session<Stream>,
    pub can: Abilities,
    /// The folder that was opened last, as the server spells it.
    pub open: Option<String>,
    /// How many messages the server last said there are.
    exists: Option<u32>,
    /// It told of something while it was asked for something else; it will not tell again.
    stirred: bool,
}

/// What was heard while waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Something happened in the folder.
    News,
    /// Nothing for as long as was waited.
    Nothing,
}

impl Talk {
    /// A conversation right after the login.
    pub async fn begin(session: Session<Stream>) -> Result<Self, Cause> {
        let mut talk = Self {
            session,
            can: Abilities::default(),
            open: None,
            exists: None,
            stirred: false,
        };
        let mut can = Abilities::default();
        talk.ask(Command::Capability, |answer| can.learn(answer)).await?;
        talk.can = can;
        if talk.can.qresync {
            match talk.ask(Command::EnableQresync, |_| ()).await {
                // Then all is listed at each look.
                Err(Cause::Denied(..)) => talk.can.qresync = false,
                enabled => enabled?,
            }
        }
        Ok(talk)
    }

    /// Says a command and hands each answer to `each`, until the server has done it.
    pub async fn ask(&mut self, command: Command<'_>, each: impl FnMut(&Response<'_>)) -> Result<(), Cause> {
        self.ask_for(command, LISTS, each).await
    }

    /// The same, when at most `bytes` of literals are expected.
    pub async fn ask_for(
        &mut self,
        command: Command<'_>,
        bytes: usize,
        mut each: impl FnMut(&Response<'_>),
    ) -> Result<(), Cause> {
        self.session.get_mut().allow(bytes);
        if matches!(command, Command::Marks { .. }) {
            // All that was told of before is seen now.
            self.stirred = false;
        }
        let until = Instant::now() + PATIENCE + Duration::from_secs((bytes / SLOWEST) as u64);
        let soon = Instant::now() + PATIENCE;
        let said = timeout_at(soon, self.session.run_command(command.to_string())).await;
        let id = said.map_err(|_| Cause::Lost)?.map_err(|_| Cause::Lost)?;
        loop {
            // However much is to come: a server that says nothing at all is not waited for.
            let answer = loop {
                let came = self.session.get_ref().came();
                let soon = until.min(Instant::now() + PATIENCE);
                let answer = hear(soon, self.session.read_response()).await;
                let came_more = self.session.get_ref().came() > came;
                if answer.is_ok() || !came_more || soon == until {
                    break in_time(answer)?;
                }
            };
            match answer.parsed() {
                Response::Done { tag, status, outcome } if tag == &id => {
                    let said = outcome.information.as_deref().unwrap_or_default();
                    return match status {
                        Status::Ok => Ok(()),
                        _ => Err(Cause::Denied(command.verb(), Refusal::of(said))),
                    };
                }
                Response::Data {
                    status: Status::Bye, ..
                } if command != Command::Logout => return Err(Cause::Lost),
                other => {
                    self.notice(command, other);
                    each(other);
                }
            }
        }
    }

    fn notice(&mut self, command: Command<'_>, answer: &Response<'_>) {
        match answer {
            Response::Expunge(_) | Response::Vanished { earlier: false, .. } => {
                self.stirred = true;
                self.exists = None;
            }
            // Marks that were not asked for are marks that changed.
            Response::Fetch(_, values) => {
                let has_marks = values
                    .iter()
                    .any(|value| matches!(value, AttributeValue::Flags(_)));
                self.stirred |= has_marks && !matches!(command, Command::Marks { .. });
            }
            Response::MailboxData(MailboxDatum::Exists(count)) => {
                let before = self.exists.replace(*count);
                self.stirred |= before != Some(*count);
            }
            _ => {}
        }
    }

    /// Waits, at most until then, for the server to say that something happened in the folder.
    pub async fn idle(&mut self, until: Instant) -> Result<Heard, Cause> {
        if std::mem::take(&mut self.stirred) {
            return Ok(Heard::News);
        }
        self.session.get_mut().allow(LISTS);
        let soon = Instant::now() + PATIENCE;
        let said = self.session.run_command(Command::Idle.to_string());
        let id = timeout_at(soon, said)
            .await
            .map_err(|_| Cause::Lost)?
            .map_err(|_| Cause::Lost)?;
        let mut heard = Heard::Nothing;
        loop {
            let answer = in_time(hear(soon, self.session.read_response()).await)?;
            match answer.parsed() {
                Response::Continue(_) => break,
                Response::Done { tag, .. } if tag == &id => {
                    return Err(Cause::Denied("IDLE", Refusal::Unsaid));
                }
                Response::Data {
                    status: Status::Bye, ..
                } => return Err(Cause::Lost),
                other => heard = heard.or(other),
            }
        }
        while heard == Heard::Nothing {
            let Ok(answer) = hear(until, self.session.read_response()).await else {
                break;
            };
            let answer = answer?;
            match answer.parsed() {
                Response::Data {
                    status: Status::Bye, ..
                } => return Err(Cause::Lost),
                // The server ends the waiting by itself; what happened is looked up.
                Response::Done { tag, .. } if tag == &id => return Ok(Heard::News),
                other => heard = heard.or(other),
            }
        }
        let soon = Instant::now() + PATIENCE;
        let done = timeout_at(soon, self.session.run_command_untagged("DONE")).await;
        done.map_err(|_| Cause::Lost)?.map_err(|_| Cause::Lost)?;
        loop {
            let answer = in_time(hear(soon, self.session.read_response()).await)?;
            match answer.parsed() {
                Response::Done { tag, .. } if tag == &id => return Ok(heard),
                Response::Data {
                    status: Status::Bye, ..
                } => return Err(Cause::Lost),
                other => heard = heard.or(other),
            }
        }
    }

    /// Says goodbye; a server that does not answer is left without.
    pub async fn end(mut self) {
        let goodbye = self.ask(Command::Logout, |_| ());
        // Nothing depends on it: the connection ends either way.
        let _ = tokio::time::timeout(Duration::from_secs(2), goodbye).await;
    }
}

impl Heard {
    fn or(self, answer: &Response<'_>) -> Self {
        match answer {
            Response::Expunge(_)
            | Response::Vanished { .. }
            | Response::Fetch(..)
            | Response::MailboxData(MailboxDatum::Exists(_)) => Self::News,
            _ => self,
        }
    }
}

/// The next answer, waited for until then.
async fn hear<T>(
    until: Instant,
    answer: impl Future<Output = io::Result<Option<T>>>,
) -> Result<Result<T, Cause>, Elapsed> {
    let answer = timeout_at(until, guarded(answer)).await?;
    Ok(answer.and_then(understood))
}

/// An answer that was waited for.
fn in_time<T>(answer: Result<Result<T, Cause>, Elapsed>) -> Result<T, Cause> {
    answer.unwrap_or(Err(Cause::Lost))
}

/// An answer that came. What the library says of one it cannot read quotes the answer, so that is left out.
fn understood<T>(answer: io::Result<Option<T>>) -> Result<T, Cause> {
    match answer {
        Ok(Some(answer)) => Ok(answer),
        Ok(None) => Err(Cause::Lost),
        Err(error) => Err(match error.kind() {
            io::ErrorKind::FileTooLarge => Cause::Nonsense("more than was asked for"),
            io::ErrorKind::Other => Cause::Nonsense("no IMAP"),
            _ => Cause::Lost,
        }),
    }
}

#[cfg(test)]
mod tests;
