//! `cases`: what the history keeps, held against a real mailbox.

use std::fs;
use std::path::PathBuf;

use mailwijs_detect::Category;
use mailwijs_handover::{Case, FiledIn, Route};
use mailwijs_history::{Handover, HandoverKind, Hasher, History, KeySource, OsKeyring};
use mailwijs_store::{Keyed, KeyedHash, Sought};
use mailwijs_tests::dovecot::{Dovecot, PASSWORD as SECRET, USER};

use crate::home::{Home, Ran};
use crate::session::{Daemon, inside};

const ABOUT_NOOR: &str = "Return-Path: <mama@familie.example>\nReceived: from mx\nMessage-ID: <noor-1@familie.example>\n\
From: Mama van Noor <mama@familie.example>\nTo: an.peeters@sintjan.example\nDate: Fri, 20 Nov 2026 08:00:00 +0100\n\
Subject: Noor\n\nDag juf\n\nNoor Claes uit 3B heeft epilepsie. Graag voorzichtig bij het zwemmen.\n\nGroeten\n";

const ANSWER: &str = "Message-ID: <antwoord@sintjan.example>\nIn-Reply-To: <noor-1@familie.example>\n\
From: an.peeters@sintjan.example\nTo: Mama van Noor <mama@familie.example>\nDate: Fri, 20 Nov 2026 08:30:00 +0100\n\
Subject: Re: Noor\n\nDag mevrouw\n\nDank u, ik let erop.\n\nAn\n";

const DAY: &str = "2026-11-20T09:00:00Z";

struct ByHistory(Hasher);

impl Keyed for ByHistory {
    fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
        self.0.hash(kind, words).0
    }
}

fn folder(home: &Home) -> PathBuf {
    home.path().join(".local/share/mailwijs/history")
}

/// The history that the command line reads, with its key in the keyring.
fn history(home: &Home) -> History {
    let keyring = OsKeyring::new();
    History::open(&folder(home), KeySource::Keyring(&keyring)).unwrap()
}

/// A case that was begun on that day, and what the teacher did in it.
fn begin(home: &Home, number: u32, teacher: impl FnOnce(&mut Case)) {
    let history = history(home);
    let mail = mailwijs_mail::parse(ABOUT_NOOR.as_bytes());
    let sought = Sought::of(number.into(), &mail, &ByHistory(history.hasher()));
    let at = DAY.parse().unwrap();
    let mut case = Case::open(at, &[Category::Medical], at);
    teacher(&mut case);
    let handover = Handover {
        id: number,
        state: case.save(),
        sought: serde_json::to_string(&sought).ok(),
    };
    history.put_handover(HandoverKind::Case, &handover).unwrap();
}

fn file(case: &mut Case) {
    case.choose(Route::Myself);
    case.file(FiledIn::System, DAY.parse().unwrap());
}

/// A Maildir with the mail in its inbox; where the mail is.
fn maildir(home: &Home) -> PathBuf {
    for folder in ["Inbox", "Sent", "Trash"] {
        for part in ["cur", "new", "tmp"] {
            fs::create_dir_all(home.path().join(format!("Maildir/{folder}/{part}"))).unwrap();
        }
    }
    home.write("Maildir/Inbox/cur/1.x:2,S", ABOUT_NOOR)
}

fn state(ran: &Ran) -> (i32, String) {
    let copies = &ran.lines()[0]["copies"];
    (ran.status, copies[0]["state"].as_str().unwrap().to_owned())
}

#[test]
fn without_a_history_there_are_no_cases_and_none_is_begun() {
    let home = Home::new();
    for args in [&["cases"][..], &["cases", "list", "--all"], &["cases", "next"]] {
        let ran = home.run(args);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(ran.out.starts_with("Nog geen zaken."), "{ran:?}");
    }
    assert_eq!(home.run(&["cases", "--format", "json"]).out, "");
    assert_eq!(home.run(&["cases", "show", "1"]).status, 2);
    assert!(!home.path().join(".local").exists());
}

