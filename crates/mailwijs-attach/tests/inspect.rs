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
