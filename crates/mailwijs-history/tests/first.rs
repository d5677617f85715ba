//! The first connections of a process, all at once: each test here is its own program, since there is only one first time.

use std::env;
use std::process::Command;
use std::sync::Barrier;
use std::thread;

use mailwijs_history::{History, KeySource, SessionStore};
use tempfile::tempdir;

const AT_ONCE: usize = 8;
const PROGRAMS: usize = 150;

#[test]
fn all_who_come_first_find_the_encryption_ready() {
    let itself = env::current_exe().unwrap();
    for program in 0..PROGRAMS {
        let run = Command::new(&itself)
            .args(["--exact", "one_program", "--include-ignored"])
            .output()
            .unwrap();
        assert!(
            run.status.success(),
            "program {program}: {}",
            String::from_utf8_lossy(&run.stdout)
        );
    }
}

#[test]
#[ignore = "a program of its own, begun by the test above"]
fn one_program() {
    let together = Barrier::new(AT_ONCE);
    thread::scope(|scope| {
        let opened: Vec<_> = (0..AT_ONCE)
            .map(|_| {
                scope.spawn(|| {
                    let (dir, keys) = (tempdir().unwrap(), SessionStore::default());
                    together.wait();
                    History::open(dir.path(), KeySource::Keyring(&keys)).map(drop)
                })
            })
            .collect();
        for thread in opened {
            thread.join().unwrap().unwrap();
        }
    });
}
