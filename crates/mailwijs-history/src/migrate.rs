//! Brings a database to the newest format, one step at a time.

use rusqlite::{Connection, TransactionBehavior};
use zeroize::Zeroizing;

use crate::HistoryError;

/// The format a step leads to, kept in `PRAGMA user_version`, and the step; format 0 is an empty file.
const STEPS: [(i32, &str); 3] = [
    (1, include_str!("schema/1.sql")),
    (2, include_str!("schema/2.sql")),
    (3, include_str!("schema/3.sql")),
];

/// All steps in one transaction: a crash half-way leaves the old format whole.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), HistoryError> {
    let found = require_known(connection)?;
    let known = newest();
    if found == known {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (_, step) in STEPS.iter().filter(|(format, _)| *format > found) {
        transaction.execute_batch(step)?;
    }
    if found == 0 {
        let mut salt = Zeroizing::new([0_u8; 32]);
        getrandom::fill(&mut *salt).map_err(|_| HistoryError::NoRandomness)?;
        transaction.execute("INSERT INTO secret (id, salt) VALUES (1, ?1)", [salt.as_slice()])?;
    }
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    Ok(())
}

/// The format of a database, when this version knows it.
pub(crate) fn require_known(connection: &Connection) -> Result<i32, HistoryError> {
    let found: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = newest();
    if found > known {
        return Err(HistoryError::TooNew { found, known });
    }
    Ok(found)
}

fn newest() -> i32 {
    STEPS.last().map_or(0, |(format, _)| *format)
}
