//! The sample stores of `tests/mailstores`, copied to where a test may do as it likes.
#![expect(
    clippy::expect_used,
    reason = "a test whose files cannot be prepared has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Every sample store's name.
pub fn names() -> Vec<String> {
    let entries = fs::read_dir(samples()).expect("tests/mailstores is there");
    let directories = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = directories
        .map(|entry| entry.file_name().into_string().expect("sample names are ASCII"))
        .collect();
    names.sort();
    names
}

/// A copy of a sample store. Where the system allows it, Maildir flags are set off with a colon again.
pub fn copy(name: &str) -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary directory can be made");
    copy_into(&samples().join(name), copy.path());
    copy
}

/// The text of a file of a sample.
pub fn text(name: &str, file: &str) -> String {
    fs::read_to_string(samples().join(name).join(file)).expect("the sample has this file")
}

/// Every file below a directory, with its bytes.
pub fn bytes_below(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![root.to_owned()];
    while let Some(directory) = waiting.pop() {
        for entry in fs::read_dir(&directory)
            .expect("the directory is there")
            .filter_map(Result::ok)
        {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let bytes = fs::read(&path).expect("the file can be read");
                files.insert(path, bytes);
            }
        }
    }
    files
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("mailstores")
}

fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory can be made");
    for entry in fs::read_dir(from)
        .expect("the sample is there")
        .filter_map(Result::ok)
    {
        let name = entry.file_name().into_string().expect("sample names are UTF-8");
        let target = to.join(local_name(&name));
        if entry.path().is_dir() {
            copy_into(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// The name that a mail client gives a file on this system.
pub fn local_name(name: &str) -> String {
    if cfg!(windows) {
        name.to_owned()
    } else {
        name.replace(";2,", ":2,")
    }
}
