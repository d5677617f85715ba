//! What must not come back for a draft, also after a restart.

use rusqlite::params;

use crate::{Hash, History, HistoryError};

/// A finding that was dismissed for a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dismissed {
    /// Rule id.
    pub rule: String,
    /// `info`, `warn` or `stop`, then.
    pub severity: String,
    /// What the data was about; mostly empty.
    pub categories: Vec<String>,
}

impl History {
    /// Remembers that a finding was dismissed for this draft, in the place of an earlier dismissal of the same rule.
    ///
    /// # Errors
    /// When the database fails.
    pub fn dismiss(&self, draft: Hash, dismissed: &Dismissed, at: i64) -> Result<(), HistoryError> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO dismissal (draft, rule, severity, categories, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                draft.0,
                dismissed.rule,
                dismissed.severity,
                dismissed.categories.join(" "),
                at
            ])?;
        Ok(())
    }

    /// What was dismissed for this draft.
    ///
    /// # Errors
    /// When the database fails.
    pub fn dismissed(&self, draft: Hash) -> Result<Vec<Dismissed>, HistoryError> {
        let mut rows = self.connection.prepare_cached(
            "SELECT rule, severity, categories FROM dismissal WHERE draft = ?1 ORDER BY rule",
        )?;
        let dismissed = rows.query_map([draft.0], |row| {
            let categories: String = row.get(2)?;
            Ok(Dismissed {
                rule: row.get(0)?,
                severity: row.get(1)?,
                categories: categories.split_whitespace().map(str::to_owned).collect(),
            })
        })?;
        Ok(dismissed.collect::<Result<_, _>>()?)
    }

    /// The same draft has another fingerprint now: what was dismissed for it goes along.
    ///
    /// # Errors
    /// When the database fails.
    pub fn rename_draft(&self, from: Hash, to: Hash) -> Result<(), HistoryError> {
        if from != to {
            self.connection
                .prepare_cached("UPDATE OR IGNORE dismissal SET draft = ?2 WHERE draft = ?1")?
                .execute([from.0, to.0])?;
            self.connection
                .prepare_cached("UPDATE nudge SET draft = ?2 WHERE draft = ?1")?
                .execute([from.0, to.0])?;
        }
        Ok(())
    }

    /// The draft is sent or thrown away: what was dismissed for it is no longer needed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_draft(&self, draft: Hash) -> Result<(), HistoryError> {
        self.connection
            .prepare_cached("DELETE FROM dismissal WHERE draft = ?1")?
            .execute([draft.0])?;
        Ok(())
    }
}
