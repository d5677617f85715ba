//! What happens to the state, and what the state tells the shell.

use std::path::PathBuf;
use std::sync::Arc;

use crossbeam_channel::Sender;
use mailwijs_checks::Report;
use mailwijs_imap::MailboxStatus;
use mailwijs_nudge::DraftId;
use mailwijs_store::MailClient;

use super::mailboxes::Tried;
use super::watching::SourceId;
use crate::engine::Examined;
use crate::ipc::{ErrorDto, NudgeDto, OutcomeDto, TrayDto, UserAction};
use crate::mailbox::{MailboxError, OpenMailbox};
use crate::watch::CheckedChange;

/// What came of a teacher's wish.
pub(super) type Answer = Result<OutcomeDto, ErrorDto>;

/// Everything that can change the state.
pub(super) enum AppEvent {
    /// A watched store changed, and its message was checked by its words.
    StoreChanged(SourceId, CheckedChange),
    /// The sentences of a draft's version were read.
    SentencesRead(Arc<Examined>, Report),
    /// The sentences of a mail were read that was sent from this draft.
    SentRead(DraftId, Arc<Examined>, Report),
    /// The sentences of a mail were read that came into this store.
    ReceivedRead(PathBuf, Arc<Examined>, Report),
    /// The settings of a mail client changed, or one was installed or removed: these are all there are now.
    ClientsChanged(Vec<MailClient>),
    /// The secret of this mailbox was found, or why not.
    MailboxOpened(String, Box<Result<OpenMailbox, MailboxError>>),
    /// How it goes with this mailbox.
    MailboxGoes(String, MailboxStatus),
    /// A mailbox that the teacher sets up was tried.
    MailboxTried(Box<Tried>),
    /// The policy file or the class list changed on disk.
    PolicyReloaded,
    /// The teacher did something and waits for what came of it.
    UserActed(UserAction, Sender<Answer>),
    /// Time went by.
    Tick,
    /// The app closes.
    Stop,
}

/// What the shell must show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShellEvent {
    /// The card now holds this; `None` takes it away.
    Nudge(Option<Box<NudgeDto>>),
    /// The tray now shows this.
    Tray(TrayDto),
    /// The main window should ask again.
    Changed,
}
