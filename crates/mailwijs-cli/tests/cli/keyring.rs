//! A mailbox whose password is kept by a real keyring.
#![cfg(target_os = "linux")]

use mailwijs_tests::dovecot::{Dovecot, PASSWORD as SECRET, USER};

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
