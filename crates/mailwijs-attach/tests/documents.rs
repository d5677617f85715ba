//! Real documents, written by well-known libraries, and what is read from them.

#![allow(clippy::unwrap_used, reason = "test helpers outside a test function")]

use mailwijs_attach::{Limits, Unreadable, extract, extract_lent};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/attach")
        .join(name)
}

fn documents() -> Vec<PathBuf> {
    let mut paths: Vec<_> = fixture("")
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

#[test]
fn documents_read_as_recorded() {
    for path in documents() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let found = extract(&name, "", &std::fs::read(&path).unwrap(), &Limits::default());
        let mut shown = format!("unreadable {:?}, cut {}\n", found.unreadable, found.cut);
        for file in &found.files {
            writeln!(shown, "file {file}").unwrap();
        }
        let text = if found.text.len() > 4000 {
            "(long)"
        } else {
            &found.text
        };
        for line in text.lines() {
            writeln!(shown, "| {}", line.replace('\t', " → ")).unwrap();
        }
        insta::assert_snapshot!(name, shown);
    }
}

/// A compressed file must not unpack to more than allowed, whatever sizes it declares.
#[test]
fn a_zip_bomb_is_left_alone() {
    let bomb = std::fs::read(fixture("bom.zip")).unwrap();
    let limits = Limits {
        unpacked: 1 << 20,
        ..Limits::default()
    };
    let found = extract("bom.zip", "", &bomb, &limits);
    assert_eq!(found.unreadable, Some(Unreadable::TooLarge));
    assert_eq!(found.files, ["nul.txt"]);
    assert!(found.text.is_empty());
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_left_alone() {
    let book = std::fs::read(fixture("klaslijst.xlsx")).unwrap();
    let found = extract(
        "klaslijst.xlsx",
        "",
        &book,
        &Limits {
            unpacked: 4096,
            ..Limits::default()
        },
    );
    assert_eq!(found.unreadable, Some(Unreadable::TooLarge));
}

#[test]
fn archives_are_opened_only_so_deep() {
    let archive = std::fs::read(fixture("map.zip")).unwrap();
    let found = extract(
        "map.zip",
        "",
        &archive,
        &Limits {
            depth: 1,
            ..Limits::default()
        },
    );
    assert_eq!(found.unreadable, Some(Unreadable::TooLarge));
    assert!(found.files.contains(&"diep.txt".to_owned()));
    assert!(!found.text.contains("wachtwoord"));
}

#[test]
fn large_files_and_long_texts_are_bounded() {
    let limits = Limits {
        input: 100,
        text: 5,
        ..Limits::default()
    };
    assert_eq!(
        extract("a.txt", "", &[b'a'; 101], &limits).unreadable,
        Some(Unreadable::TooLarge)
    );
    let found = extract("a.txt", "", "één twee".as_bytes(), &limits);
    assert_eq!((found.text.as_str(), found.cut), ("één", true));
}

#[test]
fn what_a_file_begins_with_tells_whether_it_is_read() {
    let photo = [b"\xFF\xD8\xFF\xE0\x00\x10JFIF".as_slice(), &[7; 2000]].concat();
    let zero_far_behind = [[b'a'; 1500].as_slice(), &[0], &[b'a'; 500]].concat();
    for (name, media_type, bytes) in [
        ("foto.jpg", "image/jpeg", photo.as_slice()),
        ("foto", "", &photo),
        ("foto.pdf", "image/jpeg", &photo),
        ("lijst", "", &zero_far_behind),
        ("lijst.bin", "application/octet-stream", &zero_far_behind),
        (
            "verslag.docx",
            "",
            &std::fs::read(fixture("verslag.docx")).unwrap(),
        ),
        ("brief.txt", "text/plain", &[b'a'; 2000]),
    ] {
        let found = extract(name, media_type, bytes, &Limits::default());
        let unread = found == extract("foto.jpg", "image/jpeg", &photo, &Limits::default());
        for length in [1024, 1300, bytes.len()] {
            let beginning = &bytes[..length.min(bytes.len())];
            // What is left unread must be what has nothing to read.
            assert!(
                mailwijs_attach::reads(name, media_type, beginning) || unread,
                "{name} {length}"
            );
        }
    }
    assert!(!mailwijs_attach::reads("foto.jpg", "image/jpeg", &photo[..1024]));
}

#[test]
fn a_stalled_parser_does_not_hold_up_the_caller() {
    // Long enough that it is not done before anybody waits for it.
    let page = "<p>Dag allen</p>".repeat(500_000);
    let limits = Limits {
        time: Duration::ZERO,
        ..Limits::default()
    };
    assert_eq!(
        extract("verslag.html", "", page.as_bytes(), &limits).unreadable,
        Some(Unreadable::TooSlow)
    );
}

#[test]
fn after_a_stalled_document_the_next_is_read_and_its_bytes_come_back() {
    let (mut page, mut note) = ("<p>Dag allen</p>".repeat(500_000).into_bytes(), b"Dag".to_vec());
    let no_time = Limits {
        time: Duration::ZERO,
        ..Limits::default()
    };
    for _ in 0..3 {
        let stalled = extract_lent("verslag.html", "", &mut page, &no_time);
        assert_eq!(stalled.unreadable, Some(Unreadable::TooSlow));
        assert!(page.is_empty());
        let read = extract_lent("notitie.txt", "", &mut note, &Limits::default());
        assert_eq!((read.text.as_str(), read.unreadable), ("Dag", None));
        assert_eq!(note, b"Dag");
        page = "<p>Dag allen</p>".repeat(500_000).into_bytes();
    }
}

#[test]
fn what_is_no_document_says_so() {
    let limits = Limits::default();
    let why = |name, bytes| extract(name, "", bytes, &limits).unreadable;
    assert_eq!(why("brief.pdf", b"geen pdf"), Some(Unreadable::Broken));
    assert_eq!(
        why("brief.docx", b"PK\x03\x04 geen zip"),
        Some(Unreadable::Broken)
    );
    assert_eq!(
        why("foto.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF"),
        Some(Unreadable::Unsupported)
    );
    assert_eq!(
        why("oud.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Word"),
        Some(Unreadable::Unsupported)
    );
    assert_eq!(why("leeg.txt", b""), None);
}

/// The bytes decide, not the name.
#[test]
fn a_document_under_another_name_is_read() {
    let document = std::fs::read(fixture("verslag.docx")).unwrap();
    let found = extract(
        "verslag.dat",
        "application/octet-stream",
        &document,
        &Limits::default(),
    );
    assert!(found.text.contains("Rijksregisternummer"));
}

/// A file that lost its tail still shows what is left, and says that something is missing.
#[test]
fn a_cut_off_pdf_is_not_passed_off_as_whole() {
    for name in ["brief.pdf", "brief-ttf.pdf", "afspraken.pdf", "formulier.pdf"] {
        let document = std::fs::read(fixture(name)).unwrap();
        for part in 1..10 {
            let found = extract(
                name,
                "",
                &document[..document.len() * part / 10],
                &Limits::default(),
            );
            assert!(found.unreadable.is_some(), "{name} cut at {part}/10");
        }
    }
}
