//! Every problem of a policy is told in Dutch, French and English.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::{collections::BTreeSet, fs, path::PathBuf};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use insta::{assert_snapshot, with_settings};
use mailwijs_policy::{Policy, SignatureError};

const TEXTS: [(&str, &str); 3] = [
    ("nl", include_str!("../../../assets/i18n/nl/policy.ftl")),
    ("fr", include_str!("../../../assets/i18n/fr/policy.ftl")),
    ("en", include_str!("../../../assets/i18n/en/policy.ftl")),
];

fn bundle(lang: &str, texts: &str) -> FluentBundle<FluentResource> {
    let texts =
        FluentResource::try_new(texts.to_owned()).unwrap_or_else(|(_, errors)| panic!("{lang}: {errors:?}"));
    let mut bundle = FluentBundle::new(vec![lang.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(texts).unwrap();
    bundle
}

#[track_caller]
fn message(bundle: &FluentBundle<FluentResource>, id: &str, args: &[(&'static str, String)]) -> String {
    let message = bundle.get_message(id).and_then(|message| message.value());
    let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(
        message.unwrap_or_else(|| panic!("no text {id}")),
        Some(&args),
        &mut errors,
    );
    assert!(errors.is_empty(), "{id}: {errors:?}");
    text.into_owned()
}

/// The text of every policy with problems.
fn bad_policies() -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/policy");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("bad-"))
    });
    files.sort();
    files
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn every_problem_has_its_words_in_every_language() {
    for (lang, texts) in TEXTS {
        let bundle = bundle(lang, texts);
        let (mut told, mut keys) = (Vec::new(), BTreeSet::new());
        for source in bad_policies() {
            for error in &Policy::parse(&source).unwrap_err() {
                keys.insert(error.kind.key());
                told.push(message(
                    &bundle,
                    &format!("policy-error-{}", error.kind.key()),
                    &error.kind.args(),
                ));
            }
        }
        let written: Vec<_> = texts
            .lines()
            .filter_map(|line| line.strip_prefix("policy-error-")?.split(" =").next())
            .collect();
        let unused: Vec<_> = written
            .iter()
            .filter(|key| **key != "place" && !keys.contains(*key))
            .collect();
        assert!(
            unused.is_empty(),
            "{lang}: no policy in the fixtures leads to {unused:?}"
        );
        with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "messages" }, {
            assert_snapshot!(lang, told.join("\n"));
        });
    }
}

#[test]
fn every_doubt_about_a_signature_has_its_words_in_every_language() {
    use SignatureError::{Changed, Malformed, OtherKey, Password, PublicKey, SecretKey, Unavailable};
    for (lang, texts) in TEXTS {
        let bundle = bundle(lang, texts);
        for error in [
            SecretKey,
            Password,
            PublicKey,
            Malformed,
            OtherKey,
            Changed,
            Unavailable,
        ] {
            assert!(message(&bundle, &format!("policy-signature-{}", error.key()), &[]).ends_with('.'));
        }
    }
}
