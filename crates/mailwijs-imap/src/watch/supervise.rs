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

/// Failures of one connection in a row before anybody is told: a laptop changes networks all day.
const TOLD_AFTER: u32 = 3;

/// As many folders are followed: some servers allow a teacher ten connections in all.
const MOST: usize = 6;

/// Watches the mailbox until only the teacher can help.
pub(super) async fn supervise(server: Server, out: Sender<RemoteChange>, status: impl Fn(MailboxStatus)) {
    let mut ward = Ward {
        store: store_url(&server.account),
        server,
        out,
        status,
        failures: HashMap::new(),
        is_told: false,
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
    /// In a row, by the folder's spelled name; of the first connection under no name.
    failures: HashMap<String, u32>,
    /// The teacher was told of the failures there are.
    is_told: bool,
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

/// How it stands with a folder that is not awaited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Nothing in it is missed.
    Followed,
    /// The server names it and does not open it.
    Shut,
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
            let server = self.server.clone();
            // What comes may make the parser give up.
            let found = tokio::spawn(async move {
                let mut talk = server.connect().await?;
                let folders = list(&mut talk).await?;
                if choose(&folders).is_empty() {
                    return Err(Cause::Nonsense("a mailbox without an inbox"));
                }
                Ok::<_, Cause>((Some(talk), folders))
            });
            match found.await.unwrap_or(Err(Cause::Nonsense("no IMAP"))) {
                Ok(found) => {
                    self.recover("");
                    return Ok(found);
                }
                Err(cause) if cause.passes() => self.trouble(String::new(), cause),
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
        let has_drafts = chosen.iter().any(|folder| folder.role == FolderRole::Drafts);
        self.failures.clear();
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
        let mut standings: HashMap<String, Standing> = HashMap::new();
        loop {
            tokio::select! {
                Some(report) = reported.recv() => match report {
                    Report::Follows(folder) => {
                        self.recover(&folder);
                        standings.insert(folder, Standing::Followed);
                        self.ready_if_all(chosen, &standings, has_drafts);
                    }
                    Report::Folders(folders) => {
                        let now = choose(&folders);
                        // A server that names nothing is in trouble itself.
                        if !now.is_empty() && now != chosen {
                            return Ok(folders);
                        }
                    }
                    Report::Trouble { folder, cause } => {
                        if is_shut(chosen, &folder, &cause) {
                            let before = standings.insert(folder, Standing::Shut);
                            if before != Some(Standing::Shut) {
                                self.ready_if_all(chosen, &standings, has_drafts);
                            }
                        } else {
                            standings.remove(&folder);
                            self.trouble(folder, cause);
                        }
                    }
                },
                Some(ended) = crew.tasks.join_next_with_id() => match ended {
                    Ok((_, cause)) => return Err(cause),
                    // What came made the parser give up; the folder is taken up anew.
                    Err(error) => {
                        if let Some(folder) = crew.at_work.remove(&error.id()) {
                            standings.remove(&folder.spelled);
                            self.trouble(folder.spelled.clone(), Cause::Nonsense("no IMAP"));
                            sleep(NO_DRAFTS).await;
                            crew.start(folder, None);
                        }
                    }
                },
            }
        }
    }

    /// Once nothing is awaited any more: nothing saved from now on is missed.
    fn ready_if_all(&self, chosen: &[RemoteFolder], standings: &HashMap<String, Standing>, has_drafts: bool) {
        let standing = |folder: &RemoteFolder| standings.get(&folder.spelled).copied();
        if chosen.iter().any(|folder| standing(folder).is_none()) {
            return;
        }
        let followed = chosen
            .iter()
            .filter(|folder| standing(folder) == Some(Standing::Followed));
        (self.status)(if has_drafts {
            MailboxStatus::Watching(followed.cloned().collect())
        } else {
            MailboxStatus::NoDrafts
        });
        // Nobody listens any more when the app closes.
        let _ = self.out.send(RemoteChange::Ready {
            store: self.store.clone(),
        });
    }

    fn recover(&mut self, folder: &str) {
        self.failures.remove(folder);
        self.is_told &= !self.failures.is_empty();
    }

    /// When the network goes, all connections fail at once; that is one failure.
    fn trouble(&mut self, folder: String, cause: Cause) {
        let failures = self.failures.entry(folder).or_default();
        *failures += 1;
        if *failures >= TOLD_AFTER && !self.is_told {
            self.is_told = true;
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
    let mut chosen: Vec<RemoteFolder> = Vec::new();
    for folder in [Drafts, Inbox, Sent, Outbox].into_iter().flat_map(of) {
        if chosen.len() < MOST && !chosen.iter().any(|other| other.spelled == folder.spelled) {
            chosen.push(folder.clone());
        }
    }
    chosen
}

/// Whether the others are followed without this folder: of drafts and inbox it is told that they cannot be read.
fn is_shut(chosen: &[RemoteFolder], folder: &str, cause: &Cause) -> bool {
    let minor = |folder: &RemoteFolder| !matches!(folder.role, FolderRole::Drafts | FolderRole::Inbox);
    let mut named = chosen.iter().filter(|other| other.spelled == folder);
    *cause == Cause::Denied("EXAMINE") && named.all(minor)
}
