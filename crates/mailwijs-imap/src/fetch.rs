//! Messages come over whole, or as much of them as is needed to know them again.

use std::collections::BTreeSet;

use async_imap::imap_proto::{AttributeValue, MailboxDatum, Response};

use crate::Cause;
pub(crate) use crate::sync::Tally;
use crate::sync::{Listing, Mark, Opened};
use crate::wire::{Command, Talk, Which};

/// The largest message that is fetched, in bytes. Schools' servers refuse mail long before this.
pub(crate) const LARGEST: usize = 64 << 20;

/// Servers that keep mail in another form only estimate its size.
const ESTIMATE: usize = 1 << 20;

/// Opens a folder without leave to change it.
pub(crate) async fn open(talk: &mut Talk, folder: &str) -> Result<Opened, Cause> {
    let mut opened = Opened::default();
    talk.open = Some(folder.to_owned());
    talk.ask(Command::Examine(folder), |answer| opened.learn(answer))
        .await?;
    if opened.uid_validity == 0 {
        return Err(Cause::Nonsense("a folder without UIDVALIDITY"));
    }
    Ok(opened)
}

/// How a folder stands, without opening it.
pub(crate) async fn tally(talk: &mut Talk, folder: &str) -> Result<Tally, Cause> {
    status(talk, folder, false).await
}

/// The same with its last change, where the server counts them.
pub(crate) async fn tally_of_changes(talk: &mut Talk, folder: &str) -> Result<Tally, Cause> {
    let changes = talk.can.condstore;
    status(talk, folder, changes).await
}

async fn status(talk: &mut Talk, folder: &str, changes: bool) -> Result<Tally, Cause> {
    let mut tally = Tally::default();
    if talk.open.as_deref() == Some(folder) {
        // Of the folder that is open Dovecot tells how it was when it last told of it.
        talk.ask(Command::Noop, |_| ()).await?;
    }
    talk.ask(Command::Status { folder, changes }, |answer| tally.learn(answer))
        .await?;
    Ok(tally)
}

/// The UIDs of these messages in the folder that is open.
pub(crate) async fn search(talk: &mut Talk, which: Which) -> Result<BTreeSet<u32>, Cause> {
    let mut found = BTreeSet::new();
    talk.ask(Command::Search(which), |answer| {
        if let Response::MailboxData(MailboxDatum::Search(uids)) = answer {
            found.extend(uids.iter().filter(|uid| **uid > 0));
        }
    })
    .await?;
    Ok(found)
}

/// What tells the conversations of the messages from one UID to another.
pub(crate) async fn kinship(talk: &mut Talk, from: u32, to: u32) -> Result<Vec<(u32, Vec<u8>)>, Cause> {
    let mut found = Vec::new();
    talk.ask(Command::Kinship { from, to }, |answer| {
        found.extend(text_of(answer));
    })
    .await?;
    Ok(found)
}

/// The messages from this UID on, without their text; with `since` only what changed or vanished after that.
pub(crate) async fn marks(talk: &mut Talk, from: u32, since: Option<u64>) -> Result<Listing, Cause> {
    let mut listing = Listing::default();
    talk.ask(Command::Marks { from, since }, |answer| listing.learn(answer))
        .await?;
    // `n:*` names the last message even when its UID is lower (RFC 9051, section 9).
    listing.marks = listing.marks.split_off(&from);
    Ok(listing)
}

/// A message, or its `first` bytes; `None` when it has gone meanwhile.
pub(crate) async fn message(
    talk: &mut Talk,
    uid: u32,
    mark: &Mark,
    first: Option<u32>,
) -> Result<Option<Vec<u8>>, Cause> {
    let size = match mark.size {
        // The server did not say.
        0 => LARGEST,
        size => size.saturating_mul(2).min(LARGEST) + ESTIMATE,
    };
    let bytes = first.map_or(size, |first| first as usize);
    let mut found = None;
    let command = Command::Message { uid, first };
    talk.ask_for(command, bytes, |answer| {
        if let Some((at, text)) = text_of(answer)
            && at == uid
        {
            found = Some(text);
        }
    })
    .await?;
    Ok(found)
}

/// What tells messages apart, from this UID on.
pub(crate) async fn headers(talk: &mut Talk, from: u32) -> Result<Vec<(u32, Vec<u8>)>, Cause> {
    let mut found = Vec::new();
    talk.ask(Command::Headers { from }, |answer| found.extend(text_of(answer)))
        .await?;
    Ok(found)
}

fn text_of(answer: &Response<'_>) -> Option<(u32, Vec<u8>)> {
    let Response::Fetch(_, values) = answer else {
        return None;
    };
    let mut uid = None;
    let mut text = None;
    for value in values {
        match value {
            AttributeValue::Uid(value) => uid = Some(*value),
            AttributeValue::BodySection { data: Some(data), .. } => text = Some(data.to_vec()),
            _ => {}
        }
    }
    uid.zip(text)
}
