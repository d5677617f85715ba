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
use crate::check::found_mail_clients;
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

    /// A mailbox or store that could not be opened: nothing is known of what is in it.
    fn closed(&mut self, path: String, why: String) {
        self.unread.push(Unread {
            path: path.clone(),
            why,
            place: None,
        });
        self.looked.unread.push(ReadError {
            path: path.into(),
            offset: None,
            cause: ReadCause::Unfinished,
        });
    }
}

/// Looks in the stores of every mail client, in those named by hand and in these mailboxes.
pub(super) fn everywhere(
    named: &[PathBuf],
    mailboxes: &[Mailbox],
    secrets: &MailboxSecrets,
    sought: &[Sought],
    hasher: &Hasher,
    texts: &Texts,
) -> Seen {
    let mut seen = Seen::default();
    let clients = found_mail_clients().into_iter();
    let mut stores: Vec<MailStore> = clients.flat_map(|client| client.stores).collect();
    for path in named {
        match mailwijs_store::open(path) {
            Ok(opened) => stores.extend(opened),
            Err(error) => {
                let (path, words) = (path.display().to_string(), error.to_string());
                // It is told apart from why.
                let why = words.strip_prefix(&format!("{path}: ")).unwrap_or(&words);
                seen.closed(path, why.to_owned());
            }
        }
    }
    let roots = stores
        .iter()
        .map(|store| (store.root.clone(), store.name.clone()));
    seen.roots.extend(roots);
    let mut files = CopyFinder::new(Arc::new(ByHistory(hasher.clone())));
    seen.take_in(files.look(&stores, sought), None, hasher, texts);
    for mailbox in mailboxes {
        seen.roots
            .push((mailbox.url().into(), mailbox.account.email.clone()));
        match finder(mailbox, secrets, hasher, texts) {
            Ok(mut finder) => seen.take_in(finder.look(sought), Some(mailbox), hasher, texts),
            Err(why) => seen.closed(mailbox.url(), why),
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
