//! Mailboxes on servers that are set up, or removed, while others are watched.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};

use crate::mailbox::{Mailbox, MailboxError, MailboxSecrets, Mailboxes, OpenMailbox};
use crate::place::Places;

/// How often the file is looked at.
const EVERY: Duration = Duration::from_secs(2);

/// What became of the list of mailboxes.
pub(super) enum SetUp {
    /// One more, with its secret when there is one.
    Added(Box<Result<OpenMailbox, MailboxError>>, PathBuf),
    /// One less; its root.
    Removed(PathBuf),
}

/// Follows `mailboxes.toml` until this is dropped.
pub(super) struct Setups {
    /// What became of it.
    pub changes: Receiver<SetUp>,
    _stop: Sender<()>,
}

impl Setups {
    /// From these mailboxes on.
    pub fn follow(places: Places, secrets: MailboxSecrets, mut known: Vec<Mailbox>) -> Self {
        let (told, changes) = unbounded();
        let (stop, stopped) = bounded::<()>(0);
        thread::spawn(move || {
            let mut before = None;
            while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                let now = stamp(&places);
                // A file that cannot be read is looked at again.
                if now != before
                    && let Ok(mailboxes) = Mailboxes::read(&places)
                {
                    before = now;
                    let found = compare(&known, mailboxes.all(), &secrets);
                    known = mailboxes.all().to_vec();
                    if !found.into_iter().all(|change| told.send(change).is_ok()) {
                        return;
                    }
                }
            }
        });
        Self { changes, _stop: stop }
    }
}

fn stamp(places: &Places) -> Option<(u64, SystemTime)> {
    let found = fs::metadata(places.mailboxes()).ok()?;
    Some((found.len(), found.modified().ok()?))
}

/// What is gone, then what is new; a mailbox that was set up anew is both.
fn compare(before: &[Mailbox], now: &[Mailbox], secrets: &MailboxSecrets) -> Vec<SetUp> {
    let root = |mailbox: &Mailbox| PathBuf::from(mailbox.url());
    let removed = before.iter().filter(|mailbox| !now.contains(mailbox));
    let added = now.iter().filter(|mailbox| !before.contains(mailbox));
    let opened = |mailbox| Box::new(OpenMailbox::kept(mailbox, secrets));
    removed
        .map(|mailbox| SetUp::Removed(root(mailbox)))
        .chain(added.map(|mailbox| SetUp::Added(opened(mailbox), root(mailbox))))
        .collect()
}
