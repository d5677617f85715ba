//! Who stays at which connection.

use std::collections::HashMap;
use std::time::Duration;

use crossbeam_channel::Sender;
use mailwijs_store::{FolderRole, RemoteChange};
use tokio::sync::{mpsc, watch};
use tokio::task::{AbortHandle, Id, JoinSet};

use super::choose::Chosen;
use super::keep::{Post, Report, Server, keep};
use super::look::Looker;
use super::turns::Turns;
use crate::wire::Talk;
use crate::{Cause, RemoteFolder, store_url};

/// Those who follow a folder each, and one who visits the others in turn.
pub(super) struct Crew {
    server: Server,
    out: Sender<RemoteChange>,
    folders_every: Duration,
    reports: mpsc::Sender<Report>,
    /// Those that are visited in turn.
    in_turn: watch::Sender<Vec<RemoteFolder>>,
    tasks: JoinSet<Cause>,
    /// The folder that each follows; `None` who visits many.
    at_work: HashMap<Id, (AbortHandle, Option<RemoteFolder>)>,
}

impl Crew {
    /// All of them, the first on this connection.
    pub fn start_all(
        server: Server,
        out: Sender<RemoteChange>,
        folders_every: Duration,
        chosen: &Chosen,
        mut talk: Option<Talk>,
    ) -> (Self, mpsc::Receiver<Report>) {
        let (reports, reported) = mpsc::channel(64);
        let mut crew = Self {
            server,
            out,
            folders_every,
            reports,
            in_turn: watch::Sender::new(chosen.in_turn.clone()),
            tasks: JoinSet::new(),
            at_work: HashMap::new(),
        };
        for folder in &chosen.own {
            crew.start(folder.clone(), talk.take());
        }
        crew.start_turns();
        (crew, reported)
    }

    /// From now on these folders are followed; what is known of those that stay is kept.
    pub fn change(&mut self, chosen: &Chosen) {
        self.in_turn.send_replace(chosen.in_turn.clone());
        self.at_work.retain(|_, (task, folder)| {
            let stays = folder.as_ref().is_none_or(|folder| chosen.own.contains(folder));
            if !stays {
                task.abort();
            }
            stays
        });
        for folder in &chosen.own {
            let mut followed = self.at_work.values();
            if !followed.any(|(_, other)| other.as_ref() == Some(folder)) {
                self.start(folder.clone(), None);
            }
        }
    }

    /// Why one of them ended; for whom something made panic, the folder, or `None` who visits many.
    pub async fn ended(&mut self) -> Option<Result<Cause, Option<RemoteFolder>>> {
        loop {
            match self.tasks.join_next_with_id().await? {
                Ok((_, cause)) => return Some(Ok(cause)),
                Err(error) => {
                    if let Some((_, folder)) = self.at_work.remove(&error.id()) {
                        return Some(Err(folder));
                    }
                }
            }
        }
    }

    /// Starts anew who ended so.
    pub fn again(&mut self, folder: Option<RemoteFolder>) {
        match folder {
            Some(folder) => self.start(folder, None),
            None => self.start_turns(),
        }
    }

    fn start(&mut self, folder: RemoteFolder, talk: Option<Talk>) {
        let store = store_url(&self.server.account);
        let looker = Looker::new(&store, folder.clone(), self.out.clone());
        let lists = folder.role == FolderRole::Inbox;
        self.send(
            Post::Own(looker, lists.then_some(self.folders_every)),
            talk,
            Some(folder),
        );
    }

    fn start_turns(&mut self) {
        let store = store_url(&self.server.account);
        let turns = Turns::new(store, self.in_turn.subscribe(), self.out.clone());
        self.send(Post::Turns(turns), None, None);
    }

    fn send(&mut self, post: Post, talk: Option<Talk>, folder: Option<RemoteFolder>) {
        let kept = keep(self.server.clone(), post, talk, self.reports.clone());
        let ends = self.tasks.spawn(kept);
        self.at_work.insert(ends.id(), (ends, folder));
    }
}
