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

type Newest = BinaryHeap<Reverse<(i64, Mark, Option<Box<str>>)>>;

/// Collects them while they are read.
#[derive(Clone, Default)]
pub(super) struct Inboxes(Arc<Mutex<Newest>>);

impl Inboxes {
    /// To be told of each mail that is read.
    pub(super) fn listener(&self) -> Heard {
        let newest = Arc::clone(&self.0);
        Box::new(move |role, marks, mail| {
            if let Some(mark) = marks.first().filter(|_| is_received(role, mail)) {
                let mut newest = newest.lock().unwrap_or_else(PoisonError::into_inner);
                let message_id = mail.message_id.as_deref().map(Box::from);
                newest.push(Reverse((mail.date.unwrap_or(i64::MIN), *mark, message_id)));
                if newest.len() > MOST {
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
            .map(|Reverse((_, mark, message_id))| (mark, message_id))
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
