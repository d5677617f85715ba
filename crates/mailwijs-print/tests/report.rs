//! Receipts and reports, put together as the app does.
#![expect(clippy::unwrap_used, reason = "a test")]

mod common;

use common::{elements, frame, read, text};
use mailwijs_print::Document;

fn receipt() -> Vec<u8> {
    let mut paper = Document::new(frame("Bewijs van verwijdering"));
    paper.paragraph("Deze mail staat in het leerlingvolgsysteem en is overal verwijderd. Het bewijs bevat geen inhoud van de mail.");
    paper.facts(&[
        ("Dossier", "2025-014"),
        ("Soort gegevens", "gezondheid van een leerling"),
        ("Ontvangen", "3 maart 2025"),
        ("Overgezet naar", "Smartschool, door An Voorbeeld"),
        ("Een heel lang opschrift dat niet in de kolom past", "kort"),
        ("Verwijderd uit", "Postvak IN (schoolmail)\nVerzonden items (schoolmail)\nArchief op de laptop, map 2025, met een heel lang pad dat over de regel gaat"),
    ]);
    paper.heading("Wat er gebeurde");
    paper.steps(&[
        "De mail werd overgezet.",
        "De kopieën werden gewist.",
        "De prullenbak werd geleegd.",
    ]);
    paper.heading("Wat blijft");
    paper.bullets(&["De provider kan tot 30 dagen een reservekopie bewaren."]);
    paper.note("Opgemaakt op deze computer.");
    paper.into_pdf().unwrap()
}

fn breach() -> Vec<u8> {
    let mut paper = Document::new(frame("Melding van een datalek"));
    for number in 1..=14 {
        paper.heading(&format!("{number}. Wat is er gebeurd?"));
        paper.paragraph("Een mail met gegevens van een leerling is naar een verkeerde ouder gegaan. De ontvanger heeft bevestigd dat de mail ongelezen verwijderd is.\nDe school kreeg die bevestiging dezelfde dag.");
        paper.facts(&[
            ("Vastgesteld", "3 maart 2025, 9.40 uur"),
            ("Aantal personen", "1"),
        ]);
    }
    paper.into_pdf().unwrap()
}

#[test]
fn a_receipt_is_all_there() {
    let pdf = receipt();
    let text = text(&pdf);
    for expected in [
        "Bewijs van verwijdering",
        "2025-014",
        "1.",
        "De kopieën werden gewist.",
        "•",
        "Opgemaakt",
        "Pagina 1 van 1",
    ] {
        assert!(text.contains(expected), "{expected}:\n{text}");
    }
    let elements = elements(&read(&pdf));
    for kind in ["H1", "H2", "L", "LI", "Lbl", "LBody", "Table"] {
        assert!(elements.iter().any(|name| name == kind), "{kind} in {elements:?}");
    }
    assert!(pdf == receipt());
}

#[test]
fn a_report_goes_on_over_pages_with_a_list_beside_them() {
    let pdf = breach();
    let document = read(&pdf);
    let pages = document.get_pages().len();
    assert!((2..=4).contains(&pages), "{pages}");
    assert!(text(&pdf).contains(&format!("Pagina {pages} van {pages}")));
    let outlines = document
        .get_dict_in_dict(document.catalog().unwrap(), b"Outlines")
        .unwrap();
    assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), 15);
}

const HEADS: [(&str, u16); 3] = [("Nummer", 1), ("Soort gegevens", 4), ("Kopieën", 1)];

fn table(rows: usize) -> Vec<u8> {
    let rows: Vec<[String; 3]> = (1..=rows)
        .map(|row| [row.to_string(), format!("gezondheid, zorg {row}"), "2".to_owned()])
        .collect();
    let mut paper = Document::new(frame("Bewijs van opruimen"));
    paper.table(&HEADS, &rows);
    paper.note("Dat is alles.");
    paper.into_pdf().unwrap()
}

#[test]
fn a_table_is_heard_row_by_row_under_the_heads_of_its_columns() {
    let pdf = table(3);
    let elements = elements(&read(&pdf));
    let count = |kind: &str| elements.iter().filter(|name| *name == kind).count();
    assert_eq!(
        (count("Table"), count("TR"), count("TH"), count("TD")),
        (1, 4, 3, 9)
    );
    let text = text(&pdf);
    for expected in ["Soort gegevens", "gezondheid, zorg 3", "Dat is alles."] {
        assert!(text.contains(expected), "{expected}:\n{text}");
    }
}

#[test]
fn a_long_table_shows_its_heads_on_every_page_and_says_them_once() {
    let pdf = table(200);
    let document = read(&pdf);
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    assert!(pages.len() > 2, "{pages:?}");
    for page in pages {
        let text = document.extract_text(&[page]).unwrap();
        assert_eq!(text.matches("Soort gegevens").count(), 1, "page {page}:\n{text}");
    }
    let elements = elements(&document);
    let count = |kind: &str| elements.iter().filter(|name| *name == kind).count();
    assert_eq!(
        (count("Table"), count("TR"), count("TH"), count("TD")),
        (1, 201, 3, 600)
    );
}

#[test]
fn a_document_without_anything_is_one_page() {
    let pdf = Document::new(frame("")).into_pdf().unwrap();
    assert_eq!(read(&pdf).get_pages().len(), 1);
}

/// For a look at them: `MAILWIJS_PRINT_TO=folder cargo test -p mailwijs-print --test report`.
#[test]
fn they_are_there_for_a_look() {
    let Some(folder) = std::env::var_os("MAILWIJS_PRINT_TO").map(std::path::PathBuf::from) else {
        return;
    };
    std::fs::write(folder.join("receipt.pdf"), receipt()).unwrap();
    std::fs::write(folder.join("breach.pdf"), breach()).unwrap();
    std::fs::write(folder.join("table.pdf"), table(60)).unwrap();
    let mails = [
        ("ordinary", &include_bytes!("mails/ordinary.eml")[..]),
        ("thread", include_bytes!("mails/thread.eml")),
    ];
    for (name, mail) in mails {
        std::fs::write(folder.join(format!("{name}.pdf")), common::print(mail)).unwrap();
    }
}
