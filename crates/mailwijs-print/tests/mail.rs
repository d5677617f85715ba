//! Mails on paper, read back.
#![expect(clippy::unwrap_used, reason = "a test")]

mod common;

use common::{elements, print, read, text};

const ORDINARY: &str = include_str!("mails/ordinary.eml");
const THREAD: &str = include_str!("mails/thread.eml");

#[test]
fn an_ordinary_mail_is_all_there() {
    let pdf = print(ORDINARY.as_bytes());
    let text = text(&pdf);
    for expected in [
        "Van",
        "Els Peeters <els.peeters@example.org>",
        "juf.an@sintjan.example",
        "zorg@sintjan.example",
        "maandag 3 maart 2025 om 8.12 uur",
        "Afspraak over Jonas — donderdag?",
        "verslag.pdf (1 kB)",
        "(zonder naam)",
        "Beste juf An,",
        "het verslag van de logopediste",
        "✓",
        "inschrijven 😊",
        "Pagina 1 van 1",
        "Afgedrukt met Mailwijs",
    ] {
        assert!(text.contains(expected), "{expected}:\n{text}");
    }
}

#[test]
fn a_thread_keeps_its_quotes_and_loses_their_marks() {
    let pdf = print(THREAD.as_bytes());
    let text = text(&pdf);
    assert!(text.contains("Dat is goed, tot dan."), "{text}");
    assert!(text.contains("Zullen we om vier uur afspreken?"), "{text}");
    assert!(!text.contains("> Zullen"), "{text}");
    assert!(elements(&read(&pdf)).iter().any(|name| name == "BlockQuote"));
}

#[test]
fn a_screen_reader_finds_title_language_headings_and_table() {
    let document = read(&print(ORDINARY.as_bytes()));
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"nl");
    let marked = document.get_dict_in_dict(catalog, b"MarkInfo").unwrap();
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    let viewer = document.get_dict_in_dict(catalog, b"ViewerPreferences").unwrap();
    assert!(viewer.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let title = document.get_dictionary(info).unwrap().get(b"Title").unwrap();
    assert_eq!(lopdf::decode_text_string(title).unwrap(), "Ontvangen mail");
    let elements = elements(&document);
    for kind in ["H1", "Table", "TR", "TH", "TD", "P"] {
        assert!(elements.iter().any(|name| name == kind), "{kind} in {elements:?}");
    }
}

#[test]
fn fonts_travel_along_and_only_what_is_used_of_them() {
    let pdf = print(ORDINARY.as_bytes());
    assert!(pdf.len() < 60_000, "{}", pdf.len());
    let document = read(&pdf);
    let embedded = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok());
    let embedded = embedded.filter(|one| one.has(b"FontFile2") || one.has(b"FontFile3"));
    assert!(embedded.count() >= 2);
}

#[test]
fn the_same_mail_gives_the_same_bytes() {
    assert!(print(THREAD.as_bytes()) == print(THREAD.as_bytes()));
}
