//! Nothing readable reaches the disk, and only the right key opens it.

use std::fs;
use std::path::Path;

use mailwijs_history::{
    Availability, History, HistoryError, KEY_NAME, KeySource, NudgeEvent, Outcome, SecretStore, SessionStore,
    detect, erase,
};
use tempfile::tempdir;

use crate::no_keyring::NoKeyring;

/// Every byte of every file in the folder.
fn bytes_in(dir: &Path) -> Vec<u8> {
    fs::read_dir(dir)
        .unwrap()
        .flat_map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

fn fill(history: &mut History) {
    history
        .set_setting("policy", Some("/home/an/afspraken.toml"))
        .unwrap();
    history
        .set_account_kind("an.peeters@gmail.com", Some("private"))
        .unwrap();
    let trigger = history.trigger("sensitive-pupil-data", "suikerziekte", "body");
    history.silence("sensitive-pupil-data", &[trigger], 1).unwrap();
    let draft = history.draft("id1 Uitstap Planckendael");
    for outcome in [None, Some(Outcome::PutRight)] {
        history
            .note(NudgeEvent {
                draft,
                rule: "visible-recipients",
                severity: "warn",
                categories: &[],
                outcome,
                at: 1,
            })
            .unwrap();
    }
}

#[test]
fn nothing_readable_reaches_the_disk() {
    let (dir, keys) = (tempdir().unwrap(), SessionStore::default());
    let mut history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    fill(&mut history);
    for closed in [false, true] {
        let bytes = bytes_in(dir.path());
        assert!(bytes.len() > 20_000, "the history is not where this test looks");
        for words in [
            "SQLite format 3",
            "CREATE TABLE",
            "visible-recipients",
            "afspraken",
            "an.peeters",
            "gmail",
            "private",
            "suikerziekte",
            "Planckendael",
        ] {
            assert!(
                !holds(&bytes, words),
                "{words} stands in the files (closed: {closed})"
            );
        }
        if !closed {
            let other = History::open(tempdir().unwrap().path(), KeySource::Memory).unwrap();
            drop(std::mem::replace(&mut history, other));
        }
    }
}

/// Even decrypted, the database holds no address, subject or word of a mail.
#[test]
fn names_and_words_are_not_even_inside() {
    let mut history = History::open(Path::new(""), KeySource::Memory).unwrap();
    fill(&mut history);
    let inside = format!(
        "{:?} {:?}",
        history.recent(10).unwrap(),
        history.silences().unwrap()
    );
    for words in ["an.peeters", "suikerziekte", "Planckendael"] {
        assert!(!inside.contains(words));
    }
    assert_eq!(
        history.account_kind("An.Peeters@gmail.com ").unwrap().as_deref(),
        Some("private")
    );
}

#[test]
fn the_same_key_opens_it_again() {
    let (dir, keys) = (tempdir().unwrap(), SessionStore::default());
    let trigger = {
        let mut history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
        fill(&mut history);
        history.trigger("sensitive-pupil-data", "Suikerziekte", "body")
    };
    let history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    assert_eq!(
        history.silences().unwrap()[0].triggers,
        [trigger],
        "hashes are the same after a restart"
    );
    assert_eq!(history.recent(10).unwrap().len(), 1);
}

#[test]
fn a_passphrase_is_asked_for_and_has_to_fit() {
    let (dir, none) = (tempdir().unwrap(), NoKeyring);
    assert_eq!(detect(dir.path(), &none), Availability::NeedsChoice);
    let phrase = "drie blauwe 'olifanten' \"dansen\"";
    History::open(dir.path(), KeySource::Passphrase(phrase))
        .unwrap()
        .set_setting("lang", Some("nl"))
        .unwrap();
    assert_eq!(detect(dir.path(), &none), Availability::Locked);
    let before = bytes_in(dir.path());

    let wrong = History::open(dir.path(), KeySource::Passphrase("drie blauwe olifanten")).err();
    assert!(matches!(wrong, Some(HistoryError::WrongPassphrase)), "{wrong:?}");
    assert!(matches!(
        History::open(dir.path(), KeySource::Passphrase("")).err(),
        Some(HistoryError::EmptyPassphrase)
    ));
    assert_eq!(
        bytes_in(dir.path()),
        before,
        "a wrong passphrase changed the file"
    );

    let history = History::open(dir.path(), KeySource::Passphrase(phrase)).unwrap();
    assert_eq!(history.setting("lang").unwrap().as_deref(), Some("nl"));
}

#[test]
fn without_a_keyring_nothing_is_stored() {
    let (dir, none) = (tempdir().unwrap(), NoKeyring);
    let refused = History::open(dir.path(), KeySource::Keyring(&none)).err();
    assert!(matches!(refused, Some(HistoryError::NoKeyring(_))), "{refused:?}");
    assert!(!dir.path().join("history.db").exists());
}

#[test]
fn memory_touches_no_disk() {
    let dir = tempdir().unwrap();
    let mut history = History::open(dir.path(), KeySource::Memory).unwrap();
    fill(&mut history);
    assert_eq!(history.recent(10).unwrap().len(), 1);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn only_this_user_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, keys) = (tempdir().unwrap(), SessionStore::default());
    let place = dir.path().join("nl.mailwijs.desktop");
    let mut history = History::open(&place, KeySource::Keyring(&keys)).unwrap();
    fill(&mut history);
    assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o700);
    for name in ["history.db", "history.db-wal", "history.db-shm"] {
        assert_eq!(
            fs::metadata(place.join(name)).unwrap().permissions().mode() & 0o777,
            0o600,
            "{name}"
        );
    }
}

#[test]
fn erasing_leaves_nothing() {
    let (dir, keys) = (tempdir().unwrap(), SessionStore::default());
    let mut history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    fill(&mut history);
    drop(history);
    drop(History::open(dir.path(), KeySource::Passphrase("geheim")).unwrap());
    fs::write(dir.path().join("history.db.aside-1"), "an old one").unwrap();
    fs::write(dir.path().join("policy.toml"), "format = 1").unwrap();

    assert!(!erase(dir.path(), &keys).unwrap().key_left);
    assert!(keys.read(KEY_NAME).unwrap().is_none());
    let left: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["policy.toml"], "what is not the history stays");
    assert!(erase(dir.path(), &NoKeyring).unwrap().key_left);
}
