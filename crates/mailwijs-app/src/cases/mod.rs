//! Cases, received mail on its way into the tracking system, where no window shows them: read in the history, and held against
//! what stands in the stores now. Nothing is written, neither there nor here.

mod by_history;
pub(crate) mod evidence;
mod kept;
mod line;
mod look;

use std::path::PathBuf;

use jiff::Timestamp;
use mailwijs_handover::Case;
use mailwijs_history::{HandoverKind, Hasher, History, HistoryError, SecretStore};
use mailwijs_i18n::Texts;
use mailwijs_store::Sought;

pub(crate) use by_history::ByHistory;
pub(crate) use kept::{is_watched, restore};
pub use line::{CaseLine, CopyLine, FiledLine, StepLine, UnreadLine};

use crate::error::{AppError, ErrorCode};
use crate::mailbox::{Mailbox, MailboxSecrets};
use crate::place::Places;

/// The cases that the history of this user keeps.
pub struct KeptCases {
    cases: Vec<(u32, Case, Sought)>,
    /// How many a newer version wrote.
    unreadable: usize,
    hasher: Hasher,
}

impl KeptCases {
    /// Reads them, with the key in this keyring. Without a history there are none.
    ///
    /// # Errors
    /// When the history cannot be opened without asking for anything.
    pub fn read(places: &Places, keyring: &dyn SecretStore) -> Result<Self, AppError> {
        let read = || {
            let Some(history) = History::look_into(&places.history(), keyring)? else {
                return Ok(Self {
                    cases: Vec::new(),
                    unreadable: 0,
                    hasher: Hasher::default(),
                });
            };
            let kept = history.handovers(HandoverKind::Case)?;
            let cases = kept.iter().filter_map(|one| {
                let (case, sought) = restore(one)?;
                Some((one.id, case, sought))
            });
            let cases: Vec<_> = cases.collect();
            Ok(Self {
                unreadable: kept.len() - cases.len(),
                cases,
                hasher: history.hasher(),
            })
        };
        read().map_err(|error: HistoryError| match error {
            HistoryError::Locked => AppError::new(ErrorCode::HistoryLocked),
            other => AppError::new(ErrorCode::HistoryUnavailable).because(other),
        })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.unreadable == 0
    }

    /// How many cannot be read, because a newer version wrote them: of those nothing is told.
    pub fn unreadable(&self) -> usize {
        self.unreadable
    }

    /// Whether there is one with this number.
    pub fn has(&self, number: u32) -> bool {
        self.cases.iter().any(|(id, ..)| *id == number)
    }

    /// Looks for their mail in every mail client's stores, in those named by hand and in these mailboxes, and says how each case stands by that: open ones first, the newest
    /// before the older. Takes as long as reading the mail takes.
    pub fn look(
        mut self,
        named: &[PathBuf],
        mailboxes: &[Mailbox],
        secrets: &MailboxSecrets,
        texts: &Texts,
    ) -> Vec<CaseLine> {
        let now = Timestamp::now();
        let sought: Vec<Sought> = self
            .cases
            .iter()
            .filter(|(_, case, _)| is_watched(case, now))
            .map(|(id, _, sought)| Sought {
                id: (*id).into(),
                ..sought.clone()
            })
            .collect();
        let seen = if sought.is_empty() {
            look::Seen::default()
        } else {
            look::everywhere(named, mailboxes, secrets, &sought, &self.hasher, texts)
        };
        for (id, case, _) in &mut self.cases {
            if is_watched(case, now) {
                case.look(&seen.of(*id, now, &self.hasher));
            }
        }
        let mut lines: Vec<CaseLine> = self
            .cases
            .iter()
            .map(|(id, case, _)| CaseLine::new(*id, case, &seen, &self.hasher))
            .collect();
        lines.sort_by_key(|line| (line.closed.is_some(), std::cmp::Reverse((line.opened, line.case))));
        lines
    }
}
