//! Fixture messages and how a person reads a parsed one.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "shared by several test programs, none of which uses all of it"
)]

use mailwijs_mail::{Direction, Mail, guess_direction};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Every fixture message: file name without extension, and bytes.
pub fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/mail");
    let mut fixtures: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "eml"))
        .map(|path| {
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .collect();
    fixtures.sort();
    assert!(!fixtures.is_empty());
    fixtures
}

/// A rendering to look at: headers, then the body with its zones in the margin, then files and links.
pub fn render(mail: &Mail) -> String {
    let mut out = String::new();
    let direction = match guess_direction(mail, None) {
        Direction::Draft => "draft",
        Direction::Received => "received",
        Direction::Sent => "sent",
    };
    writeln!(out, "{direction}, problems {:?}", mail.problems).unwrap();
    let id = mail.message_id.as_deref().unwrap_or("none");
    writeln!(
        out,
        "id {id}, references {:?}, date {:?}",
        mail.references, mail.date
    )
    .unwrap();
    writeln!(out, "{:?}", mail.marks).unwrap();
    writeln!(out, "from      {}", mail.from_text()).unwrap();
    for address in &mail.reply_to {
        writeln!(out, "reply to  {address}").unwrap();
    }
    for recipient in &mail.recipients {
        let Some(text) = mail
            .field_text(recipient.field)
            .get(recipient.at.clone())
            .map(str::to_owned)
        else {
            panic!("recipient outside its field");
        };
        writeln!(out, "{:<9} {text}", recipient.field.header()).unwrap();
    }
    writeln!(out, "subject   {}", mail.subject).unwrap();
    for zone in &mail.body.zones {
        for line in mail.body.content[zone.range.clone()].split_inclusive('\n') {
            writeln!(
                out,
                "{:>10} | {}",
                format!("{:?}", zone.kind),
                line.trim_end_matches('\n').escape_debug()
            )
            .unwrap();
        }
    }
    for file in &mail.attachments {
        let inline = if file.inline { ", inline" } else { "" };
        writeln!(
            out,
            "file      {:?} {} {} bytes{inline}",
            file.name,
            file.media_type,
            file.bytes.len()
        )
        .unwrap();
    }
    for link in &mail.links {
        writeln!(out, "link      {link}").unwrap();
    }
    out
}

/// What holds for every mail, whatever the bytes were.
pub fn check_invariants(mail: &Mail) {
    let mut at = 0;
    for zone in &mail.body.zones {
        assert_eq!(zone.range.start, at, "zones follow one another");
        assert!(zone.range.end > at, "no empty zone");
        assert!(
            mail.body.content.get(zone.range.clone()).is_some(),
            "on character boundaries"
        );
        at = zone.range.end;
    }
    assert_eq!(at, mail.body.content.len(), "zones cover the text");
    for recipient in &mail.recipients {
        let text = mail.field_text(recipient.field);
        assert_eq!(
            text.get(recipient.at.clone()),
            Some(recipient.address.to_string().as_str())
        );
    }
    assert!(!mail.body.content.contains('\r'));
    assert!(mail.problems.is_sorted());
}
