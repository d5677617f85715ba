//! One look for the mail of cases, in the stores of this computer and in mailboxes on servers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use mailwijs_handover::{Look, PlaceId};
use mailwijs_history::Hasher;
use mailwijs_i18n::{Arg, Texts};
use mailwijs_imap::RemoteCopyFinder;
use mailwijs_store::{CopyFinder, Looked, MailStore, ReadCause, ReadError, Sought};

use super::{ByHistory, evidence};
use crate::mailbox::{Mailbox, MailboxSecrets, OpenMailbox};

/// What was seen.
#[derive(Default)]
pub(super) struct Seen {
    pub looked: Looked,
    /// Every store and mailbox: its root and its name.
    pub roots: Vec<(PathBuf, String)>,
    /// What could not be looked into, in words.
    pub unread: Vec<Unread>,
}

/// What could not be looked into.
pub(super) struct Unread {
    /// The file or folder, or the mailbox's URL.
    pub path: String,
    pub why: String,
    /// Where it is, when the teacher alone can say whether a copy is there.
    pub place: Option<PlaceId>,
}

impl Seen {
    /// What was seen of one case.
    pub fn of(&self, case: u32, at: Timestamp, hasher: &Hasher) -> Look {
        let roots: Vec<PathBuf> = self.roots.iter().map(|(root, _)| root.clone()).collect();
        evidence::look(case.into(), at, &self.looked, &roots, hasher)
    }

    fn take_in(&mut self, looked: Looked, mailbox: Option<&Mailbox>, hasher: &Hasher, texts: &Texts) {
        let roots: Vec<PathBuf> = self.roots.iter().map(|(root, _)| root.clone()).collect();
        let unread = looked.unread.iter().map(|error| Unread {
            path: error.path.display().to_string(),
            why: why(error, mailbox, texts),
            place: evidence::closed(error, &roots, hasher).map(|(place, _)| place),
        });
        self.unread.extend(unread);
        self.looked.sightings.extend(looked.sightings);
        self.looked.unread.extend(looked.unread);
    }

    /// A mailbox that could not be opened: nothing is known of what is in it.
    fn closed(&mut self, mailbox: &Mailbox, why: String) {
        let url = mailbox.url();
        self.unread.push(Unread {
            path: url.clone(),
            why,
            place: None,
        });
        self.looked.unread.push(ReadError {
            path: url.into(),
            offset: None,
            cause: ReadCause::Unfinished,
        });
    }
}

/// Looks in all of these.
pub(super) fn everywhere(
    stores: &[MailStore],
    mailboxes: &[Mailbox],
    secrets: &MailboxSecrets,
    sought: &[Sought],
    hasher: &Hasher,
    texts: &Texts,
) -> Seen {
    let mut seen = Seen::default();
    let names = stores
        .iter()
        .map(|store| (store.root.clone(), store.name.clone()));
    seen.roots.extend(names);
    let mut files = CopyFinder::new(Arc::new(ByHistory(hasher.clone())));
    seen.take_in(files.look(stores, sought), None, hasher, texts);
    for mailbox in mailboxes {
        seen.roots
            .push((mailbox.url().into(), mailbox.account.email.clone()));
        match finder(mailbox, secrets, hasher, texts) {
            Ok(mut finder) => seen.take_in(finder.look(sought), Some(mailbox), hasher, texts),
            Err(why) => seen.closed(mailbox, why),
        }
    }
    seen
}

/// One that looks in a mailbox, when its secret is in the keyring; why not, in words.
fn finder(
    mailbox: &Mailbox,
    secrets: &MailboxSecrets,
    hasher: &Hasher,
    texts: &Texts,
) -> Result<RemoteCopyFinder, String> {
    let open = OpenMailbox::kept(mailbox, secrets).map_err(|error| error.say(texts))?;
    let keyed = Arc::new(ByHistory(hasher.clone()));
    RemoteCopyFinder::new(open.mailbox.account, open.credential, &open.trust, keyed)
        .map_err(|error| crate::mailbox::say(&error, texts))
}

fn why(error: &ReadError, mailbox: Option<&Mailbox>, texts: &Texts) -> String {
    let unreachable = mailbox.filter(|mailbox| error.path == Path::new(&mailbox.url()));
    unreachable.map_or_else(
        || error.cause.to_string(),
        |mailbox| {
            let args = [("name", Arg::from(mailbox.account.email.as_str()))];
            texts.get("case-not-looked", &args)
        },
    )
}
