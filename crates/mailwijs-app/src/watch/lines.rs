//! The events of `mailwijs watch`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crossbeam_channel::Sender;
use jiff::Timestamp;
use mailwijs_checks::Report;
use mailwijs_i18n::Texts;
use mailwijs_imap::{ImapError, Mailbox as Watched, MailboxStatus};
use mailwijs_store::{Departure, DraftKey, StoreChange, Watch};

use super::servers::Servers;
use super::{CheckedChange, Ledger};
use crate::engine::Examined;
use crate::ipc::line::WatchLine;
use crate::mailbox::{MailboxError, OpenMailbox, say};
use crate::render::finding_lines;
use crate::sentence_layer::{Reader, TOLD_BY_SENTENCES, Turn};

/// A mail whose sentences were read.
pub(super) struct Read {
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

/// Events become lines.
pub(super) struct Lines {
    ledger: Ledger,
    /// The last version of each draft.
    versions: BTreeMap<DraftKey, u64>,
    /// How many mails there were.
    mails: u64,
    reader: Reader,
    done: Sender<Read>,
    servers: Servers,
    texts: Texts,
}

/// How it goes with the mailbox of this root.
pub(super) type Status = (PathBuf, MailboxStatus);

impl Lines {
    /// In this language; what was read of sentences comes back to `done`.
    pub fn new(reader: Reader, done: Sender<Read>, texts: Texts) -> Self {
        Self {
            ledger: Ledger::default(),
            versions: BTreeMap::new(),
            mails: 0,
            reader,
            done,
            servers: Servers::default(),
            texts,
        }
    }

    /// Begins to watch a mailbox on a server.
    pub fn watch(
        &mut self,
        open: &OpenMailbox,
        watch: &Watch,
        status: &Sender<Status>,
    ) -> Result<Watched, ImapError> {
        let (store, status) = (PathBuf::from(open.mailbox.url()), status.clone());
        let told = move |now| {
            // Nobody listens any more once watching has stopped.
            let _ = status.send((store.clone(), now));
        };
        let account = open.mailbox.account.clone();
        let watched = Watched::start(
            account,
            open.credential.clone(),
            &open.trust,
            watch.remote(),
            told,
        )?;
        self.servers.expect(open, &watched);
        Ok(watched)
    }

    /// How it goes with a mailbox on a server.
    pub fn goes(&mut self, store: &Path, status: &MailboxStatus) -> Vec<WatchLine> {
        let (message, stores) = self.servers.goes(store, status, &self.texts);
        let error = message.map(|message| error(store, message));
        error.into_iter().chain(stores.as_deref().map(ready)).collect()
    }

    /// Why a mailbox on a server cannot be watched at all.
    pub fn refused(&self, store: &Path, why: &ImapError) -> WatchLine {
        error(store, say(why, &self.texts))
    }

    /// Why a mailbox that was set up meanwhile cannot be opened.
    pub fn shut(&self, store: &Path, why: &MailboxError) -> WatchLine {
        error(store, why.say(&self.texts))
    }

    /// A received mail has left a folder.
    pub fn left(departure: Departure) -> WatchLine {
        WatchLine::Gone {
            at: now(),
            message_id: departure.message_id,
            folder: departure.folder,
            left_in: departure.left_in,
            bytes_left: departure.bytes_left,
        }
    }

    /// What happened in a store.
    pub fn of(&mut self, checked: CheckedChange) -> Vec<WatchLine> {
        let at = now();
        let source = match checked.change {
            StoreChange::Ready { stores } => {
                return self
                    .servers
                    .ready(stores)
                    .as_deref()
                    .map(ready)
                    .into_iter()
                    .collect();
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
            StoreChange::Failed { message, .. } if self.servers.is_said(&message) => return Vec::new(),
            StoreChange::Failed { store, message } => return vec![error(&store, message)],
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
    pub fn once_read(&mut self, mut read: Read) -> Vec<WatchLine> {
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

fn ready(stores: &[PathBuf]) -> WatchLine {
    let stores = stores.iter().map(|store| store.display().to_string());
    WatchLine::Ready {
        at: now(),
        stores: stores.collect(),
    }
}

fn error(store: &Path, message: String) -> WatchLine {
    WatchLine::Error {
        at: now(),
        store: store.display().to_string(),
        message,
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
