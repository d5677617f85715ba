//! `rules`, `stores`, `doctor` and `completions`.

use std::fs;
use std::path::Path;

use crate::home::Home;

#[test]
fn without_a_mail_client_scan_and_watch_say_what_to_do() {
    for command in ["scan", "watch"] {
        let ran = Home::new().run(&[command]);
        assert_eq!(ran.status, 2);
        assert!(ran.err.contains("mailprogramma"), "{ran:?}");
    }
}

#[test]
fn every_rule_is_listed_and_explained() {
    let home = Home::new();
    insta::assert_snapshot!(home.run(&["rules"]).out);
    for line in home.run(&["rules", "--format", "json"]).lines() {
        let page = home.run(&["rules", line["rule"].as_str().unwrap(), "--lang", "en"]);
        assert!(page.out.starts_with("# "), "{page:?}");
    }
    let unknown = home.run(&["rules", "visible"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("visible-recipients"), "{unknown:?}");
}

#[test]
fn a_thunderbird_is_found_with_its_identities_and_drafts() {
    let home = Home::new();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/mailstores/thunderbird-home-linux"),
        home.path(),
    );
    let ran = home.run(&["stores", "--format", "json"]);
    let client = &ran.lines()[0];
    assert_eq!(client["name"], "Thunderbird");
    let kinds: Vec<_> = client["identities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|identity| identity["kind"].clone())
        .collect();
    assert!(kinds.contains(&"school".into()), "{client}");
    let drafts = client["stores"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|store| store["drafts"].as_array().unwrap());
    assert!(drafts.into_iter().any(|name| name == "Concepten"), "{client}");
}

#[test]
fn the_doctor_looks_at_everything() {
    let ran = Home::new().run(&["doctor", "--format", "json"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let about: Vec<_> = ran
        .lines()
        .iter()
        .map(|line| line["about"].as_str().unwrap().to_owned())
        .collect();
    for subject in ["policy", "class-list", "mail-client", "history"] {
        assert!(about.iter().any(|said| said == subject), "{subject}: {about:?}");
    }
}

#[test]
fn shells_get_their_completions() {
    for shell in ["bash", "zsh", "fish"] {
        let ran = Home::new().run(&["completions", shell]);
        assert!(ran.status == 0 && ran.out.contains("mailwijs"), "{shell}");
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
