//! The proof of all that was cleaned up.

use std::fs;

use crate::cases::{arrived, begin, filed, is, mail, put, stands};

/// What a PDF says, with one space between words.
fn words(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_was_cleaned_up_is_proved_without_a_word_of_any_mail() {
    let (desk, file) = arrived();
    let copy = put(&desk, "Archive", "7.x:2,S", &mail());
    assert!(desk.app.clean_up_pdf(None).is_err(), "nothing is done yet");
    begin(&desk);
    filed(&desk);
    desk.eventually(|app| stands(app).len() == 2);
    assert_eq!(desk.app.cases().done_years, []);
    fs::remove_file(&file).unwrap();
    fs::remove_file(&copy).unwrap();
    is(&desk, "done");

    let years = desk.app.cases().done_years;
    let year = years.first().unwrap();
    for proof in [None, Some(year.begins)].map(|year| desk.app.clean_up_pdf(year).unwrap()) {
        let text = words(&proof);
        for told in [
            "Bewijs van opruimen",
            "Opgeruimde mails 1",
            "Verwijderde kopieën 2",
            "Nr. Begonnen Alles weg Soort gegevens Overgebracht Kopieën",
            "gezondheid Smartschool 2",
        ] {
            assert!(text.contains(told), "{told}: {text}");
        }
        for untold in [
            "Noor",
            "Claes",
            "3B",
            "epilepsie",
            "zwemmen",
            "Mama",
            "familie",
            "Inbox",
            "Archive",
        ] {
            assert!(!text.contains(untold), "{untold}: {text}");
        }
    }
    assert!(words(&desk.app.clean_up_pdf(Some(year.begins)).unwrap()).contains(&year.name));
    assert!(desk.app.clean_up_pdf(Some(1999)).is_err());
}
