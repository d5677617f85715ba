//! `cargo xtask gen`: files made from the code. TypeScript types, rule pages, the schema of policy files, a table of the guide.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{cargo, shown};
use crate::trouble::{Outcome, Trouble};
use crate::{say, workspace};

const BINDINGS: &str = "ui/src/bindings";

/// What is generated: folders hold nothing else.
const PLACES: &[&str] = &[
    BINDINGS,
    "docs/regels",
    "docs/policy.schema.json",
    "docs/beleid.md",
];

/// How much is built to make the files: `build` makes the generator, `test` writes the TypeScript types.
pub struct Selection {
    build: &'static [&'static str],
    test: &'static [&'static str],
}

/// As little as possible.
pub const LEAN: Selection = Selection {
    build: &["build", "--package", "mailwijs-tests", "--bin", "mailwijs-gen"],
    test: &[
        "test",
        "--quiet",
        "--package",
        "mailwijs-app",
        "--lib",
        "export_bindings",
    ],
};

/// As `cargo xtask test` has built it already.
pub const WHOLE: Selection = Selection {
    build: &["build", "--quiet", "--workspace", "--bins", "--tests"],
    test: &["test", "--quiet", "--workspace", "--lib", "export_bindings"],
};

/// Writes the files, or with `--check` only says which are stale.
pub fn run(arguments: &[String]) -> Outcome {
    say::headline(
        "Files made from the code",
        "2 to 4 minutes on two cores the first time, then seconds",
    );
    match arguments {
        [] => write(),
        [check] if check == "--check" => check_with(&LEAN).map(|note| say::line(&note)),
        _ => Err(Trouble::new(
            "`gen` knows only --check",
            "cargo xtask gen, or cargo xtask gen --check",
        )),
    }
}

/// Says how many files there are when all are as the code says.
pub fn check_with(selection: &Selection) -> Result<String, Trouble> {
    let fresh = make(selection)?;
    let kept = files(&workspace::root())?;
    let stale = differences(&fresh, &kept);
    if stale.is_empty() {
        return Ok(format!("   {} files are up to date", fresh.len()));
    }
    let advice = format!(
        "{}\n\nMake them anew, and commit them: cargo xtask gen",
        stale.join("\n")
    );
    Err(Trouble::new(
        format!("{} generated files are stale", stale.len()),
        advice,
    ))
}

fn write() -> Outcome {
    let fresh = make(&LEAN)?;
    let root = workspace::root();
    let kept = files(&root)?;
    for path in kept.keys().filter(|path| !fresh.contains_key(*path)) {
        fs::remove_file(root.join(path)).map_err(|error| unwritable(path, &error))?;
    }
    let mut changed = 0;
    for (path, text) in fresh.iter().filter(|(path, text)| kept.get(*path) != Some(text)) {
        let place = root.join(path);
        let folder = place.parent().unwrap_or(&root);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&place, text));
        written.map_err(|error| unwritable(path, &error))?;
        changed += 1;
    }
    say::line(&format!("   {} files, {changed} of them changed", fresh.len()));
    Ok(())
}

/// Makes all of them in a passing folder, and reads them.
fn make(selection: &Selection) -> Result<BTreeMap<PathBuf, String>, Trouble> {
    let folder = workspace::scratch().join("generated");
    let _ = fs::remove_dir_all(&folder);
    let mut types = cargo(selection.test);
    types
        .env("TS_RS_EXPORT_DIR", folder.join(BINDINGS))
        .stdout(std::process::Stdio::null());
    shown(&mut types, "Mend what the compiler names.")?;
    shown(&mut cargo(selection.build), "Mend what the compiler names.")?;
    let mut generator = Command::new(workspace::program("mailwijs-gen"));
    shown(generator.arg(&folder), "What it says above tells why.")?;
    files(&folder)
}

/// Every generated file below a root, by its path from there.
fn files(root: &Path) -> Result<BTreeMap<PathBuf, String>, Trouble> {
    let mut found = BTreeMap::new();
    for place in PLACES {
        collect(root, Path::new(place), &mut found).map_err(|error| unwritable(Path::new(place), &error))?;
    }
    Ok(found)
}

fn collect(root: &Path, path: &Path, found: &mut BTreeMap<PathBuf, String>) -> io::Result<()> {
    let place = root.join(path);
    if place.is_dir() {
        for entry in fs::read_dir(place)? {
            collect(root, &path.join(entry?.file_name()), found)?;
        }
    } else if place.exists() {
        found.insert(path.to_path_buf(), fs::read_to_string(place)?);
    }
    Ok(())
}

fn differences(fresh: &BTreeMap<PathBuf, String>, kept: &BTreeMap<PathBuf, String>) -> Vec<String> {
    let missing_or_other = fresh.iter().filter_map(|(path, text)| match kept.get(path) {
        None => Some(format!("{} is missing", path.display())),
        Some(old) if old != text => Some(format!("{} is stale", path.display())),
        Some(_) => None,
    });
    let left_over = kept.keys().filter(|path| !fresh.contains_key(*path));
    let left_over = left_over.map(|path| format!("{} is made from nothing any more", path.display()));
    missing_or_other.chain(left_over).collect()
}

fn unwritable(path: &Path, error: &io::Error) -> Trouble {
    Trouble::new(
        format!("{}: {error}", path.display()),
        "Is the disk full, or the file not yours?",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> BTreeMap<PathBuf, String> {
        files
            .iter()
            .map(|(path, text)| (PathBuf::from(path), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn missing_stale_and_left_over_files_are_told_apart() {
        let fresh = tree(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let kept = tree(&[("b", "2"), ("c", "old"), ("d", "4")]);
        assert_eq!(
            differences(&fresh, &kept),
            ["a is missing", "c is stale", "d is made from nothing any more"]
        );
    }
}
