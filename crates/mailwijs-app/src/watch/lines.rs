//! The events of `mailwijs watch`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded, never, select, unbounded};
use jiff::Timestamp;
use mailwijs_checks::Report;
use mailwijs_i18n::Texts;
use mailwijs_store::{DraftKey, StoreChange, Watch};

use super::followed::Followed;
use super::{CheckedChange, EngineCell, Ledger, examine_changes};
use crate::check::Checker;
use crate::engine::Examined;
use crate::error::{AppError, ErrorCode};
use crate::ipc::line::WatchLine;
use crate::render::finding_lines;
use crate::sent::sent_headers;
use crate::sentence_layer::{Reader, TOLD_BY_SENTENCES, Turn};

/// A mail whose sentences were read.
struct Read {
    of: Source,
    examined: Arc<Examined>,
    report: Report,
}

/// Where a mail stood.
#[derive(Debug, Clone)]
enum Source {
    Draft {
        draft: DraftKey,
        /// Counted over all drafts.
        version: u64,
        store: String,
        folder: String,
    },
    Sent(Option<DraftKey>),
    Received {
        store: String,
        folder: String,
    },
}

/// Watches the stores at these paths, or those of every mail client when there are none, and hands on a line for every
/// event, until `stop` receives or `sink` answers `false`.
///
/// Mail clients and accounts that come, change or go meanwhile are followed. What the words tell is handed on at once; where the sentences tell more or something else, the same event follows again.
///
/// # Errors
/// When a path cannot be opened, nothing was named and nothing found, or watching cannot start.
pub fn run<P: AsRef<Path>>(
    checker: Checker,
    paths: &[P],
    stop: &Receiver<()>,
    mut sink: impl FnMut(WatchLine) -> bool,
) -> Result<(), AppError> {
    let mut followed = Followed::of(&checker, paths)?;
    let (engine, layer, texts) = checker.into_parts();
    let engine = EngineCell::new(engine);
    let (changes, incoming) = unbounded();
    // Bounded, so that a slow reader of our output slows the checking down instead of filling the memory.
    let (results, outgoing) = bounded(64);
    let (done, read) = unbounded();
    let stores = followed.stores.clone();
    let watch = Watch::start(stores.clone(), changes)
        .map_err(|error| AppError::new(ErrorCode::WatchFailed).because(error))?;
    let mut lines = Lines {
        ledger: Ledger::default(),
        versions: BTreeMap::new(),
        mails: 0,
        reader: Reader::start(engine.clone(), layer),
        done,
        texts,
    };
    let learner = engine.clone();
    let examiner = thread::spawn(move || {
        examine_changes(&engine, &stores, &incoming, |change| results.send(change).is_ok());
    });
    loop {
        select! {
            recv(outgoing) -> change => {
                let Ok(change) = change else { break };
                if !lines.of(change).into_iter().all(&mut sink) { break }
            }
            recv(read) -> read => {
                let Ok(read) = read else { break };
                if !lines.once_read(read).into_iter().all(&mut sink) { break }
            }
            recv(followed.clients) -> clients => {
                let Ok(clients) = clients else {
                    followed.clients = never();
                    continue;
                };
                if let Some(new) = followed.take(clients) {
                    watch.set_stores(followed.stores.clone());
                    let engine = learner.clone();
                    thread::spawn(move || engine.get().learn_circles(&sent_headers(&new)));
                }
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

/// Events become lines.
struct Lines {
    ledger: Ledger,
    /// The last version of each draft.
    versions: BTreeMap<DraftKey, u64>,
    /// How many mails there were.
    mails: u64,
    reader: Reader,
    done: Sender<Read>,
    texts: Texts,
}

impl Lines {
    fn of(&mut self, checked: CheckedChange) -> Vec<WatchLine> {
        let at = now();
        let source = match checked.change {
            StoreChange::Ready { stores } => {
                let stores = stores.iter().map(|store| store.display().to_string()).collect();
                return vec![WatchLine::Ready { at, stores }];
            }
            StoreChange::Merged { old, into } => {
                if let Some(newer) = self.versions.remove(&old) {
                    self.versions.insert(into, newer);
                }
                return resolved(at, into, self.ledger.merged(old, into))
                    .into_iter()
                    .collect();
            }
            StoreChange::Discarded { draft } => {
                self.gone(draft);
                let draft = draft.0.to_string();
                return vec![WatchLine::Discarded { at, draft }];
            }
            StoreChange::Failed { store, message } => {
                let store = store.display().to_string();
                return vec![WatchLine::Error { at, store, message }];
            }
            StoreChange::Saved { draft, message } => {
                self.mails += 1;
                self.versions.insert(draft, self.mails);
                Source::Draft {
                    draft,
                    version: self.mails,
                    store: message.store.display().to_string(),
                    folder: message.folder,
                }
            }
            StoreChange::Sent { draft, .. } => {
                if let Some(draft) = draft {
                    self.gone(draft);
                }
                Source::Sent(draft)
            }
            StoreChange::Received { message } => Source::Received {
                store: message.store.display().to_string(),
                folder: message.folder,
            },
        };
        let awaited = checked
            .examined
            .as_ref()
            .is_some_and(|examined| self.read(&source, examined));
        let report = checked.examined.as_deref().map(|examined| &examined.report);
        self.checked(source, checked.examined.as_deref(), report, awaited)
    }

    fn gone(&mut self, draft: DraftKey) {
        self.ledger.gone(draft);
        self.versions.remove(&draft);
    }

    /// Has the sentences read; whether that will come to something.
    fn read(&mut self, source: &Source, examined: &Arc<Examined>) -> bool {
        let turn = if let Source::Draft { draft, .. } = source {
            Turn::Draft(draft.0)
        } else {
            self.mails += 1;
            Turn::Mail(self.mails)
        };
        let (of, done) = (source.clone(), self.done.clone());
        self.reader.read(turn, examined, move |examined, report| {
            // Nobody listens any more once watching has stopped.
            let _ = done.send(Read { of, examined, report });
        })
    }

    /// The lines for a mail whose sentences were read, when they change anything.
    fn once_read(&mut self, mut read: Read) -> Vec<WatchLine> {
        if let Source::Draft { draft, version, .. } = &mut read.of {
            let mut last = self.versions.iter();
            let Some((now, _)) = last.find(|(_, last)| *last == version) else {
                return Vec::new();
            };
            *draft = *now;
        }
        let changed = read.report.findings != read.examined.report.findings;
        let mut lines = self.checked(read.of, Some(&read.examined), Some(&read.report), false);
        if !changed {
            lines.retain(|line| matches!(line, WatchLine::Resolved { .. }));
        }
        lines
    }

    fn checked(
        &mut self,
        source: Source,
        examined: Option<&Examined>,
        report: Option<&Report>,
        awaited: bool,
    ) -> Vec<WatchLine> {
        let at = now();
        let message_id = examined.and_then(|examined| examined.mail.message_id.clone());
        let findings = examined
            .zip(report)
            .map(|(examined, report)| finding_lines(&self.texts, examined, report))
            .unwrap_or_default();
        match source {
            Source::Draft {
                draft, store, folder, ..
            } => {
                let (Some(examined), Some(report)) = (examined, report) else {
                    return Vec::new();
                };
                let put_right =
                    self.ledger
                        .saved(draft, report, if awaited { TOLD_BY_SENTENCES } else { &[] });
                let mut lines = vec![WatchLine::Checked {
                    at: at.clone(),
                    store,
                    folder,
                    draft: draft.0.to_string(),
                    message_id,
                    subject: examined.mail.subject.clone(),
                    findings,
                }];
                lines.extend(resolved(at, draft, put_right));
                lines
            }
            Source::Sent(draft) => vec![WatchLine::Sent {
                at,
                draft: draft.map(|draft| draft.0.to_string()),
                message_id,
                open_findings: findings,
            }],
            Source::Received { store, folder } => vec![WatchLine::Received {
                at,
                store,
                folder,
                message_id,
                findings,
            }],
        }
    }
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
