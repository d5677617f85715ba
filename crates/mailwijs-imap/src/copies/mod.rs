//! Every copy of given mails in a mailbox on a server: to prove that a mail is gone, or to say where it still stands. The
//! counterpart of `mailwijs_store::CopyFinder`.

mod folder;
mod look;
mod refusals;

use std::sync::Arc;
use std::time::{Duration, Instant};

use mailwijs_store::{Keyed, Looked, MessageKey, ReadCause, ReadError, Sought};
use tokio::runtime::{Builder, Runtime};

use crate::watch::Server;
use crate::wire::Talk;
use crate::{Account, Cause, Credential, ImapError, Trust, distrust, store_url};
use look::Looker;

/// A connection that was not used for so long may be dead without anybody saying so.
const STALE: Duration = Duration::from_secs(90);

/// Finds every copy of given mails in one mailbox. What it has learned makes the next look cheap: folders in which nothing
/// changed are not opened, and only the headers of new messages come over.
///
/// Of a message it keeps some short hashes, of one that may be akin to a sought mail its subject and Message-ID too.
pub struct RemoteCopyFinder {
    server: Server,
    looker: Looker,
    talk: Option<(Talk, Instant)>,
    runtime: Runtime,
}

impl RemoteCopyFinder {
    /// Knows nothing yet and connects to nobody. `keyed` is what the sought mails were hashed with.
    ///
    /// # Errors
    /// When the certificates to be trusted are none.
    pub fn new(
        account: Account,
        credential: Credential,
        trust: &Trust,
        keyed: Arc<dyn Keyed>,
    ) -> Result<Self, ImapError> {
        let tls = trust
            .client_config()
            .map_err(|error| Cause::Unsafe(distrust(&error).to_owned()).of(&account))?;
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Cause::Unreachable(error.kind().to_string()).of(&account))?;
        Ok(Self {
            looker: Looker::new(store_url(&account), keyed),
            server: Server {
                account,
                credential,
                tls: Arc::new(tls),
            },
            talk: None,
            runtime,
        })
    }

    /// Looks for the mails in every folder of the mailbox, also in folders that are new. The first look takes a second for
    /// some thousand messages.
    ///
    /// What could not be read to the end is told as unread: a folder, or the whole mailbox when the server cannot be reached.
    /// A mail that stood there does not count as gone.
    pub fn look(&mut self, sought: &[Sought]) -> Looked {
        let (server, eyes) = (&self.server, &mut self.looker);
        let kept = fresh(self.talk.take());
        let (looked, talk) = self.runtime.block_on(async {
            // One that was kept may have ended since.
            if let Some(mut talk) = kept
                && let Ok(looked) = eyes.look(&mut talk, sought).await
            {
                return (looked, Some(talk));
            }
            match server.connect().await {
                Ok(mut talk) => match eyes.look(&mut talk, sought).await {
                    Ok(looked) => (looked, Some(talk)),
                    Err((_, looked)) => (looked, None),
                },
                Err(cause) => (eyes.nothing(&cause), None),
            }
        });
        self.talk = talk.map(|talk| (talk, Instant::now()));
        looked
    }

    /// The message that was seen at this place, unchanged and as unread as it was; `None` when it is not there any more, or
    /// the server cannot be reached.
    pub fn read(&mut self, key: &MessageKey) -> Option<Vec<u8>> {
        let (server, eyes) = (&self.server, &self.looker);
        let kept = fresh(self.talk.take());
        let (read, talk) = self.runtime.block_on(async {
            if let Some(mut talk) = kept
                && let Ok(read) = eyes.read(&mut talk, key).await
            {
                return (read, Some(talk));
            }
            match server.connect().await {
                Ok(mut talk) => match eyes.read(&mut talk, key).await {
                    Ok(read) => (read, Some(talk)),
                    Err(_) => (None, None),
                },
                Err(_) => (None, None),
            }
        });
        self.talk = talk.map(|talk| (talk, Instant::now()));
        read
    }
}

/// A connection that was kept, unless it is too old.
fn fresh(kept: Option<(Talk, Instant)>) -> Option<Talk> {
    kept.filter(|(_, used)| used.elapsed() < STALE)
        .map(|(talk, _)| talk)
}

/// A folder that does not open to this user.
fn closed(path: &std::path::Path) -> ReadError {
    ReadError {
        path: path.to_owned(),
        offset: None,
        cause: ReadCause::Denied,
    }
}

/// What could not be read, in words without mail text.
fn unread(path: &std::path::Path, cause: &Cause) -> ReadError {
    ReadError {
        path: path.to_owned(),
        offset: None,
        cause: ReadCause::Io(cause.to_string()),
    }
}
