use mailwijs_mail::Part;

use super::*;
use crate::document::Segment;
use crate::pattern::{Classes, phrase};

fn found(pattern: &str, text: &str) -> Option<String> {
    let classes = Classes::from_iter([("par", vec![phrase("mama").unwrap(), phrase("papa").unwrap()])]);
    let mut vocabulary = Vocabulary::default();
    let matcher = Matcher::new(&[Pattern::parse(pattern, &classes).unwrap()], &mut vocabulary);
    let segment = Segment::own(Part::Subject, text);
    let reading = Reading::new(&segment, &(0..text.len())).knowing(&vocabulary);
    let hit = matcher.find(&reading).into_iter().next()?;
    Some(reading.written(&reading.bytes_of(&hit.tokens)).to_owned())
}

#[test]
fn finds() {
    for (pattern, text, expected) in [
        ("pesten", "Het Pesten gaat door", "Pesten"),
        ("*psychiat*", "bij de kinderpsychiater", "kinderpsychiater"),
        ("*pest", "ze wordt gepest", "gepest"),
        ("@par {2} weg", "zijn mama is nu weg", "mama is nu weg"),
        (
            "(gaat|moet) {3} uit elkaar",
            "gaat volgende week uit elkaar",
            "gaat volgende week uit elkaar",
        ),
        ("=CLB", "het CLB belt", "CLB"),
        ("co-ouderschap*", "in co-ouderschap", "co-ouderschap"),
        (
            "dyslexie",
            "dyslexie\u{ad}attest? dys\u{ad}lexie!",
            "dys\u{ad}lexie",
        ),
    ] {
        assert_eq!(found(pattern, text).as_deref(), Some(expected), "{pattern}");
    }
}

#[test]
fn leaves_alone() {
    for (pattern, text) in [
        ("pesten", "pestend"),
        ("arm", "warm en armband"),
        ("=CLB", "clb"),
        ("@par {2} weg", "mama is er niet meer weg"),
        ("@par {2} weg", "Bij mama. Ik ga weg"),
    ] {
        assert_eq!(found(pattern, text), None, "{pattern} in {text}");
    }
}
