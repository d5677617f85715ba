//! Mailwijs at a mailbox.

use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, unbounded};
use mailwijs_imap::{Account, Auth, Cause, Credential, Mailbox, MailboxStatus, Security, Trust};
use mailwijs_store::{DraftKey, RawMessage, StoreChange, Watch};
use mailwijs_tests::dovecot::{Dovecot, PASSWORD, USER};

/// Long enough for a busy machine; a test that passes never waits for it.
const DEADLINE: Duration = Duration::from_secs(30);

/// Longer than it takes to believe that a draft is gone.
const QUIET: Duration = Duration::from_millis(2500);

pub struct Follower {
    pub changes: Receiver<StoreChange>,
    pub statuses: Receiver<MailboxStatus>,
    _mailbox: Mailbox,
    _watch: Watch,
}

/// The mailbox at this server, as a teacher would set it up.
pub fn account(dovecot: &Dovecot, security: Security) -> Account {
    let ports = dovecot.ports();
    Account {
        email: "an@school.example".to_owned(),
        user: USER.to_owned(),
        host: "localhost".to_owned(),
        port: match security {
            Security::Tls => ports.tls,
            Security::StartTls => ports.plain,
        },
        security,
        auth: Auth::Password,
    }
}

pub fn password() -> Credential {
    Credential::Password(PASSWORD.to_owned().into())
}

/// The authority of the test, and nobody else.
pub fn trust(dovecot: &Dovecot) -> Trust {
    Trust::only_pem(dovecot.authority().as_bytes()).unwrap()
}

impl Follower {
    /// Watches the mailbox, and is ready.
    pub fn at(dovecot: &Dovecot) -> Self {
        let follower = Self::with(account(dovecot, Security::Tls), password(), &trust(dovecot));
        follower.ready();
        follower
    }

    pub fn with(account: Account, credential: Credential, trust: &Trust) -> Self {
        let (sender, changes) = unbounded();
        let watch = Watch::start(Vec::new(), sender).unwrap();
        let (status, statuses) = unbounded();
        let tell = move |now| {
            // The test may have ended.
            let _ = status.send(now);
        };
        let mailbox = Mailbox::start(account, credential, trust, watch.remote(), tell).unwrap();
        Self {
            changes,
            statuses,
            _mailbox: mailbox,
            _watch: watch,
        }
    }

    #[track_caller]
    pub fn ready(&self) {
        loop {
            match self.next() {
                StoreChange::Ready { stores } if stores.is_empty() => {}
                StoreChange::Ready { .. } => return,
                other => panic!("not ready: {other:?}"),
            }
        }
    }

    #[track_caller]
    pub fn next(&self) -> StoreChange {
        self.changes
            .recv_timeout(DEADLINE)
            .expect("something was to happen")
    }

    #[track_caller]
    pub fn saved(&self) -> (DraftKey, String) {
        match self.next() {
            StoreChange::Saved { draft, message } => (draft, subject(&message)),
            other => panic!("not saved: {other:?}"),
        }
    }

    #[track_caller]
    pub fn discarded(&self) -> DraftKey {
        match self.next() {
            StoreChange::Discarded { draft } => draft,
            other => panic!("not discarded: {other:?}"),
        }
    }

    #[track_caller]
    pub fn sent(&self) -> (Option<DraftKey>, String) {
        match self.next() {
            StoreChange::Sent { draft, message } => (draft, subject(&message)),
            other => panic!("not sent: {other:?}"),
        }
    }

    #[track_caller]
    pub fn received(&self) -> String {
        match self.next() {
            StoreChange::Received { message } => subject(&message),
            other => panic!("not received: {other:?}"),
        }
    }

    /// Why it was given up for good.
    #[track_caller]
    pub fn stopped(&self) -> Cause {
        loop {
            match self.statuses.recv_timeout(DEADLINE).expect("it was to stop") {
                MailboxStatus::Stopped(error) => return error.cause,
                MailboxStatus::Waiting(_) => {}
                other => panic!("not stopped: {other:?}"),
            }
        }
    }

    /// Why it does not work now.
    #[track_caller]
    pub fn waiting(&self) -> Cause {
        match self.statuses.recv_timeout(DEADLINE).expect("it was to wait") {
            MailboxStatus::Waiting(error) => error.cause,
            other => panic!("not waiting: {other:?}"),
        }
    }

    /// All that was told about how it goes and not read yet, as it would stand in a log or on a screen.
    pub fn words(&self) -> String {
        self.statuses
            .try_iter()
            .map(|status| match &status {
                MailboxStatus::Waiting(error) | MailboxStatus::Stopped(error) => {
                    format!("{status:?} {error}\n")
                }
                _ => format!("{status:?}\n"),
            })
            .collect()
    }

    #[track_caller]
    pub fn nothing(&self) {
        match self.changes.recv_timeout(QUIET) {
            Err(RecvTimeoutError::Timeout) => {}
            other => panic!("nothing was to happen: {other:?}"),
        }
    }
}

fn subject(message: &RawMessage) -> String {
    mailwijs_mail::parse(&message.bytes).subject
}
