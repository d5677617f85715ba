//! What stands in a folder that was looked at, and what is told about it.

use std::path::Path;
use std::time::Duration;

use mailwijs_mail::{Direction, FolderHint, Mail, guess_direction};

use super::age::is_recent;
use super::{Hung, Run};
use crate::mbox::{index_beside, is_imap_copy, names_beside};
use crate::sketch::Sketch;
use crate::watch::files_seen::File;
use crate::watch::folder::Messages;
use crate::watch::mbox_tail::Seen;
use crate::{FolderRole, RawMessage, files};

impl Run {
    /// A message that is new or has changed.
    pub(super) fn deliver(&mut self, at: usize, message: RawMessage) -> Result<(), Hung> {
        let mail = mailwijs_mail::parse(&message.bytes);
        let sketch = Sketch::of(&mail);
        let now = self.now();
        let change = if message.role == FolderRole::Sent {
            self.tracker.sent(message, &sketch, now)
        } else if is_draft(self.is_alone(at), &message, &mail) {
            self.tracker.saved(message, sketch, now)
        } else if self
            .folders
            .get(at)
            .is_some_and(|folder| folder.wants_recent(now))
            && !is_recent(&mail)
        {
            self.tracker.know_received(&sketch);
            None
        } else {
            self.tracker.received(message, &sketch)
        };
        self.send_all(change)
    }

    /// Looks at one path of a folder, unchanged for as long as `quiet`.
    pub(super) fn look(&mut self, at: usize, path: &Path, quiet: Duration) -> Result<(), Hung> {
        let now = self.now();
        let Some(watched) = self.folders.get_mut(at) else {
            return Ok(());
        };
        let store = self
            .stores
            .iter()
            .find(|store| path.starts_with(&store.root))
            .map(|store| store.root.clone());
        let store = store.unwrap_or_default();
        match &mut watched.messages {
            Messages::Mbox(tail) => match tail.look(now, quiet) {
                Ok((seen, whole)) => {
                    if whole {
                        self.settling.forget(path);
                    } else {
                        self.settling.changed(path.to_owned(), now);
                    }
                    self.seen(at, path, seen)
                }
                Err(error) => self.fail(
                    &store,
                    path,
                    format!("{}: cannot be read ({error})", path.display()),
                ),
            },
            Messages::Files(files) => match files.look(path, self.caught.remove(path)) {
                Ok(File::New(message)) => self.deliver(at, message),
                Ok(File::Renamed { from, to }) => {
                    self.tracker.moved(&from, &to);
                    Ok(())
                }
                Ok(File::Gone(key)) => {
                    let change = self.tracker.vanished(&key, now);
                    self.send_all(change)?;
                    match files::dead_link(path) {
                        Some(error) => self.fail(&store, path, error.to_string()),
                        None => Ok(()),
                    }
                }
                Ok(File::Nothing) => Ok(()),
                Err(error) => self.fail(&store, path, error.to_string()),
            },
        }
    }

    pub(super) fn seen(&mut self, at: usize, mbox: &Path, seen: Vec<Seen>) -> Result<(), Hung> {
        let (appended, others): (Vec<Seen>, Vec<Seen>) = seen
            .into_iter()
            .partition(|seen| matches!(seen, Seen::Appended(_)));
        // A save is appended first and the older copy marked after it; both may be seen at once.
        for seen in appended.into_iter().chain(others) {
            match seen {
                Seen::Appended(message) => self.deliver(at, message)?,
                Seen::Vanished(key) => {
                    let now = self.now();
                    let change = self.tracker.vanished(&key, now);
                    self.send_all(change)?;
                }
                Seen::Replaced(messages) => self.replaced(at, mbox, messages)?,
            }
        }
        Ok(())
    }

    pub(super) fn replaced(&mut self, at: usize, mbox: &Path, messages: Vec<RawMessage>) -> Result<(), Hung> {
        let mut drafts = Vec::new();
        let mut others = Vec::new();
        for message in messages {
            let mail = mailwijs_mail::parse(&message.bytes);
            if is_draft(self.is_alone(at), &message, &mail) {
                drafts.push((message, Sketch::of(&mail)));
            } else {
                others.push(message);
            }
        }
        let now = self.now();
        let changes = self.tracker.reread(mbox, drafts, now);
        self.send_all(changes)?;
        others
            .into_iter()
            .try_for_each(|message| self.deliver(at, message))
    }

    /// Thunderbird rewrites an index several times per save, through states that cannot be read.
    pub(super) fn index_changed(&mut self, msf: &Path) -> Result<(), Hung> {
        let mbox = msf.with_extension("");
        if mbox.is_dir() {
            return self.index_of_maildir_changed(&mbox);
        }
        let now = self.now();
        for at in self.folders_of(&mbox) {
            let Some(Messages::Mbox(tail)) = self.folders.get_mut(at).map(|folder| &mut folder.messages)
            else {
                continue;
            };
            if let Some(tokens) = index_beside(&mbox) {
                let seen = tail.listed(&tokens, now);
                self.seen(at, &mbox, seen)?;
            }
        }
        Ok(())
    }
}

impl Run {
    fn index_of_maildir_changed(&mut self, maildir: &Path) -> Result<(), Hung> {
        if !is_imap_copy(maildir) {
            return Ok(());
        }
        let now = self.now();
        for at in self.by_path.get(maildir).cloned().unwrap_or_default() {
            let Some(Messages::Files(files)) = self.folders.get_mut(at).map(|folder| &mut folder.messages)
            else {
                continue;
            };
            let Some(names) = names_beside(maildir) else {
                return Ok(());
            };
            let (new, ghosts) = files.listed(&names);
            for path in new {
                self.look(at, &path, Duration::ZERO)?;
            }
            for key in ghosts {
                let change = self.tracker.vanished(&key, now);
                self.send_all(change)?;
            }
        }
        Ok(())
    }
}

pub(super) fn is_draft(alone: bool, message: &RawMessage, mail: &Mail) -> bool {
    let hint = match message.role {
        FolderRole::Drafts => Some(FolderHint::Drafts),
        FolderRole::Outbox => Some(FolderHint::Outbox),
        _ if message.draft_flag => Some(FolderHint::Drafts),
        FolderRole::Other if alone || message.loose => None,
        _ => Some(FolderHint::Other),
    };
    guess_direction(mail, hint) == Direction::Draft
}
