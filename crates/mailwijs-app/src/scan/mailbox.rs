//! A walk through a mailbox on a server.

use std::ops::ControlFlow;
use std::thread;
use std::time::Duration;

use crossbeam_channel::bounded;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use mailwijs_checks::Channel;
use mailwijs_imap::{Reading, Wanted};
use mailwijs_store::{MessageKey, Version};

use super::mark::Known;
use super::walk::{Pace, Step, give_way_at};
use crate::check::{Checker, Since, in_order};
use crate::ipc::line::MessageLine;
use crate::mailbox::{MailboxError, OpenMailbox};

/// So many messages may have come over ahead of the one that is checked.
const AHEAD: usize = 8;

impl Checker {
    /// Checks every message of a mailbox on a server that is not `known` yet, those since a day when one is given; the newest
    /// first in each folder. No other message comes over. Messages come over while earlier ones are checked. Ends when `each` answers `false`.
    ///
    /// # Errors
    /// Why the mailbox, or the rest of it, cannot be read.
    pub fn scan_mailbox(
        &self,
        open: &OpenMailbox,
        since: Option<Since>,
        pace: Pace,
        known: &Known,
        each: &mut dyn FnMut(Step) -> bool,
    ) -> Result<(), MailboxError> {
        self.learn_from_mailbox(open)?;
        let (come, coming) = bounded(AHEAD);
        let read = thread::scope(|scope| {
            let reader = scope.spawn(move || {
                let account = &open.mailbox.account;
                let wanted = Wanted {
                    since: since.and_then(day_before),
                    is_known: &|place| known.holds(step(place, 0, known).mark),
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
                // The next message may be long in coming.
                Duration::ZERO,
                || {
                    give_way_at(pace);
                    self.layer_beside()
                },
                |layer, reading| match reading {
                    Reading::Folder { .. } => Step::default(),
                    Reading::Known(at) => step(&at, 0, known),
                    Reading::Skipped(at) => Step {
                        line: Some(self.too_large(&at)),
                        ..step(&at, 0, known)
                    },
                    Reading::Message(raw) => Step {
                        line: self.check_raw(&raw, Channel::Mail, None, since, layer),
                        ..step(&raw.key, raw.bytes.len(), known)
                    },
                },
                each,
            );
            reader.join()
        });
        // A panic there goes on here.
        Ok(read.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?)
    }

    fn too_large(&self, place: &MessageKey) -> MessageLine {
        let path = place.path.display().to_string();
        MessageLine::unreadable(path, None, self.texts().get("mailbox-message-too-large", &[]))
    }
}

/// A server tells when a mail came in, by its own clock and wherever that stands; the mail itself when it was written.
fn day_before(since: Since) -> Option<Date> {
    let start = Timestamp::from_second(since.seconds()).ok()?;
    start.to_zoned(TimeZone::system()).date().yesterday().ok()
}

/// A message on a server never changes under its own number, so that its place is all there is to know it by.
fn step(place: &MessageKey, bytes: usize, known: &Known) -> Step {
    let size = u64::try_from(bytes).unwrap_or(u64::MAX);
    let version = Version {
        size,
        traits: place.path.as_os_str().as_encoded_bytes().to_vec(),
    };
    Step {
        size,
        mark: known.mark(&version),
        ..Step::default()
    }
}
