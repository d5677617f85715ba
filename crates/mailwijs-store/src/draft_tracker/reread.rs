//! An mbox that was written anew: which of its messages are new, and which are gone.

use std::path::Path;
use std::time::Duration;

use super::DraftTracker;
use super::draft::Copy;
use crate::sketch::Sketch;
use crate::{MessageKey, RawMessage, StoreChange};

impl DraftTracker {
    /// An mbox was compacted, truncated or replaced: `messages` are all that live in it now.
    pub(crate) fn reread(
        &mut self,
        mbox: &Path,
        messages: Vec<(RawMessage, Sketch)>,
        now: Duration,
    ) -> Vec<StoreChange> {
        let mut old = Vec::new();
        for draft in &mut self.drafts {
            let (here, elsewhere) = std::mem::take(&mut draft.copies)
                .into_iter()
                .partition(|copy| copy.key.path == mbox);
            draft.copies = elsewhere;
            old.extend(Vec::into_iter(here).map(|copy| (draft.key, copy)));
        }
        let mut new = Vec::new();
        for (message, sketch) in messages {
            let copy = Copy::new(message.key.clone(), &message.store, &sketch);
            match old.iter().position(|(_, old)| old.is_same_save(&copy)) {
                Some(at) => {
                    let (key, _) = old.remove(at);
                    if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.key == key) {
                        draft.copies.push(copy);
                    }
                }
                None => new.push((message, sketch)),
            }
        }
        let mut changes: Vec<StoreChange> = new
            .into_iter()
            .filter_map(|(message, sketch)| self.saved(message, sketch, now))
            .collect();
        for (key, copy) in old {
            // An offset that no file has, for a copy that stands nowhere any more.
            let nowhere = MessageKey {
                path: mbox.to_owned(),
                offset: Some(u64::MAX),
            };
            if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.key == key) {
                draft.copies.push(Copy {
                    key: nowhere.clone(),
                    ..copy
                });
                changes.extend(self.vanished(&nowhere, now));
            }
        }
        changes
    }
}
