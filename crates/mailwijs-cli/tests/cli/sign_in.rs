//! A mailbox that is opened by signing in in the browser; the test is the browser and the provider.
#![cfg(target_os = "linux")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use mailwijs_tests::dovecot::{Dovecot, TOKEN, USER};
use mailwijs_tests::provider::{Provider, browser};

use crate::home::{Home, Ran};
use crate::session::{Daemon, inside};

/// A school whose policy has its own sign-in page.
struct School {
    home: Home,
    provider: Provider,
    _server: Dovecot,
    args: Vec<String>,
}

impl School {
    fn new() -> Self {
        let (home, provider, server) = (Home::new(), Provider::start().unwrap(), Dovecot::start().unwrap());
        let page = provider.url();
        let policy = format!(
            "format = 1\n[school]\nname = \"X\"\ndomains = [\"sintjan.example\"]\n[[mailboxes]]\nname = \"Schoolmail\"\n\
             host = \"127.0.0.1\"\nport = {}\nclient_id = \"mailwijs\"\n\
             sign_in = {{ authorize = \"{page}/authorize\", token = \"{page}/token\", scopes = [\"imap\"] }}\n",
            server.ports().tls
        );
        let policy = home.write("school.toml", policy);
        let ca = home.write("school.pem", server.authority() + &provider.authority());
        let args = [
            "mailbox",
            "add",
            "an@sintjan.example",
            "--user",
            USER,
            "--format",
            "json",
        ]
        .map(str::to_owned)
        .into_iter()
        .chain(["--policy".to_owned(), policy.display().to_string()])
        .chain(["--ca".to_owned(), ca.display().to_string()]);
        Self {
            args: args.collect(),
            home,
            provider,
            _server: server,
        }
    }

    /// Sets the mailbox up; at the sign-in page the provider answers this.
    fn add(&self, answer: &str) -> Ran {
        let args: Vec<&str> = self.args.iter().map(String::as_str).collect();
        let mut command = self.home.command(&args);
        let command = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let page = page(&mut child);
        let shown = browser(&page, answer).unwrap();
        assert!(
            shown.contains("venster sluiten") || shown.contains("niet gelukt"),
            "{shown}"
        );
        Ran::from(child.wait_with_output().unwrap())
    }
}

/// The sign-in page that is to be opened.
fn page(child: &mut Child) -> String {
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    child.stderr = Some(stderr.into_inner());
    line.split_whitespace()
        .find(|word| word.starts_with("https://"))
        .unwrap()
        .to_owned()
}

#[test]
fn who_signs_in_in_the_browser_gives_no_password() {
    if !inside("sign_in::who_signs_in_in_the_browser_gives_no_password") {
        return;
    }
    let _daemon = Daemon::start();
    let school = School::new();
    let ran = school.add("code=c1");
    assert_eq!(ran.status, 0, "{ran:?}");
    let line = &ran.lines()[0];
    assert_eq!(line["secret"], "keyring", "{ran:?}");
    assert!(line["folders"].as_array().unwrap().len() > 3, "{line}");
    let asked = school.provider.asked().join("\n");
    assert!(
        asked.contains("code=c1") && asked.contains("code_verifier="),
        "{asked}"
    );
    assert!(asked.contains("refresh_token=r1"), "{asked}");

    let listed = school.home.run(&["mailbox", "list", "--format", "json"]).lines();
    assert_eq!(listed[0]["sign_in"], "other");
    let file = std::fs::read_to_string(school.home.path().join(".config/mailwijs/mailboxes.toml")).unwrap();
    assert!(!file.contains("r1") && !file.contains(TOKEN), "{file}");
    let checked = school.home.run(&["mailbox", "check"]);
    assert_eq!(
        checked.status, 0,
        "whoever signed in stays signed in: {checked:?}"
    );
}

#[test]
fn without_a_keyring_nobody_is_sent_to_a_page_for_nothing() {
    let school = School::new();
    let args: Vec<&str> = school.args.iter().map(String::as_str).collect();
    let ran = school.home.run(&args);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
    assert!(
        ran.err.contains("sleutelbos") && !ran.err.contains("https://"),
        "{ran:?}"
    );
}

#[test]
fn who_says_no_at_the_page_sets_up_nothing() {
    if !inside("sign_in::who_says_no_at_the_page_sets_up_nothing") {
        return;
    }
    let _daemon = Daemon::start();
    let school = School::new();
    let ran = school.add("error=access_denied");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
    assert!(ran.err.contains("Je zei nee"), "{ran:?}");
    let listed = school.home.run(&["mailbox", "list", "--format", "json"]);
    assert_eq!(listed.out, "");
}
