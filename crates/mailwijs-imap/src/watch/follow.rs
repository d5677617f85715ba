//! One folder, followed on a connection of its own: the server tells, or is asked.

use std::convert::Infallible;
use std::time::Duration;

use mailwijs_store::FolderRole;
use tokio::sync::mpsc::Sender;
use tokio::time::{Instant, sleep, sleep_until};

use super::keep::{Report, tell};
use super::look::Looker;
use crate::Cause;
use crate::folders::list;
use crate::wire::{Command, Heard, Talk};

/// Servers and the routers in between forget who is silent for long; RFC 2177 allows 29 minutes.
pub(super) const RENEW: Duration = Duration::from_mins(4);

/// Where the server does not tell, drafts are looked at this often.
const POLL_DRAFTS: Duration = Duration::from_secs(10);

/// The same for other folders.
const POLL_OTHERS: Duration = Duration::from_mins(1);

/// After a look that was asked for in vain the next one waits so long, twice as long each time.
const IN_VAIN: [Duration; 2] = [Duration::from_millis(20), Duration::from_secs(5)];

/// Follows a folder, and lists all folders so often, until the connection is lost.
pub(super) async fn follow(
    mut talk: Talk,
    looker: &mut Looker,
    folders_every: Option<Duration>,
    reports: &Sender<Report>,
) -> Result<Infallible, Cause> {
    looker.begin(&mut talk).await?;
    tell(reports, Report::Follows(looker.folder().to_owned())).await?;
    // Some servers know the word and never tell.
    let mut deaf = !talk.can.idle;
    let mut in_vain = IN_VAIN[0];
    let mut folders_due = folders_every.map(|every| Instant::now() + every);
    loop {
        let mut until = Instant::now() + if deaf { poll(looker.role()) } else { RENEW };
        if let Some(due) = folders_due {
            until = until.min(due);
        }
        let heard = if deaf {
            sleep_until(until).await;
            talk.ask(Command::Noop, |_| ()).await?;
            Heard::Nothing
        } else {
            match talk.idle(until).await {
                // Some servers know the word and refuse it.
                Err(Cause::Denied(..)) => {
                    deaf = true;
                    Heard::Nothing
                }
                heard => heard?,
            }
        };
        let news = looker.look(&mut talk).await?;
        if news || heard == Heard::News {
            looker.stirred()?;
        }
        match (heard, news) {
            (Heard::Nothing, true) => deaf = true,
            (Heard::News, false) => {
                sleep(in_vain).await;
                in_vain = (in_vain * 2).min(IN_VAIN[1]);
            }
            (Heard::News, true) => in_vain = IN_VAIN[0],
            (Heard::Nothing, false) => {}
        }
        if let (Some(due), Some(every)) = (folders_due, folders_every)
            && Instant::now() >= due
        {
            tell(reports, Report::Folders(list(&mut talk).await?)).await?;
            folders_due = Some(Instant::now() + every);
        }
    }
}

fn poll(role: FolderRole) -> Duration {
    match role {
        FolderRole::Drafts | FolderRole::Outbox => POLL_DRAFTS,
        _ => POLL_OTHERS,
    }
}

#[cfg(test)]
mod mutated;
#[cfg(test)]
mod tests;
