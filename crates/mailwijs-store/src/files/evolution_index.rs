//! What Evolution knows of its copies of mail on a server: `folders.db`, a database of SQLite beside `folders`.
//!
//! A mail that is deleted on the server keeps its copy until the folder is expunged; only the index tells. It is opened as
//! a file that nobody writes to (`immutable`), so that SQLite takes no lock and makes no file beside it. Evolution does write
//! to it: what cannot be read at this moment counts as not deleted, and is read again when the file changes.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

/// `CAMEL_MESSAGE_DELETED`.
const DELETED: i64 = 1 << 1;

/// All that a path keeps in a URI of SQLite.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_');

/// The index of the account whose folders stand below `folders`, if it has one.
pub(crate) fn beside(folders: &Path) -> Option<PathBuf> {
    let index = folders
        .ends_with("folders")
        .then(|| folders.with_file_name("folders.db"))?;
    index.is_file().then_some(index)
}

/// Where the folders stand that an index tells of, when the path is that of one.
pub(crate) fn folders_of(index: &Path) -> Option<PathBuf> {
    index
        .ends_with("folders.db")
        .then(|| index.with_file_name("folders"))
}

/// The names of the files in a folder of copies whose mail is deleted; `cur` is the folder's path.
pub(crate) fn deleted(cur: &Path) -> HashSet<String> {
    let found = place(cur).and_then(|(index, folder)| read(&index, &folder).ok());
    found.unwrap_or_default()
}

/// Whether a file `cur/2e/214` holds a deleted mail.
pub(crate) fn is_deleted(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let cur = path.ancestors().nth(2);
    cur.zip(name)
        .is_some_and(|(cur, name)| deleted(cur).contains(name))
}

/// The index that tells of a folder, and the folder's name in it: `Zorg/Lotte` of `…/folders/Zorg/subfolders/Lotte/cur`.
fn place(cur: &Path) -> Option<(PathBuf, String)> {
    let mut levels = Vec::new();
    let mut folder = cur.parent()?;
    loop {
        levels.push(folder.file_name()?.to_str()?);
        folder = folder.parent()?;
        if let Some(index) = beside(folder) {
            levels.reverse();
            return Some((index, levels.join("/")));
        }
        folder = folder
            .ends_with("subfolders")
            .then(|| folder.parent())
            .flatten()?;
    }
}

fn read(index: &Path, folder: &str) -> rusqlite::Result<HashSet<String>> {
    let path = percent_encode(index.as_os_str().as_encoded_bytes(), IN_PATH);
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let database = Connection::open_with_flags(format!("file:{path}?immutable=1"), flags)?;
    // It is not ours: nothing in it is run.
    database.pragma_update(None, "trusted_schema", false)?;
    database.pragma_update(None, "cell_size_check", true)?;
    let table = table(&database, folder)?.replace('"', "\"\"");
    let mut rows = database.prepare(&format!("SELECT uid FROM \"{table}\" WHERE flags & {DELETED}"))?;
    rows.query_map([], |row| row.get(0))?.collect()
}

/// Since 3.58 the tables are numbered; before, each was called as its folder.
fn table(database: &Connection, folder: &str) -> rusqlite::Result<String> {
    let numbered = database.column_exists(None, "folders", "folder_id")?;
    if !numbered {
        return Ok(folder.to_owned());
    }
    let number: Option<u32> = database
        .query_row(
            "SELECT folder_id FROM folders WHERE folder_name = ?1",
            [folder],
            |row| row.get(0),
        )
        .optional()?;
    number
        .map(|number| format!("messages_{number}"))
        .ok_or(rusqlite::Error::QueryReturnedNoRows)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::*;

    /// As 3.46 makes it, and as 3.58 does, with fewer columns.
    const SCHEMAS: [&str; 2] = [
        "CREATE TABLE folders ( folder_name TEXT PRIMARY KEY, version REAL, flags INTEGER );
         CREATE TABLE 'Zorg/Lotte' ( uid TEXT PRIMARY KEY , flags INTEGER , deleted INTEGER );
         INSERT INTO folders VALUES ('Zorg/Lotte', 14.0, 0);
         INSERT INTO 'Zorg/Lotte' VALUES ('1', 2162694, 1), ('2', 2162708, 0), ('3', 2, 1);",
        "CREATE TABLE folders ( folder_name TEXT PRIMARY KEY, version INTEGER, flags INTEGER, folder_id INTEGER );
         CREATE TABLE messages_4 ( uid TEXT, flags INTEGER, PRIMARY KEY (uid) );
         INSERT INTO folders VALUES ('INBOX', 14, 0, 3), ('Zorg/Lotte', 14, 0, 4);
         INSERT INTO messages_4 VALUES ('1', 2162694), ('2', 2162708), ('3', 2);",
    ];

    fn account(schema: &str) -> (tempfile::TempDir, PathBuf, Connection) {
        let dir = tempfile::tempdir().unwrap();
        let account = dir.path().join("a #1?%");
        let cur = account.join("folders/Zorg/subfolders/Lotte/cur");
        fs::create_dir_all(&cur).unwrap();
        let database = Connection::open(account.join("folders.db")).unwrap();
        database.execute_batch(schema).unwrap();
        (dir, cur, database)
    }

    fn files(account: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let entries = fs::read_dir(account).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| (path.clone(), fs::read(path).ok())).collect()
    }

    #[test]
    fn both_kinds_of_index_tell_what_is_deleted() {
        for schema in SCHEMAS {
            let (_dir, cur, _open) = account(schema);
            assert_eq!(
                deleted(&cur),
                HashSet::from(["1".to_owned(), "3".to_owned()]),
                "{schema}"
            );
            assert!(is_deleted(&cur.join("2e/1")) && !is_deleted(&cur.join("2e/2")));
            let other = cur.parent().unwrap().parent().unwrap().join("Jef/cur");
            assert_eq!(deleted(&other), HashSet::new());
        }
    }

    #[test]
    fn it_is_read_beside_a_writer_and_without_a_trace() {
        for mode in ["delete", "wal"] {
            let (_dir, cur, writer) = account(SCHEMAS[0]);
            writer.pragma_update(None, "journal_mode", mode).unwrap();
            writer
                .execute_batch("BEGIN EXCLUSIVE; UPDATE 'Zorg/Lotte' SET flags = 0;")
                .unwrap();
            let place = cur.ancestors().nth(5).unwrap();
            let before = files(place);
            assert_eq!(deleted(&cur).len(), 2, "{mode}");
            assert_eq!(files(place), before, "{mode}");
            writer
                .execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE);")
                .unwrap();
            assert_eq!(deleted(&cur).len(), 0, "{mode}");
        }
    }

    #[test]
    fn what_is_no_index_deletes_nothing() {
        let (_dir, cur, _open) = account(SCHEMAS[1]);
        let index = cur.ancestors().nth(5).unwrap().join("folders.db");
        let whole = fs::read(&index).unwrap();
        for bytes in [
            &whole[..0],
            &whole[..700],
            b"rommel",
            &[whole[..100].to_vec(), vec![0xFF; 9000]].concat(),
        ] {
            fs::write(&index, bytes).unwrap();
            assert_eq!(deleted(&cur), HashSet::new(), "{} bytes", bytes.len());
        }
        fs::remove_file(&index).unwrap();
        assert_eq!(deleted(&cur), HashSet::new());
        assert!(!index.exists());
    }
}
