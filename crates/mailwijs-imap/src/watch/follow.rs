//! One folder, followed on a connection of its own, which is made again whenever it is lost.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};
use mailwijs_store::FolderRole;
use tokio::sync::mpsc::Sender;
use tokio::time::{Instant, sleep, sleep_until};
use tokio_rustls::rustls::ClientConfig;

use super::awake::slept;
use super::look::Looker;
use crate::folders::list;
use crate::wire::{Command, Heard, Talk, connect};
use crate::{Account, Cause, Credential, RemoteFolder};

/// Servers and the routers in between forget who is silent for long; RFC 2177 allows 29 minutes.
const RENEW: Duration = Duration::from_mins(4);

/// Where the server does not tell, drafts are looked at this often.
const POLL_DRAFTS: Duration = Duration::from_secs(10);

/// The same for other folders.
const POLL_OTHERS: Duration = Duration::from_mins(1);

/// After a look that was asked for in vain the next one waits so long, twice as long each time.
const IN_VAIN: [Duration; 2] = [Duration::from_millis(20), Duration::from_secs(5)];

/// The first wait before a lost connection is made again, and the longest.
const AGAIN: [Duration; 2] = [Duration::from_secs(1), Duration::from_mins(5)];

/// What a folder's follower tells the mailbox.
pub(super) enum Report {
    /// What stands in this folder, by its spelled name, is known: nothing saved from now on is missed.
    Follows(String),
    /// The mailbox has these folders.
    Folders(Vec<RemoteFolder>),
    /// The connection was lost; it is made again.
    Trouble {
        /// The folder, by its spelled name.
        folder: String,
        /// Why.
        cause: Cause,
    },
}

/// How to reach the server.
#[derive(Clone)]
pub(super) struct Server {
    pub account: Account,
    pub credential: Credential,
    pub tls: Arc<ClientConfig>,
}

impl Server {
    pub async fn connect(&self) -> Result<Talk, Cause> {
        let first = connect(&self.account, &self.credential, Arc::clone(&self.tls)).await;
        match (first, &self.credential) {
            // A token may end at any moment; the next one is asked for.
            (Err(Cause::Refused), Credential::Token(_)) => {
                let second = connect(&self.account, &self.credential, Arc::clone(&self.tls)).await;
                second.map_err(|cause| match cause {
                    Cause::Refused => Cause::SignInNeeded,
                    other => other,
                })
            }
            (first, _) => first,
        }
    }
}

/// Waits between attempts: longer each time, never all at once, from the start again when asked.
pub(super) fn attempts() -> impl Iterator<Item = Duration> {
    let [first, longest] = AGAIN;
    ExponentialBuilder::new()
        .with_min_delay(first)
        .with_max_delay(longest)
        .with_jitter()
        .without_max_times()
        .build()
}

/// Follows a folder until only the teacher can help; why.
pub(super) async fn follow(
    server: Server,
    mut looker: Looker,
    folders_every: Option<Duration>,
    mut talk: Option<Talk>,
    reports: Sender<Report>,
) -> Cause {
    let mut waits = attempts();
    loop {
        let begun = Instant::now();
        let ended = async {
            let talk = match talk.take() {
                Some(talk) => talk,
                None => server.connect().await?,
            };
            on_a_connection(talk, &mut looker, folders_every, &reports).await
        };
        let Err(cause) = tokio::select! {
            ended = ended => ended,
            () = slept() => Err(Cause::Lost),
        };
        if !cause.passes() {
            return cause;
        }
        if begun.elapsed() > RENEW {
            waits = attempts();
        }
        let folder = looker.folder().to_owned();
        // Nobody listens any more when the mailbox is left.
        let _ = reports.send(Report::Trouble { folder, cause }).await;
        sleep(waits.next().unwrap_or(AGAIN[1])).await;
    }
}

async fn on_a_connection(
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
                Err(Cause::Denied(_)) => {
                    deaf = true;
                    Heard::Nothing
                }
                heard => heard?,
            }
        };
        let news = looker.look(&mut talk).await?;
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

/// Nobody listening any more ends the conversation.
async fn tell(reports: &Sender<Report>, report: Report) -> Result<(), Cause> {
    reports.send(report).await.map_err(|_| Cause::Lost)
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
