//! What the ICT coordinator is told about a policy that is not right: one file per case in `tests/fixtures/policy`.
#![expect(clippy::unwrap_used, reason = "a test")]

use std::{fs, path::PathBuf};

use insta::{assert_snapshot, with_settings};
use mailwijs_policy::Policy;

/// Name and text of every fixture whose name starts so.
fn fixtures(prefix: &str) -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/policy");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .map(|path| {
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                fs::read_to_string(&path).unwrap(),
            )
        })
        .filter(|(name, _)| name.starts_with(prefix))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (name, source) in fixtures("bad-") {
        let Err(errors) = Policy::parse(&source) else {
            panic!("{name} is accepted")
        };
        let told: Vec<_> = errors
            .iter()
            .map(|error| format!("{error}\n{}", error.position.excerpt(&source)))
            .collect();
        with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "errors" }, {
            assert_snapshot!(name.trim_start_matches("bad-"), told.join("\n\n"));
        });
    }
}

#[test]
fn what_is_right_is_accepted_and_survives_being_shown() {
    for (name, source) in fixtures("good-") {
        let policy = Policy::parse(&source).unwrap_or_else(|errors| panic!("{name}:\n{errors}"));
        let shown = policy.to_toml();
        let again =
            Policy::parse(&shown).unwrap_or_else(|errors| panic!("{name}, shown:\n{errors}\n{shown}"));
        assert_eq!(again.to_toml(), shown, "{name}");
    }
}
