//! Which folders are followed, and how it goes with all of them.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use crossbeam_channel::Sender;
use mailwijs_store::{FolderRole, RemoteChange};
use tokio::sync::mpsc;
use tokio::task::{Id, JoinSet};
use tokio::time::sleep;

use super::MailboxStatus;
use super::follow::{Report, Server, attempts, follow};
use super::look::Looker;
use crate::folders::list;
use crate::wire::Talk;
use crate::{Cause, RemoteFolder, store_url};

/// Whether there are other folders is looked up this often.
const FOLDERS: Duration = Duration::from_mins(10);

/// The same while there is no folder for drafts: it comes with the first one.
const NO_DRAFTS: Duration = Duration::from_secs(15);

/// Failures in a row before anybody is told: a laptop changes networks all day.
const TOLD_AFTER: u32 = 3;

/// Watches the mailbox until only the teacher can help.
pub(super) async fn supervise(server: Server, out: Sender<RemoteChange>, status: impl Fn(MailboxStatus)) {
    let mut ward = Ward {
        store: store_url(&server.account),
        server,
        out,
        status,
        failures: 0,
    };
    if let Err(cause) = ward.watch().await {
        ward.fail(&cause);
        (ward.status)(MailboxStatus::Stopped(cause.of(&ward.server.account)));
    }
}

struct Ward<S> {
    server: Server,
    store: PathBuf,
    out: Sender<RemoteChange>,
    status: S,
    failures: u32,
}

/// Those who follow a folder each.
struct Crew {
    server: Server,
    out: Sender<RemoteChange>,
    folders_every: Duration,
    reports: mpsc::Sender<Report>,
    tasks: JoinSet<Cause>,
    at_work: HashMap<Id, RemoteFolder>,
}

impl Crew {
    fn start(&mut self, folder: RemoteFolder, talk: Option<Talk>) {
        let store = store_url(&self.server.account);
        let looker = Looker::new(&store, folder.clone(), self.out.clone());
        let lists = folder.role == FolderRole::Inbox;
        let follow = follow(
            self.server.clone(),
            looker,
            lists.then_some(self.folders_every),
            talk,
            self.reports.clone(),
        );
        self.at_work.insert(self.tasks.spawn(follow).id(), folder);
    }
}

impl<S: Fn(MailboxStatus)> Ward<S> {
    async fn watch(&mut self) -> Result<(), Cause> {
        let (mut talk, mut folders) = self.first().await?;
        loop {
            let chosen = choose(&folders);
            folders = self.round(&chosen, talk.take()).await?;
        }
    }

    /// The first connection and the folders, however long it takes.
    async fn first(&mut self) -> Result<(Option<Talk>, Vec<RemoteFolder>), Cause> {
        let mut waits = attempts();
        loop {
            let server = &self.server;
            let found = async {
                let mut talk = server.connect().await?;
                let folders = list(&mut talk).await?;
                Ok::<_, Cause>((Some(talk), folders))
            };
            match found.await {
                Ok(found) => return Ok(found),
                Err(cause) if cause.passes() => self.trouble(cause),
                Err(cause) => return Err(cause),
            }
            sleep(waits.next().unwrap_or(FOLDERS)).await;
        }
    }

    /// Follows these folders until there are others: those.
    async fn round(
        &mut self,
        chosen: &[RemoteFolder],
        mut talk: Option<Talk>,
    ) -> Result<Vec<RemoteFolder>, Cause> {
        if chosen.is_empty() {
            return Err(Cause::Nonsense("a mailbox without an inbox"));
        }
        let has_drafts = chosen.iter().any(|folder| folder.role == FolderRole::Drafts);
        let (reports, mut reported) = mpsc::channel(64);
        let mut crew = Crew {
            server: self.server.clone(),
            out: self.out.clone(),
            folders_every: if has_drafts { FOLDERS } else { NO_DRAFTS },
            reports,
            tasks: JoinSet::new(),
            at_work: HashMap::new(),
        };
        for folder in chosen {
            crew.start(folder.clone(), talk.take());
        }
        let mut awaited = chosen.len();
        loop {
            tokio::select! {
                Some(report) = reported.recv() => match report {
                    Report::Follows => {
                        self.failures = 0;
                        awaited = awaited.saturating_sub(1);
                        if awaited == 0 {
                            self.ready(chosen, has_drafts);
                        }
                    }
                    Report::Folders(folders) => {
                        if choose(&folders) != chosen {
                            return Ok(folders);
                        }
                    }
                    Report::Trouble { was_following, cause } => {
                        awaited += usize::from(was_following);
                        self.trouble(cause);
                    }
                },
                Some(ended) = crew.tasks.join_next_with_id() => match ended {
                    Ok((_, cause)) => return Err(cause),
                    // What came made the parser give up; the folder is taken up anew.
                    Err(error) => {
                        self.trouble(Cause::Nonsense("no IMAP"));
                        sleep(NO_DRAFTS).await;
                        if let Some(folder) = crew.at_work.remove(&error.id()) {
                            crew.start(folder, None);
                        }
                    }
                },
            }
        }
    }

    fn ready(&self, chosen: &[RemoteFolder], has_drafts: bool) {
        (self.status)(if has_drafts {
            MailboxStatus::Watching(chosen.to_vec())
        } else {
            MailboxStatus::NoDrafts
        });
        // Nobody listens any more when the app closes.
        let _ = self.out.send(RemoteChange::Ready {
            store: self.store.clone(),
        });
    }

    fn trouble(&mut self, cause: Cause) {
        self.failures += 1;
        if self.failures == TOLD_AFTER {
            self.fail(&cause);
        }
        (self.status)(MailboxStatus::Waiting(cause.of(&self.server.account)));
    }

    fn fail(&self, cause: &Cause) {
        // Nobody listens any more when the app closes.
        let _ = self.out.send(RemoteChange::Failed {
            store: self.store.clone(),
            message: cause.clone().of(&self.server.account).to_string(),
        });
    }
}

/// The folders that are followed; the drafts first, on the connection that is there already.
fn choose(folders: &[RemoteFolder]) -> Vec<RemoteFolder> {
    use FolderRole::{Drafts, Inbox, Outbox, Sent};
    let of = |role| folders.iter().filter(move |folder| folder.role == role);
    [Drafts, Inbox, Sent, Outbox]
        .into_iter()
        .flat_map(of)
        .cloned()
        .collect()
}
