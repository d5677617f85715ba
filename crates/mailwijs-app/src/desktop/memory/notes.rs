//! What happened to a finding, as it is written down and read again.

use mailwijs_detect::Category;
use mailwijs_history::{Dismissed, Hash, History, HistoryError, NudgeEvent, Outcome};
use mailwijs_nudge::{Dismissal, Note, NoteKind};
use mailwijs_policy::{RuleId, Severity};

use super::Memory;

impl Memory {
    /// Writes down what happened.
    pub fn write(&mut self, notes: Vec<Note>) {
        for note in notes {
            if let Err(error) = self.write_one(&note) {
                self.problem = Some(error);
            }
        }
    }

    fn write_one(&mut self, note: &Note) -> Result<(), HistoryError> {
        let Some(history) = &mut self.history else {
            return Ok(());
        };
        let Some(draft) = self.drafts.get(&note.draft).copied() else {
            return Ok(());
        };
        let at = jiff::Timestamp::now().as_second();
        let categories: Vec<&str> = note.categories.iter().map(|category| category.as_str()).collect();
        let outcome = match &note.kind {
            NoteKind::Shown => None,
            NoteKind::PutRight => Some(Outcome::PutRight),
            NoteKind::Dismissed => Some(Outcome::Dismissed),
            NoteKind::NotRight(_) => Some(Outcome::NotRight),
            NoteKind::Later => Some(Outcome::Later),
            NoteKind::SentOpen => Some(Outcome::SentOpen),
            NoteKind::Discarded => Some(Outcome::Discarded),
            NoteKind::TakenBack {
                dismissed_before,
                learned,
            } => {
                let before = dismissed_before.as_ref().map(dismissed);
                history.take_back(draft, note.rule.as_str(), before.as_ref(), at)?;
                return if *learned {
                    forget_last(history, note.rule)
                } else {
                    Ok(())
                };
            }
        };
        history.note(NudgeEvent {
            draft,
            rule: note.rule.as_str(),
            severity: note.severity.as_str(),
            categories: &categories,
            outcome,
            at,
        })?;
        if let NoteKind::NotRight(triggers) = &note.kind
            && !triggers.is_empty()
        {
            let hashes: Vec<Hash> = triggers.iter().map(|trigger| Hash(trigger.0)).collect();
            history.silence(note.rule.as_str(), &hashes, at)?;
        }
        if matches!(note.kind, NoteKind::Dismissed | NoteKind::NotRight(_)) {
            let now = dismissed(&Dismissal {
                rule: note.rule,
                severity: note.severity,
                categories: note.categories.clone(),
            });
            history.dismiss(draft, &now, at)?;
        }
        Ok(())
    }
}

/// The "not right" that is taken back is the last one of its rule: any later answer ends the offer.
fn forget_last(history: &mut History, rule: RuleId) -> Result<(), HistoryError> {
    let silences = history.silences()?;
    let last = silences.iter().find(|silence| silence.rule == rule.as_str());
    last.map_or(Ok(()), |silence| history.forget_silence(silence.id).map(drop))
}

fn dismissed(dismissal: &Dismissal) -> Dismissed {
    Dismissed {
        rule: dismissal.rule.as_str().to_owned(),
        severity: dismissal.severity.as_str().to_owned(),
        categories: dismissal
            .categories
            .iter()
            .map(|category| category.as_str().to_owned())
            .collect(),
    }
}

/// A dismissal as it was remembered; `None` for words of another version.
pub(super) fn dismissal(dismissed: &Dismissed) -> Option<Dismissal> {
    let severity = [Severity::Info, Severity::Warn, Severity::Stop];
    Some(Dismissal {
        rule: RuleId::parse(&dismissed.rule)?,
        severity: severity
            .into_iter()
            .find(|severity| severity.as_str() == dismissed.severity)?,
        categories: dismissed
            .categories
            .iter()
            .filter_map(|word| Category::parse(word))
            .collect(),
    })
}
