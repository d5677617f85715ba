//! What happens to drafts, and what the nudges make of it.

use std::sync::Arc;

use mailwijs_checks::Report;
use mailwijs_i18n::Arg;
use mailwijs_nudge::{Awaited, Checked, DraftId, Moment, NudgeDecision, OpenDraft as OpenInTray};
use mailwijs_policy::Severity;
use mailwijs_store::{FolderRole, RawMessage, StoreChange};

use super::event::AppEvent;
use super::state::{OpenDraft, State};
use super::watching::SourceId;
use crate::engine::Examined;
use crate::sentence_layer::{TOLD_BY_SENTENCES, Turn};
use crate::watch::CheckedChange;

impl State {
    pub fn store_changed(&mut self, source: SourceId, checked: CheckedChange) {
        let now = (self.clock)();
        let decision = match checked.change {
            StoreChange::Saved { draft, message } => match checked.examined {
                Some(examined) => self.saved(source.draft(draft), message, examined, now),
                None => return,
            },
            StoreChange::Merged { old, into } => {
                let (old, into) = (source.draft(old), source.draft(into));
                if let Some(draft) = self.drafts.remove(&old) {
                    self.drafts.insert(into, draft);
                }
                self.nudges.merged(old, into, now)
            }
            StoreChange::Discarded { draft } => {
                let decision = self.nudges.gone(source.draft(draft), now);
                self.drafts.remove(&source.draft(draft));
                decision
            }
            StoreChange::Sent {
                draft: Some(draft),
                message,
            } => {
                self.heard_from(&message);
                let id = source.draft(draft);
                if checked
                    .examined
                    .as_ref()
                    .is_some_and(|mail| self.read_sent(id, mail))
                {
                    return;
                }
                self.sent(id, checked.examined.as_deref())
            }
            StoreChange::Sent { draft: None, message } => {
                self.heard_from(&message);
                if let Some(examined) = &checked.examined {
                    let mut findings = examined.report.findings.iter();
                    let is_grave = findings.any(|finding| finding.severity == Severity::Stop);
                    self.sent_now(examined, is_grave);
                }
                return;
            }
            StoreChange::Received { message } => {
                self.received(message, checked.examined);
                return;
            }
            StoreChange::Failed { store, .. } if self.is_mailbox(&store) => return,
            StoreChange::Failed { store, message } => {
                let args = [
                    ("path", Arg::from(store.display().to_string())),
                    ("detail", Arg::from(message)),
                ];
                let problem = self.texts.get("problem-store", &args);
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
                return;
            }
            StoreChange::Ready { .. } => {
                let ready = self.watches.iter_mut().find(|watching| watching.id == source);
                if let Some(watching) = ready {
                    watching.ready = true;
                }
                return;
            }
        };
        self.show(&decision);
    }

    fn saved(
        &mut self,
        id: DraftId,
        message: RawMessage,
        examined: Arc<Examined>,
        now: Moment,
    ) -> NudgeDecision {
        self.heard_from(&message);
        self.memory.saved(id, &examined);
        if !self.drafts.contains_key(&id) {
            self.nudges.recall(id, self.memory.dismissals(id, &examined));
        }
        self.told_by_words(id, OpenDraft { message, examined }, now)
    }

    /// Reports what the words of a draft tell, and has its sentences read.
    fn told_by_words(&mut self, id: DraftId, draft: OpenDraft, now: Moment) -> NudgeDecision {
        let events = self.events.clone();
        let awaited = self
            .reader
            .read(Turn::Draft(id.0), &draft.examined, move |examined, report| {
                // Once the app closes nobody listens.
                let _ = events.send(AppEvent::SentencesRead(examined, report));
            });
        let decision = self.report(id, &draft, if awaited { TOLD_BY_SENTENCES } else { &[] }, now);
        self.drafts.insert(id, draft);
        decision
    }

    /// The sentences of a draft were read: what was said of it is said again, wholly. A draft that is gone, or of which a
    /// newer version was saved meanwhile, is left alone.
    pub fn sentences_read(&mut self, examined: Arc<Examined>, report: Report) {
        let mut drafts = self.drafts.iter();
        let read = drafts.find(|(_, draft)| Arc::ptr_eq(&draft.examined, &examined));
        let Some(id) = read.map(|(id, _)| *id) else { return };
        if let Some(mut draft) = self.drafts.remove(&id) {
            drop(examined);
            draft.examined = with_report(draft.examined, report);
            let decision = self.report(id, &draft, &[], (self.clock)());
            self.drafts.insert(id, draft);
            self.show(&decision);
        }
    }

    fn report(&mut self, id: DraftId, draft: &OpenDraft, awaited: &[Awaited], now: Moment) -> NudgeDecision {
        let triggers = self.memory.triggers(&draft.examined);
        let checked = Checked {
            report: &draft.examined.report,
            triggers: &triggers,
            // A mail in the outbox is about to leave, whoever it is for.
            unfinished: draft.examined.mail.recipients.is_empty() && draft.message.role != FolderRole::Outbox,
            awaited,
        };
        self.nudges.report(id, checked, now)
    }

    /// Has the sentences of a sent mail read: what was open in it is told once, wholly.
    fn read_sent(&self, id: DraftId, examined: &Arc<Examined>) -> bool {
        let events = self.events.clone();
        self.reader
            .read(Turn::Mail(id.0), examined, move |examined, report| {
                // Once the app closes nobody listens.
                let _ = events.send(AppEvent::SentRead(id, examined, report));
            })
    }

    /// A draft was sent as this mail.
    pub fn sent(&mut self, id: DraftId, examined: Option<&Examined>) -> NudgeDecision {
        let triggers = examined.map(|examined| self.memory.triggers(examined));
        let sent = examined
            .zip(triggers.as_ref())
            .map(|(examined, triggers)| Checked {
                report: &examined.report,
                triggers,
                unfinished: false,
                awaited: &[],
            });
        let now = (self.clock)();
        let decision = self.nudges.sent(id, sent, now);
        if let Some(examined) = examined {
            let is_open =
                |open: &OpenInTray<'_>| open.draft == id && open.sent && open.severity == Severity::Stop;
            let is_grave = self.nudges.tray(now).open.iter().any(is_open);
            self.sent_now(examined, is_grave);
        }
        self.drafts.remove(&id);
        decision
    }

    pub fn heard_from(&mut self, message: &RawMessage) {
        self.last_events
            .insert(message.store.clone(), jiff::Timestamp::now().to_string());
    }

    /// What is open may look different under other rules.
    pub fn check_open_drafts_again(&mut self) {
        let engine = self.engine.get();
        for (id, draft) in std::mem::take(&mut self.drafts) {
            let examined = Arc::unwrap_or_clone(draft.examined);
            let draft = OpenDraft {
                examined: Arc::new(engine.examine(examined.mail, examined.direction, examined.channel)),
                message: draft.message,
            };
            let decision = self.told_by_words(id, draft, (self.clock)());
            self.show(&decision);
        }
    }
}

/// A mail with what is said of it now.
pub(super) fn with_report(mut examined: Arc<Examined>, report: Report) -> Arc<Examined> {
    Arc::make_mut(&mut examined).report = report;
    examined
}
