//! A connection that is made again whenever it is lost, and what is done on it.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};
use tokio::sync::mpsc::Sender;
use tokio::time::{Instant, sleep};
use tokio_rustls::rustls::ClientConfig;

use super::awake::slept;
use super::follow::{self, RENEW};
use super::look::Looker;
use super::turns::Turns;
use crate::wire::{Talk, connect};
use crate::{Account, Cause, Credential, RemoteFolder};

/// The first wait before a lost connection is made again, and the longest.
const AGAIN: [Duration; 2] = [Duration::from_secs(1), Duration::from_mins(5)];

/// What those at the connections tell the mailbox.
pub(super) enum Report {
    /// What stands in this folder, by its spelled name, is known: nothing saved from now on is missed.
    Follows(String),
    /// The mailbox has these folders.
    Folders(Vec<RemoteFolder>),
    /// A folder cannot be followed now, or a connection was lost; it is tried again.
    Trouble {
        /// The folder, by its spelled name; `None` for all those that are visited in turn.
        folder: Option<String>,
        /// Why.
        cause: Cause,
    },
}

/// How to reach the server.
#[derive(Clone)]
pub(crate) struct Server {
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

/// What a connection is for.
pub(super) enum Post {
    /// One folder; and all folders listed so often.
    Own(Looker, Option<Duration>),
    /// Many folders in turn.
    Turns(Turns),
}

impl Post {
    /// The folder that has the connection for its own.
    fn folder(&self) -> Option<String> {
        match self {
            Self::Own(looker, _) => Some(looker.folder().to_owned()),
            Self::Turns(_) => None,
        }
    }

    /// Until there is something to do.
    async fn needed(&mut self) {
        if let Self::Turns(turns) = self {
            turns.needed().await;
        }
    }

    async fn at(&mut self, talk: Talk, reports: &Sender<Report>) -> Result<Infallible, Cause> {
        match self {
            Self::Own(looker, folders_every) => follow::follow(talk, looker, *folders_every, reports).await,
            Self::Turns(turns) => turns.visit_all(talk, reports).await,
        }
    }
}

/// Stays at a post until only the teacher can help; why.
pub(super) async fn keep(
    server: Server,
    mut post: Post,
    mut talk: Option<Talk>,
    reports: Sender<Report>,
) -> Cause {
    let mut waits = attempts();
    loop {
        post.needed().await;
        let begun = Instant::now();
        let ended = async {
            let talk = match talk.take() {
                Some(talk) => talk,
                None => server.connect().await?,
            };
            post.at(talk, &reports).await
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
        let folder = post.folder();
        // Nobody listens any more when the mailbox is left.
        let _ = reports.send(Report::Trouble { folder, cause }).await;
        sleep(waits.next().unwrap_or(AGAIN[1])).await;
    }
}

/// Nobody listening any more ends the conversation.
pub(super) async fn tell(reports: &Sender<Report>, report: Report) -> Result<(), Cause> {
    reports.send(report).await.map_err(|_| Cause::Lost)
}
