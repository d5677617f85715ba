//! The newest mail that stands in inboxes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use mailwijs_mail::Mail;

use super::marks::{Heard, Mark};
use crate::FolderRole;

/// So many mails are followed of those that stand there at first.
const MOST: usize = 20_000;

/// Whether it stands in an inbox, its `Date`, its mark and its Message-ID.
type Newest = BinaryHeap<Reverse<(bool, i64, Mark, Option<Box<str>>)>>;

/// Collects them while they are read: those of inboxes before others, the newest first.
#[derive(Clone, Default)]
pub(super) struct Inboxes(Arc<Mutex<Newest>>);

impl Inboxes {
    /// To be told of each mail that is read.
    pub(super) fn listener(&self) -> Heard {
        self.listener_for(MOST)
    }

    fn listener_for(&self, most: usize) -> Heard {
        let newest = Arc::clone(&self.0);
        Box::new(move |role, marks, mail| {
            if let Some(mark) = marks.first().filter(|_| is_received(role, mail)) {
                let mut newest = newest.lock().unwrap_or_else(PoisonError::into_inner);
                let message_id = mail.message_id.as_deref().map(Box::from);
                let is_inbox = role == FolderRole::Inbox;
                newest.push(Reverse((
                    is_inbox,
                    mail.date.unwrap_or(i64::MIN),
                    *mark,
                    message_id,
                )));
                if newest.len() > most {
                    newest.pop();
                }
            }
        })
    }

    /// What was collected since.
    pub(super) fn take(&self) -> impl Iterator<Item = (Mark, Option<Box<str>>)> + use<> {
        let newest = mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        newest
            .into_iter()
            .map(|Reverse((_, _, mark, message_id))| (mark, message_id))
    }
}

/// Rules put received mail in folders of any name.
fn is_received(role: FolderRole, mail: &Mail) -> bool {
    match role {
        FolderRole::Inbox => !mail.marks.draft,
        FolderRole::Other => mail.marks.delivered && !mail.marks.draft,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_mails_those_of_inboxes_come_first_and_then_the_newest() {
        let inboxes = Inboxes::default();
        let mut hear = inboxes.listener_for(3);
        for (mark, role, day) in [
            (1, FolderRole::Other, 9),
            (2, FolderRole::Inbox, 1),
            (3, FolderRole::Other, 8),
            (4, FolderRole::Inbox, 2),
            (5, FolderRole::Drafts, 9),
        ] {
            let mail =
                format!("Received: x\nDate: Sun, {day} Nov 2026 10:00:00 +0100\nMessage-ID: <{mark}@x>\n\n");
            hear(role, &[mark], &mailwijs_mail::parse(mail.as_bytes()));
        }
        let mut kept: Vec<Mark> = inboxes.take().map(|(mark, _)| mark).collect();
        kept.sort_unstable();
        assert_eq!(kept, [1, 2, 4]);
    }
}
