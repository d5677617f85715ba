//! The events of `mailwijs watch`.

use std::thread;

use crossbeam_channel::{Receiver, bounded, select, unbounded};
use jiff::Timestamp;
use mailwijs_i18n::Texts;
use mailwijs_store::{DraftKey, MailStore, RawMessage, StoreChange, Watch};

use super::{CheckedChange, EngineCell, Ledger, examine_changes};
use crate::check::Checker;
use crate::engine::Examined;
use crate::error::{AppError, ErrorCode};
use crate::ipc::line::WatchLine;
use crate::render::finding_lines;

/// Watches stores and hands on a line for every event, until `stop` receives or `sink` answers `false`.
///
/// # Errors
/// When watching cannot start.
pub fn run(
    checker: Checker,
    stores: Vec<MailStore>,
    stop: &Receiver<()>,
    mut sink: impl FnMut(WatchLine) -> bool,
) -> Result<(), AppError> {
    let (engine, texts) = checker.into_engine();
    let engine = EngineCell::new(engine);
    let (changes, incoming) = unbounded();
    // Bounded, so that a slow reader of our output slows the checking down instead of filling the memory.
    let (results, outgoing) = bounded(64);
    let watch = Watch::start(stores, changes)
        .map_err(|error| AppError::new(ErrorCode::WatchFailed).because(error))?;
    let examiner =
        thread::spawn(move || examine_changes(&engine, &incoming, |change| results.send(change).is_ok()));
    let mut ledger = Ledger::default();
    loop {
        select! {
            recv(outgoing) -> change => {
                let Ok(change) = change else { break };
                if !lines(&mut ledger, change, &texts).into_iter().all(&mut sink) { break }
            }
            recv(stop) -> _ => break,
        }
    }
    drop(outgoing);
    drop(watch);
    // The examiner never panics on its own account; if it did, there is nothing left to hand on.
    let _ = examiner.join();
    Ok(())
}

fn lines(ledger: &mut Ledger, checked: CheckedChange, texts: &Texts) -> Vec<WatchLine> {
    let at = now();
    let examined = checked.examined.as_deref();
    let findings = || {
        examined
            .map(|examined| finding_lines(texts, examined))
            .unwrap_or_default()
    };
    let message_id = || examined.and_then(|examined| examined.mail.message_id.clone());
    match checked.change {
        StoreChange::Ready { stores } => {
            let stores = stores.iter().map(|store| store.display().to_string()).collect();
            vec![WatchLine::Ready { at, stores }]
        }
        StoreChange::Saved { draft, message } => saved(ledger, at, draft, &message, examined, findings()),
        StoreChange::Merged { old, into } => {
            resolved(at, into, ledger.merged(old, into)).into_iter().collect()
        }
        StoreChange::Discarded { draft } => {
            ledger.gone(draft);
            vec![WatchLine::Discarded {
                at,
                draft: draft.0.to_string(),
            }]
        }
        StoreChange::Sent { draft, .. } => {
            if let Some(draft) = draft {
                ledger.gone(draft);
            }
            let draft = draft.map(|draft| draft.0.to_string());
            vec![WatchLine::Sent {
                at,
                draft,
                message_id: message_id(),
                open_findings: findings(),
            }]
        }
        StoreChange::Received { message } => {
            let store = message.store.display().to_string();
            vec![WatchLine::Received {
                at,
                store,
                folder: message.folder,
                message_id: message_id(),
                findings: findings(),
            }]
        }
        StoreChange::Failed { store, message } => {
            vec![WatchLine::Error {
                at,
                store: store.display().to_string(),
                message,
            }]
        }
    }
}

fn saved(
    ledger: &mut Ledger,
    at: String,
    draft: DraftKey,
    message: &RawMessage,
    examined: Option<&Examined>,
    findings: Vec<crate::ipc::line::FindingLine>,
) -> Vec<WatchLine> {
    let Some(examined) = examined else {
        return Vec::new();
    };
    let put_right = ledger.saved(draft, &examined.report);
    let mut lines = vec![WatchLine::Checked {
        at: at.clone(),
        store: message.store.display().to_string(),
        folder: message.folder.clone(),
        draft: draft.0.to_string(),
        message_id: examined.mail.message_id.clone(),
        subject: examined.mail.subject.clone(),
        findings,
    }];
    lines.extend(resolved(at, draft, put_right));
    lines
}

/// The line for what was put right, if anything was.
fn resolved(at: String, draft: DraftKey, rules: Vec<mailwijs_policy::RuleId>) -> Option<WatchLine> {
    let rules: Vec<_> = rules.into_iter().map(mailwijs_policy::RuleId::as_str).collect();
    (!rules.is_empty()).then(|| WatchLine::Resolved {
        at,
        draft: draft.0.to_string(),
        rules,
    })
}

/// Now, in UTC with microseconds.
fn now() -> String {
    format!("{:.6}", Timestamp::now())
}
