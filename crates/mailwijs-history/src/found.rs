//! Received mail in which something was found, until it was dealt with.

use rusqlite::{OptionalExtension, params};

use crate::{Hash, History, HistoryError};

/// A mail in which something was found, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its number, from 1; never given twice.
    pub id: u32,
    /// By what it is known that it was found before.
    pub mail: Hash,
    /// What was found in it.
    pub state: String,
    /// By what it is recognised in the mail store.
    pub sought: String,
}

impl History {
    /// Writes down a mail that was not found before, and gives its number; `None` for one that was, dealt with or not.
    ///
    /// # Errors
    /// When the database fails.
    pub fn add_found(&self, mail: Hash, state: &str, sought: &str) -> Result<Option<u32>, HistoryError> {
        let mut row = self.connection.prepare_cached(
            "INSERT INTO found (id, mail, state, sought)
             SELECT coalesce(max(id), 0) + 1, ?1, ?2, ?3 FROM found WHERE true
             ON CONFLICT (mail) DO NOTHING RETURNING id",
        )?;
        Ok(row
            .query_row(params![mail.0, state, sought], |row| row.get(0))
            .optional()?)
    }

    /// What was not dealt with yet, in the order in which it was found.
    ///
    /// # Errors
    /// When the database fails.
    pub fn found(&self) -> Result<Vec<Found>, HistoryError> {
        let mut rows = self
            .connection
            .prepare_cached("SELECT id, mail, state, sought FROM found WHERE handled IS NULL ORDER BY id")?;
        let found = rows.query_map([], |row| {
            Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?, row.get(2)?, row.get(3)?))
        })?;
        found
            .map(|row| {
                let (id, mail, state, sought) = row?;
                Ok(Found {
                    id,
                    mail: Hash::read(&mail)?,
                    state,
                    sought,
                })
            })
            .collect()
    }

    /// It was dealt with at this time, in seconds since the Unix epoch: what was found in it is forgotten, that it was found is not.
    ///
    /// # Errors
    /// When the database fails.
    pub fn found_is_handled(&self, id: u32, at: i64) -> Result<(), HistoryError> {
        self.connection
            .prepare_cached(
                "UPDATE found SET handled = ?2, state = NULL, sought = NULL WHERE id = ?1 AND handled IS NULL",
            )?
            .execute(params![id, at])?;
        Ok(())
    }
}
