//! That Mailwijs only reads: seen in what it asked of the system, and in the files themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use mailwijs_tests::Error;

/// What may be asked of a file in somebody's mail, besides opening it to read.
const HARMLESS: &[&str] = &[
    "access",
    "chdir",
    "faccessat",
    "faccessat2",
    "fstat",
    "getcwd",
    "getxattr",
    "inotify_add_watch",
    "lgetxattr",
    "lstat",
    "newfstatat",
    "readlink",
    "readlinkat",
    "stat",
    "statfs",
    "statx",
];

/// What makes of opening a file more than reading.
const WRITING: &[&str] = &[
    "O_WRONLY",
    "O_RDWR",
    "O_CREAT",
    "O_TRUNC",
    "O_APPEND",
    "O_TMPFILE",
];

/// The calls of a trace that could have changed something below `home`.
///
/// # Errors
/// When not a single file below `home` was opened: then nothing was traced.
pub fn meddling<'a>(trace: &'a str, home: &Path) -> Result<Vec<&'a str>, Error> {
    let home = home.to_string_lossy();
    let mut meddling = Vec::new();
    let mut read = 0;
    for line in trace.lines().filter(|line| line.contains(home.as_ref())) {
        let Some((call, arguments)) = call(line) else {
            continue;
        };
        if matches!(call, "open" | "openat" | "openat2") {
            if WRITING.iter().any(|flag| arguments.contains(flag)) {
                meddling.push(line);
            } else {
                read += 1;
            }
        } else if !HARMLESS.contains(&call) && call != "execve" {
            meddling.push(line);
        }
    }
    if read == 0 {
        return Err("the record shows no file that Mailwijs opened".into());
    }
    Ok(meddling)
}

/// The name of a call and what follows it, in `PID NAME(ARGUMENTS) = RESULT`.
fn call(line: &str) -> Option<(&str, &str)> {
    let (_, rest) = line.split_once(' ')?;
    let rest = rest.trim_start();
    // The second half of a call that another thread cut in two repeats no argument.
    if rest.starts_with('<') {
        return None;
    }
    rest.split_once('(')
}

/// Every file below a folder, with all that a meddler would change.
#[derive(Debug, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<PathBuf, (Vec<u8>, Option<SystemTime>)>);

impl Snapshot {
    /// What is there now. Bytes stay in memory and are never printed.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn of(root: &Path) -> Result<Self, Error> {
        let mut files = BTreeMap::new();
        let mut waiting = vec![root.to_owned()];
        while let Some(folder) = waiting.pop() {
            let changed = fs::metadata(&folder)?.modified().ok();
            files.insert(folder.clone(), (Vec::new(), changed));
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let kind = entry.file_type()?;
                if kind.is_dir() {
                    waiting.push(entry.path());
                } else if kind.is_file() {
                    let changed = entry.metadata()?.modified().ok();
                    files.insert(entry.path(), (fs::read(entry.path())?, changed));
                }
            }
        }
        Ok(Self(files))
    }

    /// The files that are not the same in both.
    pub fn differences(&self, other: &Self) -> Vec<PathBuf> {
        let all = self
            .0
            .keys()
            .chain(other.0.keys().filter(|path| !self.0.contains_key(*path)));
        all.filter(|path| self.0.get(*path) != other.0.get(*path))
            .cloned()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ: &str =
        "7 openat(AT_FDCWD</>, \"/home/an/Mail/Drafts\", O_RDONLY|O_CLOEXEC) = 5</home/an/Mail/Drafts>\n";

    fn found(line: &str) -> usize {
        let trace = format!("{READ}{line}\n");
        meddling(&trace, Path::new("/home/an")).map_or(usize::MAX, |lines| lines.len())
    }

    #[test]
    fn reading_is_no_meddling() {
        assert_eq!(
            found("7 statx(AT_FDCWD</>, \"/home/an/Mail/Drafts\", 0, STATX_ALL, {}) = 0"),
            0
        );
        assert_eq!(found("8 unlink(\"/tmp/x\") = 0"), 0);
    }

    #[test]
    fn whatever_changes_a_file_is_meddling() {
        for line in [
            "7 openat(AT_FDCWD</>, \"/home/an/Mail/Drafts\", O_RDWR|O_CLOEXEC) = 5",
            "7 openat(AT_FDCWD</>, \"/home/an/Mail/.lock\", O_WRONLY|O_CREAT, 0666 <unfinished ...>",
            "7 unlink(\"/home/an/Mail/Drafts\") = 0",
            "7 utimensat(AT_FDCWD</>, \"/home/an/Mail/Drafts\", NULL, 0) = 0",
            "7 fchmod(5</home/an/Mail/Drafts>, 0600) = 0",
        ] {
            assert_eq!(found(line), 1, "{line}");
        }
    }

    #[test]
    fn an_empty_record_proves_nothing() {
        assert!(meddling("7 stat(\"/home/an\") = 0", Path::new("/home/an")).is_err());
    }

    #[test]
    fn a_changed_byte_and_a_new_file_are_seen() -> Result<(), Error> {
        let root = tempfile::tempdir()?;
        fs::write(root.path().join("Drafts"), "a")?;
        let before = Snapshot::of(root.path())?;
        assert!(before.differences(&Snapshot::of(root.path())?).is_empty());
        fs::write(root.path().join("Drafts"), "b")?;
        fs::write(root.path().join("Drafts.lock"), "")?;
        let names = before.differences(&Snapshot::of(root.path())?);
        assert!(names.contains(&root.path().join("Drafts")), "{names:?}");
        assert!(names.contains(&root.path().join("Drafts.lock")), "{names:?}");
        Ok(())
    }
}
