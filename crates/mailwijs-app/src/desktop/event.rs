//! What happens to the state, and what the state tells the shell.

use std::path::PathBuf;
use std::sync::Arc;

use crossbeam_channel::Sender;
use mailwijs_checks::Report;
use mailwijs_imap::MailboxStatus;
use mailwijs_mail::Mail;
use mailwijs_nudge::DraftId;
use mailwijs_store::MailClient;

use super::cases::{Seen, Shared};
use super::found::{Arrived, FoundSeen};
use super::mailbox_scan::ScanNews;
use super::mailboxes::Tried;
use super::watching::SourceId;
use crate::engine::Examined;
use crate::ipc::{ErrorDto, NudgeDto, OutcomeDto, TrayDto, UserAction};
use crate::mailbox::{MailboxError, OpenMailbox};
use crate::watch::CheckedChange;

/// What came of a teacher's wish.
pub(super) type Answer = Result<OutcomeDto, ErrorDto>;

/// A document that is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Paper {
    /// The receipt of this case.
    Receipt(u32),
    /// The report of this breach.
    Report(u32),
    /// The proof of cleaning up, over the school year that begins in this calendar year, or over all.
    CleanUp(Option<i16>),
}

/// Everything that can change the state.
pub(super) enum AppEvent {
    /// A watched store changed, and its message was checked by its words.
    StoreChanged(SourceId, CheckedChange),
    /// The sentences of a draft's version were read.
    SentencesRead(Arc<Examined>, Report),
    /// The sentences of a mail were read that was sent from this draft.
    SentRead(DraftId, Arc<Examined>, Report),
    /// The sentences of a mail were read that came into a store.
    ReceivedRead(Arrived, Arc<Examined>, Report),
    /// Anything changed in the store, or the mailbox on a server, with this root.
    Stirred(PathBuf),
    /// The stores were looked at for copies of the mails of cases.
    Looked(Box<Seen>),
    /// It was looked where the mails of the list stand.
    FoundSeen(Box<FoundSeen>),
    /// How the scan of the mailboxes goes.
    ScanGoes(ScanNews),
    /// The mail of a case was put on the school's share, or not.
    Shared(Box<Shared>),
    /// The sentences of a case's mail were read.
    CaseRead(Arc<Examined>, Report),
    /// What was sent before the app was started, newest first.
    SentBefore(Vec<Mail>),
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
    /// Somebody waits for a document.
    Print(Paper, Sender<Result<Vec<u8>, ErrorDto>>),
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
    /// Something waits: a system notification that opens this page of the main window.
    Remind {
        /// What, in words.
        text: String,
        /// The page.
        page: &'static str,
    },
}
