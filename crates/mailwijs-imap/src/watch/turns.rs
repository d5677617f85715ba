//! Many folders on one connection, visited in turn: what happened in one that changed is told.

use std::convert::Infallible;
use std::path::PathBuf;
use std::time::Duration;

use mailwijs_store::{FolderRole, RemoteChange};
use tokio::sync::mpsc::Sender;
use tokio::sync::watch::Receiver;
use tokio::time::{Instant, sleep_until};

use super::keep::{Report, tell};
use super::look::Looker;
use crate::fetch::{Tally, tally};
use crate::wire::Talk;
use crate::{Cause, RemoteFolder};

/// Drafts and what waits to be sent are visited this often.
const DRAFTS: Duration = Duration::from_secs(10);

/// The others after this long, and so much longer for each of them: a server is not to be asked all the time.
const OTHERS: [Duration; 2] = [Duration::from_secs(15), Duration::from_millis(200)];

/// One that could not be opened is tried again after this long.
const SHUT: Duration = Duration::from_mins(10);

/// Folders that are visited in turn; what is known of them survives the connection.
pub(super) struct Turns {
    store: PathBuf,
    wanted: Receiver<Vec<RemoteFolder>>,
    out: crossbeam_channel::Sender<RemoteChange>,
    visits: Vec<Visit>,
    /// Folders that come later were made meanwhile.
    is_begun: bool,
}

struct Visit {
    looker: Looker,
    /// It stood so before the last look into it.
    tally: Option<Tally>,
    due: Instant,
    /// On this connection it was told that nothing is missed.
    is_told: bool,
}

impl Turns {
    /// Visits the folders that are wanted, which may change.
    pub fn new(
        store: PathBuf,
        wanted: Receiver<Vec<RemoteFolder>>,
        out: crossbeam_channel::Sender<RemoteChange>,
    ) -> Self {
        Self {
            store,
            wanted,
            out,
            visits: Vec::new(),
            is_begun: false,
        }
    }

    /// Until there is a folder to visit.
    pub async fn needed(&mut self) {
        // The mailbox that wants folders outlives this.
        let _ = self.wanted.wait_for(|wanted| !wanted.is_empty()).await;
    }

    /// Visits them until the connection is lost.
    pub async fn visit_all(&mut self, mut talk: Talk, reports: &Sender<Report>) -> Result<Infallible, Cause> {
        for visit in &mut self.visits {
            visit.due = Instant::now();
            visit.is_told = false;
        }
        loop {
            self.take_up();
            self.begin(&mut talk, reports).await?;
            let others = OTHERS[0] + OTHERS[1] * u32::try_from(self.visits.len()).unwrap_or(u32::MAX);
            for visit in &mut self.visits {
                if visit.due > Instant::now() {
                    continue;
                }
                let every = match visit.looker.role() {
                    FolderRole::Drafts | FolderRole::Outbox => DRAFTS,
                    _ => others,
                };
                let visited = visit.go(&mut talk).await;
                visit.after(visited, every, reports).await?;
            }
            let next = self.visits.iter().map(|visit| visit.due).min();
            tokio::select! {
                () = sleep_until(next.unwrap_or_else(|| Instant::now() + SHUT)) => {}
                changed = self.wanted.changed() => changed.map_err(|_| Cause::Lost)?,
            }
        }
    }

    /// Takes up the folders that are wanted now and leaves the others.
    fn take_up(&mut self) {
        let wanted = self.wanted.borrow_and_update().clone();
        self.visits
            .retain(|visit| wanted.iter().any(|folder| visit.looker.is_at(folder)));
        for folder in wanted {
            if !self.visits.iter().any(|visit| visit.looker.is_at(&folder)) {
                let mut looker = Looker::new(&self.store, folder, self.out.clone());
                if self.is_begun {
                    looker.is_made_meanwhile();
                }
                self.visits.push(Visit {
                    looker,
                    tally: None,
                    due: Instant::now(),
                    is_told: false,
                });
            }
        }
        self.is_begun = true;
    }

    /// Takes the numbers of all folders first, which takes no time: nothing that comes from then on is missed.
    async fn begin(&mut self, talk: &mut Talk, reports: &Sender<Report>) -> Result<(), Cause> {
        for visit in &mut self.visits {
            if !visit.is_told && visit.due <= Instant::now() {
                let begun = match tally(talk, visit.looker.folder()).await {
                    Ok(tally) if visit.looker.stands_at(tally) => Ok(()),
                    Ok(_) => visit.go(talk).await,
                    Err(cause) => Err(cause),
                };
                match begun {
                    Ok(()) => {
                        visit.is_told = true;
                        tell(reports, Report::Follows(visit.looker.folder().to_owned())).await?;
                    }
                    shut => visit.after(shut, SHUT, reports).await?,
                }
            }
        }
        Ok(())
    }
}

impl Visit {
    /// Looks into the folder when something happened there.
    async fn go(&mut self, talk: &mut Talk) -> Result<(), Cause> {
        let now = tally(talk, self.looker.folder()).await?;
        if self.tally == Some(now) && !self.looker.holds_drafts() {
            return Ok(());
        }
        // After an error the next visit looks again.
        let is_first = self.tally.take().is_none();
        self.looker.begin(talk).await?;
        if !is_first {
            self.looker.stirred()?;
        }
        self.tally = Some(now);
        Ok(())
    }

    /// A folder that cannot be opened does not keep the others from being visited.
    async fn after(
        &mut self,
        visited: Result<(), Cause>,
        every: Duration,
        reports: &Sender<Report>,
    ) -> Result<(), Cause> {
        match visited {
            Ok(()) => self.due = Instant::now() + every,
            Err(cause @ Cause::Denied("STATUS" | "EXAMINE", _)) => {
                self.due = Instant::now() + SHUT;
                self.is_told = false;
                let folder = Some(self.looker.folder().to_owned());
                tell(reports, Report::Trouble { folder, cause }).await?;
            }
            Err(cause) => return Err(cause),
        }
        Ok(())
    }
}
