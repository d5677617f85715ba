//! What was sent before, as far as the headers tell.

use std::cmp::Reverse;
use std::collections::HashSet;

use jiff::{Timestamp, ToSpan as _, Zoned};
use mailwijs_mail::Mail;
use mailwijs_store::{FolderRole, MailStore};

/// The newest mails of each folder that are looked at.
const MOST: usize = 5000;
/// How far back, in years.
const YEARS: i64 = 2;

/// The headers of the mails in the Sent folders, in the order in which they were sent; each message once.
pub fn sent_headers(stores: &[MailStore]) -> Vec<Mail> {
    let since = Zoned::now()
        .checked_sub(YEARS.years())
        .map_or(Timestamp::MIN, |at| at.timestamp());
    let mut mails = newest_sent(stores, MOST);
    mails.retain(|mail| mail.date.is_none_or(|at| at >= since.as_second()));
    mails.reverse();
    mails
}

/// The headers of the newest mails in the Sent folders, newest first; each message once.
pub fn newest_sent(stores: &[MailStore], most: usize) -> Vec<Mail> {
    let folders = stores
        .iter()
        .flat_map(|store| &store.folders)
        .filter(|folder| folder.role == FolderRole::Sent);
    let mut seen = HashSet::new();
    let mut mails: Vec<Mail> = folders
        .flat_map(|folder| folder.newest_headers(most))
        .map(|block| mailwijs_mail::parse(&block))
        .filter(|mail| mail.message_id.as_ref().is_none_or(|id| seen.insert(id.clone())))
        .collect();
    mails.sort_by_key(|mail| Reverse(mail.date));
    mails.truncate(most);
    mails
}
