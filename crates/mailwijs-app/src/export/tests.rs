//! A mail in a folder, and all ways in which that goes.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::tempdir;

use super::PrivateFolders;

const MESSAGE: &[u8] = b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
--b\r\nContent-Type: text/plain\r\n\r\nDag\r\n\
--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../../verslag.pdf\"\r\n\r\neen\r\n\
--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"VERSLAG.pdf\"\r\n\r\ntwee\r\n\
--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment\r\n\r\ndrie\r\n\
--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"mail.pdf\"\r\n\r\nvier\r\n\
--b--\r\n";

fn folders(base: &Path) -> PrivateFolders {
    PrivateFolders::at(base.to_owned(), Duration::from_hours(1))
}

fn left(base: &Path) -> usize {
    fs::read_dir(base).unwrap().count()
}

fn wait_for(what: &str, done: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !done() {
        assert!(Instant::now() < end, "{what} did not happen");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_mail_is_there_as_pdf_as_eml_and_with_its_files() {
    let base = tempdir().unwrap();
    let folder = folders(base.path()).create(MESSAGE, b"%PDF", "bijlage").unwrap();
    let there: Vec<(String, Vec<u8>)> = folder
        .files()
        .iter()
        .map(|path| {
            assert_eq!(path.parent(), Some(folder.path()));
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read(path).unwrap(),
            )
        })
        .collect();
    let expected: [(&str, &[u8]); 6] = [
        ("mail.pdf", b"%PDF"),
        ("mail.eml", MESSAGE),
        ("verslag.pdf", b"een"),
        ("VERSLAG (2).pdf", b"twee"),
        ("bijlage", b"drie"),
        ("mail (2).pdf", b"vier"),
    ];
    for (told, (name, bytes)) in there.iter().zip(expected) {
        assert_eq!(
            (told.0.as_str(), told.1.trim_ascii_end()),
            (name, bytes.trim_ascii_end())
        );
    }
    assert_eq!(there.len(), 6);
    assert_eq!(there[1].1, MESSAGE);
}

#[test]
#[cfg(unix)]
fn nobody_else_can_open_it() {
    use std::os::unix::fs::PermissionsExt;
    let base = tempdir().unwrap();
    let folder = folders(base.path()).create(MESSAGE, b"%PDF", "bijlage").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(folder.path()), 0o700);
    assert_eq!(mode(folder.path().parent().unwrap()), 0o700);
    for file in folder.files() {
        assert_eq!(mode(file), 0o600, "{}", file.display());
    }
}

#[test]
fn it_goes_when_the_teacher_is_done() {
    let base = tempdir().unwrap();
    let folder = folders(base.path()).create(MESSAGE, b"%PDF", "bijlage").unwrap();
    fs::write(folder.path().join("van de leraar.txt"), "x").unwrap();
    assert!(folder.is_there());
    folder.wipe().unwrap();
    assert!(!folder.is_there());
    assert_eq!(left(base.path()), 0);
    folder.wipe().unwrap();
}

#[test]
fn it_goes_at_quit() {
    let base = tempdir().unwrap();
    drop(folders(base.path()).create(MESSAGE, b"%PDF", "bijlage").unwrap());
    assert_eq!(left(base.path()), 0);
}

#[test]
fn it_goes_after_its_time() {
    let base = tempdir().unwrap();
    let short = PrivateFolders::at(base.path().to_owned(), Duration::from_millis(50));
    let folder = short.create(MESSAGE, b"%PDF", "bijlage").unwrap();
    wait_for("the removal", || !folder.is_there() && left(base.path()) == 0);
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let base = tempdir().unwrap();
    let nowhere = folders(&base.path().join("weg"));
    assert!(nowhere.create(MESSAGE, b"%PDF", "bijlage").is_err());
    assert_eq!(nowhere.sweep(), 0);
}

#[test]
#[cfg(unix)]
fn only_what_is_ours_is_swept() {
    let (base, elsewhere) = (tempdir().unwrap(), tempdir().unwrap());
    fs::write(elsewhere.path().join("lock"), "").unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), base.path().join("mailwijs-export-link")).unwrap();
    fs::write(base.path().join("mailwijs-export-file"), "x").unwrap();
    fs::create_dir(base.path().join("iets anders")).unwrap();
    // One that is being made at this moment.
    fs::create_dir(base.path().join("mailwijs-export-new")).unwrap();
    let held = folders(base.path()).create(MESSAGE, b"%PDF", "bijlage").unwrap();
    assert_eq!(folders(base.path()).sweep(), 0);
    assert!(held.is_there() && elsewhere.path().join("lock").exists());
    assert_eq!(left(base.path()), 5);

    let killed = base.path().join("mailwijs-export-killed");
    fs::create_dir_all(killed.join("mail")).unwrap();
    fs::write(killed.join("lock"), "").unwrap();
    fs::write(killed.join("mail/mail.eml"), MESSAGE).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), killed.join("mail/link")).unwrap();
    assert_eq!(folders(base.path()).sweep(), 1);
    assert!(!killed.exists() && elsewhere.path().join("lock").exists());
}

/// On its own it does nothing: what [`a_process_that_is_killed_leaves_nothing_for_long`] starts and kills.
#[test]
fn a_process_with_a_folder() {
    let Some(base) = std::env::var_os("MAILWIJS_TEST_EXPORT") else {
        return;
    };
    let folder = folders(Path::new(&base))
        .create(MESSAGE, b"%PDF", "bijlage")
        .unwrap();
    fs::write(Path::new(&base).join("ready"), "").unwrap();
    std::thread::sleep(Duration::from_mins(2));
    drop(folder);
}

#[test]
fn a_process_that_is_killed_leaves_nothing_for_long() {
    let base = tempdir().unwrap();
    let mut process = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "export::tests::a_process_with_a_folder"])
        .env("MAILWIJS_TEST_EXPORT", base.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let ready = base.path().join("ready");
    wait_for("the folder of the other process", || ready.exists());
    fs::remove_file(&ready).unwrap();
    assert_eq!(folders(base.path()).sweep(), 0, "another instance still needs it");
    assert_eq!(left(base.path()), 1);
    // SIGKILL: nothing of the process runs any more.
    process.kill().unwrap();
    process.wait().unwrap();
    assert_eq!(left(base.path()), 1, "nobody was there to clear up");
    assert_eq!(folders(base.path()).sweep(), 1);
    assert_eq!(left(base.path()), 0);
}