#[test]
fn a_history_with_a_passphrase_is_the_apps() {
    let home = Home::new();
    drop(History::open(&folder(&home), KeySource::Passphrase("krijt en bord")).unwrap());
    let ran = home.run(&["cases"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("wachtzin"), "{ran:?}");
}

#[test]
fn help_and_completions_list_the_cases() {
    let home = Home::new();
    assert!(home.run(&["--help"]).out.contains("\n  cases "));
    let help = home.run(&["cases", "--help"]).out;
    for word in [
        "list",
        "show",
        "next",
        "--all",
        "mailwijs cases show 3",
        "Exit status",
    ] {
        assert!(help.contains(word), "{word}: {help}");
    }
    assert!(home.run(&["completions", "bash"]).out.contains("cases"));
}

#[test]
fn a_case_is_followed_until_nothing_is_left_and_nothing_is_written() {
    if !inside("cases::a_case_is_followed_until_nothing_is_left_and_nothing_is_written") {
        return;
    }
    let _daemon = Daemon::start();
    let home = Home::new();
    let mail = maildir(&home);
    let answer = home.write("Maildir/Sent/cur/2.x:2,S", ANSWER);
    begin(&home, 1, file);
    begin(&home, 2, |case| case.not_sensitive(DAY.parse().unwrap()));
    let kept = || fs::read(folder(&home).join("history.db")).unwrap();
    let before = kept();

    let listed = home.run(&["cases"]);
    assert_eq!((listed.status, listed.err.as_str()), (1, ""));
    let shown = home.run(&["cases", "show", "1"]);
    let next = home.run(&["cases", "next"]);
    let all = home.run(&["cases", "--all", "--lang", "en"]);
    assert_eq!((shown.status, next.status, all.status), (1, 1, 1));
    insta::assert_snapshot!([listed.out, shown.out, next.out, all.out].join("\n"));
    let closed = home.run(&["cases", "show", "2", "--format", "json"]);
    assert_eq!(
        (closed.status, &closed.lines()[0]["end"]),
        (0, &"not-sensitive".into())
    );

    fs::remove_file(answer).unwrap();
    let show = || home.run(&["cases", "show", "1", "--format", "json"]);
    assert_eq!(state(&show()), (1, "live".into()));
    fs::rename(mail, home.path().join("Maildir/Trash/cur/1.x:2,S")).unwrap();
    let trashed = show().lines().remove(0);
    assert_eq!(
        (&trashed["step"], &trashed["copies"][0]["folder"]),
        (&"trash".into(), &"Trash".into())
    );
    assert!(
        home.run(&["cases", "next", "1"])
            .out
            .contains("prullenmand leeg: Trash")
    );
    fs::remove_file(home.path().join("Maildir/Trash/cur/1.x:2,S")).unwrap();
    let done = show().lines().remove(0);
    assert_eq!((&done["step"], &done["end"]), (&"done".into(), &"done".into()));
    let none = home.run(&["cases"]);
    assert_eq!(
        (none.status, none.out.as_str()),
        (0, "Er staat geen zaak open.\n")
    );
    let unknown = home.run(&["cases", "show", "7"]);
    assert!(
        unknown.status == 2 && unknown.err.contains("Zaak 7"),
        "{unknown:?}"
    );
    assert!(kept() == before, "the history is as it was");
}

#[test]
fn stores_named_by_hand_are_looked_into_and_cases_of_a_newer_version_are_counted() {
    if !inside("cases::stores_named_by_hand_are_looked_into_and_cases_of_a_newer_version_are_counted") {
        return;
    }
    let _daemon = Daemon::start();
    let home = Home::new();
    let mail = maildir(&home);
    fs::rename(home.path().join("Maildir"), home.path().join("Elders")).unwrap();
    begin(&home, 1, file);
    let newer = Handover {
        id: 2,
        state: "{\"steps\":8}".to_owned(),
        sought: Some("{}".to_owned()),
    };
    let history = history(&home);
    history.put_handover(HandoverKind::Case, &newer).unwrap();
    drop(history);

    let show = |stores: &[&str]| {
        let stores = std::env::join_paths(stores.iter().map(|store| home.path().join(store))).unwrap();
        let mut command = home.command(&["cases", "show", "1", "--format", "json"]);
        Ran::from(command.env("MAILWIJS_STORES", stores).output().unwrap())
    };
    let seen = show(&["Elders"]);
    assert!(!mail.exists());
    assert_eq!(state(&seen), (1, "live".into()));
    assert_eq!(
        seen.err,
        "mailwijs: 1 zaak staat er niet bij: een nieuwere versie van Mailwijs schreef ze. Werk dit programma bij.\n"
    );
    fs::remove_dir_all(home.path().join("Elders/Inbox")).unwrap();
    let away = show(&["Elders", "Nergens"]).lines().remove(0);
    assert_eq!(
        (&away["step"], away["unread"].as_array().unwrap().len()),
        (&"delete".into(), 1),
        "{away}"
    );
    assert_eq!(show(&["Elders"]).lines()[0]["step"], "done");
}

#[test]
fn a_mailbox_on_a_server_is_looked_into_and_one_that_is_closed_proves_nothing() {
    if !inside("cases::a_mailbox_on_a_server_is_looked_into_and_one_that_is_closed_proves_nothing") {
        return;
    }
    let _daemon = Daemon::start();
    let (home, mut server) = (Home::new(), Dovecot::start().unwrap());
    let (port, ca) = (
        server.ports().tls.to_string(),
        home.write("school.pem", server.authority()),
    );
    let add = [
        "mailbox",
        "add",
        "an@sintjan.example",
        "--user",
        USER,
        "--host",
        "localhost",
    ];
    let way = ["--port", &port, "--ca", ca.to_str().unwrap(), "--password-stdin"];
    let added = home.run_with_input(&[&add[..], &way].concat(), format!("{SECRET}\n").as_bytes());
    assert_eq!(added.status, 0, "{added:?}");
    server.deliver("INBOX", ABOUT_NOOR.as_bytes()).unwrap();
    begin(&home, 1, file);
    let show = || {
        home.run(&["cases", "show", "1", "--format", "json"])
            .lines()
            .remove(0)
    };
    let seen = show();
    let copy = &seen["copies"][0];
    assert_eq!(
        (&copy["folder"], &copy["store"]),
        (&"INBOX".into(), &"an@sintjan.example".into())
    );
    assert_eq!(
        (&copy["subject"], &seen["unread"]),
        (&"Noor".into(), &serde_json::json!([]))
    );

    drop(server);
    let closed = show();
    assert_eq!(
        (&closed["step"], &closed["copies"]),
        (&"delete".into(), &serde_json::json!([]))
    );
    assert_eq!(closed["unread"].as_array().unwrap().len(), 1, "{closed}");
    let told = home.run(&["cases", "show", "1"]);
    assert!(told.out.contains("Hier kon Mailwijs niet kijken"), "{told:?}");
    let next = home.run(&["cases", "next", "1"]);
    assert!(
        next.status == 1 && next.out.contains("niet overal kijken"),
        "{next:?}"
    );
}
