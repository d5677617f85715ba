//! The real keyring: each scene runs this test again inside a D-Bus session of its own.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_history::{
    Availability, History, HistoryError, KEY_NAME, Kept, KeySource, OsKeyring, SecretStore, SecretStoreError,
    detect, erase,
};
use tempfile::tempdir;

/// Set inside the session.
const INSIDE: &str = "MAILWIJS_INSIDE_SESSION";

/// A session bus on which nothing can be started: no keyring, whatever is installed.
const NO_SERVICES: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

#[derive(Clone, Copy, PartialEq)]
enum Session {
    /// Services start when they are asked for, as on a desktop.
    Desktop,
    /// Nothing can be started.
    Bare,
}

/// True inside the session; outside, runs the named test there, with a home of its own, and says false.
fn inside(session: Session, name: &str) -> bool {
    if std::env::var_os(INSIDE).is_some() {
        return true;
    }
    let home = tempdir().unwrap();
    let runtime = home.path().join("run");
    fs::create_dir(&runtime).unwrap();
    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
    let mut bus = Command::new("dbus-run-session");
    if session == Session::Bare {
        let config = home.path().join("bus.conf");
        fs::write(&config, NO_SERVICES).unwrap();
        bus.arg("--config-file").arg(config);
    }
    let ran = bus
        .arg("--")
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env(INSIDE, "1")
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", &runtime)
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("GNOME_KEYRING_CONTROL")
        .output()
        .unwrap_or_else(|error| panic!("dbus-run-session (package dbus) is needed: {error}"));
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(
        ran.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    assert!(
        said.contains("1 passed"),
        "{name} did not run in the session: {said}"
    );
    false
}

/// A keyring daemon, unlocked; stopped when dropped.
struct Daemon(Child);

impl Daemon {
    fn start() -> Self {
        let mut child = Command::new("gnome-keyring-daemon")
            .args(["--unlock", "--components=secrets", "--foreground"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("gnome-keyring-daemon (package gnome-keyring) is needed: {error}")
            });
        child.stdin.take().unwrap().write_all(b"test").unwrap();
        let daemon = Self(child);
        let end = Instant::now() + Duration::from_secs(20);
        while !has_secrets() {
            assert!(Instant::now() < end, "the keyring daemon did not come up");
            thread::sleep(Duration::from_millis(50));
        }
        daemon
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

fn has_secrets() -> bool {
    let asked = Command::new("dbus-send")
        .args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
        ])
        .args([
            "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.secrets",
        ])
        .output()
        .unwrap();
    String::from_utf8_lossy(&asked.stdout).contains("boolean true")
}

#[test]
fn the_keyring_keeps_the_key() {
    if !inside(Session::Desktop, "the_keyring_keeps_the_key") {
        return;
    }
    let _daemon = Daemon::start();
    let (dir, keys) = (tempdir().unwrap(), OsKeyring::new());
    assert_eq!(detect(dir.path(), &keys), Availability::Keyring);
    assert_eq!(keys.read(KEY_NAME), Ok(None));

    let history = History::open(dir.path(), KeySource::Keyring(&keys)).unwrap();
    assert_eq!(history.kept(), Kept::Keyring);
    history.set_setting("lang", Some("nl")).unwrap();
    drop(history);
    assert!(keys.read(KEY_NAME).unwrap().is_some());

    let again = History::open(dir.path(), KeySource::Keyring(&OsKeyring::new())).unwrap();
    assert_eq!(again.setting("lang").unwrap().as_deref(), Some("nl"));
    drop(again);

    // Another secret beside it is another's.
    let (mailbox, secret) = (
        "imap://an%40school.example@imap.school.example:993",
        "Zonne bloem é",
    );
    keys.write(mailbox, b"first").unwrap();
    keys.write(mailbox, secret.as_bytes()).unwrap();
    assert_eq!(keys.read(mailbox).unwrap().unwrap().as_slice(), secret.as_bytes());

    keys.forget(KEY_NAME).unwrap();
    keys.forget(KEY_NAME).unwrap();
    assert!(keys.read(mailbox).unwrap().is_some());
    keys.forget(mailbox).unwrap();
    assert_eq!(keys.read(mailbox), Ok(None));
    let lost = History::open(dir.path(), KeySource::Keyring(&keys)).err();
    assert!(matches!(lost, Some(HistoryError::KeyMissing)), "{lost:?}");
    assert!(!erase(dir.path(), &keys).unwrap().key_left);
    drop(History::open(dir.path(), KeySource::Keyring(&keys)).unwrap());
    assert!(!erase(dir.path(), &keys).unwrap().key_left);
    assert_eq!(keys.read(KEY_NAME), Ok(None));
}

#[test]
fn no_keyring_is_said_at_once() {
    if !inside(Session::Bare, "no_keyring_is_said_at_once") {
        return;
    }
    let (dir, keys, start) = (tempdir().unwrap(), OsKeyring::new(), Instant::now());
    assert_eq!(detect(dir.path(), &keys), Availability::NeedsChoice);
    let refused = History::open(dir.path(), KeySource::Keyring(&keys)).err();
    assert!(
        matches!(refused, Some(HistoryError::NoKeyring(SecretStoreError::Absent))),
        "{refused:?}"
    );
    assert!(start.elapsed() < Duration::from_secs(2));
    assert!(!dir.path().join("history.db").exists());
}

/// A daemon that D-Bus starts by itself was never set up: it refuses, or waits for a window that nobody sees.
#[test]
fn a_keyring_that_was_never_set_up_is_given_up() {
    if !inside(Session::Desktop, "a_keyring_that_was_never_set_up_is_given_up") {
        return;
    }
    let (dir, keys, start) = (tempdir().unwrap(), OsKeyring::new(), Instant::now());
    let refused = History::open(dir.path(), KeySource::Keyring(&keys)).err();
    assert!(matches!(refused, Some(HistoryError::NoKeyring(_))), "{refused:?}");
    assert!(start.elapsed() < Duration::from_secs(12), "{:?}", start.elapsed());
    assert!(!dir.path().join("history.db").exists());
}

#[test]
fn a_keyring_that_hangs_is_given_up() {
    if !inside(Session::Desktop, "a_keyring_that_hangs_is_given_up") {
        return;
    }
    let daemon = Daemon::start();
    let signal = |name: &str| {
        let sent = Command::new("kill")
            .arg(name)
            .arg(daemon.0.id().to_string())
            .status()
            .unwrap();
        assert!(sent.success());
    };
    let patience = Duration::from_millis(700);
    let (dir, keys) = (tempdir().unwrap(), OsKeyring::new().with_patience(patience));
    assert_eq!(keys.read(KEY_NAME), Ok(None));

    signal("-STOP");
    let start = Instant::now();
    let refused = History::open(dir.path(), KeySource::Keyring(&keys)).err();
    assert!(
        matches!(refused, Some(HistoryError::NoKeyring(SecretStoreError::Silent(p))) if p == patience),
        "{refused:?}"
    );
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    assert!(!dir.path().join("history.db").exists());

    signal("-CONT");
    drop(History::open(dir.path(), KeySource::Keyring(&OsKeyring::new())).unwrap());
}
