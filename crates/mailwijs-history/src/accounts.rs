//! What the teacher says an address is.

use rusqlite::{OptionalExtension, params};

use crate::{History, HistoryError};

impl History {
    /// Corrects what an address is, by its word (`school`, `private` …); `None` follows the policy again. The address
    /// itself is not kept.
    ///
    /// # Errors
    /// When the database fails.
    pub fn set_account_kind(&self, email: &str, kind: Option<&str>) -> Result<(), HistoryError> {
        let address = self.address(email).0;
        match kind {
            Some(kind) => self
                .connection
                .prepare_cached("INSERT OR REPLACE INTO account_kind (address, kind) VALUES (?1, ?2)")?
                .execute(params![address, kind])?,
            None => self
                .connection
                .prepare_cached("DELETE FROM account_kind WHERE address = ?1")?
                .execute([address])?,
        };
        Ok(())
    }

    /// The teacher's correction for this address, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn account_kind(&self, email: &str) -> Result<Option<String>, HistoryError> {
        let mut row = self
            .connection
            .prepare_cached("SELECT kind FROM account_kind WHERE address = ?1")?;
        Ok(row
            .query_row([self.address(email).0], |row| row.get(0))
            .optional()?)
    }
}
