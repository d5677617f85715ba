//! The traps of mail stores (`tests/mailstores/traps.tsv`): each has a test that names it. Those of reading stand here.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_store::{MailStore, Roots, discover, open};
use mailwijs_tests::stores;
use tempfile::TempDir;

fn subjects(root: &Path) -> Vec<String> {
    let found = open(root).unwrap();
    let messages = found.iter().flat_map(MailStore::messages);
    let mut subjects: Vec<String> = messages
        .map(|message| mailwijs_mail::parse(&message.unwrap().bytes).subject)
        .collect();
    subjects.sort();
    subjects
}

#[test]
fn every_trap_has_a_test_that_names_it() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let table = fs::read_to_string(repository.join("tests/mailstores/traps.tsv")).unwrap();
    let mut traps = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [trap, _, file, test] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {line}");
        };
        traps.push(trap.parse::<u32>().unwrap());
        let source = fs::read_to_string(repository.join(file)).unwrap();
        let (before, _) = source
            .split_once(&format!("fn {test}("))
            .unwrap_or_else(|| panic!("{file} has no {test}"));
        let attributes = before.rsplit("\n}\n").next().unwrap();
        assert!(attributes.contains("#[test]"), "{test} is no test");
    }
    traps.dedup();
    assert_eq!(traps, (1..=33).collect::<Vec<_>>());
}

#[test]
fn the_first_of_two_statuses_counts() {
    let home = TempDir::new().unwrap();
    let mbox = home.path().join("Archief");
    let message = |head: &str, subject: &str| {
        format!(
            "From - Sun Nov 22 01:10:31 2026\r\n{head}From: an@x.example\nTo: b@x.example\nSubject: {subject}\n\nDag\n\n"
        )
    };
    let status = |bits: &str| format!("X-Mozilla-Status: {bits}\nX-Mozilla-Status2: 00000000\n");
    let parts = [
        message(&(status("0001") + &status("0009")), "levend, dan dood"),
        message(&(status("0009") + &status("0001")), "dood, dan levend"),
        message("", "zonder"),
        message(
            &format!("X-Account-Key: account3\nX-UIDL: 7\n{}", status("0008")),
            "dood, van POP",
        ),
        message(
            &format!("X-Account-Key: account3\nX-UIDL: 8\n{}", status("0001")),
            "levend, van POP",
        ),
    ];
    fs::write(&mbox, parts.concat()).unwrap();
    assert_eq!(subjects(&mbox), ["levend, dan dood", "levend, van POP", "zonder"]);
}

#[test]
fn what_compaction_left_behind_is_no_mail() {
    let copy = stores::copy("thunderbird-compaction-cut-short");
    let folders = |root: &Path| -> Vec<PathBuf> {
        let found = open(root).unwrap();
        found
            .iter()
            .flat_map(|store| &store.folders)
            .map(|folder| folder.path.strip_prefix(copy.path()).unwrap().to_owned())
            .collect()
    };
    let account = Path::new("Mail/pop.prive.example");
    let shown = ["Drafts", "Inbox", "Trash"].map(|name| account.join(name));
    assert_eq!(folders(copy.path()), shown);
    // Named by hand it is no other.
    assert_eq!(folders(&copy.path().join(account)), shown);
    // Deleted messages of MH, and what an editor kept.
    let home = TempDir::new().unwrap();
    for name in ["1", ",2", "#3", "4~", "#5#", "6.eml~"] {
        let text = format!("From: an@x.example\nTo: b@x.example\nSubject: {name}\n\nDag\n");
        fs::write(home.path().join(name), text).unwrap();
    }
    assert_eq!(subjects(home.path()), ["1"]);
}

/// Systems note when a file was last read, if they do at all, when that was before its last change.
#[cfg(unix)]
#[test]
fn files_with_passwords_are_left_alone() {
    use std::time::{Duration, SystemTime};

    let home = stores::copy("thunderbird-home-linux");
    let profile = home.path().join(".thunderbird/k3x9p2qa.default-esr");
    let secrets = [
        "logins.json",
        "key4.db",
        "cert9.db",
        "cookies.sqlite",
        "wachtwoorden",
    ];
    let long_ago = SystemTime::now() - Duration::from_hours(25);
    let age = |path: &Path| {
        let file = fs::File::options().write(true).open(path).unwrap();
        let times = fs::FileTimes::new()
            .set_accessed(long_ago)
            .set_modified(long_ago + Duration::from_mins(1));
        file.set_times(times).unwrap();
    };
    for name in secrets {
        let mail = "From - Sun Nov 22 01:10:31 2026\nFrom: an@x.example\nSubject: geheim\n\nDag\n\n";
        fs::write(profile.join(name), mail).unwrap();
        age(&profile.join(name));
    }
    age(&profile.join("prefs.js"));
    let read = |name: &str| fs::metadata(profile.join(name)).unwrap().accessed().unwrap() > long_ago;

    let clients = discover(&Roots::below(home.path()));
    let messages = clients.iter().flat_map(|client| &client.stores);
    assert!(messages.flat_map(MailStore::messages).count() > 0);
    assert!(!subjects(home.path()).contains(&"geheim".to_owned()));
    if read("prefs.js") {
        assert_eq!(secrets.map(read), [false; 5], "{secrets:?}");
    }
}
