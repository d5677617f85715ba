//! Which folders are followed, and how it goes with all of them.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use crossbeam_channel::Sender;
use mailwijs_store::{FolderRole, RemoteChange};
use tokio::time::sleep;

use super::MailboxStatus;
use super::choose::{Chosen, choose};
use super::crew::Crew;
use super::keep::{Report, Server, attempts};
use crate::folders::list;
use crate::wire::Talk;
use crate::{Cause, RemoteFolder, store_url};

/// Whether there are other folders is looked up this often.
const FOLDERS: Duration = Duration::from_mins(10);

/// The same while there is no folder for drafts: it comes with the first one.
const NO_DRAFTS: Duration = Duration::from_secs(15);

/// Failures of one connection in a row before anybody is told: a laptop changes networks all day.
const TOLD_AFTER: u32 = 3;

/// By this name, which no folder can have, failures of those that are visited in turn are counted.
const IN_TURN: &str = "*";

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

/// How it stands with a folder that is not awaited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Nothing in it is missed.
    Followed,
    /// The server names it and does not open it.
    Shut,
}

impl<S: Fn(MailboxStatus)> Ward<S> {
    async fn watch(&mut self) -> Result<(), Cause> {
        let (mut talk, mut folders) = self.first().await?;
        loop {
            folders = self.round(choose(&folders), talk.take()).await?;
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
                if choose(&folders).is_nothing() {
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

    /// Follows these folders, and others as they come, until there are drafts among them, or none any more: all folders.
    async fn round(&mut self, mut chosen: Chosen, talk: Option<Talk>) -> Result<Vec<RemoteFolder>, Cause> {
        let has_drafts = chosen.has_drafts();
        self.failures.clear();
        let every = if has_drafts { FOLDERS } else { NO_DRAFTS };
        let (server, out) = (self.server.clone(), self.out.clone());
        let (mut crew, mut reported) = Crew::start_all(server, out, every, &chosen, talk);
        let mut standings: HashMap<String, Standing> = HashMap::new();
        loop {
            tokio::select! {
                Some(report) = reported.recv() => match report {
                    Report::Follows(folder) => {
                        if chosen.in_turn.iter().any(|one| one.spelled == folder) {
                            self.recover(IN_TURN);
                        }
                        self.recover(&folder);
                        standings.insert(folder, Standing::Followed);
                        self.ready_if_all(&chosen, &standings, has_drafts);
                    }
                    Report::Folders(folders) => {
                        let now = choose(&folders);
                        // A server that names nothing is in trouble itself.
                        if now.is_nothing() {
                            continue;
                        }
                        if now.has_drafts() != has_drafts {
                            return Ok(folders);
                        }
                        if now != chosen {
                            crew.change(&now);
                            chosen = now;
                            standings.retain(|name, _| chosen.all().any(|folder| folder.spelled == *name));
                            self.ready_if_all(&chosen, &standings, has_drafts);
                        }
                    }
                    Report::Trouble { folder: Some(folder), cause } => {
                        self.shut(&chosen, &mut standings, folder, cause, has_drafts);
                    }
                    Report::Trouble { folder: None, cause } => {
                        for folder in &chosen.in_turn {
                            standings.remove(&folder.spelled);
                        }
                        self.trouble(IN_TURN.to_owned(), cause);
                    }
                },
                Some(ended) = crew.ended() => {
                    // What came made something give up; the folder is taken up anew.
                    let folder = match ended {
                        Ok(cause) => return Err(cause),
                        Err(folder) => folder,
                    };
                    let name = folder.as_ref().map_or(IN_TURN, |folder| &folder.spelled).to_owned();
                    standings.remove(&name);
                    self.trouble(name, Cause::Nonsense("no IMAP"));
                    sleep(NO_DRAFTS).await;
                    crew.again(folder);
                }
            }
        }
    }

    /// A folder cannot be followed now. Of those that matter less the others do not wait for it.
    fn shut(
        &mut self,
        chosen: &Chosen,
        standings: &mut HashMap<String, Standing>,
        folder: String,
        cause: Cause,
        has_drafts: bool,
    ) {
        if is_shut(chosen, &folder, &cause) {
            let before = standings.insert(folder, Standing::Shut);
            if before != Some(Standing::Shut) {
                self.ready_if_all(chosen, standings, has_drafts);
            }
        } else {
            standings.remove(&folder);
            self.trouble(folder, cause);
        }
    }

    /// Once nothing is awaited any more: nothing saved from now on is missed.
    fn ready_if_all(&self, chosen: &Chosen, standings: &HashMap<String, Standing>, has_drafts: bool) {
        let standing = |folder: &RemoteFolder| standings.get(&folder.spelled).copied();
        if chosen.all().any(|folder| standing(folder).is_none()) {
            return;
        }
        let followed = chosen
            .all()
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

/// Whether the others are followed without this folder: of drafts and inbox it is told that they cannot be read.
fn is_shut(chosen: &Chosen, folder: &str, cause: &Cause) -> bool {
    let minor = |folder: &RemoteFolder| !matches!(folder.role, FolderRole::Drafts | FolderRole::Inbox);
    let mut named = chosen.all().filter(|other| other.spelled == folder);
    matches!(cause, Cause::Denied("EXAMINE" | "STATUS", _)) && named.all(minor)
}
