//! Whatever the file is, it is said clearly and stays as it was.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::thread;

use mailwijs_history::{
    Handover, HandoverKind, History, HistoryError, KEY_NAME, Kept, KeySource, NudgeEvent, SecretStore,
    SessionStore, set_aside,
};
use tempfile::{TempDir, tempdir};

fn shown(history: &mut History, number: i64) -> Result<(), HistoryError> {
    let draft = history.draft(&number.to_string());
    history.note(NudgeEvent {
        draft,
        rule: "password",
        severity: "stop",
        categories: &[],
        outcome: None,
        at: number,
    })
}

/// A history with a few hundred lines, closed.
fn filled() -> (TempDir, SessionStore) {
    let (dir, keys) = (tempdir().unwrap(), SessionStore::default());
    let mut history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    for number in 0..300 {
        shown(&mut history, number).unwrap();
    }
    (dir, keys)
}

/// A connection that is not the app's, with the right key.
fn another_process(file: &Path, keys: &SessionStore) -> rusqlite::Connection {
    let mut literal = "x'".to_owned();
    for byte in keys.read(KEY_NAME).unwrap().unwrap().iter() {
        write!(literal, "{byte:02x}").unwrap();
    }
    let connection = rusqlite::Connection::open(file).unwrap();
    connection.pragma_update(None, "key", literal + "'").unwrap();
    connection
}

fn refusal(dir: &Path, keys: &SessionStore) -> HistoryError {
    let file = dir.join("history.db");
    let before = fs::read(&file).unwrap();
    let error = History::open(dir, KeySource::Keyring(keys)).err();
    assert!(fs::read(&file).unwrap() == before, "the file was changed");
    error.unwrap_or_else(|| panic!("{} bytes were taken for a history", before.len()))
}

#[test]
fn a_truncated_file_is_damaged_or_unreadable_and_stays() {
    let (dir, keys) = filled();
    let file = dir.path().join("history.db");
    let whole = fs::read(&file).unwrap();
    assert!(whole.len() > 16 * 4096);
    for length in [
        1,
        15,
        16,
        17,
        1000,
        4095,
        4096,
        4097,
        8192,
        20_000,
        whole.len() - 4096,
        whole.len() - 1,
    ] {
        fs::write(&file, whole.get(..length).unwrap()).unwrap();
        let error = refusal(dir.path(), &keys);
        assert!(
            matches!(error, HistoryError::Damaged | HistoryError::Unreadable),
            "{length} bytes: {error:?}"
        );
    }
    fs::write(&file, &whole).unwrap();
    assert_eq!(
        History::open(dir.path(), KeySource::Keyring(&keys))
            .unwrap()
            .recent(1000)
            .unwrap()
            .len(),
        300
    );
}

#[test]
fn a_flipped_bit_is_noticed_wherever_it_is() {
    let (dir, keys) = filled();
    let file = dir.path().join("history.db");
    let whole = fs::read(&file).unwrap();
    for at in (0..whole.len()).step_by(whole.len() / 25) {
        let mut bad = whole.clone();
        *bad.get_mut(at).unwrap() ^= 1;
        fs::write(&file, &bad).unwrap();
        let error = refusal(dir.path(), &keys);
        assert!(
            matches!(error, HistoryError::Damaged | HistoryError::Unreadable),
            "byte {at}: {error:?}"
        );
    }
}

