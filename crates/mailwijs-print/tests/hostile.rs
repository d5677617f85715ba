//! Whatever a mail holds, it is printed, and soon.
#![expect(clippy::unwrap_used, reason = "a test")]

mod common;

use std::time::{Duration, Instant};

use common::{frame, print, read, text};
use mailwijs_mail::{Attachment, Field, Mail, Recipient, Text, Zone, ZoneKind};
use mailwijs_print::{Document, mail_pdf};
use proptest::prelude::*;

fn body(text: &str) -> Vec<u8> {
    format!("From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n{text}").into_bytes()
}

#[track_caller]
fn printed(text: &str) -> Vec<u8> {
    let begin = Instant::now();
    let pdf = print(&body(text));
    assert!(begin.elapsed() < Duration::from_mins(1), "{:?}", begin.elapsed());
    assert!(!read(&pdf).get_pages().is_empty());
    pdf
}

#[test]
fn a_line_without_a_space_is_broken() {
    printed(&"x".repeat(1_000_000));
}

#[test]
fn a_long_line_of_words_is_broken() {
    printed(&"een twee ".repeat(120_000));
}

#[test]
fn marks_without_a_letter_are_cut() {
    printed(&"\u{301}".repeat(300_000));
}

#[test]
fn letters_that_no_font_has_are_told() {
    printed(&"中".repeat(200_000));
}

#[test]
fn marks_of_quotes_alone_are_nothing() {
    printed(&">".repeat(100_000));
}

#[test]
fn many_lines_end_somewhere_and_that_is_told() {
    let pdf = printed(&"ja\n".repeat(200_000));
    assert_eq!(read(&pdf).get_pages().len(), 401);
    let document = read(&pdf);
    assert!(
        document
            .extract_text(&[401])
            .unwrap()
            .contains("De rest staat in het mailbestand")
    );
}

#[test]
fn odd_characters_are_left_out_or_told() {
    let text = text(&printed(
        "een\0twee\u{1b}[31m \u{202e}drie\u{200b} שלום 😊👩‍🏫 \u{e000}\u{fffe} vier\n",
    ));
    assert!(text.contains("eentwee[31m drie"), "{text}");
    assert!(text.contains("vier"), "{text}");
    assert!(text.contains("tekens konden niet afgedrukt worden"), "{text}");
}

#[test]
fn zones_that_fit_nothing_are_left_out() {
    let zone = |range| Zone {
        kind: ZoneKind::Own,
        range,
    };
    let mail = Mail {
        body: Text {
            content: "één".to_owned(),
            zones: vec![zone(1..2), zone(0..900), zone(0..5)],
        },
        recipients: (0..3000)
            .map(|number| Recipient {
                field: Field::To,
                address: mailwijs_mail::Address {
                    name: String::new(),
                    email: format!("{number}@b.example"),
                },
                at: 0..0,
            })
            .collect(),
        attachments: vec![Attachment {
            name: "\u{202e}fdp.exe\n\n".repeat(5000),
            ..Attachment::default()
        }],
        ..Mail::default()
    };
    let pdf = mail_pdf(&mail, frame("x"), &common::texts()).unwrap();
    let text = text(&pdf);
    assert!(
        text.contains("2500") && text.contains("één") && text.contains("(geen onderwerp)"),
        "{text}"
    );
}

#[test]
fn long_titles_and_labels_do_no_harm() {
    let long = "woord ".repeat(3000) + &"x".repeat(3000);
    let mut paper = Document::new(frame(&long));
    paper.heading(&long);
    paper.facts(&[(long.as_str(), long.as_str()), ("", "")]);
    paper.bullets(&[long.as_str(), ""]);
    paper.steps::<&str>(&[]);
    paper.table(
        &[(&long, 0), ("", 1), (&long, 65_535)],
        &[[long.clone(), long.clone(), long.clone()]],
    );
    paper.table::<[String; 0]>(&[], &[[]]);
    paper.note(&long);
    assert!(read(&paper.into_pdf().unwrap()).get_pages().len() > 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_printed(text in any::<String>(), title in any::<String>()) {
        let mut paper = Document::new(frame(&title));
        paper.paragraph(&text);
        paper.facts(&[(&title, &text)]);
        read(&paper.into_pdf().unwrap());
        read(&print(text.as_bytes()));
    }
}
