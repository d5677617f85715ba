//! Mailboxes on a server, from setting one up to a finding in it.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use mailwijs_tests::dovecot::{Dovecot, PASSWORD as SECRET, USER};
use serde_json::Value;

use crate::home::{CLEAN, Home, PASSWORD, Ran, rules};

const POLICY: &str = "format = 1\n[school]\nname = \"Campus Sint-Jan\"\ndomains = [\"sintjan.example\"]\n";

/// A home, and a server that believes in its own authority only.
struct Desk {
    home: Home,
    server: Dovecot,
    port: String,
    ca: String,
}

impl Desk {
    fn new() -> Self {
        let (home, server) = (Home::new(), Dovecot::start().unwrap());
        let ca = home.write("school.pem", server.authority());
        Self {
            port: server.ports().tls.to_string(),
            ca: ca.display().to_string(),
            home,
            server,
        }
    }

    /// Sets the mailbox up, with this password and more options.
    fn add(&self, password: &str, more: &[&str]) -> Ran {
        let port = self.port.as_str();
        let args = [
            &["mailbox", "add", "an@sintjan.example", "--user", USER][..],
            &[
                "--host",
                "localhost",
                "--port",
                port,
                "--ca",
                &self.ca,
                "--password-stdin",
            ],
            more,
        ];
        self.home
            .run_with_input(&args.concat(), format!("{password}\n").as_bytes())
    }

    fn url(&self) -> String {
        format!("imap://{USER}@localhost:{}", self.port)
    }

    fn listed(&self) -> Vec<Value> {
        self.home.run(&["mailbox", "list", "--format", "json"]).lines()
    }

    /// Starts watching, and waits until everything is watched.
    fn watch(&self, stores: &[&str]) -> Watching {
        let args = [
            &[
                "watch",
                "--layer",
                "rules",
                "--format",
                "json",
                "--password-stdin",
            ][..],
            stores,
        ];
        let mut child = self
            .home
            .command(&args.concat())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        writeln!(child.stdin.take().unwrap(), "{SECRET}").unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Watching { child, lines }
    }
}

struct Watching {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
}

impl Watching {
    fn next(&mut self) -> Value {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).expect(&line)
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        self.child.wait().unwrap();
    }
}

#[test]
fn a_mailbox_is_kept_only_once_it_opens() {
    let desk = Desk::new();
    for (lang, words) in [
        ("nl", "de server aanvaardt de naam of het wachtwoord niet"),
        ("fr", "le serveur n’accepte pas le nom ou le mot de passe"),
        ("en", "the server does not accept the name or the password"),
    ] {
        let ran = desk.add("niet-Zonnebloem", &["--lang", lang]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.err.contains(words), "{ran:?}");
    }
    let nobody = Desk {
        port: "1".to_owned(),
        ..desk
    };
    let ran = nobody.add(SECRET, &[]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("de poort van de server kloppen"), "{ran:?}");
    let desk = Desk {
        port: nobody.server.ports().tls.to_string(),
        ..nobody
    };
    assert_eq!(desk.listed(), [Value::Null; 0]);

    let ran = desk.add(SECRET, &[]);
    assert_eq!(ran.status, 0, "{ran:?}");
    for told in [
        "INBOX  (postvak in)",
        "Drafts  (concepten)",
        "Trash  (prullenbak)",
    ] {
        assert!(ran.out.contains(told), "{ran:?}");
    }
    assert!(
        ran.err.contains("--password-stdin"),
        "without a keyring it is said: {ran:?}"
    );
    let listed = desk.listed();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["mailbox"], desk.url());
    assert_eq!(listed[0]["security"], "tls");
    assert!(
        !everything_below(desk.home.path()).contains(SECRET),
        "it is in a file"
    );

    let unsafe_one = desk.home.run_with_input(
        &[
            "mailbox",
            "add",
            "els@sintjan.example",
            "--host",
            "localhost",
            "--port",
            &desk.port,
            "--password-stdin",
        ],
        b"x\n",
    );
    assert_eq!(unsafe_one.status, 2);
    assert!(unsafe_one.err.contains("niet veilig"), "{unsafe_one:?}");
    assert_eq!(desk.listed().len(), 1);
}

