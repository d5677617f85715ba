//! How long ago files and mails were written.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use mailwijs_mail::Mail;

use crate::RawMessage;
use crate::watch::settle::Stamp;

/// A file whose last change is this long ago is not being written.
const AT_REST: Duration = Duration::from_millis(50);

/// A folder that turns up later brings old mail along; only what is younger than this was saved just now.
const FRESH: Duration = Duration::from_mins(1);

/// What was written longer ago than this was not saved just now, however young its folder; clocks may differ this much.
const JUST_NOW: Duration = Duration::from_mins(10);

/// Mail that was sent longer ago than this did not come in now but was moved.
pub(super) const RECENT: Duration = Duration::from_hours(24);

pub(super) fn stamp(path: &Path) -> Option<Stamp> {
    let found = fs::metadata(path).ok()?;
    Some((found.len(), found.modified().ok()))
}

fn age(path: &Path) -> Option<Duration> {
    SystemTime::now()
        .duration_since(fs::metadata(path).ok()?.modified().ok()?)
        .ok()
}

/// Whether nobody has written to the file for a while, so that it was linked, moved or only its flags changed.
pub(super) fn is_at_rest(path: &Path) -> bool {
    age(path).is_some_and(|age| age >= AT_REST)
}

/// Whether the file itself was made a moment ago, as far as the file system tells.
pub(super) fn is_newborn(path: &Path) -> bool {
    let made = fs::metadata(path).and_then(|found| found.created().or_else(|_| found.modified()));
    let age = made
        .ok()
        .and_then(|made| SystemTime::now().duration_since(made).ok());
    age.is_none_or(|age| age < FRESH)
}

pub(super) fn is_fresh(path: &Path) -> bool {
    age(path).is_none_or(|age| age < FRESH)
}

/// Whether the message was written long before its folder turned up. Clients date a draft when they save it; of an mbox
/// the file's age says nothing of each message.
pub(super) fn is_old(message: &RawMessage) -> bool {
    let mail = mailwijs_mail::parse(&message.bytes);
    mail.date.is_some_and(|date| !is_within(date, JUST_NOW))
}

pub(super) fn is_recent(mail: &Mail) -> bool {
    mail.date.is_none_or(|date| is_within(date, RECENT))
}

/// Whether a time, in seconds since 1970, is no longer ago than this.
fn is_within(date: i64, span: Duration) -> bool {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    now.as_secs().saturating_sub(date.unsigned_abs()) < span.as_secs()
}
