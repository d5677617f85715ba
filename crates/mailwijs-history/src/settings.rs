//! The app's own settings, and how many drafts were checked.

use rusqlite::{OptionalExtension, params};

use crate::{History, HistoryError};

impl History {
    /// A setting.
    ///
    /// # Errors
    /// When the database fails.
    pub fn setting(&self, name: &str) -> Result<Option<String>, HistoryError> {
        let mut row = self
            .connection
            .prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
        Ok(row.query_row([name], |row| row.get(0)).optional()?)
    }

    /// Changes a setting; `None` removes it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn set_setting(&self, name: &str, value: Option<&str>) -> Result<(), HistoryError> {
        match value {
            Some(value) => self
                .connection
                .prepare_cached("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)")?
                .execute(params![name, value])?,
            None => self
                .connection
                .prepare_cached("DELETE FROM setting WHERE name = ?1")?
                .execute([name])?,
        };
        Ok(())
    }

    /// A draft was checked on this local calendar day (`YYYY-MM-DD`).
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_checked(&self, day: &str) -> Result<(), HistoryError> {
        self.connection
            .prepare_cached(
                "INSERT INTO checked (day, drafts) VALUES (?1, 1) ON CONFLICT DO UPDATE SET drafts = drafts + 1",
            )?
            .execute([day])?;
        Ok(())
    }

    /// How many drafts were checked on this local calendar day (`YYYY-MM-DD`).
    ///
    /// # Errors
    /// When the database fails.
    pub fn checked(&self, day: &str) -> Result<u32, HistoryError> {
        let mut row = self
            .connection
            .prepare_cached("SELECT drafts FROM checked WHERE day = ?1")?;
        Ok(row.query_row([day], |row| row.get(0)).optional()?.unwrap_or(0))
    }
}
