//! `mailwijs watch`, from the stores to the lines.

use std::thread;

use crossbeam_channel::{Receiver, bounded, never, select, unbounded};
use mailwijs_store::{StoreChange, Watch};

use super::gone::Gone;
use super::lines::Lines;
use super::on_servers::OnServers;
use super::{CheckedChange, EngineCell, Followed, examine_changes};
use crate::check::Checker;
use crate::error::{AppError, ErrorCode};
use crate::ipc::line::WatchLine;
use crate::mailbox::{MailboxSecrets, OpenMailbox};
use crate::sent::sent_headers;
use crate::sentence_layer::Reader;

/// Watches stores and mailboxes on servers, and hands on a line for every event, until `stop` receives or `sink` answers `false`.
///
/// Mail clients, accounts and mailboxes on servers that come, change or go meanwhile are followed, the last when `secrets` has
/// what opens them. What the words tell is handed on at once; where
/// the sentences tell more or something else, the same event follows again.
///
/// # Errors
/// When watching cannot start.
pub fn run(
    checker: Checker,
    mut followed: Followed,
    mailboxes: Vec<OpenMailbox>,
    secrets: MailboxSecrets,
    stop: &Receiver<()>,
    mut sink: impl FnMut(WatchLine) -> bool,
) -> Result<(), AppError> {
    let (engine, layer, texts) = checker.into_parts();
    let engine = EngineCell::new(engine);
    let (changes, incoming) = unbounded();
    // Bounded, so that a slow reader of our output slows the checking down instead of filling the memory.
    let (results, outgoing) = bounded(64);
    let (done, read) = unbounded();
    let stores = followed.stores.clone();
    let watch = Watch::start(stores.clone(), changes)
        .map_err(|error| AppError::new(ErrorCode::WatchFailed).because(error))?;
    let mut lines = Lines::new(Reader::start(engine.clone(), layer), done, texts);
    let (status, statuses) = unbounded();
    let mut servers = OnServers::new(status);
    for open in mailboxes {
        let refused = servers.add(open, &mut lines, &watch);
        if !refused.into_iter().all(&mut sink) {
            return Ok(());
        }
    }
    // Nothing is to come between a start and being ready.
    let mut stirs = Some(watch.stirs());
    let mut gone: Option<Gone> = None;
    let (nobody, no_setups) = (never(), never());
    let setups = followed.setups(secrets);
    let learner = engine.clone();
    let examiner = thread::spawn(move || {
        examine_changes(&engine, &stores, &incoming, |change| results.send(change).is_ok());
    });
    loop {
        select! {
            recv(outgoing) -> change => {
                let Ok(change) = change else { break };
                if let (StoreChange::Ready { .. }, Some(stirs)) = (&change.change, stirs.take()) {
                    gone = Some(Gone::follow(followed.stores.clone(), stirs));
                }
                if let (Some(message_id), Some(gone)) = (received(&change), &gone) {
                    gone.received(message_id);
                }
                if !lines.of(change).into_iter().all(&mut sink) { break }
            }
            recv(read) -> read => {
                let Ok(read) = read else { break };
                if !lines.once_read(read).into_iter().all(&mut sink) { break }
            }
            recv(gone.as_ref().map_or(&nobody, |gone| &gone.departures)) -> departure => {
                let Ok(departure) = departure else { break };
                if !sink(Lines::left(departure)) { break }
            }
            recv(statuses) -> told => {
                let Ok((store, status)) = told else { break };
                servers.goes(&store, &status, &learner);
                if !lines.goes(&store, &status).into_iter().all(&mut sink) { break }
            }
            recv(setups.as_ref().map_or(&no_setups, |setups| &setups.changes)) -> change => {
                let Ok(change) = change else { break };
                let shut = servers.change(change, &mut lines, &watch);
                if !shut.into_iter().all(&mut sink) { break }
            }
            recv(followed.clients) -> clients => {
                let Ok(clients) = clients else {
                    followed.clients = never();
                    continue;
                };
                if let Some(new) = followed.take(clients) {
                    watch.set_stores(followed.stores.clone());
                    if let Some(gone) = &gone {
                        gone.set_stores(followed.stores.clone());
                    }
                    let engine = learner.clone();
                    thread::spawn(move || engine.get().learn_circles(&sent_headers(&new)));
                }
            }
            recv(stop) -> _ => break,
        }
    }
    drop(outgoing);
    drop(servers);
    drop(watch);
    // The examiner never panics on its own account; if it did, there is nothing left to hand on.
    let _ = examiner.join();
    Ok(())
}

/// The Message-ID of a mail that came in.
fn received(checked: &CheckedChange) -> Option<&str> {
    let is_received = matches!(checked.change, StoreChange::Received { .. });
    let examined = checked.examined.as_ref().filter(|_| is_received)?;
    examined.mail.message_id.as_deref()
}
