//! A walk through a mailbox on a server.

use std::ops::ControlFlow;
use std::thread;
use std::time::Duration;

use crossbeam_channel::bounded;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use mailwijs_imap::{Reading, Wanted};
use mailwijs_store::{MessageKey, Version};

use super::mark::{Known, Mark};
use super::walk::{Pace, Step, Walk};
use crate::check::{Checker, Since, Tell, Unreadable, in_order};
use crate::ipc::line::MessageLine;
use crate::mailbox::{MailboxError, OpenMailbox};

/// So many messages may have come over ahead of the one that is checked.
const AHEAD: usize = 8;

impl<T: Tell> Walk<'_, T> {
    /// Checks every message of a mailbox on a server, the newest first in each folder. No other message comes over. Messages come
    /// over while earlier ones are checked. Ends when `each` answers `false`.
    ///
    /// # Errors
    /// Why the mailbox, or the rest of it, cannot be read.
    pub fn mailbox(
        &self,
        open: &OpenMailbox,
        each: &mut dyn FnMut(Step<T::Told>) -> bool,
    ) -> Result<(), MailboxError> {
        let known = self.known;
        let (come, coming) = bounded(AHEAD);
        let read = thread::scope(|scope| {
            let (roles, since) = (self.roles, self.reading.since);
            let reader = scope.spawn(move || {
                let account = &open.mailbox.account;
                let wanted = Wanted {
                    since: since.and_then(day_before),
                    roles: &|role| roles(role),
                    is_known: &|place| known.holds(mark(place, known)),
                };
                mailwijs_imap::read(account, &open.credential, &open.trust, wanted, |reading| {
                    match reading {
                        Reading::Folder { .. } => ControlFlow::Continue(()),
                        // Nobody waits for it any more when checking was broken off.
                        message => match come.send(message) {
                            Ok(()) => ControlFlow::Continue(()),
                            Err(_) => ControlFlow::Break(()),
                        },
                    }
                })
            });
            in_order(
                coming.into_iter(),
                self.pace.cores(),
                // The next message may be long in coming.
                Duration::ZERO,
                || {
                    self.pace.give_way();
                    (self.layer)()
                },
                |layer, reading| match reading {
                    Reading::Folder { .. } => Step::default(),
                    Reading::Known(at) => step(&at, 0, known, None),
                    Reading::Skipped(at) => {
                        let told = self.reading.tell.unreadable(&at.path, None, Unreadable::TooLarge);
                        step(&at, 0, known, Some(told))
                    }
                    Reading::Message(raw) => {
                        let told = self.reading.raw(&raw, layer);
                        step(&raw.key, raw.bytes.len(), known, told)
                    }
                },
                each,
            );
            reader.join()
        });
        // A panic there goes on here.
        Ok(read.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?)
    }
}

impl Checker {
    /// Checks every message of a mailbox on a server that is not `known` yet, those since a day when one is given; the newest
    /// first in each folder. No other message comes over. Ends when `each` answers `false`.
    ///
    /// # Errors
    /// Why the mailbox, or the rest of it, cannot be read.
    pub fn scan_mailbox(
        &self,
        open: &OpenMailbox,
        since: Option<Since>,
        pace: Pace,
        known: &Known,
        each: &mut dyn FnMut(Step<MessageLine>) -> bool,
    ) -> Result<(), MailboxError> {
        self.learn_from_mailbox(open)?;
        self.walking(since, pace, known, |walk| walk.mailbox(open, each))
    }
}

/// A server tells when a mail came in, by its own clock and wherever that stands; the mail itself when it was written.
fn day_before(since: Since) -> Option<Date> {
    let start = Timestamp::from_second(since.seconds()).ok()?;
    start.to_zoned(TimeZone::system()).date().yesterday().ok()
}

fn step<T>(place: &MessageKey, bytes: usize, known: &Known, told: Option<T>) -> Step<T> {
    Step {
        folder: None,
        size: u64::try_from(bytes).unwrap_or(u64::MAX),
        mark: mark(place, known),
        told,
    }
}

/// A message on a server never changes under its own number, so that its place is all there is to know it by.
fn mark(place: &MessageKey, known: &Known) -> Mark {
    known.mark(&Version {
        size: 0,
        traits: place.path.as_os_str().as_encoded_bytes().to_vec(),
    })
}
