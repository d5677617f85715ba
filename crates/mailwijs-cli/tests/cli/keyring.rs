//! A mailbox whose password is kept by a real keyring.
#![cfg(target_os = "linux")]

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use mailwijs_tests::dovecot::{Dovecot, PASSWORD as SECRET, USER};
use serde_json::Value;

use crate::home::{Home, PASSWORD, rules};
use crate::session::{Daemon, inside};

#[test]
fn the_keyring_keeps_the_password_until_the_mailbox_is_removed() {
    if !inside("keyring::the_keyring_keeps_the_password_until_the_mailbox_is_removed") {
        return;
    }
    let _daemon = Daemon::start();
    let (home, mut server) = (Home::new(), Dovecot::start().unwrap());
    let run = |args: &[&str], input: &str| home.run_with_input(args, input.as_bytes());
    let port = server.ports().tls.to_string();
    let ca = home.write("school.pem", server.authority());
    let add = [
        &[
            "mailbox",
            "add",
            "an@sintjan.example",
            "--user",
            USER,
            "--host",
            "localhost",
        ][..],
        &[
            "--port",
            &port,
            "--ca",
            ca.to_str().unwrap(),
            "--password-stdin",
            "--format",
            "json",
        ],
    ]
    .concat();
    let added = run(&add, &format!("{SECRET}\n"));
    assert_eq!(
        (added.status, &added.lines()[0]["secret"]),
        (0, &"keyring".into()),
        "{added:?}"
    );
    assert_eq!(added.err, "");

    // Nobody gives the password any more.
    let health = || {
        let doctor = run(&["doctor", "--format", "json"], "").lines();
        let symptom = doctor.into_iter().find(|line| line["about"] == "mailbox");
        symptom.map(|symptom| symptom["health"].clone())
    };
    assert_eq!(health(), Some("good".into()));
    assert_eq!(run(&["mailbox", "check"], "").status, 0);
    server.deliver("Drafts", PASSWORD.as_bytes()).unwrap();
    let scan = ["scan", "--layer", "rules", "--format", "json"];
    let scanned = run(&scan, "");
    assert_eq!(
        (scanned.status, rules(&scanned.lines()[0])),
        (1, vec!["password"]),
        "{scanned:?}"
    );

    // A wrong one does not take its place.
    assert_eq!(run(&add, "niet-Zonnebloem\n").status, 2);
    assert_eq!(run(&["mailbox", "check"], "").status, 0);

    assert_eq!(run(&["mailbox", "remove", "an@sintjan.example"], "").status, 0);
    assert_eq!(health(), None);
    let kept = format!(
        "format = 1\n[[mailboxes]]\nemail = \"an@sintjan.example\"\nuser = \"{USER}\"\nhost = \"localhost\"\nport = {port}\n"
    );
    home.write(".config/mailwijs/mailboxes.toml", kept);
    assert_eq!(health(), Some("bad".into()), "its password is forgotten too");
}

#[test]
fn watch_follows_a_mailbox_that_is_set_up_later_until_it_is_removed() {
    if !inside("keyring::watch_follows_a_mailbox_that_is_set_up_later_until_it_is_removed") {
        return;
    }
    let _daemon = Daemon::start();
    let (home, first, mut second) = (Home::new(), Dovecot::start().unwrap(), Dovecot::start().unwrap());
    let add = |server: &Dovecot| {
        let port = server.ports().tls.to_string();
        let ca = home.write(&format!("{port}.pem"), server.authority());
        let email = format!("an{port}@sintjan.example");
        let mailbox = ["mailbox", "add", &email, "--user", USER, "--host", "localhost"];
        let way = ["--port", &port, "--password-stdin", "--ca", ca.to_str().unwrap()];
        let added = home.run_with_input(&[&mailbox[..], &way].concat(), format!("{SECRET}\n").as_bytes());
        assert_eq!(added.status, 0, "{added:?}");
        email
    };
    add(&first);
    let mut child = home
        .command(&["watch", "--layer", "rules", "--format", "json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || -> Value { serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap() };
    let stores = |ready: &Value| ready["stores"].as_array().map_or(0, Vec::len);
    assert_eq!(stores(&next()), 1);
    let email = add(&second);
    let ready = next();
    assert_eq!((&ready["event"], stores(&ready)), (&"ready".into(), 2), "{ready}");
    second.deliver("Drafts", PASSWORD.as_bytes()).unwrap();
    assert_eq!(rules(&next()), ["password"]);
    assert_eq!(home.run(&["mailbox", "remove", &email]).status, 0);
    let left = loop {
        let line = next();
        if line["event"] == "ready" {
            break line;
        }
    };
    assert_eq!(stores(&left), 1, "{left}");
    child.kill().unwrap();
    child.wait().unwrap();
}
