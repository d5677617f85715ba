//! `mailwijs watch` on a Maildir, as a script meets it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command};

use serde_json::Value;

use crate::home::{CLEAN, Home, PASSWORD, rules};

/// A running `watch`, and its lines as they come.
pub struct Watching {
    child: Child,
    lines: Box<dyn Iterator<Item = Value>>,
}

impl Watching {
    pub fn start(home: &Home, store: &str) -> Self {
        Self::with(home, &[store])
    }

    pub fn with(home: &Home, stores: &[&str]) -> Self {
        let mut child = home.start(&[&["watch", "--format", "json"], stores].concat());
        let out = BufReader::new(child.stdout.take().unwrap());
        let lines = Box::new(
            out.lines()
                .map(|line| serde_json::from_str(&line.unwrap()).unwrap()),
        );
        let mut watching = Self { child, lines };
        assert_eq!(watching.next()["event"], "ready");
        watching
    }

    pub fn next(&mut self) -> Value {
        self.lines.next().expect("watch ended early")
    }

    /// Asks it to stop as a shell does, and gives its exit status.
    pub fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(asked.success());
        self.child.wait().unwrap().code()
    }
}

/// Saves a draft the way clients do: complete under tmp/, then moved to cur/.
pub fn save(store: &Path, name: &str, text: &str) {
    let tmp = store.join("tmp").join(name);
    fs::write(&tmp, text).unwrap();
    fs::rename(tmp, store.join("cur").join(format!("{name}:2,DS"))).unwrap();
}

pub fn maildir(home: &Home) -> std::path::PathBuf {
    let store = home.path().join("Drafts");
    for folder in ["cur", "new", "tmp"] {
        fs::create_dir_all(store.join(folder)).unwrap();
    }
    store
}

#[test]
fn every_saved_version_is_checked_and_what_is_put_right_is_told() {
    let home = Home::new();
    let store = maildir(&home);
    let mut watching = Watching::start(&home, "Drafts");
    save(&store, "1.M1.laptop", PASSWORD);
    let first = watching.next();
    assert_eq!(
        (&first["event"], rules(&first)),
        (&"checked".into(), vec!["password"])
    );
    save(
        &store,
        "2.M2.laptop",
        &PASSWORD.replace(
            "Het wachtwoord: Lente2024sj",
            "Het wachtwoord krijg je op papier.",
        ),
    );
    fs::remove_file(store.join("cur/1.M1.laptop:2,DS")).unwrap();
    let second = watching.next();
    assert_eq!((&second["event"], rules(&second)), (&"checked".into(), vec![]));
    assert_eq!(second["draft"], first["draft"]);
    let resolved = watching.next();
    assert_eq!(resolved["event"], "resolved");
    assert_eq!(resolved["rules"], serde_json::json!(["password"]));
    assert_eq!(watching.stop(), Some(0));
}

#[test]
fn what_is_put_right_is_told_also_when_the_subject_changed_with_it() {
    let home = Home::new();
    let store = maildir(&home);
    let mut watching = Watching::start(&home, "Drafts");
    save(&store, "1.M1.laptop", PASSWORD);
    let first = watching.next();
    let edited = PASSWORD.replace(
        "Het wachtwoord: Lente2024sj",
        "Het wachtwoord krijg je op papier.",
    );
    save(
        &store,
        "2.M2.laptop",
        &edited.replace("Subject: Aanmelden", "Subject: Hoe je aanmeldt"),
    );
    assert_eq!(rules(&watching.next()), Vec::<&str>::new());
    fs::remove_file(store.join("cur/1.M1.laptop:2,DS")).unwrap();
    let resolved = watching.next();
    assert_eq!(
        (&resolved["event"], &resolved["draft"]),
        (&"resolved".into(), &first["draft"])
    );
    assert_eq!(watching.stop(), Some(0));
}

#[test]
fn a_clean_draft_has_a_line_without_findings() {
    let home = Home::new();
    let store = maildir(&home);
    let mut watching = Watching::start(&home, "Drafts");
    save(&store, "1.M1.laptop", CLEAN);
    let line = watching.next();
    assert_eq!((&line["event"], rules(&line)), (&"checked".into(), vec![]));
    assert_eq!(watching.stop(), Some(0));
}

#[test]
fn nothing_of_a_thousand_quick_saves_is_missed() {
    let home = Home::new();
    let store = maildir(&home);
    let mut watching = Watching::start(&home, "Drafts");
    for n in 0..1000 {
        save(
            &store,
            &format!("{n}.M{n}.laptop"),
            &CLEAN
                .replace("krijt in", &format!("krijt nummer {n} in"))
                .replace("Bcc:", &format!("Message-ID: <{n}@laptop>\nBcc:")),
        );
    }
    let mut seen = std::collections::BTreeSet::new();
    while seen.len() < 1000 {
        let line = watching.next();
        assert_eq!(line["event"], "checked");
        assert!(seen.insert(line["message_id"].to_string()), "told twice: {line}");
    }
    assert_eq!(watching.stop(), Some(0));
}

#[test]
fn without_a_path_it_follows_mail_clients_that_come_and_go() {
    let home = Home::new();
    let claws = |name: &str| {
        let folders = format!(
            "<folderlist><folder type=\"mh\" name=\"{name}\" path=\"{name}\">\
             <folderitem type=\"draft\" name=\"draft\" path=\"draft\"/></folder></folderlist>"
        );
        home.write(".claws-mail/folderlist.xml", folders);
    };
    home.write("Mail/draft/.mh_sequences", "");
    claws("Mail");
    let mut watching = Watching::with(&home, &[]);
    // A Maildir that nobody names is one of a mail client, once it is there.
    for folder in ["Maildir", "Maildir/.Concepten"] {
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(home.path().join(folder).join(directory)).unwrap();
        }
    }
    let ready = loop {
        let line = watching.next();
        assert_eq!(line["event"], "ready", "{line}");
        if line["stores"].as_array().unwrap().len() == 2 {
            break line;
        }
    };
    assert!(ready["stores"].to_string().contains("Maildir"), "{ready}");
    save(&home.path().join("Maildir/.Concepten"), "1.M1.laptop", PASSWORD);
    assert_eq!(rules(&watching.next()), ["password"]);
    home.write("Mail/draft/1", CLEAN);
    assert_eq!(watching.next()["folder"], "draft");
    fs::remove_dir_all(home.path().join(".claws-mail")).unwrap();
    fs::remove_dir_all(home.path().join("Mail")).unwrap();
    loop {
        let line = watching.next();
        if line["event"] == "ready" {
            assert_eq!(line["stores"].as_array().unwrap().len(), 1, "{line}");
            break;
        }
    }
    assert_eq!(watching.stop(), Some(0));
}

#[test]
fn a_store_that_is_not_there_is_status_2() {
    let ran = Home::new().run(&["watch", "weg"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("weg"), "{ran:?}");
}
