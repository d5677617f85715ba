//! Texts around a document in Dutch, and a way to read one back.
#![allow(dead_code, reason = "each test uses what it needs")]

use jiff::Timestamp;
use lopdf::{Dictionary, Document, Object};
use mailwijs_mail::parse;
use mailwijs_print::{Frame, MailPdfTexts, mail_pdf};

/// Around every document.
pub fn frame(title: &str) -> Frame<'_> {
    Frame {
        language: "nl",
        title,
        made: Timestamp::from_second(1_772_000_000).unwrap(),
        footer: "Afgedrukt met Mailwijs",
        page: &|page, last| format!("Pagina {page} van {last}"),
        unshown: &|count| format!("{count} tekens konden niet afgedrukt worden."),
        cut: "De rest staat in het mailbestand zelf.",
    }
}

/// Around a mail.
pub fn texts() -> MailPdfTexts<'static> {
    MailPdfTexts {
        from: "Van",
        to: "Aan",
        cc: "CC",
        bcc: "BCC",
        date: "Datum",
        subject: "Onderwerp",
        attachments: "Bijlagen",
        no_subject: "(geen onderwerp)",
        no_name: "(zonder naam)",
        sent: "maandag 3 maart 2025 om 8.12 uur",
        size: &|bytes| format!("{} kB", bytes.div_ceil(1000)),
        and_more: &|count| format!("en nog {count}"),
    }
}

/// A message as PDF.
pub fn print(message: &[u8]) -> Vec<u8> {
    mail_pdf(&parse(message), frame("Ontvangen mail"), &texts()).unwrap()
}

/// The document behind the bytes.
pub fn read(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).unwrap()
}

/// The text of all pages, by the tables that travel along.
pub fn text(pdf: &[u8]) -> String {
    let document = read(pdf);
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).unwrap()
}

/// All elements of the structure, by name, in the order of the file's objects.
pub fn elements(document: &Document) -> Vec<String> {
    let dictionaries = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok());
    let names = dictionaries.filter(|one| one.has_type(b"StructElem")).map(name);
    names.collect()
}

fn name(element: &Dictionary) -> String {
    match element.get(b"S") {
        Ok(Object::Name(name)) => String::from_utf8_lossy(name).into_owned(),
        _ => String::new(),
    }
}
