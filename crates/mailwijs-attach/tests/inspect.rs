//! What is seen of files that can do harm, without opening them.

#![allow(clippy::unwrap_used, reason = "test helpers outside a test function")]

use std::io::{Cursor, Write as _};

use mailwijs_attach::{Inspection, Limits, inspect};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn look(name: &str, bytes: &[u8]) -> Inspection {
    inspect(name, "", bytes, &Limits::default())
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn program() -> Vec<u8> {
    [
        b"MZ".as_slice(),
        &[0; 58],
        &64_u32.to_le_bytes(),
        b"PE\0\0",
        &[0; 12],
    ]
    .concat()
}

fn document(with_macros: bool) -> Vec<u8> {
    let macros: &[(&str, &[u8])] = if with_macros {
        &[("word/vbaProject.bin", b"x")]
    } else {
        &[]
    };
    let parts: &[(&str, &[u8])] = &[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w/>"),
    ];
    zipped(&[parts, macros].concat())
}

#[test]
fn programs_whatever_their_name() {
    assert!(look("loonbrief.pdf", &program()).program);
    assert!(!look("mz.txt", b"MZ is a text about Mozart").program);
    assert!(look("x", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0\0\0\0\0\0\0F").shortcut);
}

#[test]
fn macros_by_content() {
    assert!(look("cv.docx", &document(true)).macros);
    assert!(!look("cv.docm", &document(false)).macros);
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    assert!(!look("brief.doc", &old).macros);
    old.extend("_VBA_PROJECT".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(look("brief.doc", &old).macros);
}

#[test]
fn archives_are_listed_with_archives_inside() {
    let inner = zipped(&[("factuur.pdf.scr", &program())]);
    let outer = zipped(&[
        ("map/deel1.zip", &inner),
        ("cv.docx", &document(true)),
        ("foto.jpg", &program()),
    ]);
    let found = look("offerte.zip", &outer);
    let names: Vec<_> = found.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["map/deel1.zip", "factuur.pdf.scr", "cv.docx", "foto.jpg"]);
    let marks: Vec<_> = found
        .members
        .iter()
        .map(|member| (member.program, member.macros))
        .collect();
    assert_eq!(
        marks,
        [(false, false), (true, false), (false, true), (true, false)]
    );
    assert!(!found.locked);
}

#[test]
fn locked_archives_tell_their_names() {
    let mut bytes = zipped(&[("dossier.xls", b"x")]);
    for (magic, flag) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes.windows(4).position(|four| four == magic).unwrap();
        bytes[at + flag] |= 1;
    }
    let found = look("dossier.zip", &bytes);
    assert!(found.locked);
    assert_eq!(found.members[0].name, "dossier.xls");
}

#[test]
fn pages_that_ask_or_hide() {
    let page = |text: &str| look("x.html", text.as_bytes()).page.unwrap();
    let login = page("<form action=' https://a.example/p '><input TYPE=Password></form>");
    assert!(login.form && login.password && !login.script);
    assert_eq!(login.targets, ["https://a.example/p"]);
    let hides = page("<script>document.write(atob('x'))</script>");
    assert!(hides.script && hides.hides);
    let data = page("<script type='application/ld+json'>{\"a\":\"eval(\"}</script><p>eval(</p>");
    assert!(!data.script && !data.hides);
    assert!(page("<meta http-equiv=Refresh content='0; URL=https://a.example'>").refresh);
    let drawing = look("x.svg", b"<svg onload='x()'/>").page.unwrap();
    assert!(drawing.drawing && drawing.script);
    assert_eq!(look("x.txt", b"<form>").page, None);
}

/// Anything worse than linear would take hours.
#[test]
fn hostile_files_are_bounded() {
    let nested = (0..40).fold(b"kern".to_vec(), |inner, _| zipped(&[("laag.zip", &inner)]));
    let depth = look("lagen.zip", &nested).members.len();
    assert_eq!(depth, Limits::default().depth + 1);

    let zeros = vec![0; 4 << 20];
    let bombs: Vec<(String, &[u8])> = (0..20)
        .map(|index| (format!("bom{index}.html"), zeros.as_slice()))
        .collect();
    let bombs: Vec<(&str, &[u8])> = bombs
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    let many: Vec<(String, &[u8])> = (0..5000)
        .map(|index| (format!("{index}.txt"), b"x".as_slice()))
        .collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let (bombs, many) = (zipped(&bombs), zipped(&many));
    assert_eq!(look("bommen.zip", &bombs).members.len(), 20);
    assert_eq!(look("veel.zip", &many).members.len(), Limits::default().files);
    look("x.html", "<form".repeat(1 << 20).as_bytes());
    look("x.html", format!("<form {}>", "a=b ".repeat(1 << 19)).as_bytes());
    look("x.html", "<script>".repeat(1 << 18).as_bytes());
    look("x.html", "<!--".repeat(1 << 18).as_bytes());
    look("x.svg", "<".repeat(4 << 20).as_bytes());
}

fn packed(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/archives");
    std::fs::read(format!("{folder}/{name}")).unwrap()
}

fn names(found: &Inspection) -> Vec<&str> {
    found.members.iter().map(|member| &*member.name).collect()
}

#[test]
fn what_is_in_a_rar_or_7z_archive_is_known_by_name() {
    for name in ["twee.rar", "twee-oud.rar"] {
        let found = look(name, &packed(name));
        assert_eq!(names(&found), ["map/verslag.docx", "factuur.exe"], "{name}");
        assert!(!found.locked, "{name}");
    }
    // Made by libarchive, with a list that is packed too.
    let found = look("lessen.7z", &packed("lessen.7z"));
    assert_eq!(found.members.len(), 42);
    assert!(names(&found).contains(&"map/les 7.pdf") && names(&found).contains(&"factuur.exe"));
    assert!(!found.locked);
}

#[test]
fn a_lock_on_files_or_on_their_names_is_told() {
    for name in ["op-slot.rar", "op-slot.7z"] {
        let found = look(name, &packed(name));
        assert_eq!(names(&found), ["map/verslag.docx", "factuur.exe"], "{name}");
        assert!(found.locked, "{name}");
    }
    for name in ["namen-op-slot.rar", "namen-op-slot.7z"] {
        let found = look(name, &packed(name));
        assert!(found.members.is_empty() && found.locked, "{name}");
    }
}

#[test]
fn a_rar_in_a_zip_is_looked_into() {
    let (rar, seven_zip) = (packed("twee.rar"), packed("lessen.7z"));
    let found = look(
        "alles.zip",
        &zipped(&[("twee.rar", &rar), ("lessen.7z", &seven_zip)]),
    );
    assert!(names(&found).starts_with(&["twee.rar", "map/verslag.docx", "factuur.exe", "lessen.7z"]));
    assert_eq!(found.members.len(), 2 + 2 + 42);
}

#[test]
fn of_an_archive_no_more_is_listed_than_may_be() {
    let few = Limits {
        files: 10,
        ..Limits::default()
    };
    let found = inspect("lessen.7z", "", &packed("lessen.7z"), &few);
    assert_eq!(found.members.len(), 10);
    for name in ["twee.rar", "lessen.7z"] {
        let none = Limits {
            input: 100,
            ..Limits::default()
        };
        assert_eq!(inspect(name, "", &packed(name), &none), Inspection::default());
    }
}

#[test]
fn a_cut_or_changed_archive_does_no_harm() {
    for name in [
        "twee.rar",
        "twee-oud.rar",
        "op-slot.rar",
        "lessen.7z",
        "op-slot.7z",
        "namen-op-slot.7z",
    ] {
        let whole = packed(name);
        for length in 0..whole.len() {
            look(name, &whole[..length]);
        }
        for at in 0..whole.len() {
            for other in [0, 1, 0x17, 0x7F, 0xFF] {
                let mut changed = whole.clone();
                changed[at] = other;
                look(name, &changed);
            }
        }
    }
    // A 7z file that does not tell where its list is makes a reader look for it at every byte.
    let mut lost = [0x01, 0x00].repeat(500_000);
    lost.splice(..32, [packed("lessen.7z")[..8].to_vec(), vec![0; 24]].concat());
    let begin = std::time::Instant::now();
    assert_eq!(look("lessen.7z", &lost).members, []);
    assert!(begin.elapsed() < std::time::Duration::from_secs(1));
}

#[test]
fn an_archive_is_kept_whole_to_be_looked_over() {
    for name in ["twee.rar", "lessen.7z"] {
        assert!(mailwijs_attach::reads(name, "", &packed(name)));
    }
}
