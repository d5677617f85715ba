//! Cases of received mail, and breaches: kept as others write them, so that they stand where they stood after a power cut.

use rusqlite::params;

use crate::{History, HistoryError};

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandoverKind {
    /// A received mail on its way into the tracking system.
    Case,
    /// Something that was sent wrong.
    Breach,
}

impl HandoverKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Breach => "breach",
        }
    }
}

/// A case or a breach, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Its number, from 1.
    pub id: u32,
    /// How it stands.
    pub state: String,
    /// By what its mail is recognised.
    pub sought: Option<String>,
}

impl History {
    /// Writes a case or a breach in the place of what was written of it before.
    ///
    /// # Errors
    /// When the database fails; what was written before is there still.
    pub fn put_handover(&self, kind: HandoverKind, handover: &Handover) -> Result<(), HistoryError> {
        self.connection
            .prepare_cached(
                "INSERT INTO handover (kind, id, state, sought) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (kind, id) DO UPDATE SET state = excluded.state, sought = excluded.sought",
            )?
            .execute(params![
                kind.as_str(),
                handover.id,
                handover.state,
                handover.sought
            ])?;
        Ok(())
    }

    /// Every one of a kind, by number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn handovers(&self, kind: HandoverKind) -> Result<Vec<Handover>, HistoryError> {
        let mut rows = self
            .connection
            .prepare_cached("SELECT id, state, sought FROM handover WHERE kind = ?1 ORDER BY id")?;
        let handovers = rows.query_map([kind.as_str()], |row| {
            Ok(Handover {
                id: row.get(0)?,
                state: row.get(1)?,
                sought: row.get(2)?,
            })
        })?;
        Ok(handovers.collect::<Result<_, _>>()?)
    }
}