#[test]
fn starttls_is_asked_for_and_json_tells_the_folders() {
    let mut desk = Desk::new();
    desk.port = desk.server.ports().plain.to_string();
    let ran = desk.add(SECRET, &["--starttls", "--format", "json"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let line = &ran.lines()[0];
    assert_eq!(
        (&line["mailbox"], &line["secret"]),
        (&desk.url().into(), &"session".into())
    );
    let folders = line["folders"].as_array().unwrap();
    let role = |name: &str| folders.iter().find(|folder| folder["name"] == name).unwrap()["role"].clone();
    assert_eq!(
        (role("Sent"), role("Drafts"), role("Junk")),
        ("sent".into(), "drafts".into(), "junk".into())
    );
    assert_eq!(desk.listed()[0]["security"], "starttls");
}

#[test]
fn the_policy_names_the_server() {
    let desk = Desk::new();
    let server = format!(
        "[[mailboxes]]\nname = \"Schoolmail\"\nhost = \"127.0.0.1\"\nport = {}\n",
        desk.port
    );
    let policy = desk.home.write("school.toml", format!("{POLICY}{server}"));
    let args = [
        "mailbox",
        "add",
        "an@sintjan.example",
        "--user",
        USER,
        "--ca",
        &desk.ca,
        "--policy",
        policy.to_str().unwrap(),
        "--password-stdin",
    ];
    let ran = desk.home.run_with_input(&args, format!("{SECRET}\n").as_bytes());
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(desk.listed()[0]["host"], "127.0.0.1");

    let unknown = desk.home.run_with_input(
        &["mailbox", "add", "an@elders.example", "--password-stdin"],
        b"x\n",
    );
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("elders.example"), "{unknown:?}");
}

#[test]
fn check_list_stores_and_doctor_know_the_mailbox_until_it_is_removed() {
    let desk = Desk::new();
    assert_eq!(desk.add(SECRET, &[]).status, 0);
    let check = |password: &str| {
        let args = [
            "mailbox",
            "check",
            "an@sintjan.example",
            "--password-stdin",
            "--format",
            "json",
        ];
        desk.home
            .run_with_input(&args, format!("{password}\n").as_bytes())
    };
    let good = check(SECRET);
    assert_eq!(
        (good.status, &good.lines()[0]["error"]),
        (0, &Value::Null),
        "{good:?}"
    );
    let bad = check("niet-Zonnebloem");
    assert_eq!(bad.status, 2, "{bad:?}");
    assert!(
        bad.lines()[0]["error"].as_str().unwrap().contains("wachtwoord"),
        "{bad:?}"
    );
    // Nobody to ask, and no keyring.
    assert_eq!(desk.home.run(&["mailbox", "check"]).status, 2);

    let stores = desk.home.run(&["stores", "--format", "json"]).lines();
    assert_eq!(stores[0]["profile"], desk.url());
    assert_eq!(stores[0]["identities"][0]["email"], "an@sintjan.example");
    let doctor = desk.home.run(&["doctor", "--format", "json"]).lines();
    let symptom = doctor.iter().find(|line| line["about"] == "mailbox").unwrap();
    assert_eq!(symptom["health"], "bad", "{symptom}");
    assert!(
        symptom["message"].as_str().unwrap().contains("sleutelbos"),
        "{symptom}"
    );

    let unknown = desk.home.run(&["mailbox", "remove", "els@sintjan.example"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("mailwijs mailbox add"), "{unknown:?}");
    let removed = desk
        .home
        .run(&["mailbox", "remove", &format!("imap://{USER}@localhost")]);
    assert_eq!(removed.status, 0, "{removed:?}");
    assert_eq!(desk.listed(), [Value::Null; 0]);
    assert_eq!(desk.home.run(&["scan"]).status, 2);
}

#[test]
fn a_scan_finds_what_is_on_the_server() {
    let mut desk = Desk::new();
    assert_eq!(desk.add(SECRET, &[]).status, 0);
    let file = desk.server.deliver("Drafts", PASSWORD.as_bytes()).unwrap();
    desk.server.deliver("INBOX", CLEAN.as_bytes()).unwrap();
    let scan = |stores: &[&str]| {
        let args = [
            &["scan", "--layer", "rules", "--format", "json", "--password-stdin"][..],
            stores,
        ];
        desk.home
            .run_with_input(&args.concat(), format!("{SECRET}\n").as_bytes())
    };
    let named = format!("imap://{USER}@localhost");
    for stores in [&[][..], &[named.as_str()]] {
        let ran = scan(stores);
        assert_eq!(ran.status, 1, "{ran:?}");
        let lines = ran.lines();
        assert_eq!(lines.len(), 2, "{ran:?}");
        assert_eq!(rules(&lines[0]), ["password"]);
        assert_eq!(lines[0]["direction"], "draft");
        let path = lines[0]["path"].as_str().unwrap();
        assert!(
            path.starts_with(&format!("{}/Drafts;UIDVALIDITY=", desk.url())),
            "{path}"
        );
        assert_eq!(lines[1]["summary"]["messages"], 2);
    }
    assert!(file.exists(), "it is as unread as it was");
    let unknown = scan(&["imap://els@localhost"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("mailwijs mailbox add"), "{unknown:?}");
}

#[test]
fn what_was_sent_from_the_server_tells_who_is_written_to_together() {
    let mut desk = Desk::new();
    let policy = desk.home.write("policy.toml", POLICY).display().to_string();
    assert_eq!(desk.add(SECRET, &[]).status, 0);
    let person = |name: &str| format!("{name} Maes <{}.maes@sintjan.example>", name.to_lowercase());
    let team = ["Tom", "Els", "Wim"].map(person).join(", ");
    let mail = |number: u32, to: &str| {
        let from = "From: An Peeters <an@sintjan.example>";
        let date = "Mon, 23 Nov 2026 08:16:00 +0100";
        format!(
            "Message-ID: <{number}@sintjan.example>\nDate: {date}\n{from}\nTo: {to}\nSubject: Vergadering\n\nDag allemaal, de vergadering begint om vier uur.\n\nAn\n"
        )
    };
    let draft = mail(100, &format!("{team}, {}", person("Ria")));
    desk.server.deliver("Drafts", draft.as_bytes()).unwrap();
    let scan = |desk: &Desk| {
        let args = [
            "scan",
            "--layer",
            "rules",
            "--format",
            "json",
            "--password-stdin",
            "--policy",
            &policy,
        ];
        desk.home
            .run_with_input(&args, format!("{SECRET}\n").as_bytes())
            .lines()
    };
    let found = |lines: &[Value]| {
        let drafts = lines.iter().filter(|line| {
            line["path"]
                .as_str()
                .is_some_and(|path| path.contains("/Drafts;"))
        });
        drafts.flat_map(rules).collect::<Vec<_>>().join(" ")
    };
    let before = scan(&desk);
    assert_eq!(found(&before), "", "{before:?}");
    for number in 0..40 {
        desk.server
            .deliver("Sent", mail(number, &team).as_bytes())
            .unwrap();
    }
    for number in 40..49 {
        desk.server
            .deliver("Sent", mail(number, &person("Ria")).as_bytes())
            .unwrap();
    }
    let after = scan(&desk);
    assert_eq!(found(&after), "unusual-recipient", "{after:?}");
}

#[test]
fn watch_tells_of_drafts_on_the_server_and_in_a_folder_alike() {
    let mut desk = Desk::new();
    assert_eq!(desk.add(SECRET, &[]).status, 0);
    for folder in ["cur", "new", "tmp"] {
        std::fs::create_dir_all(desk.home.path().join("Mail/Drafts").join(folder)).unwrap();
    }
    let mut watching = desk.watch(&["Mail/Drafts", "imap://localhost"]);
    let ready = watching.next();
    assert_eq!(ready["event"], "ready", "{ready}");
    let stores = ready["stores"].as_array().unwrap();
    assert_eq!(stores.len(), 2, "told once everything is watched: {ready}");
    assert!(stores.contains(&desk.url().into()), "{ready}");

    desk.server.deliver("Drafts", PASSWORD.as_bytes()).unwrap();
    let checked = watching.next();
    assert_eq!(
        (&checked["event"], &checked["folder"]),
        (&"checked".into(), &"Drafts".into())
    );
    assert_eq!(
        (&checked["store"], rules(&checked)),
        (&desk.url().into(), vec!["password"])
    );

    desk.home.write("Mail/Drafts/cur/1.a:2,D", CLEAN);
    let local = watching.next();
    assert_eq!(local["event"], "checked", "{local}");
    assert_ne!(local["store"], checked["store"]);

    let begin = Instant::now();
    let asked = Command::new("kill")
        .args(["-INT", &watching.child.id().to_string()])
        .status();
    assert!(asked.unwrap().success());
    assert_eq!(watching.child.wait().unwrap().code(), Some(0));
    assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
}

#[test]
fn watch_says_in_words_why_a_mailbox_is_not_watched_and_goes_on_with_the_rest() {
    let desk = Desk::new();
    assert_eq!(desk.add(SECRET, &[]).status, 0);
    let mut server = desk.server;
    server.kill().unwrap();
    let desk = Desk { server, ..desk };
    for folder in ["cur", "new", "tmp"] {
        std::fs::create_dir_all(desk.home.path().join("Mail/Drafts").join(folder)).unwrap();
    }
    let mut watching = desk.watch(&["Mail/Drafts", "imap://localhost"]);
    let error = watching.next();
    assert_eq!(
        (&error["event"], &error["store"]),
        (&"error".into(), &desk.url().into())
    );
    assert!(
        error["message"].as_str().unwrap().contains("niet te bereiken"),
        "{error}"
    );
    let ready = watching.next();
    assert_eq!(
        (&ready["event"], ready["stores"].as_array().unwrap().len()),
        (&"ready".into(), 1)
    );
}

fn everything_below(folder: &std::path::Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all += &everything_below(&path);
        } else {
            all += &String::from_utf8_lossy(&std::fs::read(path).unwrap());
        }
    }
    all
}