#[test]
fn a_foreign_file_stays() {
    let (dir, keys) = filled();
    let file = dir.path().join("history.db");
    let plain = tempdir().unwrap().path().join("plain.db");
    fs::create_dir_all(plain.parent().unwrap()).unwrap();
    rusqlite::Connection::open(&plain)
        .unwrap()
        .execute_batch("CREATE TABLE note (text); PRAGMA user_version = 1")
        .unwrap();
    let strangers = [
        fs::read(&plain).unwrap(),
        b"Dit is geen geschiedenis.\n".to_vec(),
        vec![0; 8192],
    ];
    fs::remove_dir_all(plain.parent().unwrap()).unwrap();
    for stranger in strangers {
        fs::write(&file, &stranger).unwrap();
        let error = refusal(dir.path(), &keys);
        assert!(
            matches!(error, HistoryError::Unreadable | HistoryError::Damaged),
            "{error:?}"
        );
    }
    let aside = set_aside(dir.path(), Kept::Keyring).unwrap().unwrap();
    assert_eq!(
        fs::read(aside).unwrap(),
        vec![0; 8192],
        "setting aside changes nothing"
    );
    assert!(
        History::open(dir.path(), KeySource::Keyring(&keys))
            .unwrap()
            .recent(1)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_lost_key_is_said_and_no_new_one_is_made() {
    let (dir, keys) = filled();
    let other = SessionStore::default();
    assert!(matches!(refusal(dir.path(), &other), HistoryError::KeyMissing));
    assert!(other.read(KEY_NAME).unwrap().is_none());
    let key = mailwijs_history::Key::random().unwrap();
    other.write(KEY_NAME, key.as_bytes()).unwrap();
    assert!(matches!(refusal(dir.path(), &other), HistoryError::Unreadable));
    drop(History::open(dir.path(), KeySource::Keyring(&keys)).unwrap());
}

#[test]
fn a_newer_format_is_left_to_the_newer_version() {
    let (dir, keys) = filled();
    let file = dir.path().join("history.db");
    let newer = another_process(&file, &keys);
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let error = refusal(dir.path(), &keys);
    assert!(
        matches!(error, HistoryError::TooNew { found: 99, known: 3 }),
        "{error:?}"
    );
}

#[test]
fn an_older_format_is_brought_up_with_all_that_is_in_it() {
    let (dir, keys) = filled();
    let older = another_process(&dir.path().join("history.db"), &keys);
    older
        .execute_batch("DROP TABLE handover; DROP TABLE found; PRAGMA user_version = 1")
        .unwrap();
    drop(older);
    let history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    assert_eq!(history.recent(1000).unwrap().len(), 300);
    assert_eq!(history.handovers(HandoverKind::Case).unwrap(), []);
    assert_eq!(history.found().unwrap(), []);
}

#[test]
fn two_at_once_wait_for_each_other() {
    let (dir, keys) = filled();
    let mut first = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    thread::scope(|scope| {
        let second = scope.spawn(|| {
            let mut second = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
            (1000..1100).try_for_each(|number| shown(&mut second, number))
        });
        for number in 2000..2100 {
            shown(&mut first, number).unwrap();
        }
        second.join().unwrap().unwrap();
    });
    assert_eq!(first.recent(1000).unwrap().len(), 500);
}

#[test]
fn one_that_does_not_let_go_is_said() {
    let (dir, keys) = filled();
    let mut history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    let other = another_process(&dir.path().join("history.db"), &keys);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(matches!(shown(&mut history, 1), Err(HistoryError::Busy)));
    other.execute_batch("COMMIT").unwrap();
    shown(&mut history, 1).unwrap();
}

/// The power fails: what the disk holds at that moment is all there is.
#[test]
fn what_was_written_survives_a_crash() {
    let (dir, keys) = filled();
    let mut history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    for number in 1000..1050 {
        shown(&mut history, number).unwrap();
    }
    let after = tempdir().unwrap();
    for name in ["history.db", "history.db-wal"] {
        fs::copy(dir.path().join(name), after.path().join(name)).unwrap();
    }
    let recovered = History::open(after.path(), KeySource::Keyring(&keys)).unwrap();
    assert_eq!(recovered.recent(1000).unwrap().len(), 350);
}

#[test]
fn looking_into_a_history_changes_nothing_in_it() {
    let (dir, keys) = filled();
    let kept = |dir: &Path| {
        let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = entries.map(|path| (fs::read(&path).unwrap(), path)).collect();
        files.sort();
        files
    };
    let before = kept(dir.path());
    let history = History::look_into(dir.path(), &keys).unwrap().unwrap();
    assert_eq!(history.handovers(HandoverKind::Case).unwrap(), []);
    let handover = Handover {
        id: 1,
        state: String::new(),
        sought: None,
    };
    assert!(history.put_handover(HandoverKind::Case, &handover).is_err());
    drop(history);
    assert!(kept(dir.path()) == before, "the files are as they were");
}

#[test]
fn looking_into_no_history_begins_none() {
    let (dir, keys) = (tempdir().unwrap(), SessionStore::default());
    assert!(History::look_into(dir.path(), &keys).unwrap().is_none());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    assert!(keys.read(KEY_NAME).unwrap().is_none());
    drop(History::open(dir.path(), KeySource::Passphrase("krijt en bord")).unwrap());
    assert!(matches!(
        History::look_into(dir.path(), &keys).err(),
        Some(HistoryError::Locked)
    ));
}

#[test]
fn a_history_from_before_there_were_cases_has_none_and_stays_as_old() {
    let (dir, keys) = filled();
    let older = another_process(&dir.path().join("history.db"), &keys);
    older
        .execute_batch("DROP TABLE handover; DROP TABLE found; PRAGMA user_version = 1")
        .unwrap();
    assert!(History::look_into(dir.path(), &keys).unwrap().is_none());
    let format: i32 = older
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(format, 1);
}
