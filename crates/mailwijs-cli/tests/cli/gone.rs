//! Received mail that leaves, as `watch` tells it.

use std::fs::{self, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::home::Home;
use crate::watch::Watching;

/// A small mailbox is known by then.
const LEARNED: Duration = Duration::from_secs(3);

fn mail(name: &str) -> String {
    format!(
        "Return-Path: <mama@mail.example>\nMessage-ID: <{name}@mail.example>\nFrom: mama@mail.example\n\
         To: juf@sintjan.example\nDate: Sun, 22 Nov 2026 10:00:00 +0100\nSubject: Over {name}\n\nDag juf\n"
    )
}

fn entry(name: &str) -> String {
    format!(
        "From - Sun Nov 22 01:10:31 2026\nX-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n{}\n",
        mail(name)
    )
}

/// The next event that is told of mail that left.
fn gone(watching: &mut Watching) -> Value {
    loop {
        let line = watching.next();
        if line["event"] == "gone" {
            return line;
        }
        assert_eq!(line["event"], "received", "{line}");
    }
}

#[track_caller]
fn expect(watching: &mut Watching, folder: &str, left_in: &[&str], bytes_left: bool) {
    let line = gone(watching);
    assert!(line["at"].as_str().unwrap().ends_with('Z'));
    let told = json!([
        line["message_id"],
        line["folder"],
        line["left_in"],
        line["bytes_left"]
    ]);
    assert_eq!(told, json!(["lotte@mail.example", folder, left_in, bytes_left]));
}

#[test]
fn a_mail_that_stood_in_the_inbox_is_deleted_and_the_trash_emptied() {
    let home = Home::new();
    for (path, name) in [
        ("Mail/Inbox/cur/1.x:2,S", "lotte"),
        ("Mail/Inbox/new/2.x", "jef"),
        ("Mail/Trash/cur/3.x:2,S", "an"),
        ("Mail/Trash/new/4.x", "tom"),
    ] {
        home.write(path, mail(name));
    }
    let mut watching = Watching::start(&home, "Mail");
    thread::sleep(LEARNED);
    let trashed = home.path().join("Mail/Trash/cur/9.x:2,S");
    fs::rename(home.path().join("Mail/Inbox/cur/1.x:2,S"), &trashed).unwrap();
    let begun = Instant::now();
    expect(&mut watching, "Inbox", &["Trash"], true);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    fs::remove_file(trashed).unwrap();
    expect(&mut watching, "Trash", &[], false);
    assert_eq!(watching.stop(), Some(0));
}

#[test]
fn a_mail_that_came_in_goes_the_way_of_thunderbird() {
    let home = Home::new();
    let inbox = home.write("Mail/Inbox", entry("jef"));
    home.write("Mail/Inbox.msf", "");
    let trash = home.write("Mail/Trash", "");
    home.write("Mail/Trash.msf", "");
    let mut watching = Watching::start(&home, "Mail");
    let mut file = OpenOptions::new().append(true).open(&inbox).unwrap();
    file.write_all(entry("lotte").as_bytes()).unwrap();
    drop(file);
    assert_eq!(watching.next()["event"], "received");
    thread::sleep(LEARNED);
    fs::write(&trash, entry("lotte")).unwrap();
    let mut file = OpenOptions::new().write(true).open(&inbox).unwrap();
    let status = entry("jef").len() + entry("lotte").find("0001").unwrap();
    file.seek(SeekFrom::Start(status as u64)).unwrap();
    file.write_all(b"0009").unwrap();
    drop(file);
    expect(&mut watching, "Inbox", &["Trash"], true);
    fs::remove_file(&trash).unwrap();
    fs::write(&trash, "").unwrap();
    expect(&mut watching, "Trash", &[], true);
    let temp = home.path().join("Mail/.compact-temp");
    fs::create_dir(&temp).unwrap();
    fs::write(temp.join("Inbox.compacted"), entry("jef")).unwrap();
    fs::rename(&inbox, temp.join("Inbox.original")).unwrap();
    thread::sleep(Duration::from_secs(1));
    fs::rename(temp.join("Inbox.compacted"), &inbox).unwrap();
    fs::remove_dir_all(&temp).unwrap();
    let line = gone(&mut watching);
    assert_eq!(
        (&line["left_in"], &line["bytes_left"]),
        (&json!([]), &json!(false)),
        "{line}"
    );
    assert_eq!(watching.stop(), Some(0));
}

#[test]
fn for_people_it_says_where_the_mail_still_is() {
    let home = Home::new();
    home.write("Mail/Inbox/cur/1.x:2,S", mail("lotte"));
    home.write("Mail/Inbox/new/2.x", mail("jef"));
    let mut child = home.start(&["watch", "Mail"]);
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    let ready = lines
        .find(|line| line.as_ref().unwrap().starts_with("Klaar"))
        .unwrap();
    assert!(ready.is_ok());
    thread::sleep(LEARNED);
    fs::remove_file(home.path().join("Mail/Inbox/cur/1.x:2,S")).unwrap();
    let line = lines.next().unwrap().unwrap();
    assert!(
        line.ends_with("weg uit Inbox, er is niets meer van over"),
        "{line}"
    );
    child.kill().unwrap();
    child.wait().unwrap();
}
