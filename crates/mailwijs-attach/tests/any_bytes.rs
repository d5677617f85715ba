//! Damaged documents: whatever the bytes, an answer comes, in time and within the limits.

#![allow(clippy::unwrap_used, reason = "test helpers outside a test function")]

use mailwijs_attach::{Limits, extract};
use proptest::prelude::*;
use std::path::Path;
use std::time::{Duration, Instant};

fn documents() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/attach");
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut documents: Vec<_> = entries
        .filter(|path| !path.ends_with("bom.zip"))
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .collect();
    documents.sort();
    documents
}

fn check(name: &str, bytes: &[u8]) {
    let limits = Limits {
        text: 10_000,
        time: Duration::from_secs(2),
        ..Limits::default()
    };
    let started = Instant::now();
    let found = extract(name, "", bytes, &limits);
    assert!(started.elapsed() < Duration::from_secs(4), "{name}");
    assert!(found.text.len() <= limits.text);
    assert!(!found.text.contains('\r'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn documents_with_bytes_changed(
        which in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
    ) {
        let documents = documents();
        let (name, mut bytes) = documents[which.index(documents.len())].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        check(&name, &bytes);
    }

    #[test]
    fn documents_cut_off(which in any::<prop::sample::Index>(), end in any::<prop::sample::Index>()) {
        let documents = documents();
        let (name, bytes) = &documents[which.index(documents.len())];
        check(name, &bytes[..end.index(bytes.len())]);
    }

    #[test]
    fn random_bytes_after_a_magic_number(
        magic in prop::sample::select(vec!["%PDF-1.7\n", "PK\u{3}\u{4}", "<html>", ""]),
        bytes in proptest::collection::vec(any::<u8>(), 0..500),
    ) {
        check("bestand", &[magic.as_bytes(), &bytes].concat());
    }
}
