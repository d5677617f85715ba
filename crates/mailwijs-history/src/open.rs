//! Opens the database, encrypted, or says why not.

use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::{HistoryError, migrate};

/// How long a write waits for another process.
pub(crate) const PATIENCE: Duration = Duration::from_secs(3);

/// Opens a file that exists (perhaps empty) with this key: `x'…'` is taken as it is, anything else is a passphrase
/// that SQLCipher stretches (PBKDF2-HMAC-SHA512, 256,000 rounds).
pub(crate) fn on_disk(file: &Path, key: &Zeroizing<String>) -> Result<Connection, HistoryError> {
    let mut connection = unlock(file, key)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    settle(&mut connection)?;
    Ok(connection)
}

/// Opens a file that exists with this key, and changes nothing in it.
pub(crate) fn to_read(file: &Path, key: &Zeroizing<String>) -> Result<Connection, HistoryError> {
    let connection = unlock(file, key)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    migrate::require_known(&connection)?;
    Ok(connection)
}

fn unlock(file: &Path, key: &Zeroizing<String>) -> Result<Connection, HistoryError> {
    make_ready();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // SQLCipher would write about a wrong key on stderr.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key.as_str())?;
    require_encryption(&connection)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    check_whole(&connection)?;
    Ok(connection)
}

/// Opens a database that is gone when it is closed.
pub(crate) fn in_memory() -> Result<Connection, HistoryError> {
    make_ready();
    let mut connection = Connection::open_in_memory()?;
    settle(&mut connection)?;
    Ok(connection)
}

/// SQLite counts as initialised just before SQLCipher is: a thread that opens a file in between is told that there is no
/// encryption. So the first connection of a process is made alone.
fn make_ready() {
    static FIRST: Once = Once::new();
    // What goes wrong here goes wrong again at the connection that is wanted, and is told there.
    FIRST.call_once(|| drop(Connection::open_in_memory()));
}

fn settle(connection: &mut Connection) -> Result<(), HistoryError> {
    connection.pragma_update(None, "foreign_keys", true)?;
    // Temporary tables and sorting never reach the disk; what is deleted is overwritten.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    migrate::migrate(connection)
}

/// Only SQLCipher knows this pragma: plain SQLite would ignore the key and store in the clear.
fn require_encryption(connection: &Connection) -> Result<(), HistoryError> {
    let version = connection.pragma_query_value(None, "cipher_version", |row| row.get::<_, String>(0));
    version.map(drop).map_err(|_| HistoryError::NoEncryption)
}

/// Every page has the checksum its key gives it, and the tables hang together.
fn check_whole(connection: &Connection) -> Result<(), HistoryError> {
    let mut pages = connection.prepare("PRAGMA cipher_integrity_check")?;
    if pages.exists([])? {
        return Err(HistoryError::Damaged);
    }
    let tables: String = connection.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if tables == "ok" {
        Ok(())
    } else {
        Err(HistoryError::Damaged)
    }
}
