//! Draft, received or sent: guessed from where a message lies and what its headers say.

use crate::model::{Direction, Mail};

/// The kind of folder a message was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FolderHint {
    /// Drafts (or Maildir's `D` flag on the message).
    Drafts,
    /// Waiting to be sent: the last chance to warn.
    Outbox,
    /// Sent mail.
    Sent,
    /// Any other folder of a mail store: inbox, archive, trash.
    Other,
}

/// Bit of `X-Mozilla-Status` for "queued to be sent" (Thunderbird's `nsMsgMessageFlags::Queued`).
const MOZILLA_QUEUED: u16 = 0x0800;

/// Which way a message goes. `folder` is `None` for a loose file that lies in no mail store: such a file counts as
/// a draft when it has a `Bcc` header or no trace of delivery, unless it says that it was sent.
pub fn guess_direction(mail: &Mail, folder: Option<FolderHint>) -> Direction {
    let marks = &mail.marks;
    let queued = marks
        .mozilla_status
        .is_some_and(|bits| bits & MOZILLA_QUEUED != 0);
    match folder {
        Some(FolderHint::Drafts | FolderHint::Outbox) => Direction::Draft,
        Some(FolderHint::Sent) => Direction::Sent,
        _ if queued || (marks.draft && !marks.delivered) => Direction::Draft,
        None if marks.sent && !marks.delivered => Direction::Sent,
        None if marks.sent => Direction::Received,
        None if marks.bcc_header || !marks.delivered => Direction::Draft,
        _ => Direction::Received,
    }
}
