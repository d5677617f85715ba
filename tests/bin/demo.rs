//! The scripted teacher in a terminal: plays the demo script into a passing mailbox while `mailwijs watch` looks on.
//!
//! `cargo xtask demo --headless` runs it.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use mailwijs_app::demo::{Demo, Pace, Script};

/// How long the last save may take to come through before the end.
const LAST_WORDS: Duration = Duration::from_secs(2);

fn main() -> Result<(), Box<dyn Error>> {
    let program = std::env::args_os().nth(1).map(PathBuf::from);
    let program = program.ok_or("usage: mailwijs-demo PATH-OF-MAILWIJS")?;
    let interrupted = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&interrupted);
    ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed))?;

    let place = tempfile::tempdir()?;
    let demo = Demo::start(
        &place.path().join("Proefmailbox"),
        &Script::embedded()?,
        Pace::Scripted,
    )?;
    let mut watcher = watch(&program, demo.path())?;
    let ended = look_on(&demo, &mut watcher, &interrupted);
    // After Ctrl-C it ends by itself; after the script it has to be told.
    let _ = watcher.kill();
    watcher.wait()?;
    demo.stop()?;
    place.close()?;
    ended?;
    let how = if interrupted.load(Ordering::Relaxed) {
        "was interrupted"
    } else {
        "is over"
    };
    println!("\nThe demo {how}; its mailbox is gone.");
    Ok(())
}

fn watch(program: &Path, mailbox: &Path) -> Result<Child, Box<dyn Error>> {
    Ok(Command::new(program)
        .args(["watch", "--lang", "nl"])
        .arg(mailbox)
        .spawn()?)
}

/// Until the script is over or the user has seen enough.
fn look_on(demo: &Demo, watcher: &mut Child, interrupted: &AtomicBool) -> Result<(), String> {
    while !interrupted.load(Ordering::Relaxed) {
        if demo.is_over() {
            thread::sleep(LAST_WORDS);
            return Ok(());
        }
        match watcher.try_wait() {
            Ok(Some(status)) if !interrupted.load(Ordering::Relaxed) => {
                return Err(format!("`mailwijs watch` ended before the script did: {status}"));
            }
            Ok(_) => thread::sleep(Duration::from_millis(50)),
            Err(error) => return Err(format!("`mailwijs watch` was lost: {error}")),
        }
    }
    Ok(())
}
