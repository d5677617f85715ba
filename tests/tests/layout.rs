//! The house keeps its shape: dependencies point down only, and the pure crates stay pure.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what cargo prints has a known shape; anything else should stop the test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Every edge between crates of the workspace that ARCHITECTURE.md draws; there are no others.
const EDGES: &[(&str, &[&str])] = &[
    ("mailwijs-mail", &[]),
    ("mailwijs-attach", &[]),
    ("mailwijs-encoder", &["mailwijs-detect"]),
    ("mailwijs-handover", &["mailwijs-detect"]),
    ("mailwijs-history", &[]),
    ("mailwijs-i18n", &[]),
    ("mailwijs-detect", &["mailwijs-mail"]),
    ("mailwijs-policy", &["mailwijs-mail"]),
    ("mailwijs-print", &["mailwijs-mail"]),
    ("mailwijs-store", &["mailwijs-mail"]),
    ("mailwijs-imap", &["mailwijs-store"]),
    ("mailwijs-webdav", &["mailwijs-imap"]),
    (
        "mailwijs-checks",
        &[
            "mailwijs-attach",
            "mailwijs-detect",
            "mailwijs-mail",
            "mailwijs-policy",
        ],
    ),
    (
        "mailwijs-nudge",
        &["mailwijs-checks", "mailwijs-detect", "mailwijs-policy"],
    ),
    (
        "mailwijs-app",
        &[
            "mailwijs-attach",
            "mailwijs-checks",
            "mailwijs-detect",
            "mailwijs-encoder",
            "mailwijs-handover",
            "mailwijs-history",
            "mailwijs-i18n",
            "mailwijs-imap",
            "mailwijs-mail",
            "mailwijs-nudge",
            "mailwijs-policy",
            "mailwijs-print",
            "mailwijs-store",
            "mailwijs-webdav",
        ],
    ),
    ("mailwijs-cli", &["mailwijs-app"]),
    ("mailwijs-desktop", &["mailwijs-app"]),
    ("xtask", &[]),
];

/// May use whatever it tests.
const TESTS: &str = "mailwijs-tests";

/// No file, no clock, no network.
const PURE: &[&str] = &[
    "mailwijs-attach",
    "mailwijs-checks",
    "mailwijs-detect",
    "mailwijs-encoder",
    "mailwijs-handover",
    "mailwijs-i18n",
    "mailwijs-mail",
    "mailwijs-nudge",
    "mailwijs-policy",
    "mailwijs-print",
];

/// Crates that bring files, clocks, threads or the network with them.
const WORLDLY: &[&str] = &[
    "async-io",
    "async-std",
    "crossbeam-channel",
    "hyper",
    "keyring",
    "mio",
    "notify",
    "reqwest",
    "rusqlite",
    "smol",
    "socket2",
    "tauri",
    "tempfile",
    "tokio",
    "ureq",
    "walkdir",
    "zbus",
];

/// What reaches for the world in the standard library.
const REACHES: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env::",
    "std::process",
    "std::thread",
    "std::os::",
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "println!",
    "eprintln!",
];

/// Documents are read on a thread of their own, which is given up when one takes too long.
const BULKHEAD: (&str, &str) = ("mailwijs-attach", "std::thread");

#[test]
fn dependencies_point_down_only() {
    let allowed: BTreeMap<&str, &[&str]> = EDGES.iter().copied().collect();
    let mut wrong = Vec::new();
    for member in members() {
        if member.name == TESTS {
            continue;
        }
        let Some(may_use) = allowed.get(member.name.as_str()) else {
            wrong.push(format!("{} has no place in the architecture", member.name));
            continue;
        };
        for name in member
            .uses
            .iter()
            .filter(|name| !may_use.contains(&name.as_str()))
        {
            wrong.push(format!("{} may not depend on {name}", member.name));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn pure_crates_bring_no_world_with_them() {
    for pure in PURE {
        let linked = cargo(&["tree", "--package", pure, "--edges", "normal", "--prefix", "none"]);
        let names: BTreeSet<&str> = linked.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(names.contains(pure), "{linked}");
        let worldly = WORLDLY.iter().find(|worldly| names.contains(**worldly));
        assert_eq!(worldly, None, "of {pure}, directly or through others");
    }
}

#[test]
fn pure_crates_reach_for_nothing() {
    let mut wrong = Vec::new();
    for pure in PURE {
        let folder = root().join("crates").join(pure).join("src");
        let files = rust_files(&folder);
        assert!(!files.is_empty(), "{} holds no code", folder.display());
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for line in code_without_tests(&text) {
                let found = REACHES.iter().filter(|reach| line.contains(**reach));
                for reach in found.filter(|reach| (*pure, **reach) != BULKHEAD) {
                    wrong.push(format!("{}: {reach}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn pure_crates_forbid_unsafe_code() {
    for pure in PURE {
        let lib = root().join("crates").join(pure).join("src/lib.rs");
        let text = fs::read_to_string(&lib).unwrap();
        assert!(text.contains("#![forbid(unsafe_code)]"), "{}", lib.display());
    }
}

/// A crate of the workspace, and which others of the workspace it needs to run (not what its tests need).
struct Member {
    name: String,
    uses: Vec<String>,
}

fn members() -> Vec<Member> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    let member = |package: &Value| Member {
        name: text(&package["name"]),
        uses: neighbours(package),
    };
    packages.map(member).collect()
}

fn neighbours(package: &Value) -> Vec<String> {
    let all = package["dependencies"].as_array().unwrap().iter();
    let ours = all.filter(|dependency| dependency["kind"] != "dev" && !dependency["path"].is_null());
    ours.map(|dependency| text(&dependency["name"])).collect()
}

fn cargo(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(arguments)
        .args(["--offline", "--locked"])
        .current_dir(root());
    let output = command.output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_path_buf()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The Rust files below a folder, without those that hold only tests.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("tests") {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    found
}

/// The lines up to the test module, without comments.
fn code_without_tests(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    code.filter(|line| !line.trim_start().starts_with("//"))
}
