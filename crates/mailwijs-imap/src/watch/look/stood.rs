//! What stood in a folder before it was followed, so that it is known again when it is moved or saved anew.

use std::time::Duration;

use mailwijs_store::RemoteChange;

use super::Looker;
use crate::Cause;
use crate::fetch::{Tally, headers, marks};
use crate::sync::{Known, Opened};
use crate::watch::age::is_fresh;
use crate::wire::Talk;

/// Of a draft that was there before, as many bytes tell whether it is met again.
const DRAFT: u32 = 256 << 10;

/// As many drafts that were there before are read, the newest.
const DRAFTS: usize = 300;

/// As many UIDs back, messages in the inbox, in Sent and in the trash are known again when they are moved about.
const OTHERS: u32 = 300;

/// The same where there are many folders.
const OF_MANY: u32 = 30;

/// As many UIDs back, messages in a folder that was made meanwhile are news.
const LATE: u32 = 50;

/// What was saved so shortly before the first look was saved just now.
const JUST_NOW: Duration = Duration::from_mins(1);

impl Looker {
    /// What stands in the folder now will be news when it came in lately: the folder itself is new.
    pub fn is_made_meanwhile(&mut self) {
        self.is_late = true;
    }

    /// Takes these numbers as those from which on all is news; whether that is enough to miss nothing.
    pub fn stands_at(&mut self, tally: Tally) -> bool {
        if self.known.is_some() {
            return true;
        }
        // There is always room for what is there, so that a lower number is a lie.
        if self.holds_drafts() || tally.uid_validity == 0 || tally.uid_next <= tally.messages {
            return false;
        }
        let back = if self.is_late { LATE } else { 0 };
        self.known = Some(Known {
            uid_validity: tally.uid_validity,
            next: tally.uid_next.saturating_sub(back).max(1),
            ..Known::default()
        });
        self.is_new = !self.is_late;
        true
    }

    /// Tells the newest of what stood there below this UID.
    pub(super) async fn stood_below(&self, talk: &mut Talk, next: u32, opened: Opened) -> Result<(), Cause> {
        if opened.exists == 0 || next <= 1 {
            return Ok(());
        }
        let from = next.saturating_sub(OF_MANY).max(1);
        for (uid, bytes) in headers(talk, from).await? {
            if uid < next {
                let message = self.raw(opened.uid_validity, uid, false, bytes);
                self.tell(RemoteChange::Stood { message })?;
            }
        }
        Ok(())
    }

    /// Tells the newest of what was put in the trash, from this UID on.
    pub(super) async fn thrown_away(&self, talk: &mut Talk, validity: u32, first: u32) -> Result<(), Cause> {
        let next = self.known.as_ref().map_or(first, |known| known.next);
        let from = first.max(next.saturating_sub(OTHERS));
        for (uid, bytes) in headers(talk, from).await? {
            let message = self.raw(validity, uid, false, bytes);
            self.tell(RemoteChange::Stood { message })?;
        }
        Ok(())
    }

    /// Looks at a folder whose numbers are new. What stood in it `before` under other numbers is no news.
    pub(super) async fn first(
        &mut self,
        talk: &mut Talk,
        opened: Opened,
        before: Option<Known>,
    ) -> Result<(), Cause> {
        let mut known = Known {
            uid_validity: opened.uid_validity,
            next: opened.uid_next.max(1),
            modseq: opened.modseq,
            ..Known::default()
        };
        let result = if self.holds_drafts() {
            self.first_drafts(talk, &mut known, before.is_some()).await
        } else {
            self.first_others(talk, &mut known, opened).await
        };
        if let Err(cause) = result {
            self.known = before;
            return Err(cause);
        }
        if let Some(before) = before {
            let place = self.place(before.uid_validity);
            for uid in before.live {
                self.tell(RemoteChange::Vanished { place: place.of(uid) })?;
            }
        }
        self.known = Some(known);
        Ok(())
    }

    async fn first_drafts(&mut self, talk: &mut Talk, known: &mut Known, again: bool) -> Result<(), Cause> {
        let difference = known.compare(&marks(talk, 1, None).await?, false);
        let old = difference.appeared.len().saturating_sub(DRAFTS);
        for (uid, mark) in difference.appeared.iter().skip(old) {
            if again || is_fresh(&mark.date, JUST_NOW) {
                self.appeared(talk, known.uid_validity, *uid, mark).await?;
            } else if let Some(bytes) = self
                .text(talk, known.uid_validity, *uid, mark, Some(DRAFT))
                .await?
            {
                let message = self.raw(known.uid_validity, *uid, mark.draft, bytes);
                self.tell(RemoteChange::Stood { message })?;
            }
        }
        Ok(())
    }

    async fn first_others(&self, talk: &mut Talk, known: &mut Known, opened: Opened) -> Result<(), Cause> {
        if opened.exists == 0 {
            return Ok(());
        }
        let from = known.next.saturating_sub(OTHERS).max(1);
        // What comes in from now on is news. There is always room for what is there, so that a lower number is a lie.
        let news = if opened.uid_next > opened.exists {
            opened.uid_next
        } else {
            u32::MAX
        };
        let mut stood = headers(talk, from).await?;
        stood.retain(|(uid, _)| *uid < news);
        for (uid, bytes) in stood {
            known.next = known.next.max(uid.saturating_add(1));
            let message = self.raw(known.uid_validity, uid, false, bytes);
            self.tell(RemoteChange::Stood { message })?;
        }
        Ok(())
    }
}
