//! `scan`: what it tells, and how it goes on after it was stopped.

use std::fs;
#[cfg(unix)]
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, ChildStdout, Command},
    time::Duration,
};

use crate::home::{CLEAN, Home, PASSWORD, rules};

#[test]
fn a_scan_tells_only_messages_with_findings_and_ends_with_a_summary() {
    let home = Home::new();
    home.write("Mail/Inbox/cur/1.a:2,S", CLEAN);
    home.write("Mail/Inbox/cur/2.b:2,S", PASSWORD);
    for folder in ["new", "tmp"] {
        fs::create_dir_all(home.path().join("Mail/Inbox").join(folder)).unwrap();
    }
    let ran = home.run(&["scan", "--format", "json", "Mail"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    let lines = ran.lines();
    assert_eq!((lines.len(), rules(&lines[0])), (2, vec!["password"]));
    assert_eq!(lines[1]["summary"]["messages"], 2);
    assert_eq!(lines[1]["summary"]["with_findings"], 1);
    assert_eq!(lines[1]["summary"]["rules"]["password"], 1);
}

#[test]
fn a_scan_since_a_day_leaves_older_mail_alone() {
    let home = Home::new();
    home.write(
        "mail/old.eml",
        format!("Date: Mon, 2 Sep 2024 10:00:00 +0200\n{PASSWORD}"),
    );
    home.write(
        "mail/new.eml",
        format!("Date: Wed, 2 Sep 2026 10:00:00 +0200\n{PASSWORD}"),
    );
    let ran = home.run(&["scan", "--since", "2026-09-01", "--format", "json", "mail"]);
    assert_eq!(ran.lines().last().unwrap()["summary"]["messages"], 1, "{ran:?}");
    assert_eq!(home.run(&["scan", "--since", "gisteren", "mail"]).status, 2);
}

#[test]
fn a_scan_begins_with_the_newest_mail() {
    let home = Home::new();
    for name in [
        "new/1700000009.b",
        "cur/1700000007.c:2,S",
        "cur/1700000008.a:2,S",
        "tmp/9",
    ] {
        home.write(&format!("Mail/{name}"), PASSWORD);
    }
    let told: Vec<String> = home
        .run(&["scan", "--format", "json", "--layer", "rules", "Mail"])
        .lines()
        .iter()
        .filter_map(|line| line["path"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(
        told,
        [
            "Mail/new/1700000009.b",
            "Mail/cur/1700000008.a:2,S",
            "Mail/cur/1700000007.c:2,S"
        ]
    );
}

#[test]
fn with_nothing_to_go_on_with_a_scan_says_so_and_begins() {
    let home = Home::new();
    home.write("mail/a.eml", PASSWORD);
    let ran = home.run(&["scan", "--resume", "--full-speed", "--format", "json", "mail"]);
    assert!(ran.err.contains("geen scan die onderbroken werd"), "{ran:?}");
    assert_eq!((ran.status, ran.lines().len()), (1, 2));
    assert_eq!(ran.lines()[1]["summary"].get("interrupted"), None);
}

/// A scan of more mail than fits in a pipe that nobody reads.
#[cfg(unix)]
struct Scanning {
    home: Home,
    child: Child,
    out: BufReader<ChildStdout>,
}

#[cfg(unix)]
impl Scanning {
    const MESSAGES: u64 = 600;

    fn start() -> Self {
        let home = Home::new();
        for number in 0..Self::MESSAGES {
            let text = PASSWORD.replace("aanmelden@", &format!("{number}@"));
            home.write(&format!("mail/leerling-{number}.eml"), text);
        }
        let mut child = home.start(&Self::command());
        let out = BufReader::new(child.stdout.take().unwrap());
        Self { home, child, out }
    }

    fn command() -> [&'static str; 6] {
        ["scan", "--layer", "rules", "--format", "json", "mail"]
    }

    fn line(&mut self) -> serde_json::Value {
        let mut line = String::new();
        self.out.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn rest(&mut self) -> Vec<serde_json::Value> {
        let lines = std::iter::from_fn(|| {
            let mut line = String::new();
            self.out.read_line(&mut line).ok().filter(|read| *read > 0)?;
            Some(line)
        });
        // A killed program leaves half a line.
        lines
            .filter_map(|line| serde_json::from_str(&line).ok())
            .collect()
    }

    fn bookmark(&self) -> PathBuf {
        let places = [
            ".local/share/mailwijs/scan.jsonl",
            "Library/Application Support/mailwijs/scan.jsonl",
        ];
        let mut places = places.map(|place| self.home.path().join(place)).into_iter();
        places.find(|place| place.exists()).unwrap_or_default()
    }

    fn go_on(&self, more: &[&str]) -> crate::home::Ran {
        self.home
            .run(&[&Self::command()[..], &["--resume"], more].concat())
    }
}

#[cfg(unix)]
fn ids(lines: &[serde_json::Value]) -> BTreeSet<String> {
    let ids = lines.iter().filter_map(|line| line["message_id"].as_str());
    ids.map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn a_scan_that_is_stopped_tells_how_far_it_came_and_goes_on_there() {
    let mut scan = Scanning::start();
    let first = scan.line();
    Command::new("kill")
        .args(["-INT", &scan.child.id().to_string()])
        .status()
        .unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let mut told = scan.rest();
    assert_eq!(scan.child.wait().unwrap().code(), Some(130));
    let summary = told.pop().unwrap()["summary"].clone();
    told.push(first);
    assert_eq!(summary["interrupted"], true);
    assert_eq!(summary["messages"], told.len());
    assert!(
        (1..Scanning::MESSAGES).contains(&(told.len() as u64)),
        "{summary}"
    );
    let kept = fs::read_to_string(scan.bookmark()).unwrap();
    assert!(!kept.contains("leerling") && !kept.contains("sintjan"), "{kept}");

    let ran = scan.go_on(&[]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(
        ran.err
            .contains(&format!("{} berichten zijn al nagekeken", told.len())),
        "{}",
        ran.err
    );
    let mut rest = ran.lines();
    let summary = rest.pop().unwrap()["summary"].clone();
    assert_eq!(
        (&summary["messages"], &summary["rules"]["password"]),
        (&Scanning::MESSAGES.into(), &Scanning::MESSAGES.into())
    );
    assert!(ids(&told).is_disjoint(&ids(&rest)));
    assert_eq!((told.len() + rest.len()) as u64, Scanning::MESSAGES);
    assert_eq!(scan.bookmark(), PathBuf::new());
}

#[cfg(unix)]
#[test]
fn a_scan_that_was_killed_goes_on_and_loses_nothing() {
    let mut scan = Scanning::start();
    let mut told = Vec::new();
    while scan.bookmark() == PathBuf::new() {
        std::thread::sleep(Duration::from_millis(20));
        told.push(scan.line());
    }
    scan.child.kill().unwrap();
    scan.child.wait().unwrap();
    told.extend(scan.rest());

    let kept = fs::read(scan.bookmark()).unwrap();
    let bookmark = scan.bookmark();
    // Under other rules nothing is known.
    let other = scan.go_on(&["--since", "2020-01-01"]);
    assert!(
        other.err.contains("alles wordt opnieuw nagekeken"),
        "{}",
        other.err
    );
    assert_eq!(other.lines().len() as u64, Scanning::MESSAGES + 1);

    fs::write(bookmark, kept).unwrap();
    let mut rest = scan.go_on(&[]).lines();
    let summary = rest.pop().unwrap()["summary"].clone();
    assert_eq!(summary["messages"], Scanning::MESSAGES);
    assert!((rest.len() as u64) < Scanning::MESSAGES);
    let all: BTreeSet<String> = ids(&told).union(&ids(&rest)).cloned().collect();
    assert_eq!(all.len() as u64, Scanning::MESSAGES);
}
