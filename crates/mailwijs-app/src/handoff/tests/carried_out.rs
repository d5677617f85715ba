//! A client that writes down how it was started.
#![cfg(unix)]

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::{TempDir, tempdir};

use crate::handoff::{DropOff, HandedOver, HandoffPlan, Launcher, Lost, Way};

const MESSAGE: &[u8] = b"Subject: $(touch gevaar); 'een'\r\nX-Unsent: 1\r\n\r\nDag\r\n";

/// A client in this folder, as the first argument of a shell: its arguments go to `argv`, one a line, the file it is
/// given to `seen`.
fn client(dir: &Path, ends: &str) -> OsString {
    let path = dir.join("client");
    let script = format!(
        "cd '{}'\nfor last; do printf '%s\\n' \"$last\"; done > argv.part\n\
         stat -c '%a' \"$last\" \"$(dirname \"$last\")\" > modes\ncp \"$last\" seen\nmv argv.part argv\n{ends}\n",
        dir.display()
    );
    fs::write(&path, script).unwrap();
    path.into()
}

fn wait_for(what: &str, done: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !done() {
        assert!(Instant::now() < end, "{what} did not happen");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn places() -> (TempDir, TempDir) {
    (tempdir().unwrap(), tempdir().unwrap())
}

fn left(base: &Path) -> usize {
    fs::read_dir(base).unwrap().count()
}

#[test]
fn the_client_gets_the_private_file_and_no_shell_reads_it() {
    let (base, desk) = places();
    let launcher = Launcher::new(DropOff::at(base.path().to_owned(), Duration::from_mins(1)));
    let way = Way::OpenMessage {
        programs: vec!["/no/such/client".into(), "sh".into()],
        args: vec![
            client(desk.path(), "exec sleep 1"),
            "-profile".into(),
            "/home/an/het profiel; rm -rf x".into(),
        ],
        message: MESSAGE.to_vec(),
    };
    assert_eq!(
        launcher.hand_over(HandoffPlan { ways: vec![way] }),
        HandedOver::Opened(Lost::default())
    );
    wait_for("the start", || desk.path().join("argv").exists());
    let argv = fs::read_to_string(desk.path().join("argv")).unwrap();
    let argv: Vec<&str> = argv.lines().collect();
    assert_eq!(argv[..2], ["-profile", "/home/an/het profiel; rm -rf x"]);
    assert!(
        Path::new(argv[2]).starts_with(base.path()) && Path::new(argv[2]).ends_with("concept.eml"),
        "{argv:?}"
    );
    assert_eq!(argv.len(), 3);
    assert_eq!(fs::read(desk.path().join("seen")).unwrap(), MESSAGE);
    assert_eq!(
        fs::read_to_string(desk.path().join("modes")).unwrap(),
        "600\n700\n"
    );
}

#[test]
fn the_file_goes_after_a_while() {
    let (base, _) = places();
    let file = DropOff::at(base.path().to_owned(), Duration::from_millis(50))
        .put(MESSAGE)
        .unwrap();
    wait_for("the removal", || !file.exists() && left(base.path()) == 0);
}

#[test]
fn what_an_earlier_run_left_is_wiped_and_nothing_else() {
    let (base, elsewhere) = places();
    let old = base.path().join("mailwijs-handoff-abc");
    fs::create_dir(&old).unwrap();
    fs::write(old.join("concept.eml"), MESSAGE).unwrap();
    fs::write(elsewhere.path().join("concept.eml"), "van iemand anders").unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), base.path().join("mailwijs-handoff-link")).unwrap();
    fs::write(base.path().join("bus"), "van iets anders").unwrap();

    drop(Launcher::new(DropOff::at(
        base.path().to_owned(),
        Duration::from_mins(1),
    )));
    assert!(!old.exists());
    assert!(base.path().join("bus").exists());
    assert!(
        elsewhere.path().join("concept.eml").exists(),
        "a link was followed"
    );
}

#[test]
fn a_client_that_fails_is_passed_over() {
    let (base, desk) = places();
    let launcher = Launcher::new(DropOff::at(base.path().to_owned(), Duration::from_mins(1)));
    let failing = client(desk.path(), "exit 3");
    let link = || Way::Link {
        url: "mailto:a@x.example".into(),
        clipboard: None,
        lost: Lost::default(),
    };
    let open = Way::OpenMessage {
        programs: vec!["sh".into()],
        args: vec![failing],
        message: MESSAGE.to_vec(),
    };
    let over = launcher.hand_over(HandoffPlan {
        ways: vec![open, link()],
    });
    assert_eq!(
        over,
        HandedOver::Link {
            url: "mailto:a@x.example".into(),
            clipboard: None,
            lost: Lost::default()
        }
    );

    let missing = Way::Start {
        programs: vec!["/no/such/client".into()],
        args: vec![],
        lost: Lost::default(),
    };
    let copy = Way::Copy {
        addresses: "a@x.example".into(),
    };
    let over = launcher.hand_over(HandoffPlan {
        ways: vec![missing, copy],
    });
    assert_eq!(
        over,
        HandedOver::Copy {
            addresses: "a@x.example".into()
        }
    );
}

#[test]
fn a_link_is_one_argument() {
    let (base, desk) = places();
    let launcher = Launcher::new(DropOff::at(base.path().to_owned(), Duration::from_mins(1)));
    let lost = Lost {
        attachments: 2,
        ..Lost::default()
    };
    let link = "mailto:?bcc=a@x.example,b@x.example&subject=a%20b";
    let way = Way::Start {
        programs: vec!["sh".into()],
        args: vec![client(desk.path(), "exit 0"), "--compose".into(), link.into()],
        lost,
    };
    assert_eq!(
        launcher.hand_over(HandoffPlan { ways: vec![way] }),
        HandedOver::Opened(lost)
    );
    assert_eq!(
        fs::read_to_string(desk.path().join("argv")).unwrap(),
        format!("--compose\n{link}\n")
    );
    assert_eq!(left(base.path()), 0, "a link needs no file");
}
