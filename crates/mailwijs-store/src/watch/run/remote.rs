//! Mail on a server, which stands in no file: what is told of it goes the way of what files tell.

use mailwijs_mail::Mail;

use super::age::is_recent;
use super::arrivals::is_draft;
use super::{Hung, Run};
use crate::sketch::Sketch;
use crate::{FolderRole, RawMessage, RemoteChange, StoreChange};

impl Run {
    pub(super) fn told(&mut self, change: RemoteChange) -> Result<(), Hung> {
        let now = self.now();
        match change {
            RemoteChange::Ready { store } => {
                let is_new = self.remote.insert(store);
                if is_new { self.ready() } else { Ok(()) }
            }
            RemoteChange::Stood { message } => {
                self.stood(message);
                Ok(())
            }
            RemoteChange::Appeared { message } => self.appeared(message),
            RemoteChange::Vanished { place } => {
                let change = self.tracker.vanished(&place, now);
                self.send_all(change)
            }
            RemoteChange::Stirred { store } => {
                if !self.stirs.are_idle() {
                    self.stirs.stir(&store);
                }
                Ok(())
            }
            RemoteChange::Failed { store, message } => self.send(StoreChange::Failed { store, message }),
            RemoteChange::Left { store } => {
                self.tracker.leave(|draft| draft.starts_with(&store), now);
                let was_ready = self.remote.remove(&store);
                if was_ready { self.ready() } else { Ok(()) }
            }
        }
    }

    fn stood(&mut self, message: RawMessage) {
        let mail = mailwijs_mail::parse(&message.bytes);
        let sketch = Sketch::of(&mail);
        let now = self.now();
        if is_saved(&message, &mail) {
            self.tracker.index(message.key, &message.store, sketch, now);
        } else {
            self.tracker.know(message.role, vec![sketch.identity()]);
        }
    }

    fn appeared(&mut self, message: RawMessage) -> Result<(), Hung> {
        if !is_followed(message.role) {
            return Ok(());
        }
        let mail = mailwijs_mail::parse(&message.bytes);
        let sketch = Sketch::of(&mail);
        let now = self.now();
        let change = if is_saved(&message, &mail) {
            self.tracker.saved(message, sketch, now)
        } else if !is_recent(&mail) {
            // A folder that is renumbered or filled shows all that was in it.
            self.tracker.know(message.role, vec![sketch.identity()]);
            None
        } else if message.role == FolderRole::Sent {
            self.tracker.sent(message, &sketch, now)
        } else {
            self.tracker.received(message, &sketch)
        };
        self.send_all(change)
    }
}

fn is_saved(message: &RawMessage, mail: &Mail) -> bool {
    message.role != FolderRole::Sent && is_followed(message.role) && is_draft(false, message, mail)
}

/// Whether what comes to stand in such a folder can be news, as for folders on disk.
fn is_followed(role: FolderRole) -> bool {
    use FolderRole::{Archive, Drafts, Inbox, Junk, Other, Outbox, Sent, Templates, Trash};
    match role {
        Drafts | Outbox | Inbox | Sent | Other => true,
        Trash | Junk | Archive | Templates => false,
    }
}

#[cfg(test)]
mod tests;
