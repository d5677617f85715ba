//! From a message in a store to what is told of it.

use std::path::Path;

use mailwijs_checks::Channel;
use mailwijs_mail::{Direction, FolderHint, Mail, Problem, guess_direction};
use mailwijs_store::{FolderRole, Listed, RawMessage, ReadError};

use super::Since;
use crate::engine::{Engine, Examined, looks_into};
use crate::sentence_layer::SentenceLayer;

/// What is made of each message.
pub(crate) trait Tell: Sync {
    /// What is told.
    type Told: Send;

    /// Of a message that was checked.
    fn checked(&self, message: &RawMessage, examined: Examined) -> Self::Told;

    /// Of one that could not be: where it stands, with the byte offset in an mbox, and why.
    fn unreadable(&self, path: &Path, offset: Option<u64>, why: Unreadable<'_>) -> Self::Told;
}

/// Why a message was not checked.
pub(crate) enum Unreadable<'a> {
    /// It cannot be read.
    Error(&'a ReadError),
    /// Nothing in it looks like mail.
    NoMessage,
    /// It is too large to be fetched from a server.
    TooLarge,
}

/// How messages are checked.
pub(crate) struct Reading<'a, T> {
    pub engine: &'a Engine,
    pub channel: Channel,
    /// Which way they go, when that is known beforehand.
    pub direction: Option<Direction>,
    /// Mail from before this day is left alone.
    pub since: Option<Since>,
    pub tell: &'a T,
}

impl<T: Tell> Reading<'_, T> {
    /// Checks a message that was found; `None` for a ghost, and for mail from before the day.
    pub fn listed(&self, listed: Listed, layer: &mut SentenceLayer) -> Option<T::Told> {
        match listed.read()? {
            Ok(raw) => self.raw(&raw, layer),
            Err(error) => {
                let why = Unreadable::Error(&error);
                Some(self.tell.unreadable(&error.path, error.offset, why))
            }
        }
    }

    /// Checks a message; `None` for mail from before the day.
    pub fn raw(&self, raw: &RawMessage, layer: &mut SentenceLayer) -> Option<T::Told> {
        let mail = mailwijs_mail::parse_with_files(&raw.bytes, &looks_into);
        if self.since.is_some_and(|since| !since.includes(mail.date)) {
            return None;
        }
        let direction = self.direction.unwrap_or_else(|| direction_of(raw, &mail));
        if is_no_message(&mail) {
            let (path, offset) = (&raw.key.path, raw.key.offset);
            return Some(self.tell.unreadable(path, offset, Unreadable::NoMessage));
        }
        let examined = self.engine.examine_wholly(mail, direction, self.channel, layer);
        Some(self.tell.checked(raw, examined))
    }
}

/// Which way a stored message goes, by its folder, its flags and its headers.
pub fn direction_of(raw: &RawMessage, mail: &Mail) -> Direction {
    let folder = match raw.role {
        FolderRole::Drafts => FolderHint::Drafts,
        FolderRole::Outbox => FolderHint::Outbox,
        FolderRole::Sent => FolderHint::Sent,
        _ if raw.draft_flag => FolderHint::Drafts,
        _ => FolderHint::Other,
    };
    guess_direction(mail, (!raw.loose).then_some(folder))
}

/// Nothing in it looks like mail: no header, and no text or bytes that are no text.
pub(super) fn is_no_message(mail: &Mail) -> bool {
    let body = mail.body.content.trim();
    let odd = body
        .chars()
        .filter(|c| c.is_control() && !c.is_whitespace())
        .count();
    mail.problems.contains(&Problem::NoHeaders) && (body.is_empty() || odd * 20 > body.chars().count())
}
