//! "Not right": triggers that are silenced from now on, until it is taken back.

use rusqlite::params;

use crate::{Hash, History, HistoryError};

/// One "not right".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// For [`History::forget_silence`].
    pub id: u32,
    /// Rule id.
    pub rule: String,
    /// When, in milliseconds since the Unix epoch.
    pub since: i64,
    /// What it silences.
    pub triggers: Vec<Hash>,
}

impl History {
    /// Silences these triggers of a rule; gives back the id of the silence.
    ///
    /// # Errors
    /// When the database fails.
    pub fn silence(&mut self, rule: &str, triggers: &[Hash], at: i64) -> Result<u32, HistoryError> {
        let transaction = self.write()?;
        let id: u32 = transaction.query_row(
            "INSERT INTO silence (rule, since) VALUES (?1, ?2) RETURNING id",
            params![rule, at],
            |row| row.get(0),
        )?;
        for trigger in triggers {
            transaction
                .prepare_cached("INSERT OR IGNORE INTO silenced_trigger (silence, hash) VALUES (?1, ?2)")?
                .execute(params![id, trigger.0])?;
        }
        transaction.commit()?;
        Ok(id)
    }

    /// Everything that is silenced, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn silences(&self) -> Result<Vec<Silence>, HistoryError> {
        let mut rows = self
            .connection
            .prepare_cached("SELECT id, rule, since FROM silence ORDER BY since DESC, id DESC")?;
        let silences = rows.query_map([], |row| {
            Ok(Silence {
                id: row.get(0)?,
                rule: row.get(1)?,
                since: row.get(2)?,
                triggers: Vec::new(),
            })
        })?;
        let mut silences: Vec<Silence> = silences.collect::<Result<_, _>>()?;
        for silence in &mut silences {
            silence.triggers = self.triggers_of(silence.id)?;
        }
        Ok(silences)
    }

    /// Takes a "not right" back; gives back the triggers that no other one silences.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_silence(&mut self, id: u32) -> Result<Vec<Hash>, HistoryError> {
        let freed = self.triggers_of(id)?;
        self.connection
            .prepare_cached("DELETE FROM silence WHERE id = ?1")?
            .execute([id])?;
        let mut others = self
            .connection
            .prepare_cached("SELECT 1 FROM silenced_trigger WHERE hash = ?1 LIMIT 1")?;
        let mut free = Vec::new();
        for trigger in freed {
            if !others.exists([trigger.0])? {
                free.push(trigger);
            }
        }
        Ok(free)
    }

    fn triggers_of(&self, silence: u32) -> Result<Vec<Hash>, HistoryError> {
        let mut rows = self
            .connection
            .prepare_cached("SELECT hash FROM silenced_trigger WHERE silence = ?1 ORDER BY hash")?;
        let hashes = rows.query_map([silence], |row| row.get::<_, Vec<u8>>(0))?;
        hashes.map(|bytes| Hash::read(&bytes?)).collect()
    }
}
