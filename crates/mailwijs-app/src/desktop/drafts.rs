//! What happens to drafts, and what the nudges make of it.

use mailwijs_i18n::Arg;
use mailwijs_nudge::{Checked, DraftId, Moment, NudgeDecision};
use mailwijs_store::{FolderRole, RawMessage, StoreChange};

use super::state::{OpenDraft, State, now};
use super::watching::SourceId;
use crate::engine::Examined;
use crate::watch::CheckedChange;

impl State {
    pub fn store_changed(&mut self, source: SourceId, checked: CheckedChange) {
        let now = now();
        let decision = match checked.change {
            StoreChange::Saved { draft, message } => match checked.examined {
                Some(examined) => self.saved(source.draft(draft), message, *examined, now),
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
                let id = source.draft(draft);
                self.heard_from(&message);
                let triggers = checked
                    .examined
                    .as_ref()
                    .map(|examined| self.memory.triggers(examined));
                let sent = checked
                    .examined
                    .as_deref()
                    .zip(triggers.as_ref())
                    .map(|(examined, triggers)| Checked {
                        report: &examined.report,
                        triggers,
                        unfinished: false,
                    });
                let decision = self.nudges.sent(id, sent, now);
                self.drafts.remove(&id);
                decision
            }
            StoreChange::Sent { draft: None, message } | StoreChange::Received { message } => {
                self.heard_from(&message);
                return;
            }
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

    fn saved(&mut self, id: DraftId, message: RawMessage, examined: Examined, now: Moment) -> NudgeDecision {
        self.heard_from(&message);
        self.memory.saved(id, &examined);
        let triggers = self.memory.triggers(&examined);
        if !self.drafts.contains_key(&id) {
            self.nudges.recall(id, self.memory.dismissals(id, &examined));
        }
        let checked = Checked {
            report: &examined.report,
            triggers: &triggers,
            // A mail in the outbox is about to leave, whoever it is for.
            unfinished: examined.mail.recipients.is_empty() && message.role != FolderRole::Outbox,
        };
        let decision = self.nudges.report(id, checked, now);
        self.drafts.insert(id, OpenDraft { message, examined });
        decision
    }

    fn heard_from(&mut self, message: &RawMessage) {
        self.last_events
            .insert(message.store.clone(), jiff::Timestamp::now().to_string());
    }

    /// What is open may look different under other rules.
    pub fn check_open_drafts_again(&mut self) {
        let engine = self.engine.get();
        for (id, draft) in std::mem::take(&mut self.drafts) {
            let examined = engine.examine(
                draft.examined.mail,
                mailwijs_mail::Direction::Draft,
                mailwijs_checks::Channel::Mail,
            );
            let triggers = self.memory.triggers(&examined);
            let checked = Checked {
                report: &examined.report,
                triggers: &triggers,
                unfinished: examined.mail.recipients.is_empty(),
            };
            let decision = self.nudges.report(id, checked, now());
            self.drafts.insert(
                id,
                OpenDraft {
                    message: draft.message,
                    examined,
                },
            );
            self.show(&decision);
        }
    }
}
