//! Texts made to stall an engine are read to their end, where something real stands. How the time grows with the size is
//! for `cargo xtask bench checks`.

use mailwijs_mail::Direction;
use mailwijs_tests::Error;
use mailwijs_tests::hostile::TEXTS;
use mailwijs_tests::pipeline::School;

const AT_THE_END: &str = "Rijksregisternummer van Noor: 05.03.07-152.84";

#[test]
fn hostile_texts_are_read_to_their_end() -> Result<(), Error> {
    let school = School::of_the_corpus()?;
    for (name, piece) in TEXTS {
        let text = piece.repeat(100 * 1024 / piece.len());
        let message =
            format!("From: a@sintjan.example\nTo: b@sintjan.example\nSubject: x\n\n{text}\n\n{AT_THE_END}\n");
        let examined = school.examine(message.as_bytes(), Direction::Draft);
        let findings = examined.report.findings.iter();
        assert!(
            findings
                .map(|finding| finding.rule.as_str())
                .any(|rule| rule == "identifier"),
            "{name}"
        );
    }
    Ok(())
}
